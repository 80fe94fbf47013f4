using CsvHelper;
using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Reading;
using TargetLedger.Documents.Reading.Archives;
using TargetLedger.Documents.Reading.Texts;
using TargetLedger.Documents.Reading.Workbooks;
using TargetLedger.Documents.Sheets;

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
    private static readonly CsvReaderOptions Csv = new()
    {
        HasHeader = false,
        SkipEmptyLines = false,
        MaxRecordSize = 256 * 1024,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <exception cref="RefusedException">The file cannot be read, or may not be.</exception>
    public static IReadOnlyList<FormGrid> Read(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (bytes.Length > ReadingLimits.MaxBytes)
            throw Refusal.TooLarge();
        if (bytes.IsEmpty)
            throw Refusal.Empty();
        return FileKinds.Of(bytes.Span, "") switch
        {
            FileKind.Package => ReadWorkbook(bytes, cancellation),
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
            .. WorkbookDocument.ReadSheets(package, main, cancellation).Select(sheet => new FormGrid(
                sheet.Name,
                [.. sheet.Cells.GroupBy(c => c.Row).Select(row => new FormGridRow(row.Key, row.ToDictionary(c => c.Column, CellOf)))],
                sheet.IsHidden)),
        ];
    }

    private static FormCell CellOf(TableCell cell)
        => new(cell.Words.Text.Trim(), cell.Number, cell.Date, cell.Words.Changes.Any(c => c.Kind == ChangeKind.Damaged));

    private static FormGrid ReadCsv(string text, CancellationToken cancellation)
    {
        var (rows, cells, row) = (new List<FormGridRow>(), 0, 0);
        using var reader = CsvReader.FromText(text, Csv);
        try
        {
            for (; reader.Read(); row++)
            {
                cancellation.ThrowIfCancellationRequested();
                var filled = new Dictionary<int, FormCell>();
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    if (Unmarked(reader.GetString(column)).Trim() is { Length: > 0 } field)
                        filled.Add(column, new(field));
                }

                cells += filled.Count;
                if (filled.Count > 0)
                    rows.Add(new(row, filled));
                if (rows.Count > ReadingLimits.MaxRows || cells > ReadingLimits.MaxCells)
                    throw Refusal.SheetTooLarge();
            }
        }
        catch (CsvFormatException)
        {
            throw Refusal.CsvMalformed(row + 1);
        }

        return new(null, rows);
    }

    private static string Unmarked(string field)
        => field is [SeparatedValues.InertMark, .. var text] && SheetCell.LooksLikeFormula(text) ? text : field;
}
