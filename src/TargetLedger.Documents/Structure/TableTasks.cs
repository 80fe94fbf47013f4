using TargetLedger.Documents.Quantities;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Structure;

/// <summary>The tasks of a table: rows under one merged name are one task, rows of totals are none.</summary>
internal sealed class TableTasks(Days? plan)
{
    private static readonly string[] Totals = ["合计", "总计", "小计", "全市合计", "全市", "全县", "全区", "全省", "全县合计", "全区合计"];

    private readonly MentionReader _reader = new(plan);

    /// <summary>Sums a table states that its rows do not add up to: header, stated, added.</summary>
    public List<(Piece Cell, string Header, decimal Stated, decimal Added)> WrongSums { get; } = [];

    public List<FoundTask> Of(TaskTable table, IReadOnlyList<string> path)
    {
        var tasks = new List<FoundTask>();
        var byCell = new Dictionary<SourceCell, FoundTask>(ReferenceEqualityComparer.Instance);
        var sums = new decimal[table.Columns.Count];
        string? band = null;
        foreach (var line in table.Lines)
        {
            if (Band(table, line) is { } title)
            {
                band = title;
                continue;
            }

            if (NameCell(table, line) is not { } name)
                continue;
            var piece = TaskTable.PieceOf(name);
            if (IsTotal(table, line))
            {
                CompareSums(table, line, sums);
                continue;
            }

            if (!byCell.TryGetValue(name, out var task))
            {
                task = Begin(table, line, piece, band is null ? path : [.. path, band]);
                byCell.Add(name, task);
                tasks.Add(task);
            }

            Fill(table, line, task, name, sums);
        }

        return tasks;
    }

    // A row that is one cell across the table names what follows.
    private static string? Band(TaskTable table, TableLine line)
    {
        var cells = line.Cells.Where(c => c is not null && c.Clean.Text.Trim().Length > 0).Select(c => c!).Distinct().ToList();
        return cells switch
        {
            [{ ColumnSpan: > 2 } only] => Stripped(TaskTable.PieceOf(only)),
            // 一 | 规范行政决策: its number stands in a cell of its own, and nothing else in the row.
            [var number, var title] when table.Columns[0].Use == ColumnUse.Number && number == line.Cells[0] && IsBandNumber(number) && table.Columns.Count > 3 => Stripped(TaskTable.PieceOf(title)),
            _ => null,
        };
    }

    private static bool IsBandNumber(SourceCell cell) => Signs.OneForm(cell.Clean.Text).Trim('(', ')', '、', ' ') is { Length: > 0 } text && text.All(c => "一二三四五六七八九十".Contains(c));

    private static string Stripped(Piece piece) => piece.Text[(Numbering.Read(piece.Form)?.Length ?? 0)..].Trim();

    private static SourceCell? NameCell(TaskTable table, TableLine line)
    {
        foreach (var use in new[] { ColumnUse.Task, ColumnUse.Indicator, ColumnUse.District })
        {
            if (table.Columns.ToList().FindIndex(c => c.Use == use) is >= 0 and var column && column < line.Cells.Count && line.Cells[column] is { } cell && cell.Clean.Text.Trim().Length > 0)
                return cell;
        }

        return null;
    }

    private static bool IsTotal(TaskTable table, TableLine line)
    {
        for (var i = 0; i < Math.Min(3, line.Cells.Count); i++)
        {
            if (line.Cells[i] is { } cell && Array.Exists(Totals, t => Signs.OneForm(cell.Clean.Text).Replace(" ", "", StringComparison.Ordinal) == t)
                && (table.Columns[i].Use is ColumnUse.Number or ColumnUse.Section or ColumnUse.Task or ColumnUse.District or ColumnUse.Indicator))
                return true;
        }

        return false;
    }

    private static FoundTask Begin(TaskTable table, TableLine line, Piece piece, IReadOnlyList<string> path)
    {
        string? number = null;
        var within = path.ToList();
        for (var i = 0; i < table.Columns.Count && i < line.Cells.Count; i++)
        {
            if (line.Cells[i] is not { } cell || cell.Clean.Text.Trim().Length == 0)
                continue;
            if (table.Columns[i].Use == ColumnUse.Number && number is null)
                number = cell.Clean.Text.Trim();
            else if (table.Columns[i].Use == ColumnUse.Section)
                within.Add(Stripped(TaskTable.PieceOf(cell)));
        }

        var own = Numbering.Read(piece.Form);
        var head = own is { } numbered ? piece.Part(numbered.Length..) : piece;
        return new(number ?? own?.Label, TaskTable.WithoutUnit(Titles.Of(head)), head, within);
    }

    private void Fill(TaskTable table, TableLine line, FoundTask task, SourceCell name, decimal[] sums)
    {
        var unit = UnitOf(table, line);
        var label = LabelOf(table, line, task);
        for (var i = 0; i < table.Columns.Count && i < line.Cells.Count; i++)
        {
            if (line.Cells[i] is not { } cell || cell.Clean.Text.Trim().Length == 0 || !_read.Add((cell, task)))
                continue;
            var piece = TaskTable.PieceOf(cell);
            var column = table.Columns[i];
            switch (column.Use)
            {
                case ColumnUse.Units:
                    task.Add(ResponsibilityReader.OfCell(piece.Form, piece.Text, column.Role));
                    break;
                case ColumnUse.District:
                    if (task.Units.Count == 0)
                        task.Units.AddRange(ResponsibilityReader.OfCell(piece.Form, piece.Text, StatedRole.Responsible));
                    break;
                case ColumnUse.Deadline:
                    if (cell.Date is { } day)
                        task.Due ??= new(day, null, IsOngoing: false);
                    else
                        task.TakeDeadline(piece, plan);
                    break;
                case ColumnUse.Target:
                    ReadTarget(column, piece, label, unit, task, i, sums);
                    break;
                case ColumnUse.Task or ColumnUse.Details:
                    task.Take(piece, plan);
                    break;
                case ColumnUse.Indicator when cell != name || !table.Columns.Any(c => c.Use == ColumnUse.Target):
                    if (table.Columns.Any(c => c.Use == ColumnUse.Target))
                        break;
                    task.Take(piece, plan);
                    break;
            }
        }
    }

    // A merged cell is read once for each task it belongs to.
    private readonly HashSet<(SourceCell, FoundTask)> _read = [];

    private void ReadTarget(TableColumn column, Piece piece, string label, (UnitWord Unit, decimal Scale)? unit, FoundTask task, int index, decimal[] sums)
    {
        var header = TaskTable.WithoutUnit(column.Header.Split('/')[^1]);
        var named = IsMeasureName(header) ? header : label;
        if (CellReader.Read(piece.Text, named, column.Unit ?? unit, column.Period) is { } mention)
        {
            if (mention.Kind == MentionKind.Target)
                sums[index] += mention.Value;
            task.Cells.Add((piece, mention));
            return;
        }

        foreach (var inWords in _reader.Read(piece.Text))
            task.Cells.Add((piece, inWords with { Period = inWords.Period ?? column.Period, Measure = inWords.Measure.Length > 1 ? inWords.Measure : label }));
        task.Prose.Add(piece);
    }

    // 新增学位 is a measure; 2025年目标, 全年计划 is not.
    private static bool IsMeasureName(string header)
    {
        var rest = header;
        foreach (var word in new[] { "目标值", "目标", "计划数", "任务数", "任务量", "指标值", "数量", "季度", "上半年", "下半年", "年度计划", "全年", "计划", "年度", "进度安排", "预期成效", "工作成效", "成果", "任务", "值", "第", "一", "二", "三", "四", "年", "完成", "量化", "工作", "要求", "标准", "月", "预期", "当年", "累计", "(", ")" })
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        return rest.Count(Signs.IsHan) >= 2;
    }

    private static (UnitWord Unit, decimal Scale)? UnitOf(TaskTable table, TableLine line)
    {
        for (var i = 0; i < table.Columns.Count && i < line.Cells.Count; i++)
        {
            if (line.Cells[i] is not { } cell)
                continue;
            var form = Signs.OneForm(cell.Clean.Text).Trim();
            if (table.Columns[i].Use == ColumnUse.UnitOfMeasure && UnitWord.Whole(form) is { } unit)
                return unit;
        }

        for (var i = 0; i < table.Columns.Count && i < line.Cells.Count; i++)
        {
            if (line.Cells[i] is { } cell && table.Columns[i].Use is ColumnUse.Indicator or ColumnUse.Task && TaskTable.BracketedUnit(Signs.OneForm(cell.Clean.Text)) is { } labelled)
                return labelled;
        }

        return null;
    }

    private static string LabelOf(TaskTable table, TableLine line, FoundTask task)
    {
        for (var i = 0; i < table.Columns.Count && i < line.Cells.Count; i++)
        {
            if (table.Columns[i].Use == ColumnUse.Indicator && line.Cells[i] is { } cell && cell.Clean.Text.Trim().Length > 0)
                return TaskTable.WithoutUnit(Stripped(TaskTable.PieceOf(cell)));
        }

        return task.Title;
    }

    private void CompareSums(TaskTable table, TableLine line, decimal[] sums)
    {
        for (var i = 0; i < table.Columns.Count && i < line.Cells.Count; i++)
        {
            if (table.Columns[i].Use != ColumnUse.Target || line.Cells[i] is not { } cell || sums[i] == 0)
                continue;
            var piece = TaskTable.PieceOf(cell);
            if (CellReader.Read(piece.Text, "", table.Columns[i].Unit, null) is { Kind: MentionKind.Target } stated && stated.Value != sums[i] && stated.Unit != "%")
                WrongSums.Add((piece, table.Columns[i].Header, stated.Value, sums[i]));
        }
    }
}
