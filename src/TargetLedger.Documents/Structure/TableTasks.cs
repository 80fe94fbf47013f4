using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;
using TargetLedger.Documents.Reading;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Documents.Structure;

/// <summary>The tasks of a table: rows under one merged name are one task, rows of totals are none.</summary>
internal sealed partial class TableTasks(Days? plan)
{
    private readonly MentionReader _reader = new(plan);

    /// <summary>Sums a table states that its rows do not add up to: header, stated, added.</summary>
    public List<(Piece Cell, string Header, decimal Stated, decimal Added)> WrongSums { get; } = [];

    /// <summary>Targets that the workbook shows with fewer digits than it holds: as shown, as held.</summary>
    public List<(Piece Cell, string Held)> Rounded { get; } = [];

    public List<FoundTask> Of(TaskTable table, IReadOnlyList<string> path)
    {
        var tasks = new List<FoundTask>();
        var byCell = new Dictionary<SourceCell, FoundTask>(ReferenceEqualityComparer.Instance);
        var sums = new decimal[table.Columns.Count];
        var band = table.Heading;
        var sections = new SourceCell?[table.Columns.Count];
        (SourceCell Name, FoundTask Task, string? Number)? last = null;
        foreach (var line in table.Lines)
        {
            if (TableBands.Of(table, line) is { } title)
            {
                if (!Note().IsMatch(title))
                    (band, last, sections) = (title, null, new SourceCell?[table.Columns.Count]);
                continue;
            }

            if (TotalRows.Of(table, line) is { } total)
            {
                if (!total.Contains("小计", StringComparison.Ordinal))
                    CompareSums(table, line, sums);
                continue;
            }

            if (NameCells.Of(table, line) is not { } name || IsRemark(table, line, name))
                continue;
            // Rows that nobody merged: the name is written once, or again and again.
            if (last is { } before && (GoesOn(table, line, name, before) || IsPartOf(table, line, name)))
                name = before.Name;
            var piece = TaskTable.PieceOf(name);
            if (!byCell.TryGetValue(name, out var task) || (last is { } row && IsNumberedApart(table, line, name, row)))
            {
                task = Begin(table, Carried(table, line, sections), piece, band is null ? path : [.. path, band]);
                byCell[name] = task;
                tasks.Add(task);
            }

            last = (name, task, NumberOf(table, line) ?? (last is { } earlier && earlier.Name == name ? earlier.Number : null));

            Fill(table, line, task, name, sums);
        }

        return tasks;
    }

    // 注:1.…; 加分项 | 获国家级表彰的每项加2分 across all that is left of the row: who answers would stand there.
    private static bool IsRemark(TaskTable table, TableLine line, SourceCell name)
        => (line.Written.Count == 1 && Note().IsMatch(name.Clean.Text.Trim()))
            || Enumerable.Range(0, Math.Min(table.Columns.Count, line.Cells.Count)).Any(i => table.Columns[i].Use is ColumnUse.Units or ColumnUse.Deadline && ReferenceEquals(line.Cells[i], name));

    // What is written once holds for the rows below that leave it open.
    private static TableLine Carried(TaskTable table, TableLine line, SourceCell?[] sections)
    {
        var cells = line.Cells.ToArray();
        for (var i = 0; i < table.Columns.Count && i < cells.Length; i++)
        {
            if (table.Columns[i].Use != ColumnUse.Section)
                continue;
            sections[i] = line.At(i) ?? sections[i];
            cells[i] = sections[i];
        }

        return new(cells);
    }

    private static string? NumberOf(TaskTable table, TableLine line)
        => table.Columns.ToList().FindIndex(c => c.Use == ColumnUse.Number) is >= 0 and var column ? line.At(column)?.Clean.Text.Trim() : null;

    private static bool GoesOn(TaskTable table, TableLine line, SourceCell name, (SourceCell Name, FoundTask Task, string? Number) before)
    {
        if (name == before.Name || (NumberOf(table, line) is { } number && number != before.Number))
            return false;
        var column = table.Columns.ToList().FindIndex(c => c.Use == ColumnUse.Task);
        return column >= 0 && (line.At(column) is null
            ? NumberOf(table, line) is null && before.Number is not null
            : line.At(column) == name && name.Clean.Text.Trim() == before.Name.Clean.Text.Trim() && table.Columns.Any(c => c.Use == ColumnUse.Indicator));
    }

    // One indicator over rows that each have a number and somebody of their own to answer: each row is a task.
    private static bool IsNumberedApart(TaskTable table, TableLine line, SourceCell name, (SourceCell Name, FoundTask Task, string? Number) before)
        => ReferenceEquals(name, before.Name) && NumberOf(table, line) is { Length: > 0 } number && before.Number is { Length: > 0 } above && number != above
            && Enumerable.Range(0, table.Columns.Count).Any(i => table.Columns[i].Use is ColumnUse.Units or ColumnUse.District && line.At(i) is { } unit && unit.RowSpan < name.RowSpan);

    // 其中:高校毕业生 below 新增就业, without a number of its own.
    private static bool IsPartOf(TaskTable table, TableLine line, SourceCell name)
        => NumberOf(table, line) is null && Signs.OneForm(name.Clean.Text).TrimStart(' ', '-', '#').StartsWith("其中", StringComparison.Ordinal);

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
                within.Add(TableBands.Stripped(TaskTable.PieceOf(cell)));
        }

        var own = Numbering.Read(piece.Form);
        var head = own is { } numbered ? piece.Part(numbered.Length..) : piece;
        return new(number ?? own?.Label, TaskTable.WithoutUnit(Titles.Of(head)), head, within);
    }

    private void Fill(TaskTable table, TableLine line, FoundTask task, SourceCell name, decimal[] sums)
    {
        var unit = RowMeasures.UnitOf(table, line);
        var label = LabelOf(table, line, task);
        for (var i = 0; i < table.Columns.Count && i < line.Cells.Count; i++)
        {
            if (line.Cells[i] is not { } cell || cell.Clean.Text.Trim().Length == 0 || !_read.Add((cell, task)))
                continue;
            var piece = TaskTable.PieceOf(cell);
            var column = table.Columns[i];
            switch (column.Use)
            {
                case ColumnUse.Units when column.Marks is { } marks:
                    if (marks.TryGetValue(piece.Form, out var part))
                        task.Add(ResponsibilityReader.OfCell(column.Own, column.Own, part));
                    break;
                case ColumnUse.Units:
                    task.Add(UnitCells.Of(column, piece));
                    if (ResponsibilityReader.DeadlineOfCell(piece.Form) is { } when)
                        task.TakeDeadline(piece.Part(when).Trimmed(), plan);
                    break;
                case ColumnUse.District:
                    if (task.Units.Count == 0)
                        task.Units.AddRange(ResponsibilityReader.OfCell(piece.Form, piece.Text, StatedRole.Responsible));
                    break;
                case ColumnUse.Deadline:
                    if ((cell.Date ?? StoredDay.Of(piece.Form)) is { } day)
                        task.Due = Later(task.Due, new(day, null, IsOngoing: false));
                    else
                        TakeSchedule(piece, task);
                    break;
                case ColumnUse.Remarks:
                    foreach (var bound in _reader.Read(piece.Text).Where(m => m.Kind == MentionKind.Target && Binds(m, piece.Form)))
                        task.Cells.Add((piece, bound));
                    break;
                case ColumnUse.Target:
                    ReadTarget(table, cell, label, unit, task, i, sums);
                    break;
                case ColumnUse.Task or ColumnUse.Details:
                    if (!column.OnlyNames)
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

    // A remark binds where it says how far, by how much, or what is to be done: not lower than 60%, 增长8%, 新建仓库2座, 复核率100%.
    private static bool Binds(Mention mention, string form)
        => Binding().IsMatch(form[mention.Start..mention.End]) || mention.Bound == Bound.Growth || mention.Unit == "%" || mention.Confidence >= 0.95 || Arrived().IsMatch(form[..mention.Start]);

    // 6月底前完成招标,12月底前建成3所: by when, and what.
    private void TakeSchedule(Piece piece, FoundTask task)
    {
        var before = task.Due;
        task.Due = null;
        task.TakeDeadline(piece, plan);
        task.Due = Later(before, task.Due);
        if (piece.Text.Length > 12 && !Deadlines.IsAlone(piece.Form) && (task.Due is { Day: not null } || _reader.Read(piece.Text).Exists(m => m.Kind == MentionKind.Target)))
            task.Prose.Add(piece);
    }

    // 第一季度 3月31日, 第二季度 6月30日 below one name: the task ends with the last of them.
    private static Due? Later(Due? before, Due? now)
        => before is null || (before.Day is { } first && now?.Day is { } next && next > first) ? now : before;

    // A merged cell is read once for each task it belongs to.
    private readonly HashSet<(SourceCell, FoundTask)> _read = [];

    private void ReadTarget(TaskTable table, SourceCell cell, string label, (UnitWord Unit, decimal Scale)? unit, FoundTask task, int index, decimal[] sums)
    {
        var piece = TaskTable.PieceOf(cell);
        var column = table.Columns[index];
        var header = TaskTable.WithoutUnit(column.Own);
        var changes = ColumnWords.IsChange(header);
        // 年均增长或累计: either, as the row's own name and unit say.
        if (ColumnWords.IsPaceOrSum(header))
            header = "";
        var named = changes ? label + header : column.Place is null && !ColumnWords.IsTotal(header) && RowMeasures.IsName(header) ? header : MeasureAbove(table, column) ?? label;
        var measured = column.Unit ?? (changes ? RowMeasures.OfChange(header, unit) : unit) ?? table.Unit;
        if (CellReader.Read(piece.Text, named, measured, column.Period) is { } mention)
        {
            if (StoredFigure.Of(cell) is { } held && CellReader.Read(held, named, measured, column.Period) is { } exact)
            {
                mention = mention with { Value = exact.Value };
                Rounded.Add((piece, held));
            }

            if (column.Place is { } place)
                mention = mention with { Per = [place] };
            if (ColumnWords.Aspires(column.Header))
                mention = mention with { IsAspirational = true };
            if (mention.Kind == MentionKind.Target)
                sums[index] += mention.Value;
            task.Cells.Add((piece, mention));
            return;
        }

        var led = LeadingFigure.Of(piece.Form, named, measured, column.Period);
        if (led is { } first)
            task.Cells.Add((piece, column.Place is { } of ? first with { Per = [of] } : first));
        foreach (var inWords in _reader.Read(piece.Text).Where(m => led is null || m.Start >= led.End))
            task.Cells.Add((piece, inWords with { Per = column.Place is { } per && inWords.Per.Count == 0 ? [per] : inWords.Per, Period = inWords.Period ?? column.Period, Measure = inWords.Measure.Length > 1 ? inWords.Measure : label }));
        task.Prose.Add(piece);
    }

    // 城镇新增就业(人)/目标 over the rows of places: the upper header names what is counted.
    private static string? MeasureAbove(TaskTable table, TableColumn column)
        => table.Columns.Any(c => c.Use == ColumnUse.District) && !table.Columns.Any(c => c.Use is ColumnUse.Task or ColumnUse.Indicator)
            ? column.Parts.Select(TaskTable.WithoutUnit).LastOrDefault(RowMeasures.IsName)
            : null;

    private static string LabelOf(TaskTable table, TableLine line, FoundTask task)
    {
        for (var i = 0; i < table.Columns.Count && i < line.Cells.Count; i++)
        {
            if (table.Columns[i].Use == ColumnUse.Indicator && line.Cells[i] is { } cell && cell.Clean.Text.Trim().Length > 0)
                return TaskTable.WithoutUnit(TableBands.Stripped(TaskTable.PieceOf(cell)));
        }

        if (NameCells.Of(table, line) is { } own && IsPartOf(table, line, own))
            return $"{task.Title}({own.Clean.Text.Trim()})";
        return task.Title;
    }

    private void CompareSums(TaskTable table, TableLine line, decimal[] sums)
    {
        for (var i = 0; i < table.Columns.Count && i < line.Cells.Count; i++)
        {
            if (table.Columns[i].Use != ColumnUse.Target || line.Cells[i] is not { } cell || sums[i] == 0)
                continue;
            var piece = TaskTable.PieceOf(cell);
            if (CellReader.Read(StoredFigure.Of(cell) ?? piece.Text, "", table.Columns[i].Unit ?? table.Unit, null) is { Kind: MentionKind.Target } stated && Math.Abs(stated.Value - sums[i]) > 0.000_001m * Math.Max(1, stated.Value) && stated.Unit != "%")
                WrongSums.Add((piece, string.Join('/', table.Columns[i].Parts), stated.Value, sums[i]));
        }
    }

    [GeneratedRegex("^(注|备注|说明|填表说明|填报说明)\\s*[:：1一]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Note();

    [GeneratedRegex("(到账|到位|到账金额|到位资金|入账|回款|签约|成交)额?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Arrived();

    [GeneratedRegex("不低于|不少于|不高于|不超过|不大于|不小于|达到|控制在|以上|以内|以下|左右|超过|突破|超|[≥≤]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Binding();
}
