using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Reading;
using TargetLedger.Documents.Reading.Archives;
using TargetLedger.Documents.Reading.Programs;
using TargetLedger.Documents.Reading.Texts;
using TargetLedger.Documents.Reading.Workbooks;

namespace TargetLedger.Documents.Forms;

/// <summary>The cells of one sheet, by row and column from 0.</summary>
/// <param name="Name">The sheet's; null for a .csv.</param>
internal sealed record FormGrid(string? Name, IReadOnlyList<FormGridRow> Rows, bool IsHidden = false);

internal sealed record FormGridRow(int Row, IReadOnlyDictionary<int, FormCell> Cells)
{
    public FormCell? At(int column) => Cells.GetValueOrDefault(column);

    public string TextAt(int? column) => column is { } c ? At(c)?.Text ?? "" : "";
}

/// <param name="Text">As displayed, trimmed.</param>
/// <param name="Number">As stored, where the cell holds a number; of a formula what it had come to when the file was saved.</param>
/// <param name="IsDamaged">An error, or a formula nobody has calculated.</param>
internal sealed record FormCell(string Text, double? Number = null, DateOnly? Day = null, bool IsDamaged = false);

/// <summary>Opens what a unit sends, within the limits of all reading of documents.</summary>
internal static class FormGrids
{
    /// <exception cref="RefusedException">The file cannot be read, or may not be.</exception>
    public static async Task<IReadOnlyList<FormGrid>> ReadAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (bytes.Length > ReadingLimits.MaxBytes)
            throw Refusal.TooLarge();
        if (bytes.IsEmpty)
            throw Refusal.Empty();
        return FileKinds.Of(bytes.Span, "") switch
        {
            FileKind.Package => ReadWorkbook(bytes, cancellation),
            FileKind.CompoundFile => ReadWorkbook(await ConvertAsync(bytes, cancellation), cancellation),
            FileKind.Text => [ReadCsv(TextDecoding.Decode(bytes), cancellation)],
            _ => throw Refusal.NoForm(),
        };
    }

    private static List<FormGrid> ReadWorkbook(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using var package = Package.Open(bytes);
        package.RefuseMacros();
        if (package.Related("", "officeDocument") is not { } main || !Path.GetFileName(main).StartsWith("workbook", StringComparison.OrdinalIgnoreCase))
            throw Refusal.NoForm();
        return
        [
            .. WorkbookDocument.ReadSheets(package, main, lists: null, cancellation).Select(sheet => new FormGrid(
                sheet.Name,
                RowsOf(sheet.Cells),
                sheet.IsHidden)),
        ];
    }

    private static FormCell CellOf(TableCell cell)
        => new(cell.Words.Text.Trim(), cell.Number, cell.Date, cell.Words.Changes.Any(c => c.Kind == ChangeKind.Damaged));

    /// <summary>A form saved in a format of old; what is no workbook is no form, whatever could be made of it.</summary>
    private static async Task<byte[]> ConvertAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        // A form comes without a name; only .et has streams that say nothing of what they are.
        var (from, to) = OlderFormats.Examine(bytes, ".et");
        return to == "xlsx" ? await LibreOffice.ConvertAsync(bytes, from, to, cancellation) : throw Refusal.NoForm();
    }

    private static FormGrid ReadCsv(string text, CancellationToken cancellation) => new(null, RowsOf(CsvFile.Cells(text, cancellation)));

    private static List<FormGridRow> RowsOf(IEnumerable<TableCell> cells)
        // A stray blank is nothing anybody filled in.
        => [.. cells.Select(c => (c.Row, c.Column, Cell: CellOf(c))).Where(c => c.Cell.Text.Length > 0 || c.Cell.Number is not null || c.Cell.IsDamaged)
            .GroupBy(c => c.Row).Select(row => new FormGridRow(row.Key, row.ToDictionary(c => c.Column, c => c.Cell)))];
}
