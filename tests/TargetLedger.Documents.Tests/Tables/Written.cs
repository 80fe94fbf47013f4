using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Shouldly;
using TargetLedger.Documents.Sheets;
using Xunit;

namespace TargetLedger.Documents.Tests.Tables;

/// <summary>Tables written for a test, as an answer would be.</summary>
internal static class Written
{
    public static async Task<byte[]> AsAsync(SheetFormat format, TargetLedger.Documents.Sheets.Sheet sheet, params IReadOnlyList<SheetCell>[] rows)
    {
        var target = new AsyncOnlyStream();
        await SheetFile.WriteAsync(target, format, sheet, rows.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        return target.Bytes;
    }

    public static TargetLedger.Documents.Sheets.Sheet Sheet(params SheetColumn[] columns)
        => new("台账", "责任清单 A&B", "截至第 12 号记录所知", "截至第 12 号记录所知 <A&B>", columns);

    /// <summary>What the Open XML SDK finds wrong with a package.</summary>
    public static IReadOnlyList<string> Faults(OpenXmlPackage package)
        => [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];

    public static SpreadsheetDocument Workbook(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    public static Worksheet FirstSheet(SpreadsheetDocument workbook)
        => ((WorksheetPart)workbook.WorkbookPart!.GetPartById(workbook.WorkbookPart.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First().Id!)).Worksheet;

    public static Cell Cell(Worksheet sheet, string name) => sheet.Descendants<Cell>().Single(c => c.CellReference == name);

    public static CellFormat FormatOf(SpreadsheetDocument workbook, Cell cell)
        => workbook.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
}
