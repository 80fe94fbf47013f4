using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>Finds the column that names the tasks where no header says so: the words that differ from row to row, never those of who answers.</summary>
internal static class NameColumn
{
    public static void Find(List<TableColumn> columns, IReadOnlyList<ColumnContent> contents, MentionReader reader)
    {
        if (Trouble(columns, contents) is { } trouble)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (columns[i].Use == ColumnUse.Task)
                    columns[i] = columns[i] with { Use = ColumnUse.Details };
            }

            columns[trouble] = columns[trouble] with { Use = ColumnUse.Task, OnlyNames = true };
            return;
        }

        if (columns.FindIndex(c => c.Use is ColumnUse.Task or ColumnUse.Indicator) is >= 0 and var first)
        {
            Goals(columns, contents, first, reader);
            return;
        }

        if (columns.Exists(c => c.Use == ColumnUse.District) || !IsAboutTasks(columns, contents))
            return;
        var words = Enumerable.Range(0, columns.Count).Where(i => contents[i].AreWords && columns[i].Use is ColumnUse.Details or ColumnUse.Target or ColumnUse.Section && !ColumnWords.IsAbout(columns[i].Header)).ToList();
        // Short names in every row come before what is said at length; a kind names a row only where nothing else does.
        var named = words.FindAll(i => contents[i].NamesEachRow);
        var found = named.Exists(i => columns[i].Use != ColumnUse.Section && !contents[i].Promises(reader)) ? named.Find(i => columns[i].Use != ColumnUse.Section && !contents[i].Promises(reader))
            : named.Count > 0 ? named[0]
            : words.Exists(i => columns[i].Use != ColumnUse.Section) ? words.Find(i => columns[i].Use != ColumnUse.Section)
            : -1;
        if (found >= 0)
            columns[found] = columns[found] with { Use = ColumnUse.Task };
    }

    /// <summary>省方案, 市报告, 省方案: where the same words come back, the column behind them names the tasks; so it does behind 考核内容.</summary>
    public static bool IsKindOf(List<TableColumn> columns, IReadOnlyList<ColumnContent> contents, int kind, int name)
        => contents[name].NamesEachRow && contents[name].AreWords
            && (contents[kind].Recurs || (columns[name].Use == ColumnUse.Indicator && ColumnWords.Has(columns[kind].Header, "考核", "考评")));

    /// <summary>A pledge names no units and no days, only what is to be reached: 目标任务 over 不少于3.2万亩.</summary>
    public static bool Promises(IReadOnlyList<TableColumn> columns, IReadOnlyList<TableLine> lines, MentionReader reader)
        => Enumerable.Range(0, columns.Count).Any(i => columns[i].Use is ColumnUse.Task or ColumnUse.Details && ColumnWords.Has(columns[i].Header, "任务", "目标", "要求", "举措", "措施", "标准", "成效", "内容") && ColumnContent.Of(lines, i).Promises(reader));

    // 反馈问题 | 整改目标 | 整改措施: what is wrong is what the rows are about, where nothing but the ways there would name them.
    private static int? Trouble(List<TableColumn> columns, IReadOnlyList<ColumnContent> contents)
    {
        var trouble = columns.FindIndex(c => c.Use == ColumnUse.Baseline && ColumnWords.IsTrouble(c.Own));
        return trouble >= 0 && contents[trouble].AreWords && contents[trouble].NamesEachRow && columns.Exists(c => c.Use == ColumnUse.Units)
            && columns.FindIndex(trouble + 1, c => ColumnWords.IsWay(c.Own)) > trouble
            && columns.TrueForAll(c => c.Use != ColumnUse.Indicator && (c.Use != ColumnUse.Task || ColumnWords.IsWay(c.Own)))
            ? trouble
            : null;
    }

    // 工作目标 | 工作举措: a goal told in words comes before the ways there.
    private static void Goals(List<TableColumn> columns, IReadOnlyList<ColumnContent> contents, int first, MentionReader reader)
    {
        for (var i = 0; i < first; i++)
        {
            if (columns[i] is { Use: ColumnUse.Target, Period: null, Place: null } && contents[i].AreWords && contents[i].Longest <= 30 && ColumnWords.Has(columns[first].Header, "举措", "措施", "做法", "路径") && !contents[i].Promises(reader))
                columns[i] = columns[i] with { Use = ColumnUse.Task };
            // 工作目标 | 工作内容: a few words for each row, before what is said at length.
            else if (columns[i] is { Use: ColumnUse.Target, Period: null, Place: null } && contents[i] is { AreWords: true, NamesEachRow: true, Longest: <= 24 } && contents[first].Longest > contents[i].Longest && ColumnWords.Has(columns[first].Header, "工作内容", "具体内容", "主要内容") && !contents[i].Promises(reader))
                (columns[i], columns[first]) = (columns[i] with { Use = ColumnUse.Task }, columns[first] with { Use = ColumnUse.Details });
        }
    }

    private static bool IsAboutTasks(List<TableColumn> columns, IReadOnlyList<ColumnContent> contents)
        => columns.Exists(c => c.Use == ColumnUse.Units)
            ? columns.Exists(c => c.Use is ColumnUse.Target or ColumnUse.Deadline)
            : Enumerable.Range(0, columns.Count).Any(i => columns[i].Use == ColumnUse.Target && contents[i].AreFigures) && columns.Exists(c => c.Use == ColumnUse.UnitOfMeasure);
}
