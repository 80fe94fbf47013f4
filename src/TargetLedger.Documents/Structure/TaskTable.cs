using System.Text.RegularExpressions;
using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Quantities;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Structure;

/// <summary>What a column of a task table holds.</summary>
internal enum ColumnUse
{
    Other,
    Number,
    Section,
    Task,

    /// <summary>Words under a header nobody foresaw: they say more of the task.</summary>
    Details,
    Indicator,
    District,
    Units,
    Person,
    Deadline,
    UnitOfMeasure,
    Target,

    /// <summary>What was: 2024年实际, 基期. Never a target.</summary>
    Baseline,
}

/// <summary>A column under its header, the lines of a header of two rows joined.</summary>
internal sealed record TableColumn(ColumnUse Use, string Header, StatedRole Role, (UnitWord Unit, decimal Scale)? Unit, Days? Period);

/// <summary>A row of a table as one cell a column; a merged cell is in all rows and columns it covers.</summary>
internal sealed record TableLine(IReadOnlyList<SourceCell?> Cells);

/// <summary>A table with a header that says who does what: 任务分解表, 指标表, a table of districts.</summary>
internal sealed partial record TaskTable(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableLine> Lines)
{
    private const int MaxHeaderRow = 8;

    /// <summary>Null where no header can be found: such a table is not about tasks.</summary>
    public static TaskTable? Of(SourceTable table, Days? plan)
    {
        var lines = Grid(table);
        if (lines.Count < 2)
            return null;
        var first = HeaderRow(lines);
        if (first < 0)
            return null;

        var depth = HeaderDepth(lines, first);
        var width = lines.Max(l => l.Cells.Count);
        var headers = Enumerable.Range(0, width).Select(c => HeaderOf(lines, first, depth, c)).ToList();
        var columns = headers.ConvertAll(h => ColumnOf(h, plan));
        Refine(columns);
        return columns.Exists(c => c.Use is ColumnUse.Task or ColumnUse.Indicator or ColumnUse.District)
            && columns.Exists(c => c.Use is ColumnUse.Units or ColumnUse.Deadline or ColumnUse.Target)
            ? new(columns, [.. lines.Skip(first + depth)])
            : null;
    }

    private static List<TableLine> Grid(SourceTable table)
    {
        var cells = table.Rows.SelectMany(r => r.Cells).ToList();
        if (cells.Count == 0)
            return [];
        var top = cells.Min(c => c.Row);
        var height = Math.Min(cells.Max(c => c.Row + c.RowSpan) - top, 100_000);
        var left = cells.Min(c => c.Column);
        var width = Math.Min(cells.Max(c => c.Column + c.ColumnSpan) - left, 200);
        var grid = new SourceCell?[height][];
        foreach (var cell in cells)
        {
            for (var row = cell.Row - top; row < Math.Min(cell.Row - top + cell.RowSpan, height); row++)
            {
                grid[row] ??= new SourceCell?[width];
                for (var column = cell.Column - left; column < Math.Min(cell.Column - left + cell.ColumnSpan, width); column++)
                    grid[row][column] ??= cell;
            }
        }

        return [.. grid.Where(r => r is not null).Select(r => new TableLine(r))];
    }

    private static int HeaderRow(List<TableLine> lines)
    {
        for (var row = 0; row < Math.Min(MaxHeaderRow, lines.Count - 1); row++)
        {
            var cells = Distinct(lines[row]);
            var known = cells.Count(c => UseOf(Header(c.Clean.Text)) is not (ColumnUse.Other or ColumnUse.Details));
            if (cells.Count >= 2 && known >= 2 && known * 2 >= cells.Count && cells.TrueForAll(c => c.Clean.Text.Length <= 40))
                return row;
        }

        return -1;
    }

    private static List<SourceCell> Distinct(TableLine line)
        => [.. line.Cells.Where(c => c is not null && c.Clean.Text.Trim().Length > 0).Select(c => c!).Distinct()];

    private static int HeaderDepth(List<TableLine> lines, int first)
    {
        var cells = Distinct(lines[first]);
        var spanned = cells.Max(c => c.RowSpan);
        if (spanned is > 1 and <= 3)
            return spanned;
        // A header merged across columns has its parts in the next row.
        return cells.Exists(c => c.ColumnSpan > 1) && first + 1 < lines.Count && Distinct(lines[first + 1]).TrueForAll(c => c.Clean.Text.Length <= 30)
            && Distinct(lines[first + 1]).Exists(c => UseOf(Header(c.Clean.Text)) is not (ColumnUse.Other or ColumnUse.Details))
            ? 2
            : 1;
    }

    private static string HeaderOf(List<TableLine> lines, int first, int depth, int column)
    {
        var parts = new List<SourceCell>();
        for (var row = first; row < Math.Min(first + depth, lines.Count); row++)
        {
            if (column < lines[row].Cells.Count && lines[row].Cells[column] is { } cell && !parts.Contains(cell))
                parts.Add(cell);
        }

        return string.Join('/', parts.Select(p => Header(p.Clean.Text)));
    }

    private static string Header(string text) => string.Concat(Signs.OneForm(text).Where(c => !char.IsWhiteSpace(c)));

    private static TableColumn ColumnOf(string header, Days? plan)
    {
        var use = UseOf(header);
        var year = Year().Match(header) is { Success: true } match ? int.Parse(match.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : (int?)null;
        if (year is { } named && use == ColumnUse.Target && plan is { } period && named < period.Start.Year)
            use = ColumnUse.Baseline;
        var days = TimeWords.Find(header, plan).Find(t => t.Days is not null && !t.IsWholePeriod)?.Days;
        return new(use, header, ResponsibilityReader.RoleOf(header) ?? StatedRole.None, BracketedUnit(header), use == ColumnUse.Target ? days : null);
    }

    // Of several task columns the first names the task, the others say more; a table of indicators and tasks has its tasks named by the tasks.
    private static void Refine(List<TableColumn> columns)
    {
        // 2024年完成 beside 2025年目标: what is called done, or the only year that no 目标 names, was.
        if (columns.Exists(c => c.Use == ColumnUse.Target && Has(c.Header, "目标", "计划", "任务")))
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (columns[i].Use == ColumnUse.Target && Has(columns[i].Header, "完成") && !Has(columns[i].Header, "目标", "计划", "任务", "时"))
                    columns[i] = columns[i] with { Use = ColumnUse.Baseline };
            }
        }

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
    }

    /// <summary>新增学位(个), 投资(亿元): the unit a label names in its brackets, or behind a comma.</summary>
    public static (UnitWord Unit, decimal Scale)? BracketedUnit(string label)
    {
        foreach (Match bracket in Brackets().Matches(label))
        {
            var inside = bracket.Groups["inside"].Value;
            if (inside.StartsWith("单位:", StringComparison.Ordinal))
                inside = inside[3..];
            if (UnitWord.Whole(inside) is { } unit)
                return unit;
        }

        return null;
    }

    public static string WithoutUnit(string label) => Brackets().Replace(label, m => UnitWord.Whole(m.Groups["inside"].Value.Replace("单位:", "", StringComparison.Ordinal)) is null ? m.Value : "");

    private static ColumnUse UseOf(string header)
    {
        var last = header;
        if (last is "序号" or "编号" or "号" or "NO" or "No." or "项次" or "任务编号" or "项目编号")
            return ColumnUse.Number;
        if (Has(last, "领导", "责任人", "负责人", "联系人", "联系电话", "专班"))
            return ColumnUse.Person;
        if (ResponsibilityReader.RoleOf(last) is not null && !Has(last, "计量单位") && last != "单位" && !last.StartsWith("单位(", StringComparison.Ordinal))
            return ColumnUse.Units;
        if (Has(last, "时限", "期限", "日期", "时间", "节点", "完成时间", "时间节点", "完成日期", "时间要求", "办结", "截止", "完成期限", "完成年限", "推进时间", "进度要求", "时间安排", "时间进度", "工作进度", "完成节点"))
            return ColumnUse.Deadline;
        if (last is "单位" or "计量单位" or "指标单位" || last.StartsWith("单位(", StringComparison.Ordinal))
            return ColumnUse.UnitOfMeasure;
        if (Has(last, "基期", "现状", "实际完成", "实际值", "实际数", "完成情况", "基数", "现值", "完成值", "完成数", "上年", "去年", "进展", "已完成", "预计完成") || last.EndsWith("实际", StringComparison.Ordinal))
            return ColumnUse.Baseline;
        if (BracketedUnit(last) is not null)
            return ColumnUse.Target;
        if (Has(last, "备注", "属性", "说明", "依据", "资金来源", "性质", "权重", "分值", "评分"))
            return ColumnUse.Other;
        if (last.Length <= 10 && (last is "区县" or "县区" or "区域" or "县市区" or "市州" or "镇街" or "街道" or "乡镇" or "地区" or "县(市、区)" or "区(市)县" or "县(区)" or "区(县)" || Has(last, "县(市", "区(市)", "各区", "各县", "镇(街", "区县名")))
            return ColumnUse.District;
        if (Year().IsMatch(last) || Has(last, "目标值", "目标", "计划数", "任务数", "任务量", "指标值", "数量", "季度", "上半年", "下半年", "年度计划", "全年", "年均", "进度安排", "预期成效", "工作成效", "成果", "计划完成", "标准", "月度计划", "阶段") && !Has(last, "目标任务", "任务目标"))
            return ColumnUse.Target;
        if (Has(last, "指标"))
            return ColumnUse.Indicator;
        if (Has(last, "类别", "领域", "板块", "一级", "大类", "分类", "方面", "章节", "类型"))
            return ColumnUse.Section;
        if (Has(last, "任务", "事项", "内容", "项目", "举措", "措施", "要点", "实事", "主题", "工作", "名称", "行动", "工程", "目标"))
            return ColumnUse.Task;
        return ColumnUse.Details;
    }

    private static bool Has(string header, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (header.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    public static Piece PieceOf(SourceCell cell) => new Piece(cell.Clean, 0, cell.Clean.Text, cell.Name).Trimmed();

    [GeneratedRegex(@"(?<year>20\d\d)年?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Year();

    [GeneratedRegex(@"\((?<inside>[^()]{1,12})\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Brackets();
}
