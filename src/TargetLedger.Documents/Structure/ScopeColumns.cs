using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>Columns that tell how large a project is as a whole, beside one that says what this year is to bring.</summary>
internal static class ScopeColumns
{
    public static void Settle(List<TableColumn> columns, IReadOnlyList<ColumnContent> contents, MentionReader reader)
    {
        var goals = Enumerable.Range(0, columns.Count).Where(i => (columns[i].Use == ColumnUse.Target || IsWorkOfTheYear(columns, i)) && !contents[i].IsEmpty && !Tells(columns[i])).ToList();
        if (goals.Count == 0)
        {
            CostsBesideContent(columns, contents, reader);
            return;
        }

        // 绩效目标: what comes of what is built, which is still to be built.
        goals.RemoveAll(i => !contents[i].AreFigures && ColumnWords.Has(columns[i].Own, "绩效", "效益", "效果", "带农"));
        var inWords = goals.Exists(i => !contents[i].AreFigures && (contents[i].Promises(reader) || (contents[i].AreWords && ColumnWords.IsProgressOfTheYear(columns[i].Own))));
        if (inWords)
            CostsBesideGoals(columns, goals);
        // 建设规模及内容 beside what the year costs and nothing else is what is to be done.
        var beyondCost = inWords || goals.Exists(i => contents[i].AreFigures ? !IsCost(columns[i]) : ColumnWords.IsProgressOfTheYear(columns[i].Own));
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Use is not (ColumnUse.Target or ColumnUse.Details or ColumnUse.Task) || goals.Contains(i) || IsOnlyName(columns, i))
                continue;
            if (Tells(columns[i]) || (inWords && ColumnWords.IsContent(columns[i].Own)) || (beyondCost && ColumnWords.IsSizedContent(columns[i].Own)))
                columns[i] = columns[i] with { Use = ColumnUse.Baseline };
        }
    }

    // 建设内容 | 总投资(亿元): what is to be built is the goal, and never what all of it costs.
    private static void CostsBesideContent(List<TableColumn> columns, IReadOnlyList<ColumnContent> contents, MentionReader reader)
    {
        if (!Enumerable.Range(0, columns.Count).Any(i => columns[i].Use is ColumnUse.Task or ColumnUse.Details && contents[i].Promises(reader)))
            return;
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Use == ColumnUse.Target && ColumnWords.IsWholeCost(columns[i].Own))
                columns[i] = columns[i] with { Use = ColumnUse.Baseline };
        }
    }

    // 年度目标 | 计划投资(万元): what is to be done, and what it is expected to cost; 年度计划投资 is to be spent.
    private static void CostsBesideGoals(List<TableColumn> columns, List<int> goals)
    {
        foreach (var i in goals)
        {
            if (ColumnWords.IsExpectedCost(columns[i].Own))
                columns[i] = columns[i] with { Use = ColumnUse.Baseline };
        }
    }

    // 年度建设任务 beside the name of the project; alone it names what is to be done.
    private static bool IsWorkOfTheYear(List<TableColumn> columns, int column)
        => columns[column].Use is ColumnUse.Task or ColumnUse.Details && ColumnWords.IsWorkOfTheYear(columns[column].Own) && columns.FindIndex(c => c.Use == ColumnUse.Task) is var name && name >= 0 && name < column;

    private static bool IsCost(TableColumn column)
        => column.Unit is { Unit.Kind: UnitClass.Money } || ColumnWords.Has(column.Header, "投资", "资金", "经费", "预算", "概算");

    private static bool Tells(TableColumn column) => ColumnWords.IsScope(column.Own) || ColumnWords.IsWholeCost(column.Own) || IsSumOfCost(column);

    // 资金安排(万元)/总额; 2026年投资(万元)/合计 is the year's.
    private static bool IsSumOfCost(TableColumn column)
        => column.Parts.Length > 1 && TaskTable.WithoutUnit(column.Own) is "总额" or "合计" or "总计" or "总量" or "总数" or "总规模"
            && Array.Exists(column.Parts[..^1], p => ColumnWords.IsMoney(p) && !ColumnWords.Has(p, "年", "计划", "目标", "任务"));

    private static bool IsOnlyName(List<TableColumn> columns, int column)
        => columns[column].Use == ColumnUse.Task && columns.Count(c => c.Use is ColumnUse.Task or ColumnUse.Indicator) == 1;
}
