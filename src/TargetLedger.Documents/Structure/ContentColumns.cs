using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>Corrects what headers say of their columns where the cells below say otherwise, so that a word nobody foresaw loses no table.</summary>
internal static class ContentColumns
{
    public static void Settle(List<TableColumn> columns, IReadOnlyList<ColumnContent> contents, IReadOnlyList<TableLine> lines, MentionReader reader)
    {
        MatrixColumns.Settle(columns, contents, lines);
        for (var i = 0; i < columns.Count; i++)
            columns[i] = Plain(columns[i], contents[i]);
        Organisations(columns, contents);
        Places(columns, contents);
        Figures(columns, contents);
        Changes(columns, contents);
        Indicators(columns, contents, reader);
        ScopeColumns.Settle(columns, contents, reader);
        Deadlines(columns);
    }

    // What can be told of a column without looking at the others.
    private static TableColumn Plain(TableColumn column, ColumnContent content)
    {
        if (column.Marks is not null || column.Use is ColumnUse.Person or ColumnUse.Baseline or ColumnUse.Other or ColumnUse.District or ColumnUse.Remarks || content.IsEmpty)
            return column;
        if (content.AreMeasures && !content.AreFigures && column.Use != ColumnUse.Deadline)
            return column with { Use = ColumnUse.UnitOfMeasure };
        if (column.Use is ColumnUse.Units or ColumnUse.UnitOfMeasure)
            return column is { Use: ColumnUse.UnitOfMeasure, Header: "单位" } && content.AreOrganisations ? column with { Use = ColumnUse.Units, Role = StatedRole.Responsible } : column;
        if (content.AreScores)
            return column with { Use = ColumnUse.Other };
        if (content.AreDays && column.Use is ColumnUse.Details or ColumnUse.Task or ColumnUse.Target && !content.AreFigures)
            return column with { Use = ColumnUse.Deadline };
        if (content.AreOrdinals && column.Use is ColumnUse.Details or ColumnUse.Task or ColumnUse.Indicator)
            return column with { Use = ColumnUse.Number };
        return content.ArePersons && column.Use is ColumnUse.Details ? column with { Use = ColumnUse.Person } : column;
    }

    // Who answers, under 承接方, 谁来做 or 任务分工: where other words are left that name the task.
    private static void Organisations(List<TableColumn> columns, IReadOnlyList<ColumnContent> contents)
    {
        var isNamed = columns.Exists(c => c is { Use: ColumnUse.Units, Role: not StatedRole.Co });
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Use is not (ColumnUse.Details or ColumnUse.Task or ColumnUse.Target) || !contents[i].AreOrganisations
                || ColumnWords.Has(columns[i].Header, "名称", "项目", "工程", "企业")
                || !Enumerable.Range(0, columns.Count).Any(other => other != i && MayName(columns[other], contents[other])))
                continue;
            var answers = !isNamed && !ColumnWords.IsAbout(columns[i].Header);
            columns[i] = answers ? columns[i] with { Use = ColumnUse.Units, Role = StatedRole.Responsible } : columns[i] with { Use = ColumnUse.Other };
            isNamed |= answers;
        }
    }

    private static bool MayName(TableColumn column, ColumnContent content)
        => column.Use is ColumnUse.Task or ColumnUse.Indicator or ColumnUse.Details or ColumnUse.Target && content.AreWords && !content.AreOrganisations;

    // 年度任务 over figures says how far; so does an unforeseen header beside units of measure, where nothing else does.
    private static void Figures(List<TableColumn> columns, IReadOnlyList<ColumnContent> contents)
    {
        var isMeasured = columns.Exists(c => c.Use == ColumnUse.UnitOfMeasure);
        for (var i = 0; i < columns.Count; i++)
        {
            if (!contents[i].AreFigures)
                continue;
            var says = ColumnWords.Has(columns[i].Header, "任务", "目标", "计划", "指标", "安排");
            if (columns[i].Use is ColumnUse.Task or ColumnUse.Indicator or ColumnUse.Units)
                columns[i] = columns[i] with { Use = says ? ColumnUse.Target : ColumnUse.Other };
        }

        var isSaid = Enumerable.Range(0, columns.Count).Any(i => columns[i].Use == ColumnUse.Target && contents[i].AreFigures);
        var measure = columns.FindIndex(c => c.Use == ColumnUse.UnitOfMeasure);
        for (var i = measure + 1; isMeasured && !isSaid && i < columns.Count; i++)
        {
            if (columns[i].Use == ColumnUse.Details && contents[i].AreFigures)
                columns[i] = columns[i] with { Use = ColumnUse.Target };
        }
    }

    // 江口区 | 沅阳县 | 合计: the shares of a task, side by side, or below 各县区分解任务.
    private static void Places(List<TableColumn> columns, IReadOnlyList<ColumnContent> contents)
    {
        var shares = Enumerable.Range(0, columns.Count).Where(i => PlaceOf(columns[i], contents[i]) is not null).ToList();
        if (shares.Count < 2 && !shares.Exists(i => ColumnWords.DealsOut(columns[i].Parts[0])))
            return;
        foreach (var i in shares)
            columns[i] = columns[i] with { Use = ColumnUse.Target, Place = PlaceOf(columns[i], contents[i]) };
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Use is ColumnUse.Details or ColumnUse.Section && contents[i].AreFigures && ColumnWords.IsTotal(TaskTable.WithoutUnit(columns[i].Own)))
                columns[i] = columns[i] with { Use = ColumnUse.Target };
        }
    }

    private static string? PlaceOf(TableColumn column, ColumnContent content)
    {
        var parts = Array.ConvertAll(column.Parts, TaskTable.WithoutUnit);
        if (column.Use is not (ColumnUse.Details or ColumnUse.Target or ColumnUse.Section) || parts.Length == 0 || content.AreOrganisations || content.AreDays)
            return null;
        if (Array.Find(parts, ColumnWords.IsPlace) is { } place)
            return place;
        return column.Use == ColumnUse.Details && parts.Length > 1 && ColumnWords.DealsOut(parts[0]) && content.AreFigures && !ColumnWords.IsTotal(parts[^1]) && parts[^1].Count(Signs.IsHan) >= 2 ? parts[^1] : null;
    }

    // 上年实绩 | 同比: what was as well; 2026年目标 | 较上年提高: to be reached as well.
    private static void Changes(List<TableColumn> columns, IReadOnlyList<ColumnContent> contents)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Use != ColumnUse.Target || !ColumnWords.IsChange(columns[i].Own))
                continue;
            var left = columns.FindLastIndex(i == 0 ? 0 : i - 1, c => c.Use is ColumnUse.Target or ColumnUse.Baseline);
            if (left >= 0 && left != i && columns[left].Use == ColumnUse.Baseline)
                columns[i] = columns[i] with { Use = ColumnUse.Baseline };
            else if (!contents[i].AreFigures)
                columns[i] = columns[i] with { Use = ColumnUse.Details };
        }
    }

    // 指标 over 覆盖率达到97%: no name of what is measured, but what is to be reached.
    private static void Indicators(List<TableColumn> columns, IReadOnlyList<ColumnContent> contents, MentionReader reader)
    {
        if (!columns.Exists(c => c.Use == ColumnUse.Task))
            return;
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Use == ColumnUse.Indicator && contents[i].Promises(reader))
                columns[i] = columns[i] with { Use = ColumnUse.Target };
        }
    }

    // 报送时间 beside 完成时限: only one of them is the day.
    private static void Deadlines(List<TableColumn> columns)
    {
        if (!columns.Exists(c => c.Use == ColumnUse.Deadline && Ends(c.Header)))
            return;
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Use == ColumnUse.Deadline && !Ends(columns[i].Header) && ColumnWords.Has(columns[i].Header, "报送", "上报", "汇报", "报告", "调度", "通报", "公示", "考核", "检查", "签约", "审批", "批复"))
                columns[i] = columns[i] with { Use = ColumnUse.Other };
        }
    }

    private static bool Ends(string header) => ColumnWords.Has(header, "完成", "办结", "竣工", "完工", "投产", "投用", "交付", "结束", "截止", "时限", "期限", "整改");
}
