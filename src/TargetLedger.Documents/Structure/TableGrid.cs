using TargetLedger.Documents.Quantities;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Structure;

/// <summary>A row of a table as one cell a column; a merged cell is in all rows and columns it covers.</summary>
internal sealed record TableLine(IReadOnlyList<SourceCell?> Cells)
{
    /// <summary>What is written in the row, each cell once.</summary>
    public List<SourceCell> Written { get; } = [.. Cells.Where(c => c is not null && c.Clean.Text.Trim().Length > 0).Select(c => c!).Distinct()];

    public SourceCell? At(int column) => column < Cells.Count && Cells[column] is { } cell && cell.Clean.Text.Trim().Length > 0 ? cell : null;

    /// <summary>How many columns a cell covers here.</summary>
    public int WidthOf(SourceCell cell) => Cells.Count(c => ReferenceEquals(c, cell));
}

/// <summary>Lays the cells of a table out as lines, or turns a table around whose headers stand in its columns.</summary>
internal static class TableGrid
{
    public static List<TableLine> Of(SourceTable table)
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

    /// <summary>The headers one below the other become a line: a form of one task, or a table with a task in each column.</summary>
    /// <param name="isLabel">Whether a cell can only be a header.</param>
    public static List<TableLine>? Turned(List<TableLine> lines, Func<SourceCell, bool> isLabel)
    {
        var width = lines.Max(l => l.Cells.Count);
        if (lines.Count > 200 || width > 60 || !IsLabels(0))
            return null;
        if (Pairs(lines, isLabel) is { } pairs)
            return Forms(pairs);
        if (width == 2)
            return Forms([.. lines.Select(l => (l.At(0), l.At(1))).Where(p => p.Item1 is not null)]);
        return [.. Enumerable.Range(0, width).Select(column => new TableLine([.. lines.Select(l => column < l.Cells.Count ? l.Cells[column] : null)]))];

        bool IsLabels(int column) => lines.Count(l => l.At(column) is { } cell && isLabel(cell)) is >= 2 and var labels && labels * 2 > lines.Count(l => l.At(column) is not null);
    }

    // 编号 | 7 | 事项名称 | …, and below it 目标 | … as wide as the rest: labels and what they say by turns.
    private static List<(SourceCell? Label, SourceCell? Value)>? Pairs(List<TableLine> lines, Func<SourceCell, bool> isLabel)
    {
        var rows = lines.ConvertAll(Apart);
        var later = rows.SelectMany(r => r.Skip(2).Where((c, i) => i % 2 == 0)).Where(c => c is not null && c.Clean.Text.Trim().Length > 0).ToList();
        if (!later.Exists(c => isLabel(c!)) || later.Count(c => MayBeLabel(c!)) * 2 <= later.Count || rows.Exists(r => r.Count > 1 && r.Count % 2 != 0))
            return null;
        return [.. rows.SelectMany(r => Enumerable.Range(0, r.Count / 2).Select(i => (r[2 * i], r[(2 * i) + 1]))).Where(p => p.Item1 is not null && p.Item1.Clean.Text.Trim().Length > 0)];
    }

    // 总投资, 资金来源: no header that surely is one, but none of what stands below headers either.
    private static bool MayBeLabel(SourceCell cell)
        => Text(cell) is { Length: >= 2 and <= 10 } text && !text.Any(char.IsAsciiDigit) && (ColumnWords.UseOf(text) != ColumnUse.Details || ColumnWords.IsWholeCost(text) || ColumnWords.IsAbout(text));

    // Each merged cell once.
    private static List<SourceCell?> Apart(TableLine line)
        => [.. line.Cells.Where((c, i) => c is null || i == 0 || !ReferenceEquals(c, line.Cells[i - 1]))];

    // Forms one below the other begin with the same label.
    private static List<TableLine>? Forms(List<(SourceCell? Label, SourceCell? Value)> pairs)
    {
        // 事项 | 内容 above the labels and what they say.
        if (pairs.Count > 2 && Text(pairs[0].Label) is "项目" or "事项" or "栏目" or "要素" or "类别" or "名称" && Text(pairs[0].Value) is "内容" or "具体内容" or "情况" or "具体情况" or "要求" or "说明")
            pairs = pairs[1..];
        if (pairs.Count == 0)
            return null;
        var header = pairs.TakeWhile((p, i) => i == 0 || Text(p.Label) != Text(pairs[0].Label)).Select(p => p.Label).ToList();
        var rows = new List<SourceCell?[]>();
        foreach (var (label, value) in pairs)
        {
            if (rows.Count == 0 || Text(label) == Text(pairs[0].Label))
                rows.Add(new SourceCell?[header.Count]);
            var column = header.FindIndex(h => Text(h) == Text(label));
            if (column >= 0)
                rows[^1][column] = value;
        }

        return [new(header), .. rows.Select(r => new TableLine(r))];
    }

    private static string Text(SourceCell? cell) => cell is null ? "" : Signs.OneForm(cell.Clean.Text).Trim();
}
