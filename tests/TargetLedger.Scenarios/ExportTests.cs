using System.IO.Compression;
using System.Xml.Linq;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.PlanFiles;
using TargetLedger.Documents.Reading;
using TargetLedger.Documents.Structure;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Scenarios;

/// <summary>Lists, boards and the breakdown of responsibilities as files.</summary>
public sealed class ExportTests(SampleServer server) : IClassFixture<SampleServer>
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Theory]
    [InlineData("/board", 31)]
    [InlineData("/board?section=二", 10)]
    [InlineData("/board?light=none", null)]
    [InlineData("/list", 31)]
    [InlineData("/list?unit=rensheju&plan=CD-2014", null)]
    public async Task A_listing_is_the_same_as_a_spreadsheet_and_as_csv(string url, int? rows)
    {
        var (path, query) = (url.Split('?')[0], url.Contains('?', StringComparison.Ordinal) ? $"?{url.Split('?')[1]}" : "");
        var sheet = await GetAsync("supervisor", $"{path}.xlsx{query}");
        var csv = await GetAsync("supervisor", $"{path}.csv{query}");

        sheet.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        sheet.Header("Content-Disposition")!.ShouldStartWith("attachment; filename=");
        csv.MediaType.ShouldBe("text/csv");
        csv.Body[..3].ShouldBe("\uFEFF"u8.ToArray());
        var cells = CellsOf(sheet.Body);
        var lines = csv.Text.TrimEnd().Split("\r\n");
        cells.Count.ShouldBe(lines.Length + 2);
        if (rows is { } expected)
            (lines.Length - 1).ShouldBe(expected);
        cells[2].ShouldBe(lines[0].TrimStart('\uFEFF').Split(','));
        cells.Skip(3).Select(r => r[1]).ShouldBe(lines.Skip(1).Select(l => l.Split(',')[1]));
    }

    [Fact]
    public async Task A_unit_gets_what_it_answers_for()
    {
        var own = (await GetAsync("unit:nongwei", "/board.csv")).Text.Split("\r\n");
        var all = (await GetAsync("supervisor", "/board.csv?unit=nongwei")).Text.Split("\r\n");

        own.ShouldBe(all);
        await server.Scenario(s =>
        {
            s.As("unit:nongwei").Get.Url("/board.csv?unit=rensheju");
            s.ProblemShouldBe(403, "forbidden");
        });
        await server.Scenario(s =>
        {
            s.As("unit:nongwei").Get.Url("/plans/CD-2014/breakdown.docx");
            s.ProblemShouldBe(403, "forbidden");
        });
    }

    [Fact]
    public async Task A_board_of_a_past_moment_is_the_same_file_for_ever()
    {
        await using var own = new SampleServer();
        await own.InitializeAsync();
        var head = await own.HeadAsync();
        var before = await own.Scenario(s => s.As("auditor").Get.Url($"/board.xlsx?on=2014-06-04&at={head}"));
        var live = await own.Scenario(s => s.As("auditor").Get.Url("/board.xlsx?on=2014-06-04"));
        live.Body.ShouldBe(before.Body);

        await own.Scenario(s =>
        {
            s.As(SampleServer.Lead).Post.Json(new { unit = "zuzhibu", period = new { start = "2014-01-01", end = "2014-05-31" }, amount = 12_345 }).ToUrl($"/commitments/{SampleServer.Employment}/reports").Key("r");
            s.StatusCodeShouldBe(201);
        });
        await own.SettleAsync();

        (await own.Scenario(s => s.As("auditor").Get.Url($"/board.xlsx?on=2014-06-04&at={head}"))).Body.ShouldBe(before.Body);
        var after = CellsOf((await own.Scenario(s => s.As("auditor").Get.Url("/board.xlsx?on=2014-06-04"))).Body);
        after.Skip(3).Single(r => r[1] == "6-2")[8].ShouldBe("12345");
        after[1][0].ShouldContain($"截至第 {head + 1} 号记录所知");
        await own.Scenario(s =>
        {
            s.As("auditor").Get.Url("/board.xlsx?at=2014-06-04");
            s.ProblemShouldBe(400, "query_invalid");
        });
    }

    [Fact]
    public async Task The_breakdown_of_a_plan_is_a_document_with_all_its_commitments()
    {
        var file = await GetAsync("keeper", "/plans/CD-2014/breakdown.docx");
        file.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        using var archive = new ZipArchive(new MemoryStream(file.Body));
        using var part = archive.GetEntry("word/document.xml")!.Open();
        var document = XDocument.Load(part);
        XNamespace word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

        // A heading row, four sections, 31 commitments.
        document.Descendants(word + "tr").Count().ShouldBe(36);
        document.Root!.Value.ShouldContain("责任分解表");
        document.Root.Value.ShouldContain("新建技能大师工作室：5-8个");
        document.Descendants(word + "vMerge").ShouldNotBeEmpty();
        await server.Scenario(s =>
        {
            s.As("keeper").Get.Url("/plans/NO-SUCH/breakdown.docx");
            s.ProblemShouldBe(404, "not_found");
        });
    }

    [Fact]
    public async Task The_list_as_a_spreadsheet_is_read_as_the_same_list()
    {
        var file = await GetAsync("keeper", "/list.xlsx?plan=CD-2014");
        var reading = await DocumentReader.ReadAsync(file.Body, "台账.xlsx", TestContext.Current.CancellationToken);
        var draft = DraftReader.Read(reading.File.ShouldNotBeNull(), TestContext.Current.CancellationToken);
        var plan = PlanFileReader.Read(SampleServer.PlanFile).File!;
        var names = plan.Units.ToDictionary(u => u.Code, u => u.Name);
        var expected = plan.Sections.SelectMany(s => s.Tasks).SelectMany(t => t.Commitments.Select(c => (t.Number, t.Title, Lead: names[t.Responsible.First(r => r.Role == Role.Lead).Unit!], c.Target))).ToList();

        var items = draft.Tasks.SelectMany(t => t.Commitments.Select(c => (Task: t, Item: c))).ToList();
        items.Select(t => (t.Task.Number, t.Task.Title, t.Item.Listed!.Units.First(u => u.Role == DraftRole.Lead).Name)).ShouldBe(expected.Select(e => ((string?)e.Number, e.Title, e.Lead)));
        draft.Tasks.ShouldAllBe(t => t.Deadline!.Date == new DateOnly(2014, 12, 31));
        foreach (var ((task, read), target) in items.Zip(expected.Select(e => e.Target)).Where(t => t.Second is not null))
        {
            (read.AsWritten, read.Bound, read.Value, read.Upper).ShouldBe((target!.AsWritten, target.Bound, target.Value, target.Upper), task.Title);
        }
    }

    private static List<List<string>> CellsOf(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        using var part = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return [.. XDocument.Load(part).Descendants(Main + "row").Select(r => r.Elements(Main + "c").Select(c => string.Concat(c.Descendants().Where(e => e.Name.LocalName is "t" or "v").Select(e => e.Value))).ToList())];
    }

    private Task<ScenarioResult> GetAsync(string account, string url) => server.Scenario(s =>
    {
        s.As(account).Get.Url(url);
        s.StatusCodeShouldBe(200);
    });
}
