using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TargetLedger.EventStore;
using TargetLedger.Server.Telling;

namespace TargetLedger.Scenarios;

/// <summary>Telling people: inboxes, what is seen and done of them, following them, and phoning who has not reported.</summary>
public sealed class InboxTests
{
    private const string Training = "CD-2014:10-1";
    private const string Unit = "unit:rensheju";
    private const string Leader = "unit:rensheju/leader";
    private const string Supervisor = "supervisor";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_due_date_comes_near_passes_and_the_report_takes_it_off_the_list()
    {
        await using var server = await OpenAsync();
        await server.StepToAsync(At(7, 3));
        (await KindsAsync(server, Unit)).ShouldNotContain("due_soon");
        await server.StepToAsync(At(7, 7));
        (await KindsAsync(server, Unit)).Count(k => k == "due_soon").ShouldBe(4);
        await server.StepToAsync(At(7, 15));
        (await KindsAsync(server, Unit)).Count(k => k == "overdue").ShouldBe(4);
        (await KindsAsync(server, Supervisor)).Count(k => k == "overdue").ShouldBe(31);

        var item = (await server.ReadAsync(Unit, "/inbox?kind=overdue")).GetProperty("items").EnumerateArray().First(i => i.GetProperty("number").GetString() == "10-1");
        item.GetProperty("due").GetString().ShouldBe("2014-07-10");
        item.GetProperty("wordsDue").GetBoolean().ShouldBeTrue();
        item.GetProperty("position").GetInt64().ShouldBePositive();

        await ReportAsync(server);
        (await KindsAsync(server, Unit)).Count(k => k == "overdue").ShouldBe(3);
        (await KindsAsync(server, Supervisor)).ShouldContain("to_verify");
    }

    [Fact]
    public async Task A_return_waits_until_it_is_answered_and_a_draft_until_it_is_signed_and_submitted()
    {
        await using var server = await OpenAsync();
        var report = await ReportAsync(server, "2014-06-03");
        await server.PostAsync(Supervisor, $"/commitments/{Training}/reports/{report}/return", new { reason = "请附名册" });
        var returned = (await server.ReadAsync(Unit, "/inbox")).GetProperty("items").EnumerateArray().Single(i => i.GetProperty("kind").GetString() == "returned");
        returned.GetProperty("note").GetString().ShouldBe("请附名册");
        await server.PostAsync(Unit, $"/commitments/{Training}/reports/{report}/corrections", new { reason = "已附" });
        (await KindsAsync(server, Unit)).ShouldNotContain("returned");

        await server.PostAsync("keeper", "/submission-rules", new { name = "规则", effectiveFrom = "2014-01-01", authority = "文1号", rules = new { steps = new[] { "leader" } } });
        await server.PostAsync("keeper", "/units/rensheju/posts", new { post = "leader", from = "2014-01-01", account = Leader });
        var draft = (await server.PostAsync(Unit, "/commitments/CD-2014:11-3/drafts", new { unit = "rensheju", content = new { period = new { start = "2014-01-01", end = "2014-05-31" }, amount = 1 } })).Id;
        (await KindsAsync(server, Unit)).ShouldNotContain("to_sign");
        await server.PostAsync(Unit, $"/drafts/{draft}/put-up", new { });
        (await server.ReadAsync(Unit, "/inbox?kind=to_sign")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem().GetProperty("post").GetString().ShouldBe("leader");
        await server.PostAsync(Leader, $"/drafts/{draft}/signatures", new { contentVersion = 1 });
        (await KindsAsync(server, Unit)).ShouldContain("to_submit");
        await server.PostAsync(Unit, $"/drafts/{draft}/submission", new { });
        (await KindsAsync(server, Unit)).ShouldNotContain("to_submit");
    }

    [Fact]
    public async Task What_is_seen_and_done_is_recorded_and_changes_nothing_else()
    {
        await using var server = await OpenAsync();
        await server.StepToAsync(At(7, 15));
        var first = await server.ReadAsync(Unit, "/inbox?kind=overdue");
        var keys = first.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("key").GetString()!).ToArray();
        Count(first, "overdue").ShouldBe((4, 4));

        await server.PostAsync(Unit, "/inbox/seen", new { items = keys });
        await server.PostAsync(Unit, "/inbox/seen", new { items = keys }, 200);
        await server.PostAsync(Unit, "/inbox/done", new { items = new[] { keys[0] }, note = "已电话说明" });

        var after = await server.ReadAsync(Unit, "/inbox?kind=overdue");
        Count(after, "overdue").ShouldBe((3, 0));
        var done = (await server.ReadAsync(Unit, "/inbox?kind=overdue&done=yes")).GetProperty("items").EnumerateArray().Single(i => i.GetProperty("key").GetString() == keys[0]).GetProperty("mark");
        (done.GetProperty("doneBy").GetString(), done.GetProperty("note").GetString()).ShouldBe((Unit, "已电话说明"));

        // The supervisors' inbox is another, and the period is still missing.
        Count(await server.ReadAsync(Supervisor, "/inbox"), "overdue").ShouldBe((31, 31));
        await server.PostAsync(Unit, "/inbox/seen", new { items = new[] { keys[0], "nonsense" } }, 400, "body_invalid");
        await server.PostAsync(Unit, "/inbox/seen", new { items = Array.Empty<string>() }, 400, "body_invalid");
        await server.PostAsync(Unit, "/inbox/seen", new { items = keys, unit = "zuzhibu" }, 403, "forbidden");

        static (int, int) Count(JsonElement inbox, string kind)
        {
            var count = inbox.GetProperty("counts").EnumerateArray().Single(c => c.GetProperty("kind").GetString() == kind);
            return (count.GetProperty("count").GetInt32(), count.GetProperty("unseen").GetInt32());
        }
    }

    [Fact]
    public async Task An_inbox_as_of_a_position_is_the_one_that_was_live_to_the_byte()
    {
        await using var server = await OpenAsync();
        await server.PostAsync("keeper", "/submission-rules", new { name = "规则", effectiveFrom = "2014-01-01", authority = "文1号", rules = new { steps = new[] { "leader" } } });
        await server.StepToAsync(At(7, 15));
        var draft = (await server.PostAsync(Unit, $"/commitments/{Training}/no-progress", new { unit = "rensheju", cutoff = "2014-06-30" })).Id;
        var keys = (await server.ReadAsync(Unit, "/inbox")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("key").GetString()!).ToArray();
        await server.PostAsync(Unit, "/inbox/done", new { items = new[] { keys[1] } });
        await server.PostAsync(Supervisor, "/units/rensheju/calls", new { cutoff = "2014-06-30", outcome = "reached", answer = "本周内报送" });

        var live = new Dictionary<(string Account, string Path), string>();
        foreach (var (account, path) in new[] { (Unit, "/inbox?done=yes"), (Supervisor, "/inbox?limit=500"), (Unit, "/units/rensheju/handover?"), (Supervisor, "/call-list?limit=500"), (Supervisor, "/units/rensheju/calls?") })
            live[(account, path)] = (await server.ReadAsync(account, path)).GetRawText();
        var position = await server.HeadAsync();

        await server.PostAsync(Unit, $"/drafts/{draft}/discard", new { });
        await server.PostAsync("keeper", "/submission-rules", new { name = "规则", effectiveFrom = "2014-07-01", authority = "文2号", rules = new { steps = Array.Empty<string>() } });
        await ReportAsync(server, commitment: "CD-2014:11-3");
        await server.PostAsync(Unit, "/inbox/seen", new { items = keys });
        await server.PostAsync(Supervisor, "/units/rensheju/calls", new { cutoff = "2014-06-30", outcome = "not_answered" });
        foreach (var ((account, path), then) in live)
        {
            (await server.ReadAsync(account, path)).GetRawText().ShouldNotBe(then, path);
            (await server.ReadAsync(account, $"{path}&at={position}")).GetRawText().ShouldBe(then, path);
        }
    }

    [Fact]
    public async Task A_long_inbox_is_paged_and_its_pages_are_of_one_position()
    {
        await using var server = await OpenAsync();
        await server.StepToAsync(At(7, 15));
        var whole = (await server.ReadAsync(Supervisor, "/inbox?limit=500")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("key").GetString()).ToList();
        var paged = new List<string?>();
        var next = "/inbox?limit=7";
        while (next is not null)
        {
            var page = await server.Scenario(s =>
            {
                s.As(Supervisor).Get.Url(next);
                s.StatusCodeShouldBe(200);
            });
            paged.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("key").GetString()));
            next = page.NextUrl;
            if (paged.Count == 7)
                await ReportAsync(server);
        }

        paged.ShouldBe(whole);
        paged.Distinct().Count().ShouldBe(paged.Count);
    }

    [Fact]
    public async Task Who_follows_hears_of_what_concerns_him_and_after_a_break_of_what_he_missed()
    {
        await using var server = await OpenAsync();
        var from = await server.HeadAsync();
        await using var unit = await Follower.StartAsync(server, Unit, $"?after={from}");
        await using var other = await Follower.StartAsync(server, "unit:tuanshiwei", $"?after={from}");
        await using var supervisor = await Follower.StartAsync(server, Supervisor, $"?after={from}");

        var report = await ReportAsync(server, "2014-06-03");
        await server.PostAsync(Supervisor, $"/commitments/{Training}/reports/{report}/return", new { reason = "请附名册" });
        (await unit.NextAsync()).ShouldBe(("progress_reported", from + 1));
        var last = await unit.NextAsync();
        last.ShouldBe(("progress_returned", from + 2));
        (await supervisor.NextAsync()).Type.ShouldBe("progress_reported");
        await unit.DisposeAsync();

        // While nobody listens.
        await server.PostAsync(Unit, $"/commitments/{Training}/reports/{report}/corrections", new { reason = "已附" });
        var draft = (await server.PostAsync(Unit, "/commitments/CD-2014:11-3/drafts", new { unit = "rensheju", content = new { period = new { start = "2014-01-01", end = "2014-05-31" } } })).Id;
        await server.PostAsync("unit:zuzhibu", $"/commitments/{SampleServer.Employment}/reports", new { unit = "zuzhibu", period = new { start = "2014-01-01", end = "2014-05-31" }, amount = 10 });
        await server.PostAsync(Supervisor, $"/commitments/{Training}/reports/{report}/return", new { reason = "仍缺" });

        await using var again = await Follower.StartAsync(server, Unit, "", lastEventId: last.Position);
        (await again.NextAsync()).ShouldBe(("progress_corrected", from + 3));
        (await again.NextAsync()).ShouldBe(("report_drafted", from + 4));
        (await again.NextAsync()).ShouldBe(("progress_returned", from + 6));

        // A draft is told to its unit alone; who has nothing to do with any of it hears nothing of it.
        (await supervisor.NextAsync()).Type.ShouldBe("progress_returned");
        (await supervisor.NextAsync()).Type.ShouldBe("progress_corrected");
        (await supervisor.NextAsync()).Position.ShouldBe(from + 5);
        await server.PostAsync("keeper", "/rules", new { name = "规则", effectiveFrom = "2014-01-01", authority = "文1号", rules = JsonSerializer.Deserialize<JsonElement>("""{"lightBy":"gap_in_points","yellowTo":30,"paceBy":"day","countedAmount":"reported","approxTolerancePercent":10,"aheadFromPoints":10,"overdueGraceDays":20,"nodeGraceDays":15,"nodeYellowDays":30}""") });
        (await other.NextAsync()).ShouldBe(("rules_adopted_v2", from + 7));
    }

    [Fact]
    public async Task A_lead_hears_of_members_reports_it_has_to_review_and_a_member_of_what_becomes_of_its_own_alone()
    {
        await using var server = await OpenAsync();
        await server.PostAsync("keeper", "/verification-terms", new
        {
            name = "核验规则",
            effectiveFrom = "2014-01-01",
            authority = "文1号",
            terms = new { leadReviewsFirst = true, sameClassCountsOnce = false, warnings = new { jumpTimes = 5, jumpAfterReports = 3, lastReportPercent = 50, roundTo = 10, roundAfterReports = 6 } },
        });
        var tag = await server.TagAsync(SampleServer.Employment);
        await server.Scenario(s =>
        {
            s.As("keeper").Post.Json(new { way = "members_add_up", group = "quxian", quotas = Array.Empty<object>() }).ToUrl($"/commitments/{SampleServer.Employment}/apportionment").IfMatch(tag);
            s.StatusCodeShouldBe(201);
        });
        var from = await server.HeadAsync();
        await using var lead = await Follower.StartAsync(server, "unit:zuzhibu", $"?after={from}");
        await using var member = await Follower.StartAsync(server, "unit:jinjiang", $"?after={from}");
        await using var other = await Follower.StartAsync(server, "unit:wuhou", $"?after={from}");

        var report = (await server.PostAsync("unit:jinjiang", $"/commitments/{SampleServer.Employment}/reports", new { unit = "jinjiang", period = new { start = "2014-01-01", end = "2014-05-31" }, amount = 40 })).Id;
        (await KindsAsync(server, "unit:zuzhibu")).ShouldContain("to_review");
        (await server.ReadAsync("unit:zuzhibu", "/units/zuzhibu/handover")).GetProperty("toReview").EnumerateArray().ShouldHaveSingleItem().GetProperty("report").GetString().ShouldBe(report);
        await server.PostAsync("unit:zuzhibu", $"/commitments/{SampleServer.Employment}/reports/{report}/review-return", new { lead = "zuzhibu", reason = "名册缺页" });
        await server.PostAsync("keeper", "/rules", new { name = "规则", effectiveFrom = "2014-01-01", authority = "文1号", rules = JsonSerializer.Deserialize<JsonElement>("""{"lightBy":"gap_in_points","yellowTo":30,"paceBy":"day","countedAmount":"reported","approxTolerancePercent":10,"aheadFromPoints":10,"overdueGraceDays":20,"nodeGraceDays":15,"nodeYellowDays":30}""") });

        foreach (var follower in new[] { lead, member })
        {
            (await follower.NextAsync()).ShouldBe(("progress_reported", from + 1));
            (await follower.NextAsync()).ShouldBe(("progress_returned_by_lead", from + 2));
        }

        (await other.NextAsync()).ShouldBe(("rules_adopted_v2", from + 3));
    }

    [Fact]
    public async Task Every_reconnecting_follower_hears_everything_once_while_many_write()
    {
        await using var server = await OpenAsync();
        var from = await server.HeadAsync();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++)
                await server.PostAsync(Unit, $"/commitments/{Training}/drafts", new { unit = "rensheju", content = new { period = new { start = "2014-01-01", end = "2014-05-31" }, amount = i } });
        }, Cancellation);

        var heard = new List<long>();
        while (heard.Count < 40)
        {
            await using var follower = await Follower.StartAsync(server, Unit, $"?after={from}", heard.Count == 0 ? null : heard[^1]);
            for (var some = 0; some < 7 && heard.Count < 40; some++)
                heard.Add((await follower.NextAsync()).Position);
        }

        await writing;
        heard.ShouldBe(Enumerable.Range(1, 40).Select(i => from + i));
    }

    [Fact]
    public async Task More_follow_than_there_are_connections_and_what_is_long_gone_is_read_all_the_same()
    {
        await using var server = await OpenAsync();
        var from = await server.HeadAsync();
        // Twice as many as the server has connections for everybody.
        var followers = new List<Follower>();
        for (var i = 0; i < 60; i++)
            followers.Add(await Follower.StartAsync(server, Unit, $"?after={from}"));
        await using var fromTheBeginning = await Follower.StartAsync(server, Supervisor, "?after=0");

        await ReportAsync(server, "2014-06-03");
        foreach (var follower in followers)
            (await follower.NextAsync()).ShouldBe(("progress_reported", from + 1));
        (await ConnectionsAsync(server)).ShouldBeLessThan(30);
        (await fromTheBeginning.NextAsync()).Position.ShouldBeLessThan(from);
        foreach (var follower in followers)
            await follower.DisposeAsync();
    }

    [Fact]
    public async Task What_an_event_is_about_is_looked_up_once_however_many_follow()
    {
        await using var server = await OpenAsync();
        await ReportAsync(server, "2014-06-03");
        var services = server.App.Services;
        var stored = await services.GetRequiredService<Ledger>().Reader.ReadAllAsync(await server.HeadAsync() - 1, cancellationToken: Cancellation).SingleAsync(Cancellation);

        var (events, others) = (services.GetRequiredService<FeedEvents>(), new List<FeedEvent>());
        for (var follower = 0; follower < 10; follower++)
            others.Add(events.Of(stored));

        var views = await Task.WhenAll(others.Select(e => e.ViewAsync(Cancellation)));
        views.ShouldAllBe(v => ReferenceEquals(v, views[0]));
        views[0]!.Commitment.Version.ShouldBe(stored.Version);
    }

    [Fact]
    public async Task Where_to_follow_from_has_to_be_a_position_that_is_there()
    {
        await using var server = await OpenAsync();
        await server.Scenario(s =>
        {
            s.As(Unit).Get.Url("/inbox/stream").Header("Last-Event-ID", "soon");
            s.ProblemShouldBe(400, "query_invalid");
        });
        await server.Scenario(s =>
        {
            s.As(Unit).Get.Url("/inbox/stream").Header("Last-Event-ID", "1000000");
            s.ProblemShouldBe(400, "too_early");
        });
        await server.Scenario(s =>
        {
            s.As("auditor").Get.Url("/inbox/stream");
            s.ProblemShouldBe(403, "forbidden");
        });
    }

    [Fact]
    public async Task The_inbox_is_a_page_too_of_one_s_own_alone()
    {
        await using var server = await OpenAsync();
        await server.StepToAsync(At(7, 15));
        await server.SettleAsync();
        var page = await server.Scenario(s =>
        {
            s.As(Unit).Get.Url("/i?kind=overdue").Header("Accept", "text/html");
            s.StatusCodeShouldBe(200);
        });
        page.MediaType.ShouldBe("text/html");
        page.Text.ShouldContain("漏报 ●");
        page.Text.ShouldContain("2014-07-10");
        page.Text.ShouldContain("/c/CD-2014");
        foreach (var (account, unit) in new[] { (Unit, "?unit=zuzhibu"), ("auditor", "") })
        {
            await server.Scenario(s =>
            {
                s.As(account).Get.Url("/i" + unit);
                s.StatusCodeShouldBe(403);
            });
        }
    }

    [Fact]
    public async Task Supervisors_phone_from_a_list_and_write_down_what_was_answered()
    {
        await using var server = await OpenAsync();
        var liaison = (await server.PostAsync(Unit, "/units/rensheju/posts", new { post = "liaison", from = "2014-01-01", contact = new { name = "联络员甲", phone = "028-61880000" } })).Id;
        await server.StepToAsync(At(7, 15));
        await ReportAsync(server);

        var called = await server.PostAsync(Supervisor, "/units/rensheju/calls", new { cutoff = "2014-06-30", outcome = "reached", answer = "数据在核,周五报", promised = "2014-07-18", assignment = liaison, commitments = new[] { "CD-2014:11-3" } });
        await server.PostAsync(Supervisor, "/units/rensheju/calls", new { cutoff = "2014-06-30", outcome = "reached" }, 409, "answer_missing");
        await server.PostAsync(Supervisor, "/units/rensheju/calls", new { cutoff = "2014-07-31", outcome = "not_answered" }, 409, "period_not_ended");
        await server.PostAsync(Supervisor, "/units/rensheju/calls", new { cutoff = "2014-06-30", outcome = "not_answered", commitments = new[] { "CD-2014:0-0" }, assignment = Guid.Empty }, 409, "commitment_unknown");
        await server.PostAsync(Unit, "/units/rensheju/calls", new { cutoff = "2014-06-30", outcome = "not_answered" }, 403, "forbidden");
        await server.PostAsync(Supervisor, "/units/nobody/calls", new { cutoff = "2014-06-30", outcome = "not_answered" }, 404, "not_found");

        var list = await server.ReadAsync(Supervisor, "/call-list?from=2014-06-30&to=2014-06-30&unit=rensheju");
        var unit = list.GetProperty("units").EnumerateArray().ShouldHaveSingleItem();
        unit.GetProperty("missing").GetInt32().ShouldBe(3);
        unit.GetProperty("contacts")[0].GetProperty("contact").GetProperty("phone").GetString().ShouldBe("028-61880000");
        unit.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").GetString()).ShouldBe(["11-1", "11-2", "11-3"]);
        var call = unit.GetProperty("calls").EnumerateArray().ShouldHaveSingleItem();
        (call.GetProperty("by").GetString(), call.GetProperty("answer").GetString(), call.GetProperty("call").GetString()).ShouldBe((Supervisor, "数据在核,周五报", called.Id));
        call.GetProperty("at").GetDateTimeOffset().ShouldBeGreaterThan(At(7, 15));

        foreach (var account in new[] { "keeper", "auditor", Unit })
        {
            await server.Scenario(s =>
            {
                s.As(account).Get.Url("/call-list");
                s.ProblemShouldBe(403, "forbidden");
            });
        }

        (await server.ReadAsync(Unit, "/units/rensheju/calls")).GetProperty("calls").GetArrayLength().ShouldBe(1);
        await server.Scenario(s =>
        {
            s.As("unit:zuzhibu").Get.Url("/units/rensheju/calls");
            s.ProblemShouldBe(403, "forbidden");
        });
    }

    [Fact]
    public async Task A_lead_phones_the_members_of_what_it_leads_and_nobody_else()
    {
        await using var server = await OpenAsync();
        const string lead = "unit:zuzhibu";
        await server.Scenario(s =>
        {
            s.As("keeper").Post.Json(new { way = "each_for_itself", group = "quxian", quotas = Array.Empty<object>() }).ToUrl("/commitments/CD-2014:6-3/apportionment").IfMatch("\"1\"");
            s.StatusCodeShouldBe(201);
        });
        await server.PostAsync("unit:wuhou", "/units/wuhou/posts", new { post = "liaison", from = "2014-01-01", contact = new { name = "联络员乙", phone = "028-61880001" } });
        await server.StepToAsync(At(7, 15));

        var aboutIts = new { cutoff = "2014-06-30", outcome = "reached", answer = "周五报", commitments = new[] { "CD-2014:6-3" } };
        await server.PostAsync(lead, "/units/wuhou/calls", aboutIts);
        // Of everything it owes, of what others lead, of a unit that is no member, of a list that is not there: not the lead's to ask.
        await server.PostAsync(lead, "/units/wuhou/calls", new { cutoff = "2014-06-30", outcome = "not_answered" }, 403, "forbidden");
        await server.PostAsync(lead, "/units/wuhou/calls", new { cutoff = "2014-06-30", outcome = "not_answered", commitments = new[] { "CD-2014:6-3", "CD-2014:11-3" } }, 403, "forbidden");
        await server.PostAsync(lead, "/units/jiaoyuju/calls", new { cutoff = "2014-06-30", outcome = "not_answered", commitments = new[] { "CD-2014:6-3" } }, 403, "forbidden");
        await server.PostAsync(lead, "/units/wuhou/calls", new { cutoff = "2014-06-30", outcome = "not_answered", commitments = new[] { "CD-2014:0-0" } }, 403, "forbidden");
        await server.PostAsync("unit:jinjiang", "/units/wuhou/calls", aboutIts, 403, "forbidden");
        await server.PostAsync(Supervisor, "/units/wuhou/calls", new { cutoff = "2014-06-30", outcome = "reached", answer = "他事" });

        var list = await server.ReadAsync(lead, "/units/zuzhibu/call-list?from=2014-06-30&to=2014-06-30&limit=500");
        list.GetProperty("units").GetArrayLength().ShouldBe(20);
        list.GetProperty("periods").GetProperty("missing").GetInt32().ShouldBe(20);
        var member = list.GetProperty("units").EnumerateArray().Single(u => u.GetProperty("unit").GetProperty("code").GetString() == "wuhou");
        member.GetProperty("items").EnumerateArray().ShouldHaveSingleItem().GetProperty("number").GetString().ShouldBe("6-3");
        member.GetProperty("contacts")[0].GetProperty("contact").GetProperty("phone").GetString().ShouldBe("028-61880001");
        // What the member told the supervisors of other matters is not in it.
        member.GetProperty("calls").EnumerateArray().ShouldHaveSingleItem().GetProperty("by").GetString().ShouldBe(lead);

        var toRemind = (await server.ReadAsync(lead, "/inbox?kind=to_remind")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (toRemind.GetProperty("number").GetString(), toRemind.GetProperty("members").GetInt32()).ShouldBe(("6-3", 20));
        (await KindsAsync(server, "unit:wuhou")).ShouldNotContain("to_remind");

        (await server.ReadAsync("unit:wuhou", "/units/wuhou/calls")).GetProperty("calls").GetArrayLength().ShouldBe(2);
        (await server.ReadAsync("unit:rensheju", "/units/rensheju/call-list?from=2014-06-30")).GetProperty("units").GetArrayLength().ShouldBe(0);
        foreach (var account in new[] { Supervisor, "unit:wuhou" })
        {
            await server.Scenario(s =>
            {
                s.As(account).Get.Url("/units/zuzhibu/call-list");
                s.ProblemShouldBe(403, "forbidden");
            });
        }
    }

    /// <summary>Of the server to its database, whatever they do.</summary>
    private static async Task<long> ConnectionsAsync(TestServer server)
    {
        await using var command = server.Database.DataSource.CreateCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()");
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private static DateTimeOffset At(int month, int day) => new(2014, month, day, 9, 30, 0, TimeSpan.FromHours(8));

    private static async Task<SampleServer> OpenAsync()
    {
        var server = new SampleServer();
        await server.InitializeAsync();
        await server.Scenario(s =>
        {
            s.As("keeper").Post.Bytes(File.ReadAllBytes(RepositoryFiles.PathOf("deploy/calendars/2014.json"))).ToUrl("/calendars");
            s.StatusCodeShouldBe(201);
        });
        return server;
    }

    private static async Task<IReadOnlyList<string?>> KindsAsync(TestServer server, string account)
        => [.. (await server.ReadAsync(account, "/inbox?limit=500")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("kind").GetString())];

    private static async Task<string> ReportAsync(TestServer server, string? through = null, string commitment = Training)
        => (await server.PostAsync(Unit, $"/commitments/{commitment}/reports", new { unit = "rensheju", period = new { start = "2014-06-01", end = "2014-06-30" }, amount = 42_000, through })).Id;

    /// <summary>Reads a stream of server-sent events as a browser does.</summary>
    private sealed class Follower(HttpResponseMessage response, IAsyncEnumerator<SseItem<string>> items) : IAsyncDisposable
    {
        public static async Task<Follower> StartAsync(TestServer server, string account, string query, long? lastEventId = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/inbox/stream" + query);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await server.TokenAsync(account));
            if (lastEventId is { } last)
                request.Headers.TryAddWithoutValidation("Last-Event-ID", $"{last}").ShouldBeTrue();
            var response = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
            var items = SseParser.Create(await response.Content.ReadAsStreamAsync(Cancellation)).EnumerateAsync(Cancellation).GetAsyncEnumerator(Cancellation);
            return new(response, items);
        }

        /// <summary>The next event of the ledger, over what only says where the stream stands. Its id is its position.</summary>
        public async Task<(string Type, long Position)> NextAsync()
        {
            while (await items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), Cancellation))
            {
                var told = JsonDocument.Parse(items.Current.Data).RootElement;
                items.Current.EventId.ShouldBe($"{told.GetProperty("position").GetInt64()}");
                if (items.Current.EventType == "inbox")
                    return (told.GetProperty("type").GetString()!, told.GetProperty("position").GetInt64());
            }

            throw new InvalidOperationException("The stream has ended.");
        }

        public async ValueTask DisposeAsync()
        {
            response.Dispose();
            try
            {
                await items.DisposeAsync();
            }
            catch (NotSupportedException)
            {
                // A read that was cut off is still on its way.
            }
        }
    }
}
