using System.Text.Json;

namespace TargetLedger.Scenarios;

/// <summary>Divisions to any depth, joint leads and reports that count in several commitments, over HTTP.</summary>
public sealed class GroupsAndLinksTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task A_quota_is_divided_further_and_what_no_longer_fits_is_shown()
    {
        const string commitment = "CD-2014:6-2";
        await Keep("/groups", new { code = "jiedao", name = "锦江区街道", open = false, members = new[] { new { unit = "yaojianju", from = "2014-01-01" }, new { unit = "zhijianju", from = "2014-01-01" } } }, 201);
        var districts = (await Read("/units")).GetProperty("groups").EnumerateArray().Single(g => g.GetProperty("code").GetString() == "quxian")
            .GetProperty("members").EnumerateArray().Select(m => m.GetProperty("unit").GetString()!).ToList();
        await Adjust(commitment, "apportionment", new { way = "members_add_up", group = "quxian", quotas = districts.Select(d => new { unit = d, value = 1_500 }), memberDays = "for_its_days", memberCadence = "quarterly" }, 201);
        (await Adjust(commitment, "apportionment", new { way = "members_add_up", group = "jiedao", unit = "jinjiang", quotas = new[] { new { unit = "yaojianju", value = 1_499 } } }, 409))
            .GetProperty("code").GetString().ShouldBe("quotas_short");
        await Adjust(commitment, "apportionment", new { way = "members_add_up", group = "jiedao", unit = "jinjiang", quotas = new[] { new { unit = "yaojianju", value = 900 }, new { unit = "zhijianju", value = 600 } } }, 201);

        await Report(commitment, "yaojianju", "2014-01-01", "2014-03-31", 70, "street-1");
        var last = await Report(commitment, "jinjiang", "2014-01-01", "2014-03-31", 30, "district-1");
        var page = await Read($"/commitments/{commitment}?after={last}&on=2014-03-31");
        var group = page.GetProperty("row").GetProperty("group");
        group.GetProperty("fit").GetProperty("fit").GetString().ShouldBe("exact");
        var jinjiang = group.GetProperty("members").EnumerateArray().Single(m => m.GetProperty("unit").GetString() == "jinjiang");
        jinjiang.GetProperty("total").GetDecimal().ShouldBe(100);
        jinjiang.GetProperty("below").GetProperty("reported").GetInt32().ShouldBe(1);
        jinjiang.GetProperty("below").GetProperty("expected").GetInt32().ShouldBe(2);
        AddsUp(page.GetProperty("parts"), page.GetProperty("row").GetProperty("counted").GetDecimal());

        // The row of the board, counted from entries, is the page's.
        var board = await Read($"/board?plan=CD-2014&group=jiedao&on=2014-03-31&after={last}");
        var row = board.GetProperty("rows").EnumerateArray().ShouldHaveSingleItem();
        row.GetProperty("group").GetRawText().ShouldBe(group.GetRawText());
        (await Read($"/units/yaojianju?after={last}&on=2014-03-31")).GetProperty("rows")[0].GetProperty("role").GetString().ShouldBe("member");

        var raised = await Adjust(commitment, "target-revisions", new { target = new { bound = "at_least", value = 31_000, asWritten = "31000人" }, effectiveFrom = "2014-07-01", reason = "r", authority = "a" }, 201);
        var position = raised.GetProperty("position").GetInt64();
        var unfit = await Read($"/divisions?plan=CD-2014&show=unfit&on=2014-07-01&after={position}");
        unfit.GetProperty("unfit").GetInt32().ShouldBe(1);
        unfit.GetProperty("items")[0].GetProperty("division").GetProperty("gap").GetDecimal().ShouldBe(-1_000);
        (await Page($"/c/{commitment}?on=2014-07-01")).ShouldContain("不足 1,000");
        (await Read("/divisions?plan=CD-2014&show=unfit&on=2014-06-30")).GetProperty("unfit").GetInt32().ShouldBe(0);
        (await Read("/divisions?group=jiedao&on=2014-06-30")).GetProperty("divisions").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Two_sides_report_are_verified_by_their_own_offices_and_close_out_together()
    {
        const string commitment = "CD-2014:11-2";
        await Adjust(commitment, "reassignments", new
        {
            responsible = new[] { new { role = "lead", unit = "rensheju", side = "甲方" }, new { role = "lead", unit = "zonggonghui", side = "乙方" } },
            effectiveFrom = "2014-01-01", reason = "两家共同牵头", authority = "文1号",
        }, 201);
        var sides = new[] { new { name = "甲方", office = "shiwei-muduban" }, new { name = "乙方", office = "shizhengfu-muduban" } };
        await Adjust(commitment, "joint-lead", new { target = "together", sides = sides.Take(1), authority = "文2号" }, 409);
        await Adjust(commitment, "joint-lead", new { target = "together", sides, authority = "文2号" }, 201);
        await Adjust(commitment, "joint-lead", new { target = "together", sides, authority = "文2号" }, 200);

        var first = await ReportId(commitment, "rensheju", 3, "joint-1");
        await ReportId(commitment, "zonggonghui", 4, "joint-2");
        await Judge("supervisor:shizhengfu-muduban", commitment, first, "verification", new { }, "not_the_sides_office");
        await Judge("supervisor", commitment, first, "return", new { reason = "r" }, "not_the_sides_office");
        await Judge("supervisor:shiwei-muduban", commitment, first, "verification", new { }, null);

        await Keep($"/commitments/{commitment}/counterpart-figures", new { ledger = "省台账", commitment = "SC:1", total = 99, through = "2014-05-31", position = 12, hash = "zz", source = "回执" }, 400);
        var received = await Keep(
            $"/commitments/{commitment}/counterpart-figures", new { ledger = "省台账", commitment = "SC:1", total = 99, through = "2014-05-31", position = 12, hash = new string('a', 64), source = "回执" }, 201);
        var page = await Read($"/commitments/{commitment}?after={received.Position}&on=2014-06-04");
        page.GetProperty("row").GetProperty("counted").GetDecimal().ShouldBe(7);
        AddsUp(page.GetProperty("parts"), 7);
        page.GetProperty("row").GetProperty("counterparts")[0].GetProperty("position").GetInt64().ShouldBe(12);

        var shown = await Page($"/c/{commitment}");
        shown.ShouldContain("共同牵头");
        shown.ShouldContain("对方口径");
        foreach (var unit in new[] { "rensheju", "zonggonghui" })
        {
            await server.Scenario(s =>
            {
                s.As($"unit:{unit}").Post.Json(new { unit, completedOn = "2014-06-01", statement = "完成" }).ToUrl($"/commitments/{commitment}/completion/claim");
                s.StatusCodeShouldBe(201);
            });
        }

        await Close("supervisor", "completion/acceptance", new { }, 409);
        await Close("supervisor:shiwei-muduban", "completion/sides/acceptance", new { side = "乙方" }, 409);
        await Close("supervisor:shizhengfu-muduban", "completion/sides/rejection", new { side = "乙方", reason = "补材料" }, 201);
        await Close("supervisor:shiwei-muduban", "completion/sides/acceptance", new { side = "甲方" }, 201);
        (await Read($"/commitments/{commitment}")).GetProperty("commitment").GetProperty("standing").GetString().ShouldBe("active");
        await server.Scenario(s =>
        {
            s.As("unit:zonggonghui").Post.Json(new { unit = "zonggonghui", completedOn = "2014-06-02", statement = "已补" }).ToUrl($"/commitments/{commitment}/completion/claim");
            s.StatusCodeShouldBe(201);
        });
        await Close("supervisor:shizhengfu-muduban", "completion/sides/acceptance", new { side = "乙方" }, 201);
        await server.SettleAsync();
        (await Read($"/commitments/{commitment}")).GetProperty("commitment").GetProperty("standing").GetString().ShouldBe("closed_out");

        async Task Close(string account, string act, object body, int status)
        {
            var tag = await server.TagAsync(commitment);
            await server.Scenario(s =>
            {
                s.As(account).Post.Json(body).ToUrl($"/commitments/{commitment}/{act}").IfMatch(tag);
                s.StatusCodeShouldBe(status);
            });
        }
    }

    [Fact]
    public async Task One_report_counts_in_several_lists_and_what_becomes_of_it_follows()
    {
        var (province, party) = (await AddLikeTraining("省级:培训专业技术人员"), await AddLikeTraining("党委:培训专业技术人员"));
        const string source = "CD-2014:10-1";
        await Adjust(source, "links", new { to = "CD-2014:11-1", from = "2014-01-01", authority = "a" }, 409);
        await Adjust(source, "links", new { to = "CD-2014:99-1", from = "2014-01-01", authority = "a" }, 409);
        var early = await ReportId(source, "rensheju", 30, "link-1", "2014-01-01", "2014-03-31");
        var link = (await Adjust(source, "links", new { to = province, from = "2014-01-01", authority = "a" }, 201)).GetProperty("id").GetString();
        await Adjust(province, "links", new { to = party, from = "2014-01-01", authority = "a" }, 201);
        (await Adjust(party, "links", new { to = source, from = "2014-01-01", authority = "a" }, 409)).GetProperty("code").GetString().ShouldBe("link_loop");

        var head = await server.HeadAsync();
        var report = await ReportId(source, "rensheju", 12, "link-2", "2014-04-01", "2014-04-30");
        (await server.HeadAsync()).ShouldBe(head + 3);
        // The same key again: recorded once.
        (await ReportId(source, "rensheju", 12, "link-2", "2014-04-01", "2014-04-30")).ShouldBe(report);
        (await server.HeadAsync()).ShouldBe(head + 3);
        await Counted(42, source, province, party);
        var linked = await server.HeadAsync();

        await server.Scenario(s =>
        {
            s.As("unit:rensheju").Post.Json(new { reason = "漏计", amount = 15, total = 45 }).ToUrl($"/commitments/{source}/reports/{report}/corrections");
            s.StatusCodeShouldBe(201);
        });
        await Counted(45, source, province, party);
        await Judge("supervisor", source, report, "return", new { reason = "缺佐证" }, null);
        await Counted(30, source, province, party);
        await Judge("supervisor", province, report, "verification", new { }, "report_counted_here");
        await server.Scenario(s =>
        {
            s.As("unit:rensheju").Post.Json(new { unit = "rensheju", period = new { start = "2014-05-01", end = "2014-05-31" }, amount = 1 }).ToUrl($"/commitments/{party}/reports").Key("link-3");
            s.ProblemShouldBe(409, "reported_through_link");
        });

        await Adjust(source, $"links/{link}/end", new { on = "2014-04-01", reason = "清单撤销" }, 201);
        await server.Scenario(s =>
        {
            s.As("unit:rensheju").Post.Json(new { reason = "已补" }).ToUrl($"/commitments/{source}/reports/{report}/corrections");
            s.StatusCodeShouldBe(201);
        });
        await Counted(45, source);
        await Counted(30, province, party);
        var now = await Read($"/commitments/{party}");
        AddsUp(now.GetProperty("parts"), 30);
        now.GetProperty("parts")[0].GetProperty("countedFrom").GetString().ShouldBe((await Read($"/commitments/{province}")).GetProperty("commitment").GetProperty("id").GetString());
        now.GetProperty("row").GetProperty("countedFrom").GetArrayLength().ShouldBe(1);
        // What was shown then is shown for then.
        foreach (var one in new[] { province, party })
            (await Read($"/commitments/{one}?at={linked}")).GetProperty("row").GetProperty("counted").GetDecimal().ShouldBe(42);
        early.ShouldNotBe(report);
        (await Page($"/c/{party}")).ShouldContain("关联计数");

        async Task Counted(decimal figure, params string[] commitments)
        {
            await server.SettleAsync();
            foreach (var one in commitments)
                (await Read($"/commitments/{one}")).GetProperty("row").GetProperty("counted").GetDecimal().ShouldBe(figure, one);
        }
    }

    [Fact]
    public async Task Where_the_source_of_a_link_has_stopped_the_other_is_reported_on_itself_and_neither_changes_its_lead_before()
    {
        var (source, target) = (await AddLikeTraining("省级:培训技师"), await AddLikeTraining("党委:培训技师"));
        await Adjust(source, "links", new { to = target, from = "2014-01-01", authority = "a" }, 201);
        foreach (var end in new[] { source, target })
        {
            (await Adjust(end, "reassignments", new { responsible = new[] { new { role = "lead", unit = "jiaoyuju" } }, effectiveFrom = "2014-05-01", reason = "r", authority = "a" }, 409))
                .GetProperty("code").GetString().ShouldBe("commitment_linked");
        }

        var counted = await ReportId(source, "rensheju", 3, "stopped-1", "2014-01-01", "2014-03-31");
        await Adjust(source, "suspension", new { from = "2014-04-01", reason = "r", authority = "a" }, 201);
        var own = await ReportId(target, "rensheju", 4, "stopped-2", "2014-04-01", "2014-04-30");
        await Adjust(source, "resumption", new { on = "2014-05-01", reason = "r", authority = "a" }, 201);
        await ReportId(source, "rensheju", 9, "stopped-3", "2014-04-01", "2014-04-30");
        await server.SettleAsync();
        foreach (var (one, figure, reports) in new[] { (target, 7, new[] { counted, own }), (source, 12, null) })
        {
            var read = await Read($"/commitments/{one}");
            read.GetProperty("row").GetProperty("counted").GetDecimal().ShouldBe(figure, one);
            if (reports is not null)
                read.GetProperty("commitment").GetProperty("reports").EnumerateArray().Select(r => r.GetProperty("id").GetString()).ShouldBe(reports, ignoreOrder: true);
        }
    }

    [Fact]
    public async Task Writers_at_both_ends_of_a_link_lose_nothing_and_double_nothing()
    {
        const string source = "CD-2014:11-1";
        var like = (await Read($"/commitments/{source}")).GetProperty("commitment");
        var other = (await Keep(
            "/plans/CD-2014/commitments",
            new { task = "11", title = "省级:新建技能大师工作室", cadence = "monthly", measure = like.GetProperty("measure"), target = like.GetProperty("targets")[0].GetProperty("value") }, 201)).Json.GetProperty("stream").GetString()!;
        await Adjust(source, "links", new { to = other, from = "2014-01-01", authority = "a" }, 201);
        var report = await ReportId(source, "rensheju", 2, "race-0", "2014-01-01", "2014-05-31");

        // Corrections at one end, words of a partner and of nobody else at the other, all at once.
        var corrections = Enumerable.Range(1, 12).Select(i => server.Scenario(s =>
            s.As("unit:rensheju").Post.Json(new { reason = $"第 {i} 次", amount = 2 + i, total = 2 + i }).ToUrl($"/commitments/{source}/reports/{report}/corrections").Key($"race-c{i}")));
        var words = Enumerable.Range(1, 5).Select(month => server.Scenario(s =>
            s.As("unit:zonggonghui").Post.Json(new { unit = "zonggonghui", period = new { start = $"2014-0{month}-01", end = $"2014-0{month}-28" }, text = new { done = "配合" } })
                .ToUrl($"/commitments/{other}/reports").Key($"race-w{month}")));
        var answers = await Task.WhenAll(corrections.Concat(words));
        answers.Select(a => (int)a.Status).ShouldAllBe(status => status == 201 || status == 503);

        await server.SettleAsync();
        var (here, there) = (await Read($"/commitments/{source}"), await Read($"/commitments/{other}"));
        there.GetProperty("row").GetProperty("counted").GetRawText().ShouldBe(here.GetProperty("row").GetProperty("counted").GetRawText());
        CorrectionsOf(there).ShouldBe(CorrectionsOf(here));
        there.GetProperty("commitment").GetProperty("reports").GetArrayLength().ShouldBe(1 + answers.Skip(12).Count(a => (int)a.Status == 201));

        int CorrectionsOf(JsonElement page) => page.GetProperty("commitment").GetProperty("reports").EnumerateArray()
            .Single(r => r.GetProperty("id").GetString() == report).GetProperty("corrections").GetInt32();
    }

    private async Task<string> AddLikeTraining(string title)
    {
        await server.SettleAsync();
        var like = (await Read("/commitments/CD-2014:10-1")).GetProperty("commitment");
        var made = await Keep("/plans/CD-2014/commitments", new { task = "10", title, cadence = "monthly", measure = like.GetProperty("measure"), target = like.GetProperty("targets")[0].GetProperty("value") }, 201);
        return made.Json.GetProperty("stream").GetString()!;
    }

    private static void AddsUp(JsonElement parts, decimal figure)
    {
        parts.EnumerateArray().Sum(p => p.GetProperty("amount").GetDecimal()).ShouldBe(figure);
        foreach (var part in parts.EnumerateArray().Where(p => !p.TryGetProperty("position", out _)))
            AddsUp(part.GetProperty("parts"), part.GetProperty("amount").GetDecimal());
    }

    private async Task<long> Report(string commitment, string unit, string start, string end, int amount, string key) => (await server.Scenario(s =>
    {
        s.As($"unit:{unit}").Post.Json(new { unit, period = new { start, end }, amount }).ToUrl($"/commitments/{commitment}/reports").Key(key);
        s.StatusCodeShouldBe(201);
    })).Position;

    private async Task<string> ReportId(string commitment, string unit, int amount, string key, string start = "2014-01-01", string end = "2014-05-31") => (await server.Scenario(s =>
    {
        s.As($"unit:{unit}").Post.Json(new { unit, period = new { start, end }, amount }).ToUrl($"/commitments/{commitment}/reports").Key(key);
        s.StatusCodeShouldBe(201);
    })).Id;

    private Task<ScenarioResult> Judge(string account, string commitment, string report, string act, object body, string? refused) => server.Scenario(s =>
    {
        s.As(account).Post.Json(body).ToUrl($"/commitments/{commitment}/reports/{report}/{act}");
        if (refused is null)
            s.StatusCodeShouldBe(201);
        else
            s.ProblemShouldBe(409, refused);
    });

    private Task<ScenarioResult> Keep(string url, object body, int status) => server.Scenario(s =>
    {
        s.As("keeper").Post.Json(body).ToUrl(url);
        s.StatusCodeShouldBe(status);
    });

    private async Task<JsonElement> Adjust(string commitment, string act, object body, int status)
    {
        var tag = await server.TagAsync(commitment);
        return (await server.Scenario(s =>
        {
            s.As("keeper").Post.Json(body).ToUrl($"/commitments/{commitment}/{act}").IfMatch(tag);
            s.StatusCodeShouldBe(status);
        })).Json;
    }

    private async Task<string> Page(string url)
    {
        await server.SettleAsync();
        return (await server.Scenario(s =>
        {
            s.As("supervisor").Get.Url(url);
            s.StatusCodeShouldBe(200);
        })).Text;
    }

    private async Task<JsonElement> Read(string url) => (await server.Scenario(s =>
    {
        s.As("supervisor").Get.Url(url);
        s.StatusCodeShouldBe(200);
    })).Json;
}
