using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Reading;
using static TargetLedger.Documents.Tests.Reading.Package;

using Shouldly;
using Xunit;

namespace TargetLedger.Documents.Tests.Reading;

public sealed class WorkbookTests
{
    private const string Styles = """
        <numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="165" formatCode="0.0&quot;万元&quot;"/></numFmts>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="57"/><xf numFmtId="3"/><xf numFmtId="165"/></cellXfs>
        """;

    [Theory]
    [InlineData("0.85", 1, "85%")]
    [InlineData("0.0565", 2, "5.65%")]
    [InlineData("30000", 6, "30,000")]
    [InlineData("12.5", 7, "12.5万元")]
    [InlineData("30000", 0, "30000")]
    [InlineData("0.1", 0, "0.1")]
    public async Task Numbers_read_as_they_are_displayed(string value, int style, string displayed)
        => (await Sheet($"""<c r="A1" s="{style}"><v>{value}</v></c>""")).Cell("任务分解表!A1").Clean.Text.ShouldBe(displayed);

    [Theory]
    [InlineData(3, "2025/9/30")]
    [InlineData(4, "2025年9月30日")]
    public async Task A_real_date_is_known_as_a_day(int style, string displayed)
    {
        var cell = (await Sheet($"""<c r="A1" s="{style}"><v>45930</v></c>""")).Cell("任务分解表!A1");

        cell.Clean.Text.ShouldBe(displayed);
        cell.Date.ShouldBe(new DateOnly(2025, 9, 30));
    }

    [Fact]
    public async Task A_date_displayed_as_a_month_means_the_month_and_no_day()
    {
        var cell = (await Sheet("""<c r="A1" s="5"><v>45901</v></c>""")).Cell("任务分解表!A1");

        cell.Clean.Text.ShouldBe("2025年9月");
        cell.Date.ShouldBeNull();
    }

    [Fact]
    public async Task A_workbook_of_a_Macintosh_counts_its_days_from_1904()
    {
        var bytes = Workbook([("S", "visible", """<sheetData><row r="1"><c r="A1" s="3"><v>44468</v></c></row></sheetData>""")], styles: Styles, properties: """<workbookPr date1904="1"/>""");

        (await Read.File(bytes, "plan.xlsx")).Cell("S!A1").Date.ShouldBe(new DateOnly(2025, 9, 30));
    }

    [Fact]
    public async Task Merged_cells_appear_once_and_what_they_hide_is_pointed_out()
    {
        var bytes = Workbook(
            """
            <sheetData>
            <row r="1"><c r="A1" t="inlineStr"><is><t>重点任务分解表</t></is></c></row>
            <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>1</v></c></row>
            <row r="3"><c r="B3" t="str"><f>C3</f><v>市人社局</v></c><c r="C3" t="b"><v>1</v></c></row>
            </sheetData><mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="A2:A1048576"/><mergeCell ref="B2:C2"/></mergeCells>
            """,
            "<si><t>任务</t></si><si><r><t>责任</t></r><r><t>单位</t></r><rPh><t>zeren</t></rPh></si>");

        var read = await Read.File(bytes, "plan.xlsx");

        read.Grid().ShouldBe(["任务分解表!A1 重点任务分解表 [1×3]", "任务分解表!A2 任务 [2×1]", "任务分解表!B2 责任单位 [1×2]", "任务分解表!C2 ", "任务分解表!B3 市人社局", "任务分解表!C3 TRUE"]);
        read.Changes(ChangeKind.Hidden).ShouldBe(["责任单位 → "]);
        read.Changes(ChangeKind.Gloss).ShouldContain("zeren → ");
        read.Blocks.OfType<SourceTable>().Single().Name.ShouldBe("任务分解表");
        read.ShouldKeepItsPlaces();
    }

    [Fact]
    public async Task Hidden_rows_and_columns_are_read_and_pointed_out_a_hidden_sheet_is_not_read_on()
    {
        var bytes = Workbook([
            ("清单", "visible", """<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row></sheetData>"""),
            ("选项", "veryHidden", """<sheetData><row r="1"><c r="A1"><v>4</v></c></row></sheetData>"""),
            ("附表", "visible", """<sheetData><row r="5"><c r="AB5"><v>5</v></c></row></sheetData>"""),
        ]);

        var read = await Read.File(bytes, "plan.xlsx");

        read.Grid().ShouldBe(["清单!A1 1", "清单!B1 2", "清单!A2 3", "附表!AB5 5"]);
        read.Changes(ChangeKind.Hidden).ShouldBe(["2 → 2", "3 → 3", "4 → 4"]);
        read.Changes(ChangeKind.Noise).ShouldBe(["4 → "]);
        read.Text.ShouldBe("1\t2\n3\n4\n5\n");
    }

    [Fact]
    public async Task A_formula_nobody_calculated_and_an_error_are_damage_and_not_guessed()
    {
        var read = await Sheet("""<c r="A1"><f>SUM(B1:B9)</f></c><c r="B1" t="e"><v>#REF!</v></c>""");

        read.Changes(ChangeKind.Damaged).ShouldBe(["=SUM(B1:B9) → ", "#REF! → "]);
    }

    [Fact]
    public async Task A_workbook_written_by_the_Open_XML_SDK_reads()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            var row = new Row();
            row.Append(new DocumentFormat.OpenXml.Spreadsheet.Cell { DataType = CellValues.InlineString, InlineString = new(new Text("培训3万人次")) });
            row.Append(new DocumentFormat.OpenXml.Spreadsheet.Cell { CellValue = new(5) });
            sheet.Worksheet = new(new SheetData(row));
            book.Workbook = new(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Name = "S", SheetId = 1, Id = book.GetIdOfPart(sheet) }));
        }

        (await Read.File(stream.ToArray(), "plan.xlsx")).Grid().ShouldBe(["S!A1 培训3万人次", "S!B1 5"]);
    }

    private static Task<SourceDocument> Sheet(string cells)
        => Read.File(Workbook($"""<sheetData><row r="1">{cells}</row></sheetData>""", styles: Styles), "plan.xlsx");
}
