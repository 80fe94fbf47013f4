using System.Text.Json;

namespace TargetLedger.Scenarios;

/// <summary>A report on its way through a unit: drafted, signed, returned within the unit, submitted. Every test has a ledger of its own.</summary>
public sealed class SigningTests
{
    private const string Training = "CD-2014:10-1";
    private const string Clerk = "unit:rensheju/clerk";
    private const string Colleague = "unit:rensheju/colleague";
    private const string Leader = "unit:rensheju/leader";
    private const string Principal = "unit:rensheju/principal";
    private static readonly object May = new { start = "2014-01-01", end = "2014-05-31" };
    private static readonly object Scan = new { sha256 = new string('a', 64), name = "盖章页.pdf", size = 1, mediaType = "application/pdf" };

    [Fact]
    public async Task A_clerk_drafts_a_colleague_goes_on_two_leaders_sign_and_only_then_it_is_a_report()
    {
        await using var server = await OpenAsync("leader", "principal");
        var draft = await DraftAsync(server);
        await server.Scenario(s =>
        {
            s.As(Colleague).Put.Json(new { period = May, amount = 42_000 }).ToUrl($"/drafts/{draft}").IfMatch("\"1\"");
            s.StatusCodeShouldBe(201);
        });
        await server.PostAsync(Clerk, $"/drafts/{draft}/submission", new { }, 409, "draft_unsigned");
        await server.PostAsync(Leader, $"/drafts/{draft}/signatures", new { contentVersion = 2 }, 409, "draft_not_put_up");
        await server.PostAsync(Colleague, $"/drafts/{draft}/put-up", new { });
        await server.PostAsync(Leader, $"/drafts/{draft}/signatures", new { contentVersion = 1 }, 409, "signature_of_other_content");
        await server.PostAsync(Principal, $"/drafts/{draft}/signatures", new { contentVersion = 2 }, 409, "signer_without_post");
        await server.PostAsync(Leader, $"/drafts/{draft}/signatures", new { contentVersion = 2 });
        await server.PostAsync(Leader, $"/drafts/{draft}/signatures", new { contentVersion = 2 }, 409, "draft_already_signed");
        await server.PostAsync(Clerk, $"/drafts/{draft}/signatures", new { contentVersion = 2, page = new { scan = Scan, signedOn = "2014-06-04" } });
        await server.PostAsync(Principal, $"/drafts/{draft}/signatures", new { contentVersion = 2 }, 409, "signing_complete");

        var signatures = (await server.ReadAsync(Clerk, $"/drafts/{draft}")).GetProperty("signatures");
        signatures[0].GetProperty("account").GetString().ShouldBe(Leader);
        signatures[1].GetProperty("page").GetProperty("sha256").GetString().ShouldBe(new string('a', 64));

        (await server.PostAsync(Clerk, $"/drafts/{draft}/submission", new { })).Id.ShouldBe(draft);
        (await server.ReadAsync("supervisor", $"/commitments/{Training}/reports/{draft}")).GetProperty("report").GetProperty("total").GetDecimal().ShouldBe(42_000);
    }

    [Fact]
    public async Task What_is_returned_within_the_unit_is_seen_by_nobody_outside()
    {
        await using var server = await OpenAsync("leader");
        var draft = await DraftAsync(server);
        await server.PostAsync(Clerk, $"/drafts/{draft}/put-up", new { });
        await server.PostAsync(Clerk, $"/drafts/{draft}/return", new { reason = "自己退自己" }, 409, "signer_without_post");
        await server.PostAsync(Leader, $"/drafts/{draft}/return", new { reason = "数字与台账不符,暂缓" });

        (await server.ReadAsync(Colleague, "/inbox")).GetProperty("items").EnumerateArray()
            .ShouldContain(i => i.GetProperty("kind").GetString() == "draft_returned" && i.GetProperty("note").GetString() == "数字与台账不符,暂缓");
        foreach (var (account, path) in new[]
        {
            ("supervisor", "/inbox"), ("supervisor", "/queue"), ("keeper", $"/commitments/{Training}/history"), ("auditor", $"/commitments/{Training}/history"),
            ("supervisor", $"/commitments/{Training}"), ("unit:caizhengju", "/inbox"), ("supervisor", "/board"),
        })
        {
            (await server.ReadAsync(account, path)).GetRawText().ShouldNotContain("暂缓", Case.Sensitive, $"{account} {path}");
        }

        foreach (var account in new[] { "unit:caizhengju", "unit:zuzhibu" })
        {
            await server.Scenario(s =>
            {
                s.As(account).Get.Url($"/drafts/{draft}");
                s.ProblemShouldBe(404, "not_found");
            });
            await server.PostAsync(account, $"/drafts/{draft}/put-up", new { }, 404, "not_found");
            await server.PostAsync(account, $"/drafts/{draft}/signatures", new { contentVersion = 1 }, 404, "not_found");
            await server.PostAsync(account, $"/drafts/{draft}/return", new { reason = "x" }, 404, "not_found");
            await server.Scenario(s =>
            {
                s.As(account).Get.Url("/units/rensheju/handover");
                s.ProblemShouldBe(403, "forbidden");
            });
        }

        await server.PostAsync(Clerk, $"/drafts/{draft}/put-up", new { });
        await server.PostAsync(Leader, $"/drafts/{draft}/signatures", new { contentVersion = 1 });
        await server.PostAsync(Clerk, $"/drafts/{draft}/submission", new { });
        (await server.ReadAsync("auditor", $"/commitments/{Training}/history")).GetProperty("events").EnumerateArray()
            .Select(e => e.GetProperty("type").GetString()).ShouldBe(["commitment_made", "progress_reported"]);
    }

    [Fact]
    public async Task Timeliness_goes_by_the_submission_however_early_it_was_drafted_and_signed()
    {
        await using var server = await OpenAsync("leader");
        await server.StepToAsync(At(7, 3));
        var draft = await DraftAsync(server, new { start = "2014-06-01", end = "2014-06-30" });
        await server.PostAsync(Clerk, $"/drafts/{draft}/put-up", new { });
        await server.PostAsync(Leader, $"/drafts/{draft}/signatures", new { contentVersion = 1 });
        await server.StepToAsync(At(7, 21));
        (await TimelinessAsync()).ShouldBe("missing");
        await server.PostAsync(Clerk, $"/drafts/{draft}/submission", new { });
        (await TimelinessAsync()).ShouldBe("late");

        async Task<string?> TimelinessAsync()
            => (await server.ReadAsync("auditor", $"/commitments/{Training}")).GetProperty("periods")[0].GetProperty("timeliness").GetString();
    }

    [Fact]
    public async Task No_progress_is_one_act_signed_where_the_rule_says_so()
    {
        await using var server = await OpenAsync();
        await server.StepToAsync(At(7, 3));
        var body = new { unit = "rensheju", cutoff = "2014-06-30" };
        await server.PostAsync(Clerk, $"/commitments/{Training}/no-progress", new { unit = "rensheju", cutoff = "2014-06-29" }, 409, "reporting_period_unknown");
        await server.PostAsync("unit:tuanshiwei", $"/commitments/{Training}/no-progress", new { unit = "tuanshiwei", cutoff = "2014-06-30" }, 403, "forbidden");
        await server.PostAsync(Clerk, $"/commitments/{Training}/no-progress", body);
        await server.PostAsync(Clerk, $"/commitments/{Training}/no-progress", body, 409, "period_already_reported");

        await AdoptAsync(server, "leader");
        var drafted = await server.PostAsync(Clerk, "/commitments/CD-2014:11-3/no-progress", body);
        await server.PostAsync(Leader, $"/drafts/{drafted.Id}/signatures", new { contentVersion = 1 });
        await server.PostAsync(Clerk, $"/drafts/{drafted.Id}/submission", new { });
        (await server.ReadAsync("supervisor", $"/commitments/CD-2014:11-3/reports/{drafted.Id}")).GetProperty("report").GetProperty("noProgress").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Where_it_has_to_be_signed_a_report_without_a_draft_is_refused_and_leaves_nothing_behind()
    {
        await using var server = await OpenAsync("leader");
        var head = await server.HeadAsync();
        await server.PostAsync("unit:rensheju", $"/commitments/{Training}/reports", new { unit = "rensheju", period = May, amount = 42_000 }, 409, "signing_required");
        await server.PostAsync("keeper", "/submission-rules", new { name = "规则", effectiveFrom = "2014-01-01", authority = "文1号", unit = "nobody", plan = "none", rules = new { steps = new[] { "clerk" } } }, 409, "unit_unknown");
        (await server.HeadAsync()).ShouldBe(head);

        // The rule is for one unit; others go on as before.
        await server.PostAsync("unit:zuzhibu", $"/commitments/{SampleServer.Employment}/reports", new { unit = "zuzhibu", period = May, amount = 10 });
    }

    [Fact]
    public async Task The_answer_to_a_return_is_signed_as_well()
    {
        await using var server = await OpenAsync();
        var report = (await server.PostAsync(Clerk, $"/commitments/{Training}/reports", new { unit = "rensheju", period = May, amount = 41_000 })).Id;
        await server.PostAsync("supervisor", $"/commitments/{Training}/reports/{report}/return", new { reason = "请核对" });
        await AdoptAsync(server, "leader");
        await server.PostAsync(Clerk, $"/commitments/{Training}/reports/{report}/corrections", new { reason = "漏计", amount = 42_000 }, 409, "signing_required");

        await server.PostAsync("unit:zuzhibu", $"/commitments/{Training}/reports/{report}/drafts", new { reason = "漏计", content = new { period = May } }, 403, "forbidden");
        var draft = (await server.PostAsync(Clerk, $"/commitments/{Training}/reports/{report}/drafts", new { reason = "漏计", content = new { period = May, amount = 42_000 } })).Id;
        await server.PostAsync(Clerk, $"/drafts/{draft}/put-up", new { });
        await server.PostAsync(Clerk, $"/drafts/{draft}/submission", new { }, 409, "draft_unsigned");
        await server.PostAsync(Leader, $"/drafts/{draft}/signatures", new { contentVersion = 1 });
        (await server.PostAsync(Clerk, $"/drafts/{draft}/submission", new { })).Id.ShouldBe(report);
        await server.PostAsync(Clerk, $"/drafts/{draft}/submission", new { }, 200);

        var answered = (await server.ReadAsync("supervisor", $"/commitments/{Training}/reports/{report}")).GetProperty("report");
        (answered.GetProperty("total").GetDecimal(), answered.GetProperty("status").GetString(), answered.GetProperty("corrections").GetInt32()).ShouldBe((42_000, "submitted", 1));
        (await server.ReadAsync("auditor", $"/commitments/{Training}/history")).GetProperty("events").EnumerateArray()
            .Select(e => e.GetProperty("type").GetString()).ShouldBe(["commitment_made", "progress_reported", "progress_returned", "progress_corrected"]);
    }

    [Fact]
    public async Task Classes_of_a_signed_report_are_signed_too()
    {
        await using var server = await OpenAsync("leader");
        var report = await DraftAsync(server);
        await SubmitAsync(report);
        var classes = new[] { new { name = "电工班", date = "2014-05-12", place = "党校", count = 20 } };
        await server.PostAsync(Clerk, $"/commitments/{Training}/reports/{report}/classes", new { classes }, 409, "classes_to_be_signed");

        await server.PostAsync(Clerk, $"/commitments/{Training}/reports/{report}/drafts", new { reason = "补班次", content = new { period = May, classes = new[] { new { name = "", date = "2014-05-12", place = "党校", count = 20 } } } }, 400, "body_invalid");
        var correction = (await server.PostAsync(Clerk, $"/commitments/{Training}/reports/{report}/drafts", new { reason = "补班次", content = new { period = May, classes } })).Id;
        (await server.ReadAsync(Leader, $"/drafts/{correction}")).GetProperty("content").GetProperty("classes")[0].GetProperty("name").GetString().ShouldBe("电工班");
        await server.PostAsync(Clerk, $"/drafts/{correction}/submission", new { }, 409, "draft_unsigned");
        await SubmitAsync(correction);
        (await server.ReadAsync("supervisor", $"/commitments/{Training}/reports/{report}")).GetProperty("report").GetProperty("classes")[0].GetProperty("count").GetInt32().ShouldBe(20);

        async Task SubmitAsync(string draft)
        {
            await server.PostAsync(Clerk, $"/drafts/{draft}/put-up", new { });
            await server.PostAsync(Leader, $"/drafts/{draft}/signatures", new { contentVersion = 1 });
            await server.PostAsync(Clerk, $"/drafts/{draft}/submission", new { });
        }
    }

    [Fact]
    public async Task A_report_is_taken_back_only_once_that_is_signed()
    {
        await using var server = await OpenAsync();
        var report = (await server.PostAsync(Clerk, $"/commitments/{Training}/reports", new { unit = "rensheju", period = May, amount = 41_000 })).Id;
        await AdoptAsync(server, new { steps = new[] { "leader", "principal" }, corrections = false });
        var head = await server.HeadAsync();
        await server.PostAsync(Clerk, $"/commitments/{Training}/reports/{report}/withdrawal", new { reason = "重复填报" }, 409, "signing_required");
        await server.PostAsync("unit:zuzhibu", $"/commitments/{Training}/reports/{report}/withdrawal-drafts", new { reason = "重复填报" }, 403, "forbidden");
        await server.PostAsync(Clerk, $"/commitments/{Training}/reports/{report}/withdrawal-drafts", new { reason = " " }, 400, "body_invalid");
        (await server.HeadAsync()).ShouldBe(head);

        var draft = (await server.PostAsync(Clerk, $"/commitments/{Training}/reports/{report}/withdrawal-drafts", new { reason = "重复填报" })).Id;
        await server.Scenario(s =>
        {
            s.As(Clerk).Put.Json(new { period = May, amount = 1 }).ToUrl($"/drafts/{draft}").IfMatch("\"1\"");
            s.RefusalShouldBe("withdrawal_not_revised");
        });
        await server.PostAsync(Clerk, $"/drafts/{draft}/put-up", new { });
        var waiting = (await server.ReadAsync(Leader, "/inbox?kind=to_sign")).GetProperty("items")[0];
        (waiting.GetProperty("purpose").GetString(), waiting.GetProperty("report").GetString()).ShouldBe(("withdrawal", report));
        await server.PostAsync(Leader, $"/drafts/{draft}/signatures", new { contentVersion = 1 });
        await server.PostAsync(Clerk, $"/drafts/{draft}/submission", new { }, 409, "draft_unsigned");
        await server.PostAsync(Principal, $"/drafts/{draft}/signatures", new { contentVersion = 1 });
        (await server.ReadAsync("supervisor", $"/commitments/{Training}/reports/{report}")).GetProperty("report").GetProperty("status").GetString().ShouldBe("submitted");
        (await server.PostAsync(Clerk, $"/drafts/{draft}/submission", new { })).Id.ShouldBe(report);
        await server.PostAsync(Clerk, $"/drafts/{draft}/submission", new { }, 200);

        (await server.ReadAsync("supervisor", $"/commitments/{Training}/reports/{report}")).GetProperty("report").GetProperty("status").GetString().ShouldBe("withdrawn");
        await server.PostAsync(Clerk, $"/commitments/{Training}/reports/{report}/withdrawal-drafts", new { reason = "重复填报" }, 409, "report_withdrawn");
        (await server.ReadAsync("auditor", $"/commitments/{Training}/history")).GetProperty("events").EnumerateArray()
            .Select(e => e.GetProperty("type").GetString()).ShouldBe(["commitment_made", "progress_reported", "progress_withdrawn"]);
    }

    [Fact]
    public async Task Words_are_asked_for_when_they_are_due_figures_always()
    {
        await using var server = await OpenAsync();
        await server.StepToAsync(At(8, 5));
        await AdoptAsync(server, new { steps = Array.Empty<string>(), text = "quarterly", textRequired = true });
        await server.PostAsync(Clerk, $"/commitments/{Training}/reports", new { unit = "rensheju", period = new { start = "2014-06-01", end = "2014-06-30" }, amount = 1 }, 409, "text_missing");
        await server.PostAsync(Clerk, $"/commitments/{Training}/reports", new { unit = "rensheju", period = new { start = "2014-06-01", end = "2014-06-30" }, amount = 1, text = new { done = "开班" } });
        await server.PostAsync(Clerk, $"/commitments/{Training}/reports", new { unit = "rensheju", period = new { start = "2014-07-01", end = "2014-07-31" }, amount = 1 });
    }

    [Fact]
    public async Task Posts_have_dates_and_telephone_numbers_are_for_the_unit_and_supervisors()
    {
        await using var server = await OpenAsync();
        await server.PostAsync("unit:rensheju", "/units/rensheju/posts", new { post = "liaison", from = "2014-01-01", contact = new { name = "联络员甲", phone = "028-61880000" } });
        await server.PostAsync("unit:rensheju", "/units/rensheju/posts", new { post = "liaison", from = "2014-06-01", contact = new { name = "联络员乙" } }, 409, "post_taken");
        await server.PostAsync(Leader, "/units/rensheju/posts", new { post = "principal", from = "2014-06-01", account = Leader }, 409, "post_to_oneself");
        await server.PostAsync("unit:zuzhibu", "/units/rensheju/posts", new { post = "clerk", from = "2014-06-01", account = "unit:zuzhibu" }, 403, "forbidden");
        await server.PostAsync("unit:rensheju", "/units/rensheju/posts", new { post = "clerk", from = "2014-06-01", contact = new { name = " ", phone = "call me" } }, 400, "body_invalid");
        await server.PostAsync("supervisor", "/units/rensheju/posts", new { post = "clerk", from = "2014-06-01", contact = new { name = "经办" } }, 403, "forbidden");

        foreach (var (account, sees) in new[] { ("unit:rensheju", true), ("supervisor", true), ("keeper", false), ("auditor", false) })
            (await server.ReadAsync(account, "/units/rensheju/posts")).GetRawText().Contains("61880000", StringComparison.Ordinal).ShouldBe(sees, account);
        await server.Scenario(s =>
        {
            s.As("unit:zuzhibu").Get.Url("/units/rensheju/posts");
            s.ProblemShouldBe(403, "forbidden");
        });

        var assignment = (await server.ReadAsync("unit:rensheju", "/units/rensheju/posts")).GetProperty("posts").EnumerateArray()
            .Single(p => p.GetProperty("post").GetString() == "liaison").GetProperty("assignment").GetString();
        await server.PostAsync("unit:rensheju", $"/units/rensheju/posts/{assignment}/leave", new { on = "2014-06-30", reason = "调离" });
        await server.PostAsync("unit:rensheju", "/units/rensheju/posts", new { post = "liaison", from = "2014-07-01", contact = new { name = "联络员乙" } });
    }

    [Fact]
    public async Task Who_takes_over_finds_what_is_drafted_unsigned_returned_and_due()
    {
        await using var server = await OpenAsync("leader");
        await server.StepToAsync(At(7, 3));
        var begun = await DraftAsync(server, new { start = "2014-06-01", end = "2014-06-30" }, "CD-2014:11-3");
        var unsigned = await DraftAsync(server, new { start = "2014-06-01", end = "2014-06-30" });
        await server.PostAsync(Clerk, $"/drafts/{unsigned}/put-up", new { });
        await server.PostAsync("unit:rensheju", "/units/rensheju/posts", new { post = "clerk", from = "2014-01-01", to = "2014-07-31", account = Clerk });

        var handover = await server.ReadAsync(Colleague, "/units/rensheju/handover");
        handover.GetProperty("drafts").EnumerateArray().Select(d => (d.GetProperty("draft").GetString(), d.GetProperty("stage").GetString(), d.GetProperty("author").GetString()))
            .ShouldBe([(begun, "drafting", Clerk), (unsigned, "to_sign", Clerk)]);
        handover.GetProperty("drafts")[1].GetProperty("unsigned")[0].GetString().ShouldBe("leader");
        handover.GetProperty("due").GetArrayLength().ShouldBe(4);
        handover.GetProperty("posts").EnumerateArray().Select(p => p.GetProperty("post").GetString()).ShouldBe(["leader", "principal", "clerk"]);

        // As it was before the second was put up.
        var position = handover.GetProperty("position").GetInt64();
        var before = await server.ReadAsync(Colleague, $"/units/rensheju/handover?at={position - 2}&on=2014-07-03");
        before.GetProperty("drafts").EnumerateArray().Select(d => d.GetProperty("stage").GetString()).ShouldBe(["drafting", "drafting"]);
    }

    private static DateTimeOffset At(int month, int day) => new(2014, month, day, 9, 30, 0, TimeSpan.FromHours(8));

    /// <summary>A ledger whose rensheju has a leader and a principal; reports of it need these steps from the year's beginning.</summary>
    private static async Task<SampleServer> OpenAsync(params string[] steps)
    {
        var server = new SampleServer();
        await server.InitializeAsync();
        await server.PostAsync("keeper", "/units/rensheju/posts", new { post = "leader", from = "2014-01-01", account = Leader });
        await server.PostAsync("keeper", "/units/rensheju/posts", new { post = "principal", from = "2014-01-01", account = Principal });
        if (steps.Length > 0)
            await AdoptAsync(server, steps);
        return server;
    }

    private static Task AdoptAsync(TestServer server, params string[] steps) => AdoptAsync(server, new { steps });

    private static Task AdoptAsync(TestServer server, object rules)
        => server.PostAsync("keeper", "/submission-rules", new { name = "报送规则", effectiveFrom = "2014-01-01", authority = "文1号", unit = "rensheju", rules });

    private static async Task<string> DraftAsync(TestServer server, object? period = null, string commitment = Training)
        => (await server.PostAsync(Clerk, $"/commitments/{commitment}/drafts", new { unit = "rensheju", content = new { period = period ?? May, amount = 41_000 } })).Id;
}
