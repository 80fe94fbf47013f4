using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace TargetLedger.Scenarios;

/// <summary>A document becomes a draft, the keeper puts it right, and it becomes a list in force: all of it or nothing, once.</summary>
public sealed class PlanDraftTests(TestServer server) : IClassFixture<TestServer>
{
    /// <summary>Invented: two tasks, four figures, one growth without a baseline, no date of issue.</summary>
    private const string Document = """
        云溪市2014年就业工作要点
        云溪市就业工作领导小组

        一、促进就业
        1.扩大城镇就业。全年城镇新增就业不少于2万人，帮助困难人员就业1500人左右。（市人社局、市财政局）
        2.培育技能人才。新建5-8个技能大师工作室，技工院校招生增长10%。9月底前印发培训办法。（市教育局、市总工会）
        """;

    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Document);

    [Fact]
    public async Task A_document_is_put_right_and_confirmed_as_a_list_whose_commitments_lead_back_to_their_words()
    {
        var head = await server.HeadAsync();
        var made = await UploadAsync("whole");
        (await UploadAsync("whole")).Body.ShouldBe(made.Body);
        var draft = await PageAsync(made.Id);
        draft.GetProperty("status").GetString().ShouldBe("open");

        // Each reading stands beside its sentence, at its exact place.
        var studios = Reading(draft, "工作室");
        var source = studios.GetProperty("source");
        var (start, end) = (source.GetProperty("start").GetInt32(), source.GetProperty("end").GetInt32());
        Document.ReplaceLineEndings("\n")[start..end].ShouldBe(source.GetProperty("words").GetString());
        (source.GetProperty("before").GetString() + source.GetProperty("words").GetString() + source.GetProperty("after").GetString()).ShouldContain("新建5-8个技能大师工作室,技工".Replace(",", "，", StringComparison.Ordinal));
        (studios.GetProperty("bound").GetString(), studios.GetProperty("value").GetDecimal(), studios.GetProperty("upper").GetDecimal(), studios.GetProperty("unit").GetString()).ShouldBe(("range", 5, 8, "个"));

        // The original is there to be fetched, byte for byte.
        (await server.Scenario(s =>
        {
            s.As("keeper").Get.Url($"/plan-drafts/{made.Id}/document");
            s.StatusCodeShouldBe(200);
        })).Body.ShouldBe(Bytes);

        // What is not known yet stands in the way, each named; nothing is left behind.
        var before = await server.HeadAsync();
        var refused = await ConfirmAsync(made.Id, new { code = "YX-2014", registerUnits = true }, "too-early", 409);
        refused.Faults.Select(f => f.Code).Distinct().ShouldBe(["question_open"]);
        refused.Faults.Select(f => f.Pointer).ShouldBe(Open(draft).Where(q => q.GetProperty("blocking").GetBoolean()).Select(q => $"/questions/{Id(q.GetProperty("question"))}"));
        (await server.HeadAsync()).ShouldBe(before);

        await SettleQuestionsAsync(made.Id);
        refused = await ConfirmAsync(made.Id, new { code = "YX-2014" }, "unknown-units", 409);
        refused.Faults.ShouldBe([("/units/市人社局", "unit_unknown"), ("/units/市财政局", "unit_unknown"), ("/units/市教育局", "unit_unknown"), ("/units/市总工会", "unit_unknown")]);

        var wish = new { code = "YX-2014", registerUnits = true, units = new[] { new { name = "市人社局", code = "yx-rensheju" } } };
        var tag = await TagAsync(made.Id);
        var confirmed = await ConfirmAsync(made.Id, wish, "confirm", 201, tag);
        (await ConfirmAsync(made.Id, wish, "confirm", 201, tag)).Body.ShouldBe(confirmed.Body);
        (await ConfirmAsync(made.Id, wish, "confirm-again", 200)).Json.GetProperty("recorded").GetBoolean().ShouldBeFalse();

        draft = await PageAsync(made.Id);
        draft.GetProperty("status").GetString().ShouldBe("confirmed");
        draft.GetProperty("plan").GetString().ShouldBe(confirmed.Json.GetProperty("stream").GetString());
        var plan = (await server.Scenario(s =>
        {
            s.As("keeper").Get.Url($"/plans/YX-2014?after={confirmed.Position}");
            s.StatusCodeShouldBe(200);
        })).Json;
        var listed = plan.GetProperty("commitments").EnumerateArray().ToList();
        listed.Count.ShouldBe(draft.GetProperty("tasks").EnumerateArray().Sum(t => t.GetProperty("readings").GetArrayLength()));
        var number = listed.Single(c => c.GetProperty("title").GetString()!.Contains("工作室", StringComparison.Ordinal)).GetProperty("number").GetString();
        var commitment = (await server.Scenario(s =>
        {
            s.As("keeper").Get.Url($"/commitments/YX-2014:{number}");
            s.StatusCodeShouldBe(200);
        })).Json.GetProperty("commitment");
        var sources = commitment.GetProperty("sources").EnumerateArray().ToList();
        sources[0].GetProperty("place").GetString().ShouldBe($"一/2;原文第 {start}-{end} 字");
        sources[1].GetProperty("place").GetString().ShouldBe($"sha256:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Bytes))}");
        before.ShouldBeGreaterThan(head);

        // The same document read again brings nothing; a revised one shows what it changes, and records nothing.
        CountsOf(await CompareAsync("YX-2014", Document)).ShouldBe((0, 0, 0, listed.Count));
        before = await server.HeadAsync();
        var revised = Document.Replace("2万人", "2.2万人", StringComparison.Ordinal).Replace("，帮助困难人员就业1500人左右", "", StringComparison.Ordinal)
            .Replace("（市教育局、市总工会）", "，开展技能竞赛12场。（市教育局、市人社局）", StringComparison.Ordinal);
        var comparison = await CompareAsync("YX-2014", revised);
        (await server.HeadAsync()).ShouldBe(before);
        var items = comparison.GetProperty("items").EnumerateArray().ToList();
        var jobs = items.Single(i => i.GetProperty("title").GetString()!.Contains("新增就业", StringComparison.Ordinal));
        jobs.GetProperty("as").GetString().ShouldBe("changed");
        var change = jobs.GetProperty("changes").EnumerateArray().ShouldHaveSingleItem();
        change.GetProperty("field").GetString().ShouldBe("target");
        change.GetProperty("from").GetString()!.ShouldStartWith("≥20000 人");
        change.GetProperty("to").GetString()!.ShouldStartWith("≥22000 人");
        items.Single(i => i.GetProperty("as").GetString() == "gone").GetProperty("title").GetString()!.ShouldContain("困难人员");
        items.Single(i => i.GetProperty("as").GetString() == "new").GetProperty("title").GetString()!.ShouldContain("竞赛");
        items.Single(i => i.GetProperty("title").GetString()!.Contains("工作室", StringComparison.Ordinal)).GetProperty("changes").EnumerateArray()
            .Select(c => (c.GetProperty("field").GetString(), c.GetProperty("from").GetString(), c.GetProperty("to").GetString())).ShouldBe([("partners", "市总工会", "市人社局")]);
    }

    [Fact]
    public async Task Readings_are_edited_split_dropped_and_added_and_every_step_is_answered_once()
    {
        var made = await UploadAsync("steps");
        var draft = await PageAsync(made.Id);
        var studios = Id(Reading(draft, "工作室"));
        var jobs = Id(Reading(draft, "新增就业"));

        var edited = await ActAsync(made.Id, $"readings/{jobs}", new { bound = "more_than", value = 21000 }, "edit", made.ETag);
        (await ActAsync(made.Id, $"readings/{jobs}", new { bound = "more_than", value = 21000 }, "edit", made.ETag)).Body.ShouldBe(edited.Body);
        await ActAsync(made.Id, $"readings/{jobs}", new { value = 1 }, "stale", made.ETag, 412);
        await ActAsync(made.Id, $"readings/{jobs}", new { value = 1 }, "no-tag", null, 428);

        await ActAsync(made.Id, $"readings/{studios}/split", new { parts = new object[] { new { measure = "新建省级工作室", bound = "at_least", value = 2 }, new { measure = "新建市级工作室", value = 3, upper = 6 } } }, "split");
        await ActAsync(made.Id, $"readings/{Id(Reading(draft, "困难人员"))}/drop", new { reason = "已并入上一项" }, "drop");
        await ActAsync(made.Id, "tasks", new { number = "3", section = "促进就业", title = "补充任务", units = new[] { new { name = "市人社局", role = "lead" } } }, "task");
        await ActAsync(made.Id, "tasks/t3/readings", new { measure = "举办招聘会", value = 40, unit = "场次" }, "reading");
        await ActAsync(made.Id, "tasks/t3/readings", new { measure = "", value = -1 }, "faulty", await TagAsync(made.Id), 400);

        draft = await PageAsync(made.Id);
        Reading(draft, "新增就业").GetProperty("value").GetDecimal().ShouldBe(21000);
        Reading(draft, "省级").GetProperty("unit").GetString().ShouldBe("个");
        Entry(draft, "困难人员").GetProperty("dropped").GetString().ShouldBe("已并入上一项");
        Reading(draft, "招聘会").GetProperty("task").GetString().ShouldBe("t3");

        await ActAsync(made.Id, "discard", new { reason = "重新上传" }, "discard");
        await ActAsync(made.Id, $"readings/{jobs}", new { value = 5 }, "late", await TagAsync(made.Id), 409);
        (await server.Scenario(s =>
        {
            s.As("keeper").Get.Url("/plan-drafts");
            s.StatusCodeShouldBe(200);
        })).Json.GetProperty("drafts").EnumerateArray().Single(d => d.GetProperty("id").GetString() == made.Id).GetProperty("status").GetString().ShouldBe("discarded");
    }

    [Fact]
    public async Task A_browsers_form_sends_a_document_as_well()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Bytes), "file", "就业要点.txt" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/plan-drafts") { Content = form };
        request.Headers.Add("Idempotency-Key", "multipart");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await server.TokenAsync("keeper"));
        using var answer = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(201);
        var id = (await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), cancellationToken: TestContext.Current.CancellationToken)).RootElement.GetProperty("id").GetString()!;
        (await PageAsync(id)).GetProperty("document").GetProperty("name").GetString().ShouldBe("就业要点.txt");
    }

    [Theory]
    [InlineData("scan.png", new byte[] { 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0 }, "document_picture")]
    [InlineData("empty.txt", new byte[0], "file_empty")]
    public async Task What_cannot_be_read_is_refused_with_the_reason_and_leaves_nothing_behind(string name, byte[] bytes, string code)
    {
        var head = await server.HeadAsync();
        var answer = await server.Scenario(s =>
        {
            s.As("keeper").Post.Bytes(bytes, "application/octet-stream").ToUrl($"/plan-drafts?name={name}").Key($"unreadable-{name}");
            s.ProblemShouldBe(400, "body_invalid");
        });
        answer.Faults.ShouldHaveSingleItem().Code.ShouldBe(code);
        (await server.HeadAsync()).ShouldBe(head);
    }

    [Fact]
    public async Task Two_keepers_who_confirm_at_once_make_one_list()
    {
        // Its units are its own: what this test registers is unknown to the others.
        var made = await UploadAsync("race", Encoding.UTF8.GetBytes(Document.Replace("（市", "（县", StringComparison.Ordinal).Replace("、市", "、县", StringComparison.Ordinal)));
        await SettleQuestionsAsync(made.Id);
        var tag = await TagAsync(made.Id);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => server.Scenario(s =>
            s.As("keeper").Post.Json(new { code = $"RACE-{i}", registerUnits = true }).ToUrl($"/plan-drafts/{made.Id}/confirmation").Key($"race-{i}").IfMatch(tag))));
        answers.Count(a => (int)a.Status == 201).ShouldBe(1);
        answers.Count(a => (int)a.Status is 409 or 412).ShouldBe(3);

        var plans = (await server.Scenario(s => s.As("keeper").Get.Url($"/plans?after={answers.Single(a => (int)a.Status == 201).Position}"))).Json;
        plans.GetProperty("plans").EnumerateArray().Count(p => p.GetProperty("code").GetString()!.StartsWith("RACE-", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_longer_than_one_append_becomes_a_list_at_once_and_its_code_belongs_to_it()
    {
        var text = new StringBuilder("云溪市2014年项目建设计划\n云溪市人民政府\n");
        for (var i = 1; i <= 550; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i}.建设第{i}片区。新建学校{i}所，新增学位{i + 100}个。（片区办）\n");
        var made = await UploadAsync("long", Encoding.UTF8.GetBytes(text.ToString()));
        await ActAsync(made.Id, "head", new { issuedOn = "2014-02-20", issuer = "云溪市人民政府", title = "云溪市2014年项目建设计划", period = new { start = "2014-01-01", end = "2014-12-31" } }, "head");
        var blocking = Open(await PageAsync(made.Id)).Where(q => q.GetProperty("blocking").GetBoolean()).Select(q => Id(q.GetProperty("question"))).ToList();
        foreach (var some in blocking.Chunk(400))
            await ActAsync(made.Id, "answers", new { answers = some.Select(q => new { question = q, answer = "已核对" }) }, $"answers-{some[0]}");

        var confirmed = await ConfirmAsync(made.Id, new { code = "LONG", registerUnits = true }, "confirm-long", 201);
        confirmed.Json.GetProperty("commitments").GetInt32().ShouldBe(1_100);
        (await PageAsync(made.Id)).GetProperty("status").GetString().ShouldBe("confirmed");

        // Another draft does not get the code, whatever it says.
        var other = await UploadAsync("other", Encoding.UTF8.GetBytes(Document.Replace("（市", "（州", StringComparison.Ordinal).Replace("、市", "、州", StringComparison.Ordinal)));
        await SettleQuestionsAsync(other.Id);
        (await ConfirmAsync(other.Id, new { code = "LONG", registerUnits = true }, "confirm-other", 409)).Json.GetProperty("code").GetString().ShouldBe("plan_exists");
        (await PageAsync(other.Id)).GetProperty("status").GetString().ShouldBe("open");
    }

    private Task<ScenarioResult> UploadAsync(string key, byte[]? bytes = null) => server.Scenario(s =>
    {
        s.As("keeper").Post.Bytes(bytes ?? Bytes, "text/plain").ToUrl("/plan-drafts?name=" + Uri.EscapeDataString("就业要点.txt")).Key(key);
        s.StatusCodeShouldBe(201);
    });

    /// <summary>Fills in what the document does not say and answers the rest in words.</summary>
    private async Task SettleQuestionsAsync(string id)
    {
        await ActAsync(id, "head", new { issuedOn = "2014-02-20", issuer = "云溪市就业工作领导小组", title = "云溪市2014年就业工作要点" }, $"{id}-head");
        var draft = await PageAsync(id);
        await ActAsync(id, $"readings/{Id(Reading(draft, "招生"))}", new { baseline = 4000, unit = "人" }, $"{id}-baseline");
        draft = await PageAsync(id);
        var left = Open(draft).Where(q => q.GetProperty("blocking").GetBoolean()).ToList();
        left.ShouldAllBe(q => !q.GetProperty("needsEdit").GetBoolean());
        if (left.Count > 0)
            await ActAsync(id, "answers", new { answers = left.Select(q => new { question = Id(q.GetProperty("question")), answer = "已核对" }).ToArray() }, $"{id}-answers");
    }

    private async Task<ScenarioResult> ActAsync(string id, string act, object body, string key, string? tag = "", int status = 201)
    {
        tag = tag is "" ? await TagAsync(id) : tag;
        return await server.Scenario(s =>
        {
            s.As("keeper").Post.Json(body).ToUrl($"/plan-drafts/{id}/{act}").Key($"{id}-{key}");
            if (tag is not null)
                s.IfMatch(tag);
            s.StatusCodeShouldBe(status);
        });
    }

    private async Task<ScenarioResult> ConfirmAsync(string id, object wish, string key, int status, string? tag = null)
    {
        tag ??= await TagAsync(id);
        return await server.Scenario(s =>
        {
            s.As("keeper").Post.Json(wish).ToUrl($"/plan-drafts/{id}/confirmation").Key(key).IfMatch(tag);
            s.StatusCodeShouldBe(status);
        });
    }

    private async Task<JsonElement> CompareAsync(string plan, string document) => (await server.Scenario(s =>
    {
        s.As("keeper").Post.Bytes(Encoding.UTF8.GetBytes(document), "text/plain").ToUrl($"/plans/{plan}/comparison?name=revised.txt");
        s.StatusCodeShouldBe(200);
    })).Json;

    private static (int New, int Changed, int Gone, int Unchanged) CountsOf(JsonElement comparison)
    {
        var counts = comparison.GetProperty("counts");
        counts.GetProperty("changed").GetInt32().ShouldBe(0, comparison.ToString());
        return (counts.GetProperty("new").GetInt32(), 0, counts.GetProperty("gone").GetInt32(), counts.GetProperty("unchanged").GetInt32());
    }

    private async Task<JsonElement> PageAsync(string id) => (await server.Scenario(s =>
    {
        s.As("keeper").Get.Url($"/plan-drafts/{id}");
        s.StatusCodeShouldBe(200);
    })).Json;

    private async Task<string> TagAsync(string id) => (await server.Scenario(s => s.As("keeper").Get.Url($"/plan-drafts/{id}"))).ETag!;

    private static IEnumerable<JsonElement> Open(JsonElement draft)
        => draft.GetProperty("questions").EnumerateArray().Where(q => q.GetProperty("state").GetString() == "open");

    private static JsonElement Reading(JsonElement draft, string words) => Entry(draft, words).GetProperty("reading");

    private static JsonElement Entry(JsonElement draft, string words) => draft.GetProperty("tasks").EnumerateArray().SelectMany(t => t.GetProperty("readings").EnumerateArray())
        .First(r => r.GetProperty("reading").GetProperty("measure").GetString()!.Contains(words, StringComparison.Ordinal));

    private static string Id(JsonElement part) => part.GetProperty("id").GetString()!;
}
