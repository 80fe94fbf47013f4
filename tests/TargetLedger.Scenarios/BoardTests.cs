namespace TargetLedger.Scenarios;

/// <summary>Boards: what is shown live is shown again, to the byte, whenever somebody asks what was known then.</summary>
public sealed class BoardTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Theory]
    [InlineData("/board?limit=500")]
    [InlineData("/board?plan=CD-2014&section=二")]
    [InlineData("/board?unit=zuzhibu&light=none")]
    [InlineData("/board?group=quxian&on=2014-12-31")]
    [InlineData("/queue?limit=500")]
    [InlineData("/units/zuzhibu")]
    [InlineData($"/commitments/{SampleServer.Employment}")]
    [InlineData($"/commitments/{SampleServer.Employment}/history")]
    [InlineData("/plans")]
    [InlineData("/plans/CD-2014")]
    [InlineData("/units")]
    [InlineData("/rules")]
    [InlineData("/board/what-if?preset=time_left&limit=500")]
    [InlineData($"/commitments/{SampleServer.Employment}/what-if?preset=share_of_pace")]
    [InlineData($"/commitments/{SampleServer.Employment}/light")]
    [InlineData($"/commitments/{SampleServer.Employment}/forecast")]
    public async Task An_answer_replayed_as_of_its_position_and_its_moment_is_the_live_one_to_the_byte(string url)
    {
        var reported = await ReportAsync("rensheju", "CD-2014:11-1", 1);
        var more = url.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        var live = await Get($"{url}{more}after={reported.Position}");
        var moment = await MomentAsync();
        await ReportAsync("rensheju", "CD-2014:11-2", 1);

        (await Get($"{url}{more}at={live.Position}")).Text.ShouldBe(live.Text);
        (await Get($"{url}{more}at={Uri.EscapeDataString(moment)}")).Text.ShouldBe(live.Text);
        live.Header("Cache-Control").ShouldBe("no-store");
    }

    [Fact]
    public async Task The_lights_of_a_board_add_up_to_its_commitments()
    {
        var board = (await Get("/board?plan=CD-2014&limit=500")).Json;
        var lights = board.GetProperty("lights").EnumerateObject().Sum(l => l.Value.GetInt32());
        lights.ShouldBe(board.GetProperty("commitments").GetInt32());
        board.GetProperty("rows").GetArrayLength().ShouldBe(lights);
        lights.ShouldBeGreaterThanOrEqualTo(31);
    }

    [Fact]
    public async Task A_reader_sees_what_it_has_just_written()
    {
        for (var i = 0; i < 5; i++)
        {
            var reported = await ReportAsync("rensheju", "CD-2014:10-1", 1_000);
            var page = await Get($"/commitments/CD-2014:10-1?after={reported.Position}");
            page.Position.ShouldBeGreaterThanOrEqualTo(reported.Position);
            page.ETag.ShouldBe(reported.ETag);
        }
    }

    [Fact]
    public async Task What_is_still_to_come_is_not_waited_for_for_ever()
        => await server.Scenario(s =>
        {
            s.As("supervisor").Get.Url("/board?after=1000000");
            s.ProblemShouldBe(503, "not_yet_visible");
            s.HeaderShouldBe("Retry-After", "1");
        });

    [Fact]
    public async Task Pages_follow_one_another_and_stay_true_of_one_position()
    {
        var whole = await Get("/board?plan=CD-2014&limit=500");
        var rows = new List<string>();
        var url = "/board?plan=CD-2014&limit=7";
        var pages = 0;
        for (string? next = url; next is not null; pages++)
        {
            var page = await Get(next);
            page.Position.ShouldBe(whole.Position);
            rows.AddRange(page.Json.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("commitment").GetString()!));
            next = page.NextUrl;
            if (pages == 0)
                await ReportAsync("rensheju", "CD-2014:11-3", 10);
        }

        pages.ShouldBe((whole.Json.GetProperty("rows").GetArrayLength() + 6) / 7);
        rows.ShouldBe(whole.Json.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("commitment").GetString()!));
    }

    [Fact]
    public async Task A_unit_sees_its_own_board_and_no_other()
    {
        var own = await server.Scenario(s =>
        {
            s.As("unit:yiguanju").Get.Url("/board");
            s.StatusCodeShouldBe(200);
        });
        own.Json.GetProperty("commitments").GetInt32().ShouldBe(1);
        foreach (var url in new[] { "/board?unit=zuzhibu", "/units/zuzhibu", "/commitments/CD-2014:6-2", "/commitments/CD-2014:6-2/history", "/queue", "/plans", "/units" })
        {
            await server.Scenario(s =>
            {
                s.As("unit:yiguanju").Get.Url(url);
                s.ProblemShouldBe(403, "forbidden");
            });
        }

        await server.Scenario(s =>
        {
            s.As("unit:yiguanju").Get.Url("/commitments/CD-2014:18-1");
            s.StatusCodeShouldBe(200);
        });
    }

    [Fact]
    public async Task An_auditor_pages_through_the_whole_ledger_and_reads_each_event_as_published()
    {
        var events = new List<string>();
        for (string? next = "/events?limit=40"; next is not null;)
        {
            var page = await server.Scenario(s =>
            {
                s.As("auditor").Get.Url(next);
                s.StatusCodeShouldBe(200);
            });
            events.AddRange(page.Json.GetProperty("events").EnumerateArray().Select(e => e.GetRawText()));
            next = page.NextUrl;
        }

        events.Count.ShouldBeGreaterThanOrEqualTo(89);
        var one = await server.Scenario(s =>
        {
            s.As("auditor").Get.Url("/events/42");
            s.StatusCodeShouldBe(200);
        });
        one.Text.ShouldBe(events[41]);
        await server.Scenario(s =>
        {
            s.As("auditor").Get.Url("/events/1000000");
            s.ProblemShouldBe(404, "not_found");
        });
    }

    private static int days;

    /// <summary>One more day of May, so that reports follow on one another.</summary>
    private Task<ScenarioResult> ReportAsync(string unit, string commitment, decimal amount)
    {
        var day = new DateOnly(2014, 1, 1).AddDays(Interlocked.Increment(ref days));
        return server.Scenario(s =>
        {
            s.As($"unit:{unit}").Post.Json(new { unit, period = new { start = day, end = day }, amount }).ToUrl($"/commitments/{commitment}/reports").Key($"day-{day:yyyy-MM-dd}");
            s.StatusCodeShouldBe(201);
        });
    }

    private Task<ScenarioResult> Get(string url) => server.Scenario(s =>
    {
        s.As("keeper").Get.Url(url);
        s.StatusCodeShouldBe(200);
    });

    private async Task<string> MomentAsync()
        => (await server.Scenario(s => s.Get.Url("/dev/clock"))).Json.GetProperty("moment").GetString()!;
}
