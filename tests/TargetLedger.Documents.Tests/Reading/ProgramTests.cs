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
    public async Task A_pdf_s_lines_are_joined_to_paragraphs_and_a_numbered_table_keeps_its_columns()
    {
        Assert.SkipWhen(ExternalProgram.Find("pdftotext") is null, "No pdftotext on this machine.");
        const string item = "健全就业服务体系。深入实施就业优先战略,完善重点群体就业支持政策,全年城镇新增就业3万人以上,失业人员再就业3000人,城镇调查失业率控制在5.5%以内。(市人社局、市教育局)";
        string[][] rows =
        [
            ["序号", "重点任务", "牵头单位", "完成时限"],
            ["1", "全年开展补贴性职业技能培训3万人次以上,新建市级技能大师工作室5个", "市人力资源社会保障局", "2026年12月底前"],
            ["2", "发放创业担保贷款2亿元", "市金融办", "长期坚持"],
        ];

        var read = await Read.File(
            await Converted(Word(string.Concat(Enumerable.Range(1, 8).Select(i => Indented($"{i}.{item}"))) + Table(rows, [800, 4000, 2400, 1800]) + Indented("以上任务纳入考核。")), "docx", "pdf"), "plan.pdf");

        read.Paragraphs().ShouldBe([.. Enumerable.Range(1, 8).Select(i => $"{i}.{item}"), "以上任务纳入考核。"]);
        read.Cells().Select(c => c.Clean.Text).ShouldBe(rows.SelectMany(r => r));
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
    public async Task A_program_that_eats_memory_is_stopped_by_its_bound()
    {
        Assert.SkipWhen(ExternalProgram.Find("prlimit") is null || ExternalProgram.Find("tail") is null, "No prlimit on this machine.");

        // The last line of what never ends a line is all of it.
        var (exitCode, error) = await ExternalProgram.RunAsync(
            ExternalProgram.Find("tail")!, ["-n1", "/dev/zero"], Path.GetTempPath(), TimeSpan.FromSeconds(60), 256L * 1024 * 1024, TestContext.Current.CancellationToken);

        exitCode.ShouldNotBe(0);
        error.ShouldContain("memory");
    }

    [Fact]
    public void A_large_container_s_directory_is_followed_to_its_end()
    {
        var file = OleFile.Large("WordDocument", [0xEC, 0xA5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
        file.Length.ShouldBeGreaterThan(7_000_000);

        // Its document is found, and that it has a password.
        Should.Throw<RefusedException>(() => OlderFormats.Examine(file, ".doc")).Fault.Code.ShouldBe("document_encrypted");
    }

    [Fact]
    public void A_container_whose_lists_run_in_circles_is_refused_in_time()
    {
        var file = OleFile.Large("WordDocument", [0xEC, 0xA5]);
        // The list of the table leads back to itself, and the directory to a sector only it could know.
        BitConverter.GetBytes(125).CopyTo(file, 512 * 126 + 508);
        BitConverter.GetBytes(126).CopyTo(file, 48);
        BitConverter.GetBytes(0xF000_0000).CopyTo(file, 512 + 4 * 126);

        Should.Throw<RefusedException>(() => OlderFormats.Examine(file, ".doc")).Fault.Code.ShouldBe("document_unknown");
    }

    [Fact]
    public void A_program_that_is_not_there_is_said_to_be_missing()
    {
        ExternalProgram.Find("no-such-program-anywhere").ShouldBeNull();
        Refusal.LibreOfficeMissing().Fault.Code.ShouldBe("libreoffice_missing");
    }

    private static string Indented(string text)
        => $"<w:p><w:pPr><w:spacing w:line=\"560\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"640\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"32\"/></w:rPr><w:t>{text}</w:t></w:r></w:p>";

    private static string Table(string[][] rows, int[] widths)
        => "<w:tbl><w:tblPr><w:tblW w:w=\"9000\" w:type=\"dxa\"/></w:tblPr><w:tblGrid>" + string.Concat(widths.Select(w => $"<w:gridCol w:w=\"{w}\"/>")) + "</w:tblGrid>"
            + string.Concat(rows.Select(r => "<w:tr>" + string.Concat(r.Select((t, i) => $"<w:tc><w:tcPr><w:tcW w:w=\"{widths[i]}\" w:type=\"dxa\"/></w:tcPr><w:p><w:r><w:t>{t}</w:t></w:r></w:p></w:tc>")) + "</w:tr>"))
            + "</w:tbl>";

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
