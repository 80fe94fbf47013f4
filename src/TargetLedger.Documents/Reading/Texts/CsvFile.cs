using CsvHelper;
using TargetLedger.Documents.Sheets;

namespace TargetLedger.Documents.Reading.Texts;

/// <summary>A .csv: one table, its fields as cells. The mark that keeps a text from being run by a spreadsheet is taken off.</summary>
internal static class CsvFile
{
    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = false,
        SkipEmptyLines = false,
        MaxRecordSize = 256 * 1024,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    public static Transcript Read(string text, CancellationToken cancellation)
    {
        var transcript = new Transcript();
        if (Cells(text, cancellation) is { Count: > 0 } cells)
            transcript.Add(cells, name: null);
        return transcript;
    }

    /// <summary>The fields that hold anything, by row, then column.</summary>
    /// <exception cref="RefusedException">It is too large, or its quotes do not close.</exception>
    public static List<TableCell> Cells(string text, CancellationToken cancellation)
    {
        var (cells, rows, row) = (new List<TableCell>(), 0, 0);
        using var reader = CsvReader.FromText(text, Options);
        try
        {
            for (; reader.Read(); row++)
            {
                cancellation.ThrowIfCancellationRequested();
                var before = cells.Count;
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    if (Unmarked(reader.GetString(column)).Trim() is { Length: > 0 } field)
                        cells.Add(new(Words.Plain(field), row, column));
                }

                if (cells.Count > before)
                    rows++;
                if (rows > ReadingLimits.MaxRows || cells.Count > ReadingLimits.MaxCells)
                    throw Refusal.SheetTooLarge();
            }
        }
        catch (CsvFormatException)
        {
            throw Refusal.CsvMalformed(row + 1);
        }

        return cells;
    }

    private static string Unmarked(string field)
        => field is [SeparatedValues.InertMark, .. var text] && SheetCell.LooksLikeFormula(text) ? text : field;
}
