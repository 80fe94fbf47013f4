using System.Text;
using Shouldly;
using TargetLedger.Documents.Reading;
using TargetLedger.Documents.Reading.Programs;
using Xunit;
using static TargetLedger.Documents.Tests.Reading.Package;

namespace TargetLedger.Documents.Tests.Reading;

/// <summary>Formats other programs of the machine read for us. Where they are missing there is nothing to test but the refusal.</summary>
public sealed class ProgramTests
{
    private const string Body =
        "<w:p><w:r><w:t>某市2026年工作要点</w:t></w:r></w:p><w:p><w:r><w:t>一、全年开展职业技能培训3万人次以上,新建技能大师工作室5个。</w:t></w:r></w:p>"
        + "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"4000\"/><w:gridCol w:w=\"4000\"/></w:tblGrid>"
        + "<w:tr><w:tc><w:p><w:r><w:t>任务</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>牵头单位</w:t></w:r></w:p></w:tc></w:tr>"
        + "<w:tr><w:tc><w:p><w:r><w:t>培训</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>市人社局</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>完</w:t></w:r></w:p>";

    [Theory]
    [InlineData("docx", "doc")]
    [InlineData("docx", "rtf")]
    [InlineData("docx", "odt")]
    public async Task Older_documents_read_like_new_ones(string from, string to)
    {
        var read = await Read.File(await Converted(Word(Body), from, to), $"plan.{to}");

        read.Paragraphs().ShouldContain("一、全年开展职业技能培训3万人次以上,新建技能大师工作室5个。");
        read.Cells().Select(c => c.Clean.Text).ShouldBe(["任务", "牵头单位", "培训", "市人社局"]);
    }

    [Theory]
    [InlineData("xls")]
    [InlineData("ods")]
    public async Task Older_workbooks_read_like_new_ones(string to)
    {
        var book = Workbook("<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>培训3万人次</t></is></c><c r=\"B1\" s=\"1\"><v>45930</v></c></row></sheetData>", styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>");

        var read = await Read.File(await Converted(book, "xlsx", to), $"plan.{to}");

        read.Cells().First().Clean.Text.ShouldBe("培训3万人次");
        read.Cells().Last().Date.ShouldBe(new DateOnly(2025, 9, 30));
    }

    [Fact]
    public async Task A_pdf_is_read_as_text()
    {
        Assert.SkipWhen(ExternalProgram.Find("pdftotext") is null, "No pdftotext on this machine.");

        var read = await Read.File(await Converted(Word(Body), "docx", "pdf"), "plan.pdf");

        read.Paragraphs().ShouldContain("一、全年开展职业技能培训3万人次以上,新建技能大师工作室5个。");
        read.ShouldKeepItsPlaces();
    }

    [Fact]
    public async Task A_pdf_without_text_is_refused_as_a_scan()
    {
        Assert.SkipWhen(ExternalProgram.Find("pdftotext") is null, "No pdftotext on this machine.");

        (await Read.Refusal(Encoding.ASCII.GetBytes(EmptyPdf), "scan.pdf")).ShouldBe("pdf_scanned");
    }

    [Fact]
    public async Task A_pdf_that_is_none_is_refused()
    {
        Assert.SkipWhen(ExternalProgram.Find("pdftotext") is null, "No pdftotext on this machine.");

        (await Read.Refusal("%PDF-1.4\nrubbish"u8.ToArray(), "a.pdf")).ShouldBe("pdf_malformed");
    }

    [Fact]
    public async Task A_file_the_converter_cannot_read_is_refused()
    {
        Assert.SkipWhen(ExternalProgram.Find("soffice", "libreoffice") is null, "No LibreOffice on this machine.");

        (await Read.Refusal(OleFile.With(("WordDocument", [0xEC, 0xA5])), "a.doc")).ShouldBe("conversion_failed");
    }

    [Fact]
    public void A_program_that_is_not_there_is_said_to_be_missing()
    {
        ExternalProgram.Find("no-such-program-anywhere").ShouldBeNull();
        Refusal.LibreOfficeMissing().Fault.Code.ShouldBe("libreoffice_missing");
    }

    private static async Task<byte[]> Converted(byte[] bytes, string from, string to)
    {
        Assert.SkipWhen(ExternalProgram.Find("soffice", "libreoffice") is null, "No LibreOffice on this machine.");
        return await LibreOffice.ConvertAsync(bytes, from, to, TestContext.Current.CancellationToken);
    }

    private const string EmptyPdf = """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
        trailer<</Root 1 0 R/Size 4>>
        %%EOF
        """;
}
