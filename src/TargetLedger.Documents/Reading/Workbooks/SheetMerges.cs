using TargetLedger.Documents.Cleaning;

namespace TargetLedger.Documents.Reading.Workbooks;

/// <summary>The merged ranges of a sheet. They come after its cells, and only what lies within the used part counts.</summary>
internal sealed class SheetMerges
{
    /// <summary>Merged rows, summed over all ranges; a sheet of twenty thousand rows has fewer.</summary>
    private const int MostRows = 200_000;

    private const int MostInRow = 1_000;

    private readonly List<(CellPlace First, CellPlace Last)> _ranges = [];

    public void Add(string? reference)
    {
        if (!CellPlace.TryParseRange(reference, out var first, out var last))
            return;
        _ranges.Add((first, last));
        if (_ranges.Count > ReadingLimits.MaxRows)
            throw Refusal.SheetTooLarge();
    }

    /// <summary>The cells, the upper left one of each range with its spans, those it covers left out.</summary>
    public List<TableCell> Apply(List<TableCell> cells)
    {
        if (_ranges.Count == 0 || cells.Count == 0)
            return cells;

        var (lastRow, lastColumn) = (cells[^1].Row, cells.Max(c => c.Column));
        var byRow = ByRow(lastRow);
        var merged = new List<TableCell>(cells.Count);
        foreach (var cell in cells)
        {
            if (Covering(byRow, cell) is not { } range)
                merged.Add(cell);
            else if (range.First == new CellPlace(cell.Row, cell.Column))
                merged.Add(cell with
                {
                    RowSpan = Math.Min(range.Last.Row, lastRow) - cell.Row + 1,
                    ColumnSpan = Math.Min(range.Last.Column, lastColumn) - cell.Column + 1,
                });
            else if (cell.Words.Text.Length > 0)
                merged.Add(Covered(cell));
        }

        return merged;
    }

    /// <summary>A value under a merged cell is not displayed. It goes into no sentence, but whoever checks the list sees it.</summary>
    private static TableCell Covered(TableCell cell)
        => cell with { Words = new("", [new(ChangeKind.Hidden, 0, 0, cell.Words.Text, "")]), Date = null };

    private Dictionary<int, List<(CellPlace First, CellPlace Last)>> ByRow(int lastRow)
    {
        var (byRow, rows) = (new Dictionary<int, List<(CellPlace, CellPlace)>>(), 0);
        foreach (var range in _ranges)
        {
            for (var row = range.First.Row; row <= Math.Min(range.Last.Row, lastRow); row++)
            {
                if (++rows > MostRows)
                    throw Refusal.SheetTooLarge();
                if (!byRow.TryGetValue(row, out var ranges))
                    byRow[row] = ranges = [];
                ranges.Add(range);
                if (ranges.Count > MostInRow)
                    throw Refusal.SheetTooLarge();
            }
        }

        return byRow;
    }

    private static (CellPlace First, CellPlace Last)? Covering(Dictionary<int, List<(CellPlace First, CellPlace Last)>> byRow, TableCell cell)
    {
        if (!byRow.TryGetValue(cell.Row, out var ranges))
            return null;
        foreach (var range in ranges)
        {
            if (range.First.Column <= cell.Column && cell.Column <= range.Last.Column)
                return range;
        }

        return null;
    }
}
