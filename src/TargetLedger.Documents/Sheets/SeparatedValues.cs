using CsvHelper;

namespace TargetLedger.Documents.Sheets;

/// <summary>A table as .csv: the header row and the rows, nothing above them, so that programs read it too.</summary>
internal static class SeparatedValues
{
    /// <summary>Put before a text that a spreadsheet would run, and taken off again by who reads a form back.</summary>
    public const char InertMark = '\'';

    // Full-width signs are no ASCII, so the library's own escaping cannot know them.
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true };

    public static async Task WriteAsync(
        Stream target, Sheet sheet, IAsyncEnumerable<IReadOnlyList<SheetCell>> rows, CancellationToken cancellation)
    {
        await using var writer = CsvWriter.Create(target, Options, leaveOpen: true);
        foreach (var column in sheet.Columns)
            writer.WriteField(column.Header);
        await writer.EndRecordAsync(cancellation);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            foreach (var cell in row)
                Write(writer, cell);
            await writer.EndRecordAsync(cancellation);
        }

        await writer.FlushAsync(cancellation);
    }

    private static void Write(CsvWriter writer, SheetCell cell)
    {
        if (cell.Number is { } number)
            writer.WriteField(Figures.Plain(number));
        else if (cell.Day is { } day)
            writer.WriteField(Figures.Plain(day));
        else
            writer.WriteField(Inert(cell.Text));
    }

    private static string? Inert(string? text) => text is not null && SheetCell.LooksLikeFormula(text) ? InertMark + text : text;
}
