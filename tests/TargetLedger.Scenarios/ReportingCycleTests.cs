using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Scenarios;

/// <summary>
/// The month of an office: calendars and terms, due dates, what is missed, what is locked and comes in by leave. Every test
/// has a ledger of its own, since its clock goes on.
/// </summary>
public sealed class ReportingCycleTests
{
    private const string Training = "CD-2014:10-1";
    private const string Unit = "unit:rensheju";
    private static readonly object June = new { start = "2014-06-01", end = "2014-06-30" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_year_without_a_calendar_is_a_warning_of_health_until_it_is_announced()
    {
        await using var server = await OpenAsync(announced: false);
        (await WarningsAsync(server)).ShouldBe(["calendar_missing 2014"]);

        await AnnounceAsync(server);
        (await WarningsAsync(server)).ShouldBeEmpty();

        await server.StepToAsync(At(12, 1));
        (await WarningsAsync(server)).ShouldBe(["calendar_missing 2015"]);
    }

    [Fact]
    public async Task A_period_is_recorded_as_missed_once_however_the_clock_is_stepped()
    {
        await using var server = await OpenAsync();
        await using var other = await server.StartNodeBesideAsync();
        await ReportAsync(server, Unit, Training, June, 42_000, 201, through: "2014-06-03");

        await server.StepToAsync(At(7, 10));
        (await MissedAsync(server)).ShouldBeEmpty();

        // Late, by both nodes at once, and once more.
        await Task.WhenAll(server.StepToAsync(At(7, 15)), other.StepToAsync(At(7, 15)));
        await server.StepToAsync(At(7, 16));

        var missed = await MissedAsync(server);
        // 30 commitments whose lead has not reported; each once.
        missed.Count.ShouldBe(30);
        missed.Distinct().Count().ShouldBe(30);
        missed.ShouldAllBe(m => m.EndsWith("2014-07-10", StringComparison.Ordinal));
        var reported = Stream(await CommitmentAsync(server, Training));
        missed.ShouldNotContain(m => m.StartsWith(reported, StringComparison.Ordinal));

        await using var third = await server.StartNodeBesideAsync();
        await third.StepToAsync(At(7, 17));
        (await MissedAsync(server)).ShouldBe(missed);
    }

    [Fact]
    public async Task A_closing_that_is_cut_off_goes_on_where_it_stopped_and_doubles_nothing()
    {
        await using var server = await OpenAsync();
        var closer = StepWithoutClosing(server);
        for (var cut = 0; cut < 4; cut++)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            patience.CancelAfter(TimeSpan.FromMilliseconds(2 << cut));
            try
            {
                await closer.CloseAsync(patience.Token);
            }
            catch (OperationCanceledException) when (!Cancellation.IsCancellationRequested)
            {
                // Half way, or a quarter, or not at all.
            }
        }

        await closer.CloseAsync(Cancellation);
        var missed = await MissedAsync(server);
        (missed.Count, missed.Distinct().Count()).ShouldBe((31, 31));
    }

    [Fact]
    public async Task Reports_that_come_in_while_periods_are_closed_are_late_whichever_came_first()
    {
        await using var server = await OpenAsync();
        var closer = StepWithoutClosing(server);
        string[] led = ["CD-2014:10-1", "CD-2014:11-1", "CD-2014:11-2", "CD-2014:11-3"];

        await Task.WhenAll([closer.CloseAsync(Cancellation), .. led.Select(c => ReportAsync(server, Unit, c, June, 1, 201))]);

        (await MissedAsync(server)).Distinct().Count().ShouldBe(31);
        (await GetAsync(server, Unit, "/timeliness")).GetProperty("periods").GetProperty("late").GetInt32().ShouldBe(4);
    }

    [Fact]
    public async Task After_a_leap_of_months_every_period_is_missed_with_its_own_due_date()
    {
        await using var server = await OpenAsync();
        await server.StepToAsync(At(10, 20));
        (await MissedAsync(server)).GroupBy(m => m.Split(' ')[^1]).ToDictionary(m => m.Key, m => m.Count())
            .ShouldBe(new Dictionary<string, int>(StringComparer.Ordinal) { ["2014-07-10"] = 31, ["2014-08-12"] = 31, ["2014-09-11"] = 31, ["2014-10-16"] = 31 }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_locked_period_takes_a_report_by_leave_alone_and_shows_it_everywhere()
    {
        await using var server = await OpenAsync();
        await server.StepToAsync(At(8, 5));
        await ReportAsync(server, Unit, Training, June, 42_000, 409, "period_locked");
        await LeaveAsync(server, "supervisor", new { unit = "rensheju", cutoff = "2014-07-31", until = "2014-08-08", reason = "系统故障" }, 409, "period_not_locked");
        await LeaveAsync(server, "keeper", new { unit = "rensheju", cutoff = "2014-06-30", until = "2014-08-08", reason = "系统故障" }, 403, "forbidden");
        await LeaveAsync(server, "supervisor", new { unit = "rensheju", cutoff = "2014-06-30", until = "2014-08-08", reason = " " }, 400, "body_invalid");
        await LeaveAsync(server, "supervisor", new { unit = "rensheju", cutoff = "2014-06-30", until = "2014-08-08", reason = "系统故障" }, 201);

        await ReportAsync(server, Unit, Training, June, 42_000, 201);

        var page = await CommitmentAsync(server, Training);
        var period = page.GetProperty("periods")[0];
        period.GetProperty("timeliness").GetString().ShouldBe("late");
        period.GetProperty("afterLock").GetBoolean().ShouldBeTrue();
        page.GetProperty("row").GetProperty("periods").GetProperty("afterLock").GetInt32().ShouldBe(1);
        var listed = (await GetAsync(server, Unit, "/timeliness/reports?timeliness=late")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        listed.GetProperty("due").GetProperty("afterLock").GetBoolean().ShouldBeTrue();
        var board = (await server.Scenario(s => s.As("auditor").Get.Url("/board.csv"))).Text.Split("\r\n");
        board[0].ShouldContain("应报,已报,迟报,其中补报,漏报");
        board.Single(l => l.Contains(",10-1,", StringComparison.Ordinal)).ShouldContain(",2,1,1,1,0,");

        // The figure stands at its cut-off all the same, and the leave in the history.
        page.GetProperty("row").GetProperty("cutoff").GetString().ShouldBe("2014-06-30");
        (await GetAsync(server, "auditor", $"/commitments/{Training}/history")).GetProperty("events").EnumerateArray()
            .Select(e => e.GetProperty("type").GetString()).ShouldBe(["commitment_made", "reporting_period_missed", "late_report_allowed", "progress_reported"]);
    }

    [Fact]
    public async Task A_locked_report_is_corrected_by_leave_or_in_answer_to_a_return()
    {
        await using var server = await OpenAsync();
        var report = await ReportAsync(server, Unit, Training, June, 42_000, 201, through: "2014-06-03");
        await server.StepToAsync(At(8, 5));
        await CorrectAsync(409, "correction_after_lock");
        await PostAsync(server, Unit, $"/commitments/{Training}/reports/{report}/withdrawal", new { reason = "误报" }, 409, "withdrawal_after_lock");

        await PostAsync(server, "supervisor", $"/commitments/{Training}/reports/{report}/return", new { reason = "请核对" }, 201);
        await CorrectAsync(201);

        Task CorrectAsync(int status, string? code = null)
            => PostAsync(server, Unit, $"/commitments/{Training}/reports/{report}/corrections", new { reason = "重复", amount = 41_000 }, status, code);
    }

    [Fact]
    public async Task An_excused_report_is_owed_no_more_and_the_rate_is_of_what_is_left()
    {
        await using var server = await OpenAsync();
        await ReportAsync(server, Unit, Training, June, 42_000, 201, through: "2014-06-03");
        await PostAsync(server, "supervisor", "/commitments/CD-2014:11-1/excused-reports", new { cutoff = "2014-06-30", reason = "当月无评审", authority = "文2号" }, 201);
        await PostAsync(server, "supervisor", "/commitments/CD-2014:11-1/excused-reports", new { cutoff = "2014-06-29", reason = "无", authority = "文2号" }, 409, "reporting_period_unknown");
        await server.StepToAsync(At(7, 15));

        var counts = (await GetAsync(server, Unit, "/timeliness?from=2014-06-30&to=2014-06-30")).GetProperty("periods");
        // Of four commitments it leads one is excused, one was reported on time.
        (counts.GetProperty("expected").GetInt32(), counts.GetProperty("reported").GetInt32(), counts.GetProperty("excused").GetInt32()).ShouldBe((3, 1, 1));
        counts.GetProperty("onTimePercent").GetDecimal().ShouldBe(33.33m);
        (await MissedAsync(server)).Count.ShouldBe(29);
    }

    [Fact]
    public async Task A_later_announcement_moves_what_is_still_open_and_nothing_else()
    {
        await using var server = await OpenAsync();
        await server.StepToAsync(At(8, 1));
        (await DueAsync()).ShouldBe(["2014-07-10", "2014-08-12"]);

        var calendar = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Calendar)!;
        await PostAsync(
            server,
            "keeper",
            "/calendars",
            new { year = 2014, holidays = calendar["holidays"].EnumerateArray().Append(JsonSerializer.SerializeToElement(new { name = "防汛", from = "2014-08-04", to = "2014-08-05" })), workdays = calendar["workdays"], authority = "市政府令" },
            201);

        (await DueAsync()).ShouldBe(["2014-07-10", "2014-08-14"]);
        (await DueAsync("&at=2014-08-01T08:00:00%2B08:00")).ShouldBe(["2014-07-10", "2014-08-12"]);

        async Task<IEnumerable<string>> DueAsync(string more = "")
            => (await GetAsync(server, "auditor", $"/commitments/{Training}?on=2014-08-01{more}")).GetProperty("periods").EnumerateArray().Select(p => p.GetProperty("due").GetString()!).ToList();
    }

    [Fact]
    public async Task Bad_calendars_and_terms_leave_nothing_behind_and_name_every_fault()
    {
        await using var server = await OpenAsync();
        var head = await server.HeadAsync();
        var faults = await PostAsync(
            server,
            "keeper",
            "/calendars",
            new { year = 2014, holidays = new[] { new { name = "国庆节", from = "2014-10-07", to = "2014-10-01" } }, workdays = new[] { "2014-10-10", "2016-10-01" }, authority = "文1号" },
            409,
            "refused");
        faults.Faults.ShouldBe([("/holidays/0/to", "dates_reversed"), ("/workdays/0", "not_a_weekend"), ("/workdays/1", "date_outside_year")]);
        await PostAsync(
            server,
            "administrator",
            "/reporting-terms",
            new { name = "规则", effectiveFrom = "2014-01-01", authority = "文1号", terms = new { monthlyDays = 0, quarterlyDays = 8, halfYearlyDays = 8, yearlyDays = 8, nodeDays = 8 } },
            409,
            "value_out_of_range");
        (await server.HeadAsync()).ShouldBe(head);
    }

    [Fact]
    public async Task A_unit_sees_its_own_timeliness_and_no_other()
    {
        await using var server = await OpenAsync();
        await server.StepToAsync(At(7, 15));
        (await GetAsync(server, Unit, "/timeliness")).GetProperty("parts").EnumerateArray().ShouldHaveSingleItem().GetProperty("key").GetString().ShouldBe("rensheju");
        await server.Scenario(s =>
        {
            s.As(Unit).Get.Url("/timeliness?unit=zuzhibu");
            s.ProblemShouldBe(403, "forbidden");
        });
        await server.Scenario(s =>
        {
            s.As("supervisor").Get.Url("/timeliness?by=nobody");
            s.ProblemShouldBe(400, "query_invalid");
        });
        (await GetAsync(server, "supervisor", "/timeliness?by=section")).GetProperty("periods").GetProperty("missing").GetInt32().ShouldBe(31);
    }

    /// <summary>The clock goes on past June's due date while nobody looks at it.</summary>
    private static PeriodCloser StepWithoutClosing(TestServer server)
    {
        ((SteppedClock)server.App.Services.GetRequiredService<LedgerTime>().Business).TryStepTo(At(7, 15)).ShouldBeTrue();
        return server.App.Services.GetRequiredService<PeriodCloser>();
    }

    private static byte[] Calendar => File.ReadAllBytes(RepositoryFiles.PathOf("deploy/calendars/2014.json"));

    private static DateTimeOffset At(int month, int day) => new(2014, month, day, 9, 30, 0, TimeSpan.FromHours(8));

    private static async Task<SampleServer> OpenAsync(bool announced = true)
    {
        var server = new SampleServer();
        await server.InitializeAsync();
        if (announced)
            await AnnounceAsync(server);
        return server;
    }

    private static async Task AnnounceAsync(TestServer server)
    {
        await server.Scenario(s =>
        {
            s.As("keeper").Post.Bytes(Calendar).ToUrl("/calendars");
            s.StatusCodeShouldBe(201);
        });
        await PostAsync(
            server,
            "keeper",
            "/reporting-terms",
            new { name = "填报规则", effectiveFrom = "2014-01-01", authority = "文1号", terms = new { monthlyDays = 8, quarterlyDays = 8, halfYearlyDays = 10, yearlyDays = 15, nodeDays = 8, lockDays = 10 } },
            201);
    }

    private static async Task<string?> ReportAsync(TestServer server, string account, string commitment, object period, decimal amount, int status, string? code = null, string? through = null)
    {
        var answer = await server.Scenario(s =>
        {
            s.As(account).Post.Json(new { unit = account[5..], period, amount, through }).ToUrl($"/commitments/{commitment}/reports").Key($"{Guid.NewGuid():N}");
            Expect(s, status, code);
        });
        return status == 201 ? answer.Id : null;
    }

    private static Task LeaveAsync(TestServer server, string account, object leave, int status, string? code = null)
        => PostAsync(server, account, $"/commitments/{Training}/late-reports", leave, status, code);

    private static Task<ScenarioResult> PostAsync(TestServer server, string account, string path, object body, int status, string? code = null) => server.Scenario(s =>
    {
        s.As(account).Post.Json(body).ToUrl(path);
        Expect(s, status, code);
    });

    private static void Expect(Scenario scenario, int status, string? code)
    {
        if (code is null)
            scenario.StatusCodeShouldBe(status);
        else
            scenario.ProblemShouldBe(status, code);
    }

    private static async Task<JsonElement> GetAsync(TestServer server, string account, string path)
    {
        await server.SettleAsync();
        return (await server.Scenario(s =>
        {
            s.As(account).Get.Url(path);
            s.StatusCodeShouldBe(200);
        })).Json;
    }

    private static Task<JsonElement> CommitmentAsync(TestServer server, string commitment) => GetAsync(server, "auditor", $"/commitments/{commitment}");

    private static string Stream(JsonElement page) => page.GetProperty("commitment").GetProperty("id").GetString()!;

    private static async Task<IReadOnlyList<string>> WarningsAsync(TestServer server)
    {
        // What is merely looked up may be a second old.
        await Task.Delay(1_100, Cancellation);
        var ready = await server.Scenario(s =>
        {
            s.Get.Url("/health/ready");
            s.StatusCodeShouldBe(200);
        });
        return [.. ready.Json.GetProperty("warnings").EnumerateArray().Select(w => $"{w.GetProperty("code").GetString()} {w.GetProperty("zh").GetString()![..4]}")];
    }

    /// <summary>Stream, unit and due date of every missed period the ledger holds.</summary>
    private static async Task<IReadOnlyList<string>> MissedAsync(TestServer server)
    {
        var missed = new List<string>();
        await using var command = server.Database.DataSource.CreateCommand(
            "SELECT stream_id || ' ' || (data->>'unit') || ' ' || (data->>'due') FROM ledger.mt_events WHERE type = 'reporting_period_missed' ORDER BY seq_id");
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation))
            missed.Add(reader.GetString(0));
        return missed;
    }
}
