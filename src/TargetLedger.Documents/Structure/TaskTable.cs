using System.Text.RegularExpressions;
using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Quantities;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Structure;

/// <summary>A column under its header, each row of the header a line.</summary>
/// <param name="Place">江口区 as a header: whose share it is.</param>
internal sealed record TableColumn(ColumnUse Use, string Header, StatedRole Role, (UnitWord Unit, decimal Scale)? Unit, Days? Period, string? Place = null)
{
    /// <summary>It names the tasks and tells of what there is; its figures are none to be reached.</summary>
    public bool OnlyNames { get; init; }

    /// <summary>Of a unit that heads the column: what a mark below says of its part.</summary>
    public IReadOnlyDictionary<string, StatedRole>? Marks { get; init; }

    /// <summary>The rows of the header, from above.</summary>
    public string[] Parts { get; } = Header.Split('\n', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts ? parts : [""];

    /// <summary>The lowest row, which says most.</summary>
    public string Own => Parts[^1];
}

/// <summary>A table with a header that says who does what: 任务分解表, 指标表, a table of districts.</summary>
/// <param name="Unit">单位:万元 above it: the unit of figures that have none of their own.</param>
/// <param name="Heading">二、重点项目 in the row above its header: what its tasks stand under.</param>
internal sealed partial record TaskTable(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableLine> Lines, (UnitWord Unit, decimal Scale)? Unit, string? Heading)
{
    /// <summary>Labels with what they say beside them, instead of rows below a header.</summary>
    public bool IsForm { get; init; }

    private const int MaxHeaderRow = 8;
    private const int MaxHeaderDepth = 3;

    /// <summary>None where no header can be found: such a table is not about tasks. A sheet may hold several, one below the other.</summary>
    /// <param name="before">The table before it, whose header a table broken by a page goes on under.</param>
    /// <param name="above">The line above it.</param>
    /// <param name="document">The document's title.</param>
    public static List<TaskTable> AllOf(SourceTable table, Days? plan, TaskTable? before = null, string above = "", string document = "")
    {
        var title = document + "\n" + above;
        var lines = TableGrid.Of(table);
        if (lines.Count == 0 || LooksBack(above, plan))
            return [];
        var turned = TableGrid.Turned(lines, IsLabel);
        // More headers stand in the first column than in any of the first rows.
        var isTurned = turned is not null && turned[0].Written.Count(IsLabel) > lines.Take(MaxHeaderRow).Max(l => l.Written.Count(IsLabel));
        var found = (isTurned ? Headed(turned!, plan, title) : null) is { } side ? [side with { IsForm = true }] : TableParts.Of(lines, IsLabel).ConvertAll(p => Headed(p, plan, title)).OfType<TaskTable>().ToList();
        if (found.Count == 0 && Continued(lines, before) is { } goesOn)
            found = [goesOn];
        return found.ConvertAll(t => t is { Unit: null } ? t with { Unit = StatedUnit(above) } : t);
    }

    private static (UnitWord Unit, decimal Scale)? StatedUnit(string line)
        => UnitLine().Match(Header(line)) is { Success: true } match ? UnitWord.Whole(match.Groups["unit"].Value) : null;

    // 2025年目标完成情况 above a table of a plan for 2026: all of it was.
    private static bool LooksBack(string title, Days? plan)
        => plan is { } period && title.Length <= 60 && Done().IsMatch(title) && Year().Matches(title) is { Count: > 0 } years && years.All(y => Number(y, "year") < period.Start.Year);

    private static bool IsLabel(SourceCell cell) => ColumnWords.IsLabel(Header(cell.Clean.Text));

    private static TaskTable? Headed(List<TableLine> lines, Days? plan, string title)
    {
        var first = HeaderRow(lines);
        if (first < 0)
            return null;
        if (lines.Take(first).Any(l => l.Written is [var over] && LooksBack(over.Clean.Text, plan)))
            return null;
        var depth = HeaderDepth(lines, first);
        var width = lines.Max(l => l.Cells.Count);
        var columns = Enumerable.Range(0, width).Select(c => ColumnOf(HeaderOf(lines, first, depth, c), plan)).ToList();
        var body = TableBody.Of(lines.Skip(first + depth).Where(l => !IsHeaderAgain(l, columns)), columns);
        var reader = new MentionReader(plan);
        TableColumns.Refine(columns, body, reader, lines.Take(first).SelectMany(l => l.Written).Any(c => SetsTasks().IsMatch(c.Clean.Text)) || SetsTasks().IsMatch(title));
        return columns.Exists(c => c.Use is ColumnUse.Task or ColumnUse.Indicator or ColumnUse.District)
            && (columns.Exists(c => c.Use is ColumnUse.Units or ColumnUse.Deadline or ColumnUse.Target) || NameColumn.Promises(columns, body, reader))
            ? new(columns, body, lines.Take(first).SelectMany(l => l.Written).Select(c => StatedUnit(c.Clean.Text)).FirstOrDefault(u => u is not null), first > 0 ? TableParts.Heading(lines[first - 1]) : null)
            : null;
    }

    private static TaskTable? Continued(List<TableLine> lines, TaskTable? before)
    {
        if (before is null || lines.Max(l => l.Cells.Count) != before.Columns.Count)
            return null;
        // Its first row counts on, or has units and deadlines in the same columns.
        var number = before.Columns.ToList().FindIndex(c => c.Use == ColumnUse.Number);
        var last = number < 0 ? null : before.Lines.LastOrDefault(l => Counted(l, number) is not null);
        var goesOn = last is not null ? Counted(lines[0], number) == Counted(last, number) + 1 : Fits(lines[0], before.Columns);
        return goesOn ? before with { Lines = lines, Heading = null } : null;
    }

    private static bool Fits(TableLine line, IReadOnlyList<TableColumn> columns)
    {
        var fitting = 0;
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Use is not (ColumnUse.Units or ColumnUse.Deadline) || line.At(i) is not { } cell)
                continue;
            var form = Signs.OneForm(cell.Clean.Text).Trim();
            if (columns[i].Use == ColumnUse.Deadline ? !Deadlines.IsAlone(form) : !UnitNames.IsList(form.Split(' ')[0]))
                return false;
            fitting++;
        }

        return fitting >= 2;
    }

    private static int? Counted(TableLine line, int column)
        => line.At(column) is { } cell && int.TryParse(Header(cell.Clean.Text), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int HeaderRow(List<TableLine> lines)
    {
        for (var row = 0; row < Math.Min(MaxHeaderRow, lines.Count - 1); row++)
        {
            var cells = lines[row].Written;
            var known = cells.Count(IsKnown);
            if (cells.Count >= 2 && known >= 2 && (known + cells.Count(IsPlace)) * 2 >= cells.Count && cells.TrueForAll(c => c.Clean.Text.Length <= 40) && Counted(lines[row], 0) is null)
                return row;
        }

        return lines.FindIndex(0, Math.Min(MaxHeaderRow, lines.Count - 1), l => UnforeseenHeader.Is(lines, l));
    }

    private static bool IsPlace(SourceCell cell) => ColumnWords.IsPlace(TaskTable.WithoutUnit(Header(cell.Clean.Text))) || ColumnWords.IsTotal(Header(cell.Clean.Text)) || UnitNames.LooksLikeUnit(Header(cell.Clean.Text));

    private static bool IsKnown(SourceCell cell) => ColumnWords.UseOf(Header(cell.Clean.Text)) is not (ColumnUse.Other or ColumnUse.Details);

    private static int HeaderDepth(List<TableLine> lines, int first)
    {
        var cells = lines[first].Written;
        var spanned = cells.Max(cell => lines.Skip(first).Take(MaxHeaderDepth + 1).TakeWhile(l => l.Cells.Any(c => ReferenceEquals(c, cell))).Count());
        if (spanned is > 1 and <= MaxHeaderDepth)
            return spanned;
        if (first + 2 >= lines.Count || !lines[first + 1].Written.TrueForAll(c => c.Clean.Text.Length <= 30))
            return 1;
        // A header merged across columns has its parts in the next row; where nobody merged anything, the next row fills only what is left open.
        var below = lines[first + 1].Written;
        if (below.Count > 1 && below.TrueForAll(c => !c.Clean.Text.Any(char.IsAsciiDigit) && lines[first].Cells.Where((above, i) => ReferenceEquals(lines[first + 1].At(i), c)).All(above => above is not null && lines[first].WidthOf(above) > 1)))
            return 2;
        return FillsGaps(lines[first], lines[first + 1]) || below.Exists(IsKnown) && (cells.Exists(c => lines[first].WidthOf(c) > 1)
            || (below.Count >= 2 && below.TrueForAll(IsKnown) && lines[first + 1].At(0) is null && lines[first].Cells.Any(c => c is null || c.Clean.Text.Trim().Length == 0)))
            ? 2
            : 1;
    }

    // 各区任务 | (nothing) | (nothing) above 城东 | 城西 | 城南: nothing else stands in the second row, and no figure.
    private static bool FillsGaps(TableLine header, TableLine below)
    {
        var columns = Enumerable.Range(0, below.Cells.Count).Where(i => below.At(i) is not null).ToList();
        return columns.Count >= 2 && columns.Exists(i => header.At(i) is null)
            && columns.TrueForAll(i => i > 0 && !below.At(i)!.Clean.Text.Any(char.IsAsciiDigit) && (header.At(i) is null || (i + 1 < below.Cells.Count && header.At(i + 1) is null && below.At(i + 1) is not null)));
    }

    private static string HeaderOf(List<TableLine> lines, int first, int depth, int column)
    {
        var parts = new List<SourceCell>();
        for (var row = first; row < Math.Min(first + depth, lines.Count); row++)
        {
            if ((lines[row].At(column) ?? (row == first && depth > 1 ? LeftOf(lines, first, column) : null)) is { } cell && !parts.Contains(cell))
                parts.Add(cell);
        }

        return string.Join('\n', parts.Select(p => Header(p.Clean.Text)));
    }

    // 2026年目标 over three columns that nobody merged.
    private static SourceCell? LeftOf(List<TableLine> lines, int first, int column)
    {
        if (lines[first + 1].At(column) is null)
            return null;
        while (column >= 0 && lines[first].At(column) is null)
            column--;
        return column < 0 ? null : lines[first].At(column);
    }

    // The header of the next page, and a row that only counts the columns.
    private static bool IsHeaderAgain(TableLine line, List<TableColumn> columns)
    {
        if (line.Written.Count < 2)
            return false;
        var again = Enumerable.Range(0, Math.Min(columns.Count, line.Cells.Count)).Where(i => line.At(i) is not null).ToList();
        return again.TrueForAll(i => columns[i].Parts.Contains(Header(line.At(i)!.Clean.Text), StringComparer.Ordinal))
            || (again.Count > 3 && again.Select((at, place) => Counted(line, at) - place).Distinct().Count() == 1 && Counted(line, again[0]) is not null);
    }

    private static string Header(string text) => string.Concat(Signs.OneForm(text).Where(c => !char.IsWhiteSpace(c)));

    private static TableColumn ColumnOf(string header, Days? plan)
    {
        var use = ColumnWords.UseOf(header);
        var year = !ColumnWords.IsChange(header.Split('\n')[^1]) && Year().Match(header) is { Success: true } match ? Number(match, "year") : (int?)null;
        if (year is { } named && use is ColumnUse.Target or ColumnUse.Details && plan is { } period && named < period.Start.Year)
            use = ColumnUse.Baseline;
        // 2026年预计完成 in a plan for 2026 is still to come.
        else if (year >= plan?.Start.Year && use == ColumnUse.Baseline && ColumnWords.Has(header, "预计"))
            use = ColumnUse.Target;
        var role = ResponsibilityReader.RoleOf(header.Split('\n')[^1]) ?? ResponsibilityReader.RoleOf(header) ?? StatedRole.None;
        return new(use, header, role, BracketedUnit(header), use is ColumnUse.Target or ColumnUse.Details ? PeriodOf(header.Split('\n')[^1], plan) ?? PeriodOf(header, plan) : null);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    // What is to be reached by 6月底 counts from the year's beginning. 二季度 below 2026年目标 is the quarter, 全年 the year.
    private static Days? PeriodOf(string header, Days? plan)
    {
        // 4-6月: from the first of its months to the last.
        if (Months().Match(header) is { Success: true } months && Number(months, "from") is var from && Number(months, "till") is var till && from < till && plan is { } within)
            return new(new(within.Start.Year, from, 1), Days.OfMonth(within.Start.Year, till).End);
        if (TimeWords.Find(Quarter().Replace(header, "${number}季度"), plan).Find(t => t.Days is not null && !t.IsWholePeriod) is not { Days: { } days } time)
            return null;
        var isSum = time.IsDue || header.Contains("前三季度", StringComparison.Ordinal) || header.Contains("累计", StringComparison.Ordinal);
        return isSum && days.Start.Year == days.End.Year ? new(new(days.End.Year, 1, 1), days.End) : days;
    }

    /// <summary>新增学位(个), 投资(亿元): the unit a label names in its brackets, or behind a comma.</summary>
    public static (UnitWord Unit, decimal Scale)? BracketedUnit(string label)
    {
        foreach (Match bracket in Brackets().Matches(label))
        {
            var inside = bracket.Groups["inside"].Value;
            if (inside.StartsWith("单位:", StringComparison.Ordinal))
                inside = inside[3..];
            if (!NamesPlaces(label, bracket) && UnitWord.Whole(inside) is { } unit)
                return unit;
        }

        return null;
    }

    public static string WithoutUnit(string label)
        => Brackets().Replace(label, m => NamesPlaces(label, m) || UnitWord.Whole(m.Groups["inside"].Value.Replace("单位:", "", StringComparison.Ordinal)) is null ? m.Value : "");

    // 各乡镇(街道)任务: two kinds of places, not what is counted.
    private static bool NamesPlaces(string label, Match bracket)
        => bracket.Index > 0 && label[bracket.Index - 1] is '镇' or '乡' or '县' or '区' or '市' or '村' or '旗' or '园' && bracket.Groups["inside"].Value is "街道" or "街" or "镇" or "乡" or "市" or "区" or "县" or "社区" or "村" or "开发区" or "园区";

    public static Piece PieceOf(SourceCell cell) => new Piece(cell.Clean, 0, cell.Clean.Text, cell.Name).Trimmed();

    [GeneratedRegex(@"(?<!\d)(?<from>1[0-2]|[1-9])月?[-~至到](?<till>1[0-2]|[1-9])月", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Months();

    [GeneratedRegex("任务|目标|计划|分解|下达|指标", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex SetsTasks();

    [GeneratedRegex("(完成|执行|实施|落实|进展|运行)(情况|表|结果)?|实绩|统计表|回顾|总结", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Done();

    [GeneratedRegex("Q(?<number>[1-4])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"(^|[(、,;])(计量|金额)?单位:(?<unit>[^:、,;()]{1,8})\)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex UnitLine();

    [GeneratedRegex(@"(?<year>20\d\d)年?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Year();

    [GeneratedRegex(@"\((?<inside>[^()]{1,12})\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Brackets();
}
