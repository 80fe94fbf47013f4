using System.Text.Json;

namespace TargetLedger.Scenarios;

/// <summary>Rules over HTTP: adopted for the ledger or a plan, tried out, explained; forecasts beside them.</summary>
public sealed class RulesTests(SampleServer server) : IClassFixture<SampleServer>, IAsyncLifetime
{
    private const string Services = SampleServer.Employment;

    private static int tests;

    /// <summary>The half-year's figures can come in.</summary>
    public async ValueTask InitializeAsync()
        => await server.StepToAsync(new DateTimeOffset(2014, 7, 5, 9, 0, 0, TimeSpan.FromHours(8)).AddMinutes(Interlocked.Increment(ref tests)));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static object Monthly(decimal? greenTo = 80, decimal? yellowTo = 60, decimal? undefinedTo = null) => new
    {
        lightBy = "monthly_completion", yellowTo, greenTo, undefinedTo, paceBy = "finished_months", countedAmount = "reported",
        approxTolerancePercent = 5, aheadFromPoints = 10, overdueGraceDays = 20, nodeGraceDays = 15, nodeYellowDays = 30,
    };

    [Fact]
    public async Task A_plan_gets_rules_of_its_own_and_gives_them_up_again()
    {
        var adopted = await Keep("/rules", new { name = "按月", effectiveFrom = "2015-06-01", rules = Monthly(), authority = "文1号", plan = "CD-2014" }, 201);
        var again = await Keep("/rules", new { name = "按月", effectiveFrom = "2015-06-01", rules = Monthly(), authority = "文1号", plan = "CD-2014" }, 200);
        again.ETag.ShouldBe(adopted.ETag);
        var lifted = await Keep("/rules/lifting", new { plan = "CD-2014", effectiveFrom = "2015-09-01", authority = "文2号" }, 201);

        var june = (await Read($"/board?on=2015-06-01&limit=1&after={lifted.Position}")).Json;
        june.GetProperty("planRules")[0].GetProperty("name").GetString().ShouldBe("按月");
        (await Read("/board?on=2015-05-31&limit=1")).Json.TryGetProperty("planRules", out _).ShouldBeFalse();
        (await Read("/board?on=2015-09-01&limit=1")).Json.TryGetProperty("planRules", out _).ShouldBeFalse();
        (await Read("/rules")).Json.GetProperty("adopted").EnumerateArray().Last().TryGetProperty("rules", out _).ShouldBeFalse();
        (await Read("/rules")).Json.GetProperty("presets").EnumerateArray().Select(p => p.GetProperty("preset").GetString())
            .ShouldBe(["gap_in_points", "gap_with_undefined_band", "share_of_pace", "monthly_completion", "time_left", "staged_by_quarter"]);
    }

    [Fact]
    public async Task Rules_that_cannot_be_are_refused_with_every_fault_and_leave_nothing_behind()
    {
        var head = await server.HeadAsync();
        var refused = await Keep("/rules", new { name = "坏", effectiveFrom = "2015-01-01", rules = Monthly(greenTo: 50, undefinedTo: 5), authority = "文3号", plan = "none" }, 409);
        refused.Faults.ShouldBe([("/rules/yellowTo", "bands_reversed"), ("/rules/undefinedTo", "band_not_expected"), ("/plan", "plan_unknown")], ignoreOrder: true);
        (await Keep("/rules/lifting", new { plan = "none", effectiveFrom = "2015-01-01", authority = "文4号" }, 409)).Json.GetProperty("code").GetString().ShouldBe("plan_unknown");
        (await Keep("/rules", new { name = " ", effectiveFrom = "2015-13-01", rules = new { lightBy = "by_mood" }, authority = "" }, 400)).Faults.Count.ShouldBeGreaterThan(3);
        (await server.HeadAsync()).ShouldBe(head);
    }

    [Fact]
    public async Task A_board_is_tried_out_by_query_and_by_body_alike_and_nothing_is_recorded()
    {
        await ReportAsync();
        await server.SettleAsync();
        var head = await server.HeadAsync();
        var board = (await Read("/board?on=2014-07-10&limit=500")).Json;

        var asked = await Read("/board/what-if?on=2014-07-10&lightBy=time_left&greenTo=100&yellowTo=99&limit=500");
        var posted = await server.Scenario(s =>
        {
            s.As("supervisor").Post.Json(new { lightBy = "time_left", greenTo = 100, yellowTo = 99 }).ToUrl("/board/what-if?on=2014-07-10&limit=500");
            s.StatusCodeShouldBe(200);
        });
        posted.Text.ShouldBe(asked.Text);

        var tried = asked.Json;
        tried.GetProperty("lights").ToString().ShouldBe(board.GetProperty("lights").ToString());
        tried.GetProperty("candidateLights").GetProperty("orange").GetInt32().ShouldBeGreaterThan(0);
        tried.GetProperty("changed").GetInt32().ShouldBe(tried.GetProperty("rows").GetArrayLength());
        tried.GetProperty("moves").EnumerateArray().Sum(m => m.GetProperty("commitments").GetInt32()).ShouldBe(tried.GetProperty("changed").GetInt32());

        var one = (await Read($"/commitments/{Services}/what-if?on=2014-07-10&lightBy=time_left&greenTo=100&yellowTo=99")).Json.GetProperty("row");
        one.GetProperty("light").GetString().ShouldBe("orange");
        one.GetProperty("inForce").GetProperty("light").GetString().ShouldNotBe("orange");
        (await server.HeadAsync()).ShouldBe(head);
        (await Read("/board?on=2014-07-10&limit=500")).Json.GetProperty("lights").ToString().ShouldBe(board.GetProperty("lights").ToString());
    }

    [Theory]
    [InlineData("/board/what-if?preset=by_mood&yellowTo=x&paceBy=hour", "preset yellowTo paceBy")]
    [InlineData("/board/what-if?greenTo=40", "greenTo")]
    [InlineData("/board/what-if?preset=time_left&greenTo=10&undefinedTo=1&nodeGraceDays=400&forPlan=none", "yellowTo undefinedTo nodeGraceDays forPlan")]
    [InlineData($"/commitments/{Services}/what-if?yellowTo=101", "yellowTo")]
    [InlineData("/board/what-if?paceCurve=15;40;100", "paceCurve")]
    [InlineData("/board/what-if?paceCurve=40,15,120", "paceCurve paceCurve paceCurve")]
    public async Task What_is_wrong_with_rules_to_try_out_is_named_by_its_parameter(string url, string parameters)
    {
        var refused = await server.Scenario(s =>
        {
            s.As("supervisor").Get.Url(url);
            s.ProblemShouldBe(400, "query_invalid");
        });
        refused.Faults.Select(f => f.Pointer).ShouldBe(parameters.Split(' '), ignoreOrder: true);
    }

    [Fact]
    public async Task Pace_follows_a_curve_from_a_day_on_and_a_curve_is_tried_out_before_it_is_adopted()
    {
        var reported = await ReportAsync();
        var figures = (await Read($"/commitments/{Services}/light?on=2014-07-10&after={reported.Position}")).Json.GetProperty("figures");
        figures.GetProperty("stages").EnumerateArray().Select(s => $"{s.GetProperty("end")} {s.GetProperty("pace")}").ShouldBe(["2014-12-31 100"]);

        var tried = (await Read($"/commitments/{Services}/what-if?on=2014-07-10&paceCurve=15,40,65,100")).Json.GetProperty("row");
        tried.GetProperty("pace").GetDecimal().ShouldBe(40);
        tried.GetProperty("inForce").GetProperty("pace").GetDecimal().ShouldBe(49.59m);
        (await Read($"/commitments/{Services}/what-if?on=2014-07-10&preset=staged_by_quarter")).Json.GetProperty("row").GetProperty("pace").GetDecimal().ShouldBe(40);
        (await Read($"/commitments/{Services}/what-if?on=2014-07-10&preset=staged_by_quarter&paceCurve=100")).Json.GetProperty("row").GetProperty("pace").GetDecimal().ShouldBe(49.59m);
        (await As("supervisor", "/what-if?on=2014-07-10&paceCurve=15,40,65,100", 200)).Text.ShouldContain("各阶段末应达 15%、40%、65%、100%");

        var adopted = await Keep("/rules", new { name = "分季度", effectiveFrom = "2016-01-01", rules = Staged(15, 40, 65, 100), authority = "文5号" }, 201);
        (await Keep("/rules", new { name = "分季度", effectiveFrom = "2016-01-01", rules = Staged(15, 40, 65, 100), authority = "文5号" }, 200)).ETag.ShouldBe(adopted.ETag);
        var listed = (await Read($"/rules?after={adopted.Position}")).Json.GetProperty("adopted").EnumerateArray().Last().GetProperty("rules").GetProperty("paceCurve");
        listed.GetProperty("stages").EnumerateArray().Select(s => s.GetDecimal()).ShouldBe([15, 40, 65, 100]);
        (await Read($"/commitments/{Services}/light?on=2016-01-01")).Json.GetProperty("policy").GetProperty("en").GetString()!.ShouldContain("in 4 equal stages");
        (await Read($"/commitments/{Services}/light?on=2015-12-31")).Json.GetProperty("policy").GetProperty("en").GetString()!.ShouldNotContain("equal stages");

        var refused = await Keep("/rules", new { name = "坏", effectiveFrom = "2016-01-01", rules = Staged(40, 15, 120), authority = "文6号" }, 409);
        refused.Faults.ShouldBe([("/rules/paceCurve/stages/1", "curve_falls"), ("/rules/paceCurve/stages/2", "value_out_of_range"), ("/rules/paceCurve/stages/2", "curve_ends_short")], ignoreOrder: true);

        static object Staged(params decimal[] stages) => new
        {
            lightBy = "gap_in_points", yellowTo = 30, paceBy = "day", countedAmount = "reported", approxTolerancePercent = 5, aheadFromPoints = 10,
            overdueGraceDays = 20, nodeGraceDays = 15, nodeYellowDays = 30, paceCurve = new { stages },
        };
    }

    [Fact]
    public async Task Rules_in_a_body_are_held_to_the_same()
    {
        (await Refused(new { yellowTo = 0 }, "/board/what-if")).Faults.ShouldBe([("/yellowTo", "value_out_of_range")]);
        (await Refused(new { preset = "by_mood", mood = 1 }, "/board/what-if")).Faults.Select(f => f.Pointer).ShouldBe(["/preset", "/mood"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_unit_tries_out_its_own_and_nobody_else_s()
    {
        var own = (await As("unit:rensheju", "/board/what-if?preset=time_left", 200)).Json;
        own.GetProperty("commitments").GetInt32().ShouldBeLessThan((await Read("/board/what-if?preset=time_left")).Json.GetProperty("commitments").GetInt32());
        await As("unit:rensheju", "/board/what-if?preset=time_left&unit=zuzhibu", 403);
        await As("unit:yiguanju", "/commitments/CD-2014:6-2/light", 403);
        await As("unit:yiguanju", "/commitments/CD-2014:6-2/forecast", 403);
        await As("unit:yiguanju", "/commitments/CD-2014:6-2/what-if", 403);
        await As("supervisor", "/commitments/CD-2014:99-1/forecast", 404);
        await As("supervisor", "/commitments/CD-2014:99-1/light", 404);
        await As("supervisor", "/commitments/CD-2014:99-1/what-if", 404);
    }

    [Fact]
    public async Task A_light_is_explained_down_to_the_records_behind_it()
    {
        var reported = await ReportAsync();
        var why = (await Read($"/commitments/{Services}/light?on=2014-07-10&after={reported.Position}")).Json;
        var row = (await Read($"/commitments/{Services}?on=2014-07-10")).Json.GetProperty("row");

        why.GetProperty("light").GetString().ShouldBe(row.GetProperty("light").GetString());
        why.GetProperty("reason").ToString().ShouldBe(row.GetProperty("reason").ToString());
        why.GetProperty("rules").GetProperty("version").GetInt64().ShouldBe(0);
        why.GetProperty("policy").GetProperty("zh").GetString()!.ShouldContain("30 个百分点");
        why.GetProperty("basis").EnumerateArray().Select(b => b.GetProperty("position").GetInt64()).ShouldBe(row.GetProperty("basis").EnumerateArray().Select(b => b.GetInt64()));
        why.GetProperty("figures").GetProperty("counted").GetDecimal().ShouldBe(row.GetProperty("counted").GetDecimal());
    }

    [Fact]
    public async Task The_page_of_rules_tried_out_shows_which_lights_would_change()
    {
        await ReportAsync();
        await server.SettleAsync();
        var page = (await As("supervisor", "/what-if?on=2014-07-10&preset=time_left&greenTo=100&yellowTo=99", 200)).Text;
        page.ShouldContain("只是试算，不记录");
        page.ShouldContain("橙灯");
        page.ShouldContain($"/c/CD-2014%3A6-2?on=2014-07-10");
        (await As("supervisor", "/?on=2014-07-10", 200)).Text.ShouldContain("/what-if?on=2014-07-10");
        (await As("supervisor", $"/c/{Services}?on=2014-07-10", 200)).Text.ShouldContain("灯的依据");
        (await As("supervisor", "/what-if?yellowTo=x", 400)).Text.ShouldContain("yellowTo");
    }

    private async Task<ScenarioResult> ReportAsync() => await server.Scenario(s =>
    {
        s.As(SampleServer.Lead).Post.Json(new { unit = "zuzhibu", period = new { start = "2014-01-01", end = "2014-06-30" }, amount = 4_000 }).ToUrl($"/commitments/{Services}/reports").Key("half-year");
        s.StatusCodeShouldBe(201);
    });

    private Task<ScenarioResult> Keep(string url, object body, int status) => server.Scenario(s =>
    {
        s.As("keeper").Post.Json(body).ToUrl(url);
        s.StatusCodeShouldBe(status);
    });

    private Task<ScenarioResult> Refused(object body, string url) => server.Scenario(s =>
    {
        s.As("supervisor").Post.Json(body).ToUrl(url);
        s.ProblemShouldBe(400, "body_invalid");
    });

    private Task<ScenarioResult> Read(string url) => As("supervisor", url, 200);

    private Task<ScenarioResult> As(string account, string url, int status) => server.Scenario(s =>
    {
        s.As(account).Get.Url(url);
        s.StatusCodeShouldBe(status);
    });
}
