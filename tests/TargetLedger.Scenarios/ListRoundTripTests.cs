using System.Globalization;
using System.Text;
using System.Text.Json;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Scenarios;

/// <summary>台账 out and in again: what is exported, drafted from and confirmed under another code is the same list.</summary>
public sealed class ListRoundTripTests
{
    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task A_list_that_is_exported_and_drafted_from_is_the_same_list(string format)
    {
        await using var server = new SampleServer();
        await server.InitializeAsync();
        await VaryAsync(server);
        var file = (await server.Scenario(s =>
        {
            s.As("keeper").Get.Url($"/list.{format}?plan=CD-2014");
            s.StatusCodeShouldBe(200);
        })).Body;

        var draft = (await server.Scenario(s =>
        {
            s.As("keeper").Post.Bytes(file, "application/octet-stream").ToUrl($"/plan-drafts?name=list.{format}").Key("draft");
            s.StatusCodeShouldBe(201);
        })).Id;
        // A .csv does not say what its document is called, which is filled in; of its items nothing is asked.
        if (format == "csv")
            await ActAsync(server, draft, "head", new { title = "成都市2014年人才工作要点", issuer = "成都市人才工作领导小组", issuedOn = "2014-06-04", period = new { start = "2014-01-01", end = "2014-12-31" } });
        var page = (await server.Scenario(s => s.As("keeper").Get.Url($"/plan-drafts/{draft}"))).Json;
        page.GetProperty("blockingQuestions").GetInt32().ShouldBe(0, page.GetProperty("questions").ToString());
        var confirmed = await ActAsync(server, draft, "confirmation", new { code = "RT" });

        var (before, after) = (await ListAsync(server, "CD-2014", confirmed.Position), await ListAsync(server, "RT", confirmed.Position));
        after.Count.ShouldBe(before.Count);
        for (var i = 0; i < before.Count; i++)
            after[i].ShouldBe(before[i]);

        // And held against each other the two differ in nothing.
        var comparison = (await server.Scenario(s =>
        {
            s.As("keeper").Post.Bytes(file, "application/octet-stream").ToUrl($"/plans/CD-2014/comparison?name=list.{format}");
            s.StatusCodeShouldBe(200);
        })).Json;
        var counts = comparison.GetProperty("counts");
        (counts.GetProperty("new").GetInt32(), counts.GetProperty("changed").GetInt32(), counts.GetProperty("gone").GetInt32()).ShouldBe((0, 0, 0), comparison.ToString());
    }

    [Fact]
    public async Task A_workbook_taken_into_an_empty_ledger_is_exported_from_there_as_it_was()
    {
        await using var server = new SampleServer();
        await server.InitializeAsync();
        await VaryAsync(server);
        await using var empty = new TestServer();
        await empty.InitializeAsync();
        var file = await ExportAsync(server);

        var draft = (await empty.Scenario(s =>
        {
            s.As("keeper").Post.Bytes(file, "application/octet-stream").ToUrl("/plan-drafts?name=list.xlsx").Key("draft");
            s.StatusCodeShouldBe(201);
        })).Id;
        await ActAsync(empty, draft, "confirmation", new { code = "CD-2014", registerUnits = true });
        await empty.SettleAsync();

        // Every sheet: rows, nodes, shares, who answers, plan, sources, units and groups.
        var (before, after) = (await RowsAsync(file), await RowsAsync(await ExportAsync(empty)));
        after.ShouldBe(before);
    }

    [Fact]
    public async Task A_list_too_long_for_a_plan_is_refused_before_anything_of_it_is_kept()
    {
        await using var server = new TestServer();
        await server.InitializeAsync();
        var text = new StringBuilder("板块,任务编号,重点任务,编号,责任事项,目标,目标性质,判定依据值,计量单位,牵头单位,配合单位,完成时限\n");
        for (var i = 1; i <= 10_001; i++)
            text.Append(CultureInfo.InvariantCulture, $"一、部分,{i},任务{i},{i}-1,事项{i},{i}个,不少于,{i},个,市人社局,,2014-12-31\n");

        var refused = await server.Scenario(s =>
        {
            s.As("keeper").Post.Bytes(Encoding.UTF8.GetBytes(text.ToString()), "text/csv").ToUrl("/plan-drafts?name=list.csv").Key("draft");
            s.StatusCodeShouldBe(400);
        });

        refused.Json.ToString().ShouldContain("draft_too_large");
    }

    private static async Task<byte[]> ExportAsync(TestServer server) => (await server.Scenario(s =>
    {
        s.As("keeper").Get.Url("/list.xlsx?plan=CD-2014");
        s.StatusCodeShouldBe(200);
    })).Body;

    /// <summary>All sheets, line by line, but for the notes that say the position.</summary>
    private static async Task<IReadOnlyList<string>> RowsAsync(byte[] file)
        => [.. (await DocumentReader.ReadAsync(file, "list.xlsx", TestContext.Current.CancellationToken)).File.ShouldNotBeNull().Text.Split('\n').Where(l => !l.Contains("as known at position", StringComparison.Ordinal))];

    /// <summary>What the sample plan has none of: a growth, a limit, an own period, a stretch target, a second figure under a formula's sign.</summary>
    private static async Task VaryAsync(TestServer server)
    {
        object[] added =
        [
            new { task = "10", title = "=技工院校招生", cadence = "quarterly", measure = new { name = "招生数", unit = "人", kind = "level", definition = "秋季学期,含\"3+2\",不含短训" }, target = new { bound = "growth", value = 12.5, asWritten = "增长12.5%", baseline = 24000.5, growthIn = "percent" } },
            new { task = "10", title = "培训事故", cadence = "half_yearly", strength = "binding", measure = new { name = "培训事故", unit = "起", kind = "cumulative" }, target = new { bound = "at_most", value = 0, asWritten = "零事故" } },
            new { task = "10", title = "竞赛场次", cadence = "monthly", strength = "stretch", period = new { start = "2014-03-01", end = "2014-09-30" }, measure = new { name = "竞赛", unit = "场", kind = "cumulative" }, target = new { bound = "more_than", value = 1234.5, asWritten = "超过1234.5场" } },
        ];
        foreach (var one in added)
        {
            await server.Scenario(s =>
            {
                s.As("keeper").Post.Json(one).ToUrl("/plans/CD-2014/commitments");
                s.StatusCodeShouldBe(201);
            });
        }

        await server.SettleAsync();
    }

    private static async Task<ScenarioResult> ActAsync(TestServer server, string draft, string act, object body)
    {
        var tag = (await server.Scenario(s => s.As("keeper").Get.Url($"/plan-drafts/{draft}"))).ETag!;
        return await server.Scenario(s =>
        {
            s.As("keeper").Post.Json(body).ToUrl($"/plan-drafts/{draft}/{act}").Key(act).IfMatch(tag);
            s.StatusCodeShouldBe(201);
        });
    }

    /// <summary>Each item of a list in one line: section, task, number, title, figure, who answers, days, nodes.</summary>
    private static async Task<IReadOnlyList<string>> ListAsync(TestServer server, string plan, long after)
    {
        var page = (await server.Scenario(s =>
        {
            s.As("keeper").Get.Url($"/plans/{plan}?after={after}");
            s.StatusCodeShouldBe(200);
        })).Json;
        var tasks = page.GetProperty("plan").GetProperty("sections").EnumerateArray()
            .SelectMany(s => s.GetProperty("tasks").EnumerateArray().Select(t => (Number: Text(t, "number"), Words: $"{Text(s, "number")}、{Text(s, "title")} | {Text(t, "number")} {Text(t, "title")}")))
            .ToDictionary(t => t.Number, t => t.Words);
        var lines = new List<string>();
        foreach (var listed in page.GetProperty("commitments").EnumerateArray())
        {
            var commitment = (await server.Scenario(s => s.As("keeper").Get.Url($"/commitments/{plan}:{Text(listed, "number")}"))).Json.GetProperty("commitment");
            lines.Add(string.Join(
                " | ",
                tasks[Text(listed, "task")],
                Text(listed, "number"),
                Text(commitment, "title"),
                Text(commitment, "cadence"),
                Text(commitment, "strength"),
                Last(commitment, "targets"),
                Text(commitment, "measure"),
                string.Join(',', commitment.GetProperty("responsible").EnumerateArray().Last().GetProperty("value").EnumerateArray().Select(r => $"{Text(r, "role")} {Text(r, "unit")}{Text(r, "group")}")),
                Last(commitment, "periods"),
                string.Join(',', commitment.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("node")).Select(n => $"{Text(n, "name")} {Text(n, "planned")}"))));
        }

        return lines;
    }

    private static string Last(JsonElement commitment, string dated) => commitment.GetProperty(dated).EnumerateArray().LastOrDefault() is { ValueKind: JsonValueKind.Object } last ? last.GetProperty("value").GetRawText() : "";

    private static string Text(JsonElement part, string member) => part.TryGetProperty(member, out var value) ? value.ToString() : "";
}
