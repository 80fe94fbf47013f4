using CsvHelper;
using TargetLedger.Documents.Sheets;

namespace TargetLedger.Documents.Reading.Texts;

/// <summary>A .csv: one table, its fields as cells. The mark that keeps a text from being run by a spreadsheet is taken off.</summary>
internal static class CsvFile
{
    private const int MaxHeadingBytes = 16 * 1024;

    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = false,
        SkipEmptyLines = false,
        MaxRecordSize = 256 * 1024,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <summary>Whether it is longer than others may be, and its first line holds the headings of a list this ledger has exported.</summary>
    public static bool MayBeList(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length <= ReadingLimits.MaxHtmlCharacters)
            return false;
        var start = bytes[..Math.Min(bytes.Length, MaxHeadingBytes)];
        var line = start.Span.IndexOf((byte)'\n');
        return line > 0 && TextDecoding.Decode(start[..line]) is var header && ListColumns.Needed.All(h => header.Contains(h, StringComparison.Ordinal));
    }

    /// <exception cref="RefusedException">It is too large, or its quotes do not close.</exception>
    public static Transcript Read(string text, CancellationToken cancellation)
    {
        var transcript = new Transcript();
        var list = new ListRecorder(transcript, sheet: null);
        var (cells, rows) = (new List<TableCell>(), 0);
        foreach (var row in Rows(text, cancellation))
        {
            if (list.HasBegun)
                list.Add(row);
            else if (rows++ >= ListRecorder.MaxHeaderRow || !list.TryBegin(row, cells))
                Take(cells, row, rows);
        }

        if (!list.HasBegun && cells.Count > 0)
            transcript.Add(cells, name: null);
        return transcript;
    }

    /// <summary>The fields that hold anything, by row, then column.</summary>
    /// <exception cref="RefusedException">It is too large, or its quotes do not close.</exception>
    public static List<TableCell> Cells(string text, CancellationToken cancellation)
    {
        var (cells, rows) = (new List<TableCell>(), 0);
        foreach (var row in Rows(text, cancellation))
            Take(cells, row, ++rows);
        return cells;
    }

    private static void Take(List<TableCell> cells, List<TableCell> row, int rows)
    {
        cells.AddRange(row);
        if (rows > ReadingLimits.MaxRows || cells.Count > ReadingLimits.MaxCells)
            throw Refusal.SheetTooLarge();
    }

    /// <summary>The rows that hold anything.</summary>
    private static IEnumerable<List<TableCell>> Rows(string text, CancellationToken cancellation)
    {
        using var reader = CsvReader.FromText(text, Options);
        for (var row = 0; Next(reader, row); row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var cells = new List<TableCell>();
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (Unmarked(reader.GetString(column)).Trim() is { Length: > 0 } field)
                    cells.Add(new(Words.Plain(field), row, column));
            }

            if (cells.Count > 0)
                yield return cells;
        }
    }

    private static bool Next(CsvReader reader, int row)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException)
        {
            throw Refusal.CsvMalformed(row + 1);
        }
    }

    private static string Unmarked(string field)
        => field is [SeparatedValues.InertMark, .. var text] && SheetCell.LooksLikeFormula(text) ? text : field;
}
