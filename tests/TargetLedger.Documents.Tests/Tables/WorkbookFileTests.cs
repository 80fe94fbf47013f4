using DocumentFormat.OpenXml.Spreadsheet;
using Shouldly;
using TargetLedger.Documents.Reading;
using TargetLedger.Documents.Sheets;
using Xunit;
using static TargetLedger.Documents.Tests.Tables.Written;

namespace TargetLedger.Documents.Tests.Tables;

/// <summary>What somebody relies on who opens or prints an exported .xlsx.</summary>
public sealed class WorkbookFileTests
{
    private static readonly SheetColumn[] Columns = [new("编号"), new("责任事项", 20), new("完成数"), new("数据截至"), new("识别码", IsHidden: true)];

    private static readonly SheetCell[] Row =
        [SheetCell.Of("6-2"), SheetCell.Of("促进大学生就业\n第二行"), SheetCell.Of(12345.6m), SheetCell.Of(new DateOnly(2014, 6, 30)), SheetCell.Of("x")];

    [Fact]
    public async Task It_is_valid_by_the_schema_of_the_format()
    {
        var sheet = Sheet([.. Columns, new("形象进度", FillIn: new(FillInKind.Text, ["未启动", "推进中"])), new("本期数", FillIn: new(FillInKind.Number))]) with { Kept = ["a", "=b"] };
        using var workbook = Workbook(await AsAsync(SheetFormat.Xlsx, sheet, [.. Row, SheetCell.Empty, SheetCell.Empty]));

        Faults(workbook).ShouldBeEmpty();
        workbook.WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Last().State!.Value.ShouldBe(SheetStateValues.VeryHidden);
    }

    [Fact]
    public async Task A_sheet_the_schema_does_not_allow_would_be_found()
    {
        var bytes = await AsAsync(SheetFormat.Xlsx, Sheet(Columns), Row);
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using var workbook = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(stream, isEditable: true);
        var sheet = FirstSheet(workbook);
        sheet.InsertBefore(sheet.GetFirstChild<PageSetup>()!.CloneNode(deep: true), sheet.GetFirstChild<SheetData>());

        Faults(workbook).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Numbers_are_numbers_and_dates_are_dates()
    {
        using var workbook = Workbook(await AsAsync(SheetFormat.Xlsx, Sheet(Columns), Row));
        var sheet = FirstSheet(workbook);

        Cell(sheet, "C4").CellValue!.Text.ShouldBe("12345.6");
        Cell(sheet, "C4").DataType.ShouldBeNull();
        Cell(sheet, "D4").CellValue!.Text.ShouldBe("41820");
        var format = FormatOf(workbook, Cell(sheet, "D4")).NumberFormatId!.Value;
        workbook.WorkbookPart!.WorkbookStylesPart!.Stylesheet.NumberingFormats!.Elements<NumberingFormat>().Single(f => f.NumberFormatId!.Value == format).FormatCode!.Value.ShouldBe(@"yyyy\-mm\-dd");
    }

    [Fact]
    public async Task It_prints_on_A4_landscape_as_wide_as_the_page_with_the_header_on_every_page()
    {
        using var workbook = Workbook(await AsAsync(SheetFormat.Xlsx, Sheet(Columns), Row));
        var sheet = FirstSheet(workbook);
        var setup = sheet.GetFirstChild<PageSetup>()!;

        setup.PaperSize!.Value.ShouldBe(9u);
        setup.Orientation!.Value.ShouldBe(OrientationValues.Landscape);
        setup.FitToWidth!.Value.ShouldBe(1u);
        setup.FitToHeight!.Value.ShouldBe(0u);
        workbook.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().Single().Text.ShouldBe("'台账'!$3:$3");
        sheet.GetFirstChild<HeaderFooter>()!.OddFooter!.Text.ShouldBe("&L&9截至第 12 号记录所知 <A&&B>&R&9第 &P 页，共 &N 页");
        sheet.Descendants<Pane>().Single().VerticalSplit!.Value.ShouldBe(3);
    }

    [Fact]
    public async Task A_foot_that_begins_with_a_digit_is_not_taken_for_the_size_of_its_letters()
    {
        using var workbook = Workbook(await AsAsync(SheetFormat.Xlsx, Sheet(Columns) with { Footer = "2014-06-30 在册" }, Row));

        FirstSheet(workbook).GetFirstChild<HeaderFooter>()!.OddFooter!.Text.ShouldStartWith("&L&9 2014-06-30 在册");
    }

    [Fact]
    public async Task What_is_there_to_be_read_back_is_not_printed()
    {
        SheetColumn[] columns = [new("事项"), new("单位"), new("判定依据值", IsPrinted: false)];
        using var workbook = Workbook(await AsAsync(SheetFormat.Xlsx, Sheet(columns), [SheetCell.Of("培训"), SheetCell.Of("人"), SheetCell.Of(1m)]));

        workbook.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().Select(n => (n.Name!.Value, n.Text)).ShouldBe([("_xlnm.Print_Area", "'台账'!$A:$B"), ("_xlnm.Print_Titles", "'台账'!$3:$3")]);
        FirstSheet(workbook).Descendants<MergeCell>().Select(m => m.Reference!.Value).ShouldBe(["A1:B1", "A2:B2"]);
    }

    [Fact]
    public async Task Columns_are_wide_enough_for_Chinese_texts_and_no_wider_than_is_wanted()
    {
        using var workbook = Workbook(await AsAsync(SheetFormat.Xlsx, Sheet(new("单位"), new("事项", 20)), [SheetCell.Of("市人力资源和社会保障局"), SheetCell.Of(new string('字', 50))]));
        var widths = FirstSheet(workbook).Descendants<Column>().Select(c => c.Width!.Value);

        widths.ShouldBe([24, 20]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("＝1+1")]
    public async Task A_text_that_looks_like_a_formula_stays_a_text(string text)
    {
        using var workbook = Workbook(await AsAsync(SheetFormat.Xlsx, Sheet(new SheetColumn("事项")), [SheetCell.Of(text)]));
        var sheet = FirstSheet(workbook);
        var cell = Cell(sheet, "A4");

        sheet.Descendants<CellFormula>().ShouldBeEmpty();
        cell.DataType!.Value.ShouldBe(CellValues.InlineString);
        cell.InlineString!.Text!.Text.ShouldBe(text.Replace('\r', '\n'));
        FormatOf(workbook, cell).QuotePrefix!.Value.ShouldBeTrue();
    }

    [Fact]
    public async Task Characters_no_file_can_hold_are_shown_as_damaged()
    {
        using var workbook = Workbook(await AsAsync(SheetFormat.Xlsx, Sheet(new SheetColumn("事项")), [SheetCell.Of("甲\u0001乙\ud800丙𠮷")]));

        Cell(FirstSheet(workbook), "A4").InlineString!.Text!.Text.ShouldBe("甲\uFFFD乙\uFFFD丙𠮷");
    }

    [Fact]
    public async Task The_same_table_is_the_same_file()
        => (await AsAsync(SheetFormat.Xlsx, Sheet(Columns), Row)).ShouldBe(await AsAsync(SheetFormat.Xlsx, Sheet(Columns), Row));

    [Fact]
    public async Task What_reads_documents_reads_it_cell_by_cell()
    {
        var reading = await DocumentReader.ReadAsync(await AsAsync(SheetFormat.Xlsx, Sheet(Columns), Row), "台账.xlsx", TestContext.Current.CancellationToken);
        var cells = reading.File.ShouldNotBeNull().Blocks.OfType<SourceTable>().Single().Rows.SelectMany(r => r.Cells).ToDictionary(c => c.Name);

        cells["台账!A4"].Clean.Text.ShouldBe("6-2");
        cells["台账!C4"].Clean.Text.ShouldBe("12,345.6");
        cells["台账!D4"].Date.ShouldBe(new DateOnly(2014, 6, 30));
    }
}
