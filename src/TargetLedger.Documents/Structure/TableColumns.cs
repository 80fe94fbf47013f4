namespace TargetLedger.Documents.Structure;

/// <summary>Settles what columns hold by looking at all of them together, and at what stands below them.</summary>
internal static class TableColumns
{
    public static void Refine(List<TableColumn> columns, IReadOnlyList<TableLine> lines)
    {
        // 2024年完成 beside 2025年目标: what is called done, or the only year that no 目标 names, was.
        if (columns.Exists(c => c.Use == ColumnUse.Target && ColumnWords.Has(c.Header, "目标", "计划", "任务")))
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (columns[i].Use == ColumnUse.Target && ColumnWords.Has(columns[i].Header, "完成") && !ColumnWords.Has(columns[i].Header, "目标", "计划", "任务", "时"))
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

        Places(columns);
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

        if (!hasTask && !columns.Exists(c => c.Use == ColumnUse.District) && columns.FindIndex(c => c.Use == ColumnUse.Units) is >= 0 and var unit && columns.Exists(c => c.Use == ColumnUse.Target))
            columns[unit] = columns[unit] with { Use = ColumnUse.District };
        Sections(columns, lines);
    }

    private static bool IsSchedule(string header) => ColumnWords.Has(header, "进度", "安排", "节点", "推进") && !ColumnWords.Has(header, "完成", "时限", "期限");

    // 江口区 | 沅阳县 | 合计: the shares of a task, side by side.
    private static void Places(List<TableColumn> columns)
    {
        if (columns.Count(c => c.Use == ColumnUse.Details && ColumnWords.IsPlace(c.Header.Split('/')[^1])) < 2)
            return;
        for (var i = 0; i < columns.Count; i++)
        {
            var place = columns[i].Header.Split('/')[^1];
            if (columns[i].Use == ColumnUse.Details && ColumnWords.IsPlace(place))
                columns[i] = columns[i] with { Use = ColumnUse.Target, Place = place };
        }
    }

    // One 重点工作 over rows that are numbered, or answered for, one by one: the rows are the tasks, and it is what they stand under.
    private static void Sections(List<TableColumn> columns, IReadOnlyList<TableLine> lines)
    {
        while (columns.FindIndex(c => c.Use == ColumnUse.Task) is >= 0 and var name)
        {
            var inner = columns.FindIndex(name + 1, c => c.Use is ColumnUse.Task or ColumnUse.Indicator);
            if (inner < 0)
                inner = columns.FindIndex(name + 1, c => c.Use == ColumnUse.Details);
            if (inner < 0 || !IsShared(columns, lines, name, inner))
                return;
            columns[name] = columns[name] with { Use = ColumnUse.Section };
            if (columns[inner].Use == ColumnUse.Details)
                columns[inner] = columns[inner] with { Use = ColumnUse.Task };
        }
    }

    private static bool IsShared(List<TableColumn> columns, IReadOnlyList<TableLine> lines, int name, int inner)
    {
        var (shared, apart) = (0, 0);
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].At(name) is not { } cell || !ReferenceEquals(cell, lines[i - 1].At(name)) || ReferenceEquals(cell, lines[i].At(inner)))
                continue;
            shared++;
            if (lines[i].At(inner) is null || ReferenceEquals(lines[i].At(inner), lines[i - 1].At(inner)))
                continue;
            var tells = columns.Exists(c => c.Use == ColumnUse.Number) ? ColumnUse.Number : ColumnUse.Units;
            if (Enumerable.Range(0, columns.Count).Any(c => columns[c].Use == tells && Differ(lines, i, c)))
                apart++;
        }

        return shared > 0 && apart * 2 > shared;
    }

    private static bool Differ(IReadOnlyList<TableLine> lines, int line, int column)
        => lines[line].At(column) is { } cell && lines[line - 1].At(column) is { } above && !ReferenceEquals(cell, above)
            && !string.Equals(cell.Clean.Text.Trim(), above.Clean.Text.Trim(), StringComparison.Ordinal);
}
