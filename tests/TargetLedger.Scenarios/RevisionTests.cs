using System.Text;
using System.Text.Json;

namespace TargetLedger.Scenarios;

/// <summary>A revised document changes a list in force: difference by difference, all at once or not at all, once.</summary>
public sealed class RevisionTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Document = """
        云溪市2014年民生工作要点
        云溪市人民政府

        一、扩大就业
        1.城镇就业。全年城镇新增就业不少于2万人，帮助困难人员就业1500人。（市人社局、市财政局）
        2.技能培训。培训技能人才3000人，力争举办招聘会40场。9月底前印发培训办法。（市教育局、市总工会）
        二、改善民生
        3.住房保障。新开工保障房600套。（市住建局）
        """;

    [Fact]
    public async Task Every_kind_of_difference_is_accepted_or_left_and_the_list_is_as_the_keeper_said()
    {
        await ConfirmAsync("MS-1", Document);
        var before = (await ListAsync("MS-1")).ToDictionary(c => c.Title);
        var revised = Document
            .Replace("2万人", "2.2万人", StringComparison.Ordinal)
            .Replace("，帮助困难人员就业1500人", "", StringComparison.Ordinal)
            .Replace("力争举办招聘会40场", "举办招聘会40场", StringComparison.Ordinal)
            .Replace("9月底前", "10月底前", StringComparison.Ordinal)
            .Replace("市教育局、市总工会", "市人社局、市总工会", StringComparison.Ordinal)
            .Replace("600套。", "500套。", StringComparison.Ordinal)
            + "\n三、乡村振兴\n4.道路建设。新建农村公路80公里。（市交通局）\n";
        var draft = await UploadAsync(revised, "revised-1");
        var compared = await CompareAsync(draft, "MS-1");
        var (jobs, helped, fairs, training, houses) = (before["城镇新增就业"], Find(before, "困难人员"), Find(before, "招聘会"), Find(before, "培训技能人才"), Find(before, "保障房"));
        Items(compared, "gone").Single().ShouldBe(helped.Number);
        var road = Items(compared, "new").Single();

        // Nothing is passed over in silence: what was not decided is named, each difference.
        var undecided = await ReviseAsync(draft, new { plan = "MS-1", fingerprint = Fingerprint(compared), reason = "年中调整", rest = "accept" }, "undecided", 409);
        undecided.Faults.ShouldBe([($"/differences/{helped.Number}/gone", "difference_undecided")]);

        var head = await server.HeadAsync();
        object wish = new
        {
            plan = "MS-1",
            fingerprint = Fingerprint(compared),
            reason = "年中调整",
            authority = "云府发〔2014〕18号",
            registerUnits = true,
            rest = "accept",
            choices = new object[] { new { item = helped.Number, accept = true }, new { item = houses.Number, accept = false, fields = new[] { "target" } } },
        };
        var tag = await TagAsync(draft);
        var done = await ReviseAsync(draft, wish, "revise", 201, tag);
        (await ReviseAsync(draft, wish, "revise", 201, tag)).Body.ShouldBe(done.Body);
        (await ReviseAsync(draft, wish, "again", 200)).Json.GetProperty("recorded").GetBoolean().ShouldBeFalse();
        done.Json.GetProperty("units").GetInt32().ShouldBe(1);

        var after = (await ListAsync("MS-1", done.Position)).ToDictionary(c => c.Title);
        after.ShouldNotContainKey(helped.Title);
        (after[jobs.Title].Target, after[jobs.Title].Number).ShouldBe((22_000m, jobs.Number));
        after[houses.Title].Target.ShouldBe(600m);
        after[fairs.Title].Leads.ShouldBe(["市人社局"]);
        after[training.Title].Partners.ShouldBe(["市总工会"]);
        (Find(after, "公路").Number, Find(after, "公路").Section).ShouldBe(("4-1", "乡村振兴"));
        (await CommitmentAsync("MS-1", fairs.Number)).GetProperty("strength").GetString().ShouldBe("forecast");

        // Each change says why, on whose word, and where it is written.
        var revision = (await EventsAsync(jobs.Stream)).Single(e => e.GetProperty("type").GetString() == "target_revised").GetProperty("data");
        revision.GetProperty("reason").GetString().ShouldBe("年中调整");
        var words = revised.ReplaceLineEndings("\n").IndexOf("2.2万人", StringComparison.Ordinal);
        revision.GetProperty("authority").GetString()!.ShouldStartWith("云府发〔2014〕18号,原文第 ");
        revision.GetProperty("authority").GetString()!.ShouldContain($"-{words + "2.2万人".Length} 字");
        (await EventsAsync(helped.Stream)).Last().GetProperty("type").GetString().ShouldBe("commitment_withdrawn");
        var made = (await CommitmentAsync("MS-1", "4-1")).GetProperty("sources").EnumerateArray().ToList();
        made[0].GetProperty("place").GetString()!.ShouldContain("原文第");
        made[1].GetProperty("place").GetString()!.ShouldStartWith("sha256:");

        // The draft keeps every choice, what was left among them, and nothing else has moved.
        var page = await PageAsync(draft);
        page.GetProperty("status").GetString().ShouldBe("confirmed");
        var choices = page.GetProperty("revision").GetProperty("choices").EnumerateArray().ToList();
        choices.Single(c => !c.GetProperty("accept").GetBoolean()).GetProperty("item").GetString().ShouldBe(houses.Number);
        choices.Single(c => c.GetProperty("item").GetString() == road).GetProperty("accept").GetBoolean().ShouldBeTrue();
        (await server.HeadAsync()).ShouldBeGreaterThan(head);

        // Held against the list once more the document differs in what was left, and in nothing else.
        var again = await CompareAsync(await UploadAsync(revised, "again-1"), "MS-1");
        Items(again, "changed").ShouldBe([houses.Number]);
        (Items(again, "new").Count, Items(again, "gone").Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_list_that_moved_since_it_was_compared_is_not_revised()
    {
        await ConfirmAsync("MS-2", Document);
        var draft = await UploadAsync(Document.Replace("3000人", "3500人", StringComparison.Ordinal), "revised-2");
        var compared = await CompareAsync(draft, "MS-2");
        var training = Find((await ListAsync("MS-2")).ToDictionary(c => c.Title), "培训技能人才");
        var moved = await server.Scenario(s =>
        {
            s.As("keeper").Post.Json(new { target = new { bound = "at_least", value = 3200, asWritten = "3200人" }, effectiveFrom = "2014-03-01", reason = "会议确定", authority = "纪要" })
                .ToUrl($"/commitments/MS-2:{training.Number}/target-revisions").IfMatch("\"1\"");
            s.StatusCodeShouldBe(201);
        });
        await server.Scenario(s => s.As("keeper").Get.Url($"/plans?after={moved.Position}"));

        var head = await server.HeadAsync();
        var wish = new { plan = "MS-2", fingerprint = Fingerprint(compared), reason = "年中调整", rest = "accept" };
        (await ReviseAsync(draft, wish, "moved", 409)).Json.GetProperty("code").GetString().ShouldBe("list_moved");
        (await server.HeadAsync()).ShouldBe(head);

        // Compared anew it is; and by then the draft must be the one that was looked at.
        var current = new { plan = "MS-2", fingerprint = Fingerprint(await CompareAsync(draft, "MS-2")), reason = "年中调整", rest = "accept" };
        await ReviseAsync(draft, current, "stale", 412, "\"99\"");
        await ReviseAsync(draft, current, "moved-now", 201);
    }

    [Fact]
    public async Task What_a_rule_forbids_keeps_the_whole_revision_back_and_names_each_difference()
    {
        await ConfirmAsync("MS-3", Document);
        var list = (await ListAsync("MS-3")).ToDictionary(c => c.Title);
        var (jobs, houses) = (list["城镇新增就业"], Find(list, "保障房"));
        var draft = await UploadAsync(
            Document.Replace("2万人", "2.2万人", StringComparison.Ordinal).Replace("600套", "6万平方米", StringComparison.Ordinal).Replace("市住建局", "市新设局", StringComparison.Ordinal), "revised-3");
        var compared = await CompareAsync(draft, "MS-3");

        var head = await server.HeadAsync();
        var refused = await ReviseAsync(draft, new { plan = "MS-3", fingerprint = Fingerprint(compared), reason = "年中调整", rest = "accept" }, "refused", 409);
        refused.Faults.ShouldContain(($"/differences/{houses.Number}/target", "measure_unit_differs"));
        refused.Faults.ShouldContain(("/units/市新设局", "unit_unknown"));
        (await server.HeadAsync()).ShouldBe(head);

        refused = await ReviseAsync(
            draft,
            new
            {
                plan = "MS-3",
                fingerprint = Fingerprint(compared),
                reason = "年中调整",
                rest = "leave",
                choices = new object[] { new { item = jobs.Number, accept = true, fields = new[] { "target", "target", "lead" } }, new { item = "99-1", accept = true } },
            },
            "odd", 409);
        refused.Faults.ShouldBe([($"/differences/{jobs.Number}/target", "difference_decided_twice"), ($"/differences/{jobs.Number}/lead", "difference_unknown"), ("/differences/99-1", "difference_unknown")]);

        // Whoever is only named in what is left need not be known.
        await ReviseAsync(
            draft, new { plan = "MS-3", fingerprint = Fingerprint(compared), reason = "年中调整", rest = "leave", choices = new[] { new { item = jobs.Number, accept = true } } }, "left", 201);
        var after = (await ListAsync("MS-3")).ToDictionary(c => c.Title);
        (after[jobs.Title].Target, after[houses.Title].Target, after[houses.Title].Leads.Single()).ShouldBe((22_000m, 600m, "市住建局"));
    }

    [Fact]
    public async Task Two_keepers_who_revise_at_once_revise_once_and_reports_meanwhile_stand_in_nobodys_way()
    {
        await ConfirmAsync("MS-4", Document);
        var draft = await UploadAsync(Document.Replace("2万人", "2.2万人", StringComparison.Ordinal), "revised-4");
        var (tag, fingerprint) = (await TagAsync(draft), Fingerprint(await CompareAsync(draft, "MS-4")));
        var jobs = (await ListAsync("MS-4")).Single(c => c.Title == "城镇新增就业");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => server.Scenario(s =>
            s.As("keeper").Post.Json(new { plan = "MS-4", fingerprint, reason = $"年中调整{i}", rest = "accept" }).ToUrl($"/plan-drafts/{draft}/revision").Key($"race-{i}").IfMatch(tag))));

        answers.Count(a => (int)a.Status == 201).ShouldBe(1);
        answers.ShouldAllBe(a => (int)a.Status == 201 || (int)a.Status == 200 || (int)a.Status == 409 || (int)a.Status == 412);
        (await EventsAsync(jobs.Stream)).Count(e => e.GetProperty("type").GetString() == "target_revised").ShouldBe(1);
    }

    [Theory]
    [InlineData("unit:rensheju")]
    [InlineData("supervisor")]
    [InlineData("auditor")]
    public async Task Only_list_keepers_revise_lists(string account)
        => await server.Scenario(s =>
        {
            s.As(account).Post.Json(new { plan = "MS-1", fingerprint = "x", reason = "x" }).ToUrl($"/plan-drafts/{Guid.NewGuid()}/revision").Key($"rights-{account}").IfMatch("\"1\"");
            s.StatusCodeShouldBe(403);
        });

    private async Task ConfirmAsync(string code, string document)
    {
        var id = await UploadAsync(document, $"first-{code}");
        await ActAsync(id, "head", new { issuedOn = "2014-02-20", issuer = "云溪市人民政府", title = "云溪市2014年民生工作要点" }, $"head-{code}");
        var open = (await PageAsync(id)).GetProperty("questions").EnumerateArray()
            .Where(q => q.GetProperty("state").GetString() == "open" && q.GetProperty("blocking").GetBoolean()).Select(q => q.GetProperty("question").GetProperty("id").GetString()).ToList();
        if (open.Count > 0)
            await ActAsync(id, "answers", new { answers = open.Select(q => new { question = q, answer = "已核对" }) }, $"answers-{code}");
        var tag = await TagAsync(id);
        var confirmed = await server.Scenario(s =>
        {
            s.As("keeper").Post.Json(new { code, registerUnits = true }).ToUrl($"/plan-drafts/{id}/confirmation").Key($"confirm-{code}").IfMatch(tag);
            s.StatusCodeShouldBe(201);
        });
        await ListAsync(code, confirmed.Position);
    }

    private async Task<string> UploadAsync(string document, string key) => (await server.Scenario(s =>
    {
        s.As("keeper").Post.Bytes(Encoding.UTF8.GetBytes(document.ReplaceLineEndings("\n")), "text/plain").ToUrl("/plan-drafts?name=" + Uri.EscapeDataString("民生要点.txt")).Key(key);
        s.StatusCodeShouldBe(201);
    })).Id;

    private async Task ActAsync(string id, string act, object body, string key)
    {
        var tag = await TagAsync(id);
        await server.Scenario(s =>
        {
            s.As("keeper").Post.Json(body).ToUrl($"/plan-drafts/{id}/{act}").Key(key).IfMatch(tag);
            s.StatusCodeShouldBe(201);
        });
    }

    private async Task<ScenarioResult> ReviseAsync(string draft, object wish, string key, int status, string? tag = null)
    {
        tag ??= await TagAsync(draft);
        return await server.Scenario(s =>
        {
            s.As("keeper").Post.Json(wish).ToUrl($"/plan-drafts/{draft}/revision").Key($"{draft}-{key}").IfMatch(tag);
            s.StatusCodeShouldBe(status);
        });
    }

    private async Task<JsonElement> CompareAsync(string draft, string plan) => (await server.Scenario(s =>
    {
        s.As("keeper").Get.Url($"/plan-drafts/{draft}/comparison?plan={plan}");
        s.StatusCodeShouldBe(200);
    })).Json;

    private async Task<JsonElement> PageAsync(string draft) => (await server.Scenario(s => s.As("keeper").Get.Url($"/plan-drafts/{draft}"))).Json;

    private async Task<string> TagAsync(string draft) => (await server.Scenario(s => s.As("keeper").Get.Url($"/plan-drafts/{draft}"))).ETag!;

    private async Task<JsonElement> CommitmentAsync(string plan, string number) => (await server.Scenario(s =>
    {
        s.As("keeper").Get.Url($"/commitments/{plan}:{number}");
        s.StatusCodeShouldBe(200);
    })).Json.GetProperty("commitment");

    private async Task<IReadOnlyList<JsonElement>> EventsAsync(string stream) => [.. (await server.Scenario(s =>
    {
        s.As("auditor").Get.Url($"/commitments/{stream}/history");
        s.StatusCodeShouldBe(200);
    })).Json.GetProperty("events").EnumerateArray()];

    /// <summary>What is on the list, as its commitments have it now.</summary>
    private async Task<IReadOnlyList<Listed>> ListAsync(string plan, long after = 0)
    {
        var page = (await server.Scenario(s =>
        {
            s.As("keeper").Get.Url($"/plans/{plan}?after={after}");
            s.StatusCodeShouldBe(200);
        })).Json;
        var sections = page.GetProperty("plan").GetProperty("sections").EnumerateArray().ToDictionary(s => s.GetProperty("number").GetString()!, s => s.GetProperty("title").GetString()!);
        var units = (await server.Scenario(s => s.As("keeper").Get.Url("/units"))).Json.GetProperty("units").EnumerateArray()
            .ToDictionary(u => u.GetProperty("code").GetString()!, u => u.GetProperty("name").GetString()!);
        var listed = new List<Listed>();
        foreach (var one in page.GetProperty("commitments").EnumerateArray().Where(c => c.GetProperty("standing").GetString() != "withdrawn"))
        {
            var number = one.GetProperty("number").GetString()!;
            var commitment = await CommitmentAsync(plan, number);
            var responsible = commitment.GetProperty("responsible").EnumerateArray().Last().GetProperty("value").EnumerateArray().ToList();
            var target = commitment.GetProperty("targets").EnumerateArray().LastOrDefault();
            listed.Add(new(
                one.GetProperty("commitment").GetString()!,
                number,
                one.GetProperty("title").GetString()!,
                target.ValueKind == JsonValueKind.Object ? target.GetProperty("value").GetProperty("value").GetDecimal() : null,
                sections[one.GetProperty("section").GetString()!],
                NamesOf("lead"),
                NamesOf("partner")));

            IReadOnlyList<string> NamesOf(string role) => [.. responsible.Where(r => r.GetProperty("role").GetString() == role).Select(r => units[r.GetProperty("unit").GetString()!])];
        }

        return listed;
    }

    private static Listed Find(Dictionary<string, Listed> list, string words) => list.Single(c => c.Key.Contains(words, StringComparison.Ordinal)).Value;

    private static string Fingerprint(JsonElement comparison) => comparison.GetProperty("fingerprint").GetString()!;

    private static IReadOnlyList<string> Items(JsonElement comparison, string compared)
        => [.. comparison.GetProperty("items").EnumerateArray().Where(i => i.GetProperty("as").GetString() == compared).Select(i => i.GetProperty("item").GetString()!)];

    private sealed record Listed(string Stream, string Number, string Title, decimal? Target, string Section, IReadOnlyList<string> Leads, IReadOnlyList<string> Partners);
}
