using TargetLedger.Documents.Quantities;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Structure;

/// <summary>Settles what columns hold by looking at all of them together, and at what stands below them.</summary>
internal static class TableColumns
{
    /// <param name="dealsOut">The table's title says that it sets tasks.</param>
    public static void Refine(List<TableColumn> columns, IReadOnlyList<TableLine> lines, MentionReader reader, bool dealsOut)
    {
        var contents = Enumerable.Range(0, columns.Count).Select(i => ColumnContent.Of(lines, i)).ToList();
        // 2024年完成 beside 2025年目标: what is called done, or the only year that no 目标 names, was.
        if (columns.Exists(c => c.Use == ColumnUse.Target && ColumnWords.Has(c.Header, "目标", "计划", "任务")))
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (columns[i].Use == ColumnUse.Target && ColumnWords.Has(columns[i].Header, "完成") && !ColumnWords.Has(columns[i].Header, "目标", "计划", "任务", "时", "标准", "标志", "要求", "成果", "成效", "质量", "应完成", "拟完成", "需完成", "要完成"))
                    columns[i] = columns[i] with { Use = ColumnUse.Baseline };
            }
        }

        // 时间进度安排 beside 完成时限: the way there, and the day.
        if (columns.Exists(c => c.Use == ColumnUse.Deadline && !IsSchedule(c.Header)))
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (columns[i].Use == ColumnUse.Deadline && IsSchedule(columns[i].Header))
                    columns[i] = columns[i] with { Use = ColumnUse.Details };
            }
        }

        // 指标名称 over two columns: its numbers, and then its names.
        for (var i = 0; i + 1 < columns.Count; i++)
        {
            if (columns[i].Use is ColumnUse.Task or ColumnUse.Indicator && columns[i].Header == columns[i + 1].Header && Texts(lines, i) is { Count: > 0 } numbers && numbers.TrueForAll(IsNumber))
                columns[i] = columns[i] with { Use = ColumnUse.Number };
        }

        ContentColumns.Settle(columns, contents, lines, reader);
        NameColumn.Find(columns, contents, reader);
        var hasTask = columns.Exists(c => c.Use is ColumnUse.Task or ColumnUse.Indicator);
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Use == ColumnUse.Section && !hasTask)
            {
                columns[i] = columns[i] with { Use = ColumnUse.Task };
                hasTask = true;
            }
            else if (columns[i].Use == ColumnUse.District && hasTask)
            {
                columns[i] = columns[i] with { Use = ColumnUse.Units, Role = StatedRole.Responsible };
            }
            else if (columns[i].Use == ColumnUse.UnitOfMeasure && columns[i].Header == "单位" && !columns.Exists(c => c.Use is ColumnUse.Indicator or ColumnUse.Target))
            {
                columns[i] = columns[i] with { Use = ColumnUse.Units, Role = StatedRole.Responsible };
            }
        }

        if (dealsOut && !hasTask && Members(columns, contents) is { } members)
            columns[members] = columns[members] with { Use = ColumnUse.District };
        if (!hasTask && !columns.Exists(c => c.Use == ColumnUse.District) && columns.FindIndex(c => c.Use == ColumnUse.Units) is >= 0 and var unit && columns.Exists(c => c.Use == ColumnUse.Target))
            columns[unit] = columns[unit] with { Use = ColumnUse.District };
        // 到位资金, 签约项目数 beside names that each get a share.
        for (var i = 0; dealsOut && !hasTask && columns.Exists(c => c.Use == ColumnUse.District) && i < columns.Count; i++)
        {
            if ((columns[i].Use == ColumnUse.Details || (columns[i].Use == ColumnUse.Other && ColumnWords.UseOf(columns[i].Header) == ColumnUse.Task)) && contents[i] is { AreFigures: true, AreOrdinals: false } && !ColumnWords.Has(columns[i].Header, "人口", "户数", "村数", "原", "总面积", "总数"))
                columns[i] = columns[i] with { Use = ColumnUse.Target };
        }

        // 责任科室 beside 协同科室: whoever is named there leads.
        if (columns.Exists(c => c is { Use: ColumnUse.Units, Role: StatedRole.Co }) && !columns.Exists(c => c is { Use: ColumnUse.Units, Role: StatedRole.Lead }))
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (columns[i] is { Use: ColumnUse.Units, Role: StatedRole.Responsible })
                    columns[i] = columns[i] with { Role = StatedRole.Lead };
            }
        }

        Sections(columns, lines, contents);
    }

    // 学校 | 新增学位(个) | 改造教室(间): whatever those are called that each get a share of what is measured beside them.
    private static int? Members(List<TableColumn> columns, IReadOnlyList<ColumnContent> contents)
    {
        if (columns.Exists(c => c.Use is ColumnUse.District or ColumnUse.Units or ColumnUse.UnitOfMeasure))
            return null;
        var name = columns.FindIndex(c => c.Use is not (ColumnUse.Number or ColumnUse.Section));
        var measured = Enumerable.Range(0, columns.Count).Count(i => columns[i] is { Use: ColumnUse.Target, Unit: not null } && contents[i].AreFigures);
        return name >= 0 && columns[name].Use == ColumnUse.Details && contents[name] is { AreWords: true, NamesEachRow: true, Longest: <= 20 } && measured >= 2 ? name : null;
    }

    private static bool NameEachRow(IReadOnlyList<TableLine> lines, int column)
        => Texts(lines, column) is var names && names.Count * 2 > lines.Count && names.Distinct(StringComparer.Ordinal).Count() == names.Count && names.TrueForAll(n => n.Count(Signs.IsHan) >= 2);

    private static List<string> Texts(IReadOnlyList<TableLine> lines, int column)
        => [.. lines.Select(l => l.At(column)).OfType<SourceCell>().Distinct().Select(c => c.Clean.Text.Trim())];

    private static bool IsNumber(string text) => text.Trim('(', ')', '（', '）', '.', '、') is { Length: > 0 and <= 4 } number && number.All(char.IsAsciiDigit);

    private static bool IsSchedule(string header) => ColumnWords.Has(header, "进度", "安排", "节点", "推进") && !ColumnWords.Has(header, "完成", "时限", "期限");

    // One 重点工作, 一级指标 over rows that are numbered, or answered for, one by one: the rows are the tasks, and it is what they stand under.
    private static void Sections(List<TableColumn> columns, IReadOnlyList<TableLine> lines, IReadOnlyList<ColumnContent> contents)
    {
        while (columns.FindIndex(c => c.Use == ColumnUse.Task) is var task && (task >= 0 ? task : columns.FindIndex(c => c.Use == ColumnUse.Indicator)) is >= 0 and var name)
        {
            var inner = columns.FindIndex(name + 1, c => c.Use is ColumnUse.Task or ColumnUse.Indicator);
            // A column of short names before it, whatever its header, names the rows: 子项 before 建设内容.
            var words = columns.FindIndex(name + 1, c => c.Use == ColumnUse.Details);
            if (words >= 0 && (inner < 0 || (words < inner && NameEachRow(lines, words) && Texts(lines, words).TrueForAll(t => t.Length <= 20))))
                inner = words;
            if (inner < 0 || !(IsShared(columns, lines, name, inner) || NameColumn.IsKindOf(columns, contents, name, inner)))
                break;
            columns[name] = columns[name] with { Use = ColumnUse.Section };
            if (columns[inner].Use == ColumnUse.Details)
                columns[inner] = columns[inner] with { Use = ColumnUse.Task };
        }

        // 条线, 工作口 and other words for a kind, before what they are kinds of.
        var names = columns.FindIndex(c => c.Use is ColumnUse.Task or ColumnUse.Indicator);
        for (var i = 0; i < names; i++)
        {
            if (columns[i].Use == ColumnUse.Details && IsShared(columns, lines, i, names))
                columns[i] = columns[i] with { Use = ColumnUse.Section };
        }
    }

    private static bool IsShared(List<TableColumn> columns, IReadOnlyList<TableLine> lines, int name, int inner)
    {
        var areIndicators = columns[name].Use == ColumnUse.Indicator && columns[inner].Use == ColumnUse.Indicator;
        var tells = columns.Exists(c => c.Use == ColumnUse.Number) ? ColumnUse.Number : ColumnUse.Units;
        var (shared, apart) = (0, 0);
        for (var i = 1; i < lines.Count; i++)
        {
            if (!GoesOn(lines, i, name, inner))
                continue;
            shared++;
            if (areIndicators && Enumerable.Range(name + 1, columns.Count - name - 1).Any(c => columns[c].Use == ColumnUse.Indicator && Differ(lines, i, c)))
            {
                apart++;
                continue;
            }

            if (lines[i].At(inner) is null || ReferenceEquals(lines[i].At(inner), lines[i - 1].At(inner)))
                continue;
            if (Enumerable.Range(0, columns.Count).Any(c => columns[c].Use == tells && Differ(lines, i, c)))
                apart++;
        }

        return shared > 0 && apart * 2 > shared;
    }

    // Merged with the row above, left open below it, or written again.
    private static bool GoesOn(IReadOnlyList<TableLine> lines, int line, int name, int inner)
        => lines[line].At(name) is { } cell
            ? !ReferenceEquals(cell, lines[line].At(inner)) && lines[line - 1].At(name) is { } above && (ReferenceEquals(cell, above) || string.Equals(cell.Clean.Text.Trim(), above.Clean.Text.Trim(), StringComparison.Ordinal))
            : lines[line].At(inner) is not null;

    private static bool Differ(IReadOnlyList<TableLine> lines, int line, int column)
        => lines[line].At(column) is { } cell && lines[line - 1].At(column) is { } above && !ReferenceEquals(cell, above)
            && !string.Equals(cell.Clean.Text.Trim(), above.Clean.Text.Trim(), StringComparison.Ordinal);
}
