namespace TargetLedger.Scenarios;

/// <summary>What a list keeper does after the import.</summary>
public sealed class ListKeepingTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task A_unit_is_registered_once_renamed_and_keeps_its_code()
    {
        var registered = await Keep("POST", "/units", new { code = "rencaiban", name = "市人才办", kind = "other", aliases = new[] { "人才办" } }, 201);
        registered.Header("Location").ShouldBe("/units/rencaiban");
        await Keep("POST", "/units", new { code = "rencaiban", name = "市人才办", kind = "other", aliases = new[] { "人才办" } }, 200);
        await Refused("/units", new { code = "rencaiban", name = "另一个办", kind = "other" }, 409, "unit_exists");
        await Refused("/units", new { code = "有 空格", name = "x", kind = "other" }, 400, "body_invalid");
        await Keep("POST", "/units/rencaiban/name", new { name = "市人才工作局", from = "2014-07-01", authority = "文2号" }, 201);
        var renamed = await Keep("POST", "/units/rencaiban/name", new { name = "市人才工作局", from = "2014-07-01", authority = "文2号" }, 200);

        var page = await Read($"/units/rencaiban?after={renamed.Position}");
        page.Json.GetProperty("unit").GetProperty("name").GetString().ShouldBe("市人才工作局");
        await Refused("/units/nobody/name", new { name = "x", from = "2014-07-01", authority = "文2号" }, 404, "not_found");
    }

    [Fact]
    public async Task A_group_is_formed_joined_and_left_by_date()
    {
        await Keep("POST", "/groups", new { code = "zhongdian", name = "重点部门", open = false, members = new[] { new { unit = "rensheju", from = "2014-01-01" } } }, 201);
        await Refused("/groups", new { code = "zhongdian-2", name = "重点部门", open = false, members = new[] { new { unit = "nobody", from = "2014-01-01" } } }, 409, "unit_unknown");
        await Keep("POST", "/groups/zhongdian/members", new { unit = "jiaoyuju", from = "2014-07-01" }, 201);
        await Keep("POST", "/groups/zhongdian/members", new { unit = "jiaoyuju", from = "2014-07-01" }, 200);
        await Refused("/groups/zhongdian/members", new { unit = "nobody", from = "2014-07-01" }, 409, "unit_unknown");
        await Refused("/groups/nothing/members", new { unit = "jiaoyuju", from = "2014-07-01" }, 404, "not_found");
        await Refused("/groups/zhongdian/members/jiaoyuju/leave", new { on = "2014-06-01" }, 409, "dates_reversed");
        var left = await Keep("POST", "/groups/zhongdian/members/jiaoyuju/leave", new { on = "2014-09-30" }, 201);

        var groups = (await Read($"/units?after={left.Position}")).Json.GetProperty("groups").EnumerateArray();
        var members = groups.Single(g => g.GetProperty("code").GetString() == "zhongdian").GetProperty("members");
        members[1].GetProperty("to").GetString().ShouldBe("2014-09-30");
    }

    [Fact]
    public async Task A_commitment_is_added_to_a_list_in_force_under_the_next_number()
    {
        var item = new
        {
            task = "10",
            title = "培训工程技术人员",
            cadence = "monthly",
            measure = new { name = "培训人次", unit = "人次", kind = "cumulative" },
            target = new { bound = "approx", value = 500, asWritten = "500人次左右" },
        };
        var added = await Keep("POST", "/plans/CD-2014/commitments", item, 201);
        added.Header("Location").ShouldBe($"/commitments/{added.Json.GetProperty("stream").GetString()}");
        var page = await Read($"/commitments/CD-2014:10-2?after={added.Position}");
        page.Json.GetProperty("commitment").GetProperty("targets")[0].GetProperty("value").GetProperty("tolerancePercent").GetDecimal().ShouldBe(10);
        page.Json.GetProperty("row").GetProperty("leads")[0].GetProperty("code").GetString().ShouldBe("rensheju");

        await Refused("/plans/CD-2014/commitments", item with { task = "99" }, 409, "task_unknown");
        await Refused("/plans/none/commitments", item, 404, "not_found");
        var faults = await Refused(
            "/plans/CD-2014/commitments",
            new { task = "10", title = "x", cadence = "by_node", target = new { bound = "range", value = 5, asWritten = "5-8" }, responsible = new[] { new { role = "partner", unit = "nobody" } } },
            409,
            "refused");
        faults.Faults.ShouldBe(
        [
            ("/target/upper", "range_upper_missing"),
            ("/responsible", "lead_missing"),
            ("/responsible/0/unit", "unit_unknown"),
            ("/nodes", "nodes_missing"),
            ("/measure", "measure_missing"),
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task A_commitment_is_suspended_resumed_and_taken_off_the_list()
    {
        const string commitment = "CD-2014:14-1";
        var reason = new { from = "2014-06-20", reason = "平台改造", authority = "文4号" };
        await server.StepToAsync(Day(2014, 6, 20));
        var suspended = await Adjust(commitment, "suspension", reason, 201);
        (await LightOf(commitment, suspended.Position, "2014-06-20")).ShouldBe("paused");
        await Adjust(commitment, "suspension", reason, 200);
        await server.StepToAsync(Day(2014, 10, 8));
        await Adjust(commitment, "resumption", new { on = "2014-06-10", reason = "完成", authority = "文5号" }, 409);
        var resumed = await Adjust(commitment, "resumption", new { on = "2014-10-08", reason = "完成", authority = "文5号" }, 201);
        (await LightOf(commitment, resumed.Position, "2014-10-08")).ShouldNotBe("paused");

        (await Adjust(commitment, "withdrawal", new { on = "2014-11-01", reason = "并入他项", authority = "文6号" }, 409)).Json.GetProperty("code").GetString().ShouldBe("date_in_future");
        await server.StepToAsync(Day(2014, 11, 1));
        var withdrawn = await Adjust(commitment, "withdrawal", new { on = "2014-11-01", reason = "并入他项", authority = "文6号" }, 201);
        var board = await Read($"/board?plan=CD-2014&on=2014-11-01&after={withdrawn.Position}");
        board.Json.GetProperty("withdrawn").GetInt32().ShouldBe(1);
        (await Adjust(commitment, "resumption", new { on = "2014-12-01", reason = "x", authority = "y" }, 409)).Json.GetProperty("code").GetString().ShouldBe("commitment_withdrawn");
    }

    [Fact]
    public async Task A_target_is_divided_among_a_group_and_its_quotas_must_reach_it()
    {
        const string commitment = "CD-2014:11-3";
        var districts = (await Read("/units")).Json.GetProperty("groups").EnumerateArray().Single(g => g.GetProperty("code").GetString() == "quxian")
            .GetProperty("members").EnumerateArray().Select(m => m.GetProperty("unit").GetString()!).ToList();
        (await Adjust(commitment, "apportionment", new { way = "members_add_up", group = "quxian", quotas = new[] { new { unit = districts[0], value = 10 } } }, 409))
            .Json.GetProperty("code").GetString().ShouldBe("quotas_short");
        (await Adjust(commitment, "apportionment", new { way = "members_add_up", group = "nothing", quotas = Array.Empty<object>() }, 409))
            .Json.GetProperty("code").GetString().ShouldBe("group_unknown");
        await Adjust(commitment, "apportionment", new { way = "members_add_up", group = "quxian", quotas = districts.Select(d => new { unit = d, value = 1_500 }) }, 201);

        var report = await server.Scenario(s =>
        {
            s.As($"unit:{districts[0]}").Post.Json(new { unit = districts[0], period = new { start = "2014-01-01", end = "2014-05-31" }, amount = 700 }).ToUrl($"/commitments/{commitment}/reports").Key("member");
            s.StatusCodeShouldBe(201);
        });
        var group = (await Read($"/commitments/{commitment}?after={report.Position}")).Json.GetProperty("row").GetProperty("group");
        group.GetProperty("expected").GetInt32().ShouldBe(20);
        group.GetProperty("reported").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_period_that_leaves_reports_outside_is_refused()
    {
        await server.Scenario(s =>
        {
            s.As("unit:jiaoyuju").Post.Json(new { unit = "jiaoyuju", period = new { start = "2014-01-01", end = "2014-05-31" }, progress = "in_progress" }).ToUrl("/commitments/CD-2014:16-1/reports").Key("16-1");
            s.StatusCodeShouldBe(201);
        });
        (await Adjust("CD-2014:16-1", "period-revisions", new { period = new { start = "2014-02-01", end = "2014-11-30" }, effectiveFrom = "2014-09-01", reason = "提前", authority = "文9号" }, 409))
            .Json.GetProperty("code").GetString().ShouldBe("reports_outside_period");
        await Adjust("CD-2014:16-1", "period-revisions", new { period = new { start = "2014-01-01", end = "2014-11-30" }, effectiveFrom = "2014-09-01", reason = "提前", authority = "文9号" }, 201);
    }

    [Fact]
    public async Task Rules_are_adopted_by_keepers_and_administrators_and_judge_from_their_day_on()
    {
        var rules = new { lightBy = "share_of_pace", yellowTo = 50, paceBy = "finished_months", countedAmount = "verified", approxTolerancePercent = 5, aheadFromPoints = 10, overdueGraceDays = 20, nodeGraceDays = 15, nodeYellowDays = 30 };
        var adopted = await server.Scenario(s =>
        {
            s.As("administrator").Post.Json(new { name = "2015规则", effectiveFrom = "2015-01-01", rules, authority = "文10号" }).ToUrl("/rules");
            s.StatusCodeShouldBe(201);
        });
        await Refused("/rules", new { name = "坏规则", effectiveFrom = "2015-01-01", rules = rules with { yellowTo = 0 }, authority = "文11号" }, 409, "value_out_of_range");

        (await Read($"/board?on=2014-12-31&after={adopted.Position}")).Json.TryGetProperty("rules", out _).ShouldBeFalse();
        (await Read("/board?on=2015-01-01")).Json.GetProperty("rules").GetProperty("name").GetString().ShouldBe("2015规则");
        (await Read("/rules")).Json.GetProperty("adopted").GetArrayLength().ShouldBe(1);
    }

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 9, 0, 0, TimeSpan.FromHours(8));

    private Task<ScenarioResult> Keep(string method, string url, object body, int status) => server.Scenario(s =>
    {
        s.As("keeper").Method(method).Json(body).ToUrl(url);
        s.StatusCodeShouldBe(status);
    });

    private Task<ScenarioResult> Refused(string url, object body, int status, string code) => server.Scenario(s =>
    {
        s.As("keeper").Post.Json(body).ToUrl(url);
        s.ProblemShouldBe(status, code);
    });

    private async Task<ScenarioResult> Adjust(string commitment, string act, object body, int status)
    {
        var tag = await server.TagAsync(commitment);
        return await server.Scenario(s =>
        {
            s.As("keeper").Post.Json(body).ToUrl($"/commitments/{commitment}/{act}").IfMatch(tag);
            s.StatusCodeShouldBe(status);
        });
    }

    private Task<ScenarioResult> Read(string url) => server.Scenario(s =>
    {
        s.As("supervisor").Get.Url(url);
        s.StatusCodeShouldBe(200);
    });

    private async Task<string> LightOf(string commitment, long after, string on)
        => (await Read($"/commitments/{commitment}?after={after}&on={on}")).Json.GetProperty("row").GetProperty("light").GetString()!;
}
