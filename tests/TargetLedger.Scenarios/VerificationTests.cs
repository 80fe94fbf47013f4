using System.Text.Json;

namespace TargetLedger.Scenarios;

/// <summary>From a district's report to a figure leaders can trust. Every test has a ledger of its own, since rules are adopted in it.</summary>
public sealed class VerificationTests
{
    private const string Employment = "CD-2014:6-2";
    private const string Training = "CD-2014:10-1";
    private const string Lead = "unit:zuzhibu";
    private static readonly object ToMay = new { start = "2014-01-01", end = "2014-05-31" };
    private static readonly string Roster = new('a', 64);

    private int written;

    [Fact]
    public async Task A_members_report_goes_to_its_lead_first_and_leaves_each_queue_once_decided()
    {
        await using var server = await OpenAsync(leadReviewsFirst: true);
        await DivideAsync(server);
        var report = await ReportAsync(server, "jinjiang", Employment, 40);

        await PostAsync(server, "supervisor", $"{Employment}/reports/{report}/verification", new { }, 409, "lead_review_missing");
        (await QueueAsync(server, "unreviewed")).ShouldBe(["6-2 jinjiang"]);
        (await QueueAsync(server, "unverified")).ShouldBeEmpty();
        (await ToReviewAsync(server)).ShouldBe([report]);

        await PostAsync(server, "unit:rensheju", $"{Employment}/reports/{report}/review", new { lead = "zuzhibu" }, 403, "forbidden");
        await PostAsync(server, "unit:jinjiang", $"{Employment}/reports/{report}/review", new { lead = "jinjiang" }, 409, "not_the_lead");
        await PostAsync(server, Lead, $"{Employment}/reports/{report}/review-return", new { lead = "zuzhibu", reason = " " }, 400, "value_missing");

        await PostAsync(server, Lead, $"{Employment}/reports/{report}/review-return", new { lead = "zuzhibu", reason = "名册缺页" }, 201);
        (await ToReviewAsync(server)).ShouldBeEmpty();
        var returned = (await GetAsync(server, "unit:jinjiang", "/units/jinjiang")).GetProperty("returned").EnumerateArray().ShouldHaveSingleItem();
        (returned.GetProperty("reason").GetString(), returned.GetProperty("by").GetProperty("code").GetString()).ShouldBe(("名册缺页", "zuzhibu"));

        await PostAsync(server, "unit:jinjiang", $"{Employment}/reports/{report}/corrections", new { reason = "名册已补" }, 201);
        await PostAsync(server, Lead, $"{Employment}/reports/{report}/review", new { lead = "zuzhibu", comment = "已核对" }, 201);
        await PostAsync(server, Lead, $"{Employment}/reports/{report}/review", new { lead = "zuzhibu", comment = "已核对" }, 200);
        (await QueueAsync(server, "unverified")).ShouldBe(["6-2 jinjiang"]);
        (await QueueAsync(server, "unreviewed")).ShouldBeEmpty();

        // What is sent in again is linked to what was returned.
        var item = (await GetAsync(server, "supervisor", "/queue?kind=unverified")).GetProperty("items")[0];
        item.GetProperty("answersReturn").GetInt64().ShouldBe(returned.GetProperty("position").GetInt64());

        await PostAsync(server, "supervisor", $"{Employment}/reports/{report}/verification", new { verifiedTotal = 30 }, 409, "reason_missing");
        await PostAsync(server, "supervisor", $"{Employment}/reports/{report}/verification", new { verifiedTotal = 41, comment = "c" }, 409, "verified_exceeds_reported");
        await PostAsync(server, "supervisor", $"{Employment}/reports/{report}/verification", new { verifiedTotal = 30, comment = "核减 10 名" }, 201);
        (await QueueAsync(server, null)).ShouldNotContain("6-2 jinjiang");
        await PostAsync(server, Lead, $"{Employment}/reports/{report}/review-return", new { lead = "zuzhibu", reason = "r" }, 409, "report_verified");

        var row = (await GetAsync(server, "auditor", $"/commitments/{Employment}?on=2014-06-30")).GetProperty("row");
        (row.GetProperty("reported").GetDecimal(), row.GetProperty("verified").GetDecimal()).ShouldBe((40, 30));
        var member = row.GetProperty("group").GetProperty("members").EnumerateArray().Single(m => m.GetProperty("unit").GetString() == "jinjiang");
        (member.GetProperty("reported").GetDecimal(), member.GetProperty("verified").GetDecimal()).ShouldBe((40, 30));
    }

    [Fact]
    public async Task Many_reports_are_verified_in_one_append_or_not_at_all()
    {
        await using var server = await OpenAsync();
        await DivideAsync(server);
        var training = await ReportAsync(server, "rensheju", Training, 42_000);
        var jinjiang = await ReportAsync(server, "jinjiang", Employment, 40);
        var wuhou = await ReportAsync(server, "wuhou", Employment, 25);
        var returned = await ReportAsync(server, "qingyang", Employment, 12);
        await PostAsync(server, "supervisor", $"{Employment}/reports/{returned}/return", new { reason = "r" }, 201);
        var before = await server.HeadAsync();

        var refused = await server.Scenario(s =>
        {
            s.As("supervisor").Post.Json(new
            {
                reports = new object[]
                {
                    new { commitment = Training, report = training },
                    new { commitment = Employment, report = returned },
                    new { commitment = "CD-2014:99-9", report = wuhou },
                    new { commitment = Employment, report = Guid.Empty },
                    new { commitment = Employment, report = jinjiang, verifiedTotal = 41 },
                    new { commitment = Training, report = training },
                },
            }).ToUrl("/verifications").Key("bulk-0");
            s.ProblemShouldBe(409, "refused");
        });
        refused.Faults.ShouldBe(
        [
            ("/reports/2/commitment", "commitment_unknown"),
            ("/reports/1", "report_returned"),
            ("/reports/3", "report_unknown"),
            ("/reports/4/verifiedTotal", "verified_exceeds_reported"),
            ("/reports/5/report", "report_repeated"),
        ], ignoreOrder: true);
        (await server.HeadAsync()).ShouldBe(before);

        object all = new { reports = new object[] { new { commitment = Training, report = training }, new { commitment = Employment, report = jinjiang }, new { commitment = Employment, report = wuhou } }, comment = "批量核验" };
        for (var i = 0; i < 2; i++)
        {
            await server.Scenario(s =>
            {
                s.As("supervisor").Post.Json(all).ToUrl("/verifications").Key("bulk-1");
                s.StatusCodeShouldBe(201);
            });
        }

        (await server.HeadAsync()).ShouldBe(before + 3);
        await server.Scenario(s =>
        {
            s.As("supervisor").Post.Json(all).ToUrl("/verifications").Key("bulk-2");
            s.StatusCodeShouldBe(200);
        });
        (await QueueAsync(server, "unverified")).ShouldBeEmpty();
        foreach (var (who, status) in new[] { ("keeper", 403), (Lead, 403), ("auditor", 403) })
        {
            await server.Scenario(s =>
            {
                s.As(who).Post.Json(all).ToUrl("/verifications");
                s.StatusCodeShouldBe(status);
            });
        }

        await server.Scenario(s =>
        {
            s.As("supervisor").Post.Json(new { reports = Array.Empty<object>() }).ToUrl("/verifications");
            s.ProblemShouldBe(400, "body_invalid");
        });
    }

    [Fact]
    public async Task Several_supervisors_who_accept_the_same_reports_at_once_verify_each_of_them_once()
    {
        await using var server = await OpenAsync();
        await DivideAsync(server);
        var reports = new List<object> { new { commitment = Training, report = await ReportAsync(server, "rensheju", Training, 42_000) } };
        foreach (var district in new[] { "jinjiang", "wuhou", "qingyang" })
            reports.Add(new { commitment = Employment, report = await ReportAsync(server, district, Employment, 40) });
        var before = await server.HeadAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => server.Scenario(s => s
            .As("supervisor").Post.Json(new { reports = i % 2 == 0 ? reports : Enumerable.Reverse(reports).ToList() }).ToUrl("/verifications").Key($"at-once-{i}"))));

        answers.Select(a => (int)a.Status).ShouldBeSubsetOf([200, 201]);
        answers.Count(a => (int)a.Status == 201).ShouldBe(1);
        (await server.HeadAsync()).ShouldBe(before + 4);
    }

    [Fact]
    public async Task Nobody_judges_what_his_own_unit_reported()
    {
        await using var server = await OpenAsync();
        await DivideAsync(server);
        var report = await ReportAsync(server, "jinjiang", Employment, 40);
        const string own = "supervisor:jinjiang";

        await PostAsync(server, own, $"{Employment}/reports/{report}/verification", new { }, 409, "own_unit");
        await PostAsync(server, own, $"{Employment}/reports/{report}/return", new { reason = "r" }, 409, "own_unit");
        (await server.Scenario(s =>
        {
            s.As(own).Post.Json(new { reports = new[] { new { commitment = Employment, report } } }).ToUrl("/verifications");
            s.ProblemShouldBe(409, "own_unit");
        })).Faults.ShouldBe([("/reports/0", "own_unit")]);
        await PostAsync(server, "supervisor:wuhou", $"{Employment}/reports/{report}/verification", new { }, 201);
    }

    [Fact]
    public async Task A_sample_is_recorded_and_drawn_again_by_anybody_whatever_came_since()
    {
        await using var server = await OpenAsync();
        await DivideAsync(server);
        await server.Scenario(s =>
        {
            s.As("supervisor").Post.Json(new { reason = "抽查", size = 2 }).ToUrl("/samples").Key("s-0");
            s.ProblemShouldBe(409, "sample_of_nothing");
        });
        string[] districts = ["jinjiang", "qingyang", "jinniu", "wuhou", "chenghua"];
        foreach (var district in districts)
            await ReportAsync(server, district, Employment, 7);
        await server.SettleAsync();

        await server.Scenario(s =>
        {
            s.As("supervisor").Post.Json(new { reason = "抽查", size = 6 }).ToUrl("/samples").Key("s-1");
            s.ProblemShouldBe(409, "sample_too_large");
        });
        await server.Scenario(s =>
        {
            s.As("supervisor").Post.Json(new { reason = "抽查", size = 2, status = "verified" }).ToUrl("/samples").Key("s-2");
            s.ProblemShouldBe(409, "sample_of_nothing");
        });
        var drawn = await server.Scenario(s =>
        {
            s.As("supervisor").Post.Json(new { reason = "抽查", size = 2, seed = "20140604" }).ToUrl("/samples").Key("s-3");
            s.StatusCodeShouldBe(201);
        });
        (await server.Scenario(s =>
        {
            s.As("supervisor").Post.Json(new { reason = "抽查", size = 2, seed = "20140604" }).ToUrl("/samples").Key("s-3");
            s.StatusCodeShouldBe(201);
        })).Id.ShouldBe(drawn.Id);

        await ReportAsync(server, "longquanyi", Employment, 7);
        await server.SettleAsync();
        var sample = await GetAsync(server, "auditor", $"/samples/{drawn.Id}");
        var redrawn = await GetAsync(server, "auditor", $"/samples/{drawn.Id}/redrawn");
        redrawn.GetProperty("isSame").GetBoolean().ShouldBeTrue();
        redrawn.GetProperty("count").GetInt32().ShouldBe(5);
        redrawn.GetProperty("reports").GetRawText().ShouldBe(sample.GetProperty("drawn").GetProperty("reports").GetRawText());
        (sample.GetProperty("actor").GetString(), sample.GetProperty("drawn").GetProperty("seed").GetString()).ShouldBe(("supervisor", "20140604"));

        var report = redrawn.GetProperty("reports")[0].GetProperty("report").GetString();
        await FindAsync(new { report, result = "not_confirmed" }, 409, "reason_missing");
        await FindAsync(new { report = Guid.Empty, result = "confirmed" }, 409, "report_not_sampled");
        await FindAsync(new { report, result = "not_confirmed", comment = "2 人重复" }, 201);
        await FindAsync(new { report, result = "not_confirmed", comment = "2 人重复" }, 200);
        await server.SettleAsync();
        var list = await GetAsync(server, "keeper", "/samples?limit=1");
        (list.GetProperty("drawn").GetInt32(), list.GetProperty("reports").GetInt32(), list.GetProperty("checked").GetInt32()).ShouldBe((1, 2, 1));
        (await GetAsync(server, "auditor", $"/samples/{drawn.Id}/redrawn")).GetProperty("isSame").GetBoolean().ShouldBeTrue();

        Task FindAsync(object finding, int status, string? code = null) => server.Scenario(s =>
        {
            s.As("supervisor").Post.Json(finding).ToUrl($"/samples/{drawn.Id}/findings");
            if (code is null)
                s.StatusCodeShouldBe(status);
            else
                s.ProblemShouldBe(status, code);
        });
    }

    [Fact]
    public async Task A_sample_that_was_not_drawn_by_its_seed_is_found_out()
    {
        await using var server = await OpenAsync();
        await DivideAsync(server);
        foreach (var district in new[] { "jinjiang", "qingyang", "jinniu", "wuhou", "chenghua" })
            await ReportAsync(server, district, Employment, 7);
        await server.SettleAsync();
        var drawn = await server.Scenario(s =>
        {
            s.As("supervisor").Post.Json(new { reason = "抽查", size = 2, seed = "1" }).ToUrl("/samples").Key("s-1");
            s.StatusCodeShouldBe(201);
        });
        await server.Database.ExecuteAsAdminAsync(
            "ALTER TABLE ledger.mt_events DISABLE TRIGGER ALL; "
            + "UPDATE ledger.mt_events SET data = jsonb_set(data, '{seed}', '\"2\"') WHERE stream_id = 'sample-" + drawn.Id + "'; "
            + "ALTER TABLE ledger.mt_events ENABLE TRIGGER ALL");

        (await GetAsync(server, "auditor", $"/samples/{drawn.Id}/redrawn")).GetProperty("isSame").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_class_from_two_districts_and_the_same_file_twice_are_warned_of_with_their_reports()
    {
        await using var server = await OpenAsync(sameClassCountsOnce: true);
        await DivideAsync(server);
        object file = new { sha256 = new string('b', 64), name = "名册.pdf", size = 12, mediaType = "application/pdf" };
        var jinjiang = await ReportAsync(server, "jinjiang", Employment, 40, file);
        var wuhou = await ReportAsync(server, "wuhou", Employment, 25, file);
        object classes = new { classes = new[] { new { name = "电工班", date = "2014-05-12", place = "锦江区", count = 20, rosterSha256 = Roster } } };
        await PostAsync(server, "unit:jinjiang", $"{Employment}/reports/{jinjiang}/classes", classes, 201);
        await PostAsync(server, "unit:wuhou", $"{Employment}/reports/{wuhou}/classes", classes, 201);
        await PostAsync(server, "unit:wuhou", $"{Employment}/reports/{jinjiang}/classes", classes, 403, "forbidden");
        await PostAsync(server, "unit:wuhou", $"{Employment}/reports/{wuhou}/classes", new { classes = new[] { new { name = "", date = "2014-05-12", place = "锦江区", count = 20, rosterSha256 = "x" } } }, 400, "value_missing", "hash_invalid");

        var warnings = await GetAsync(server, "supervisor", "/warnings?on=2014-06-30");
        (warnings.GetProperty("counts").GetProperty("sameEvidence").GetInt32(), warnings.GetProperty("counts").GetProperty("sameClass").GetInt32()).ShouldBe((1, 1));
        foreach (var warning in warnings.GetProperty("warnings").EnumerateArray())
            warning.GetProperty("reports").EnumerateArray().Select(r => r.GetProperty("report").GetString()).ShouldBe([jinjiang, wuhou]);

        foreach (var place in new[] { $"/commitments/{Employment}/warnings", "/units/wuhou/warnings", "/warnings?plan=CD-2014&kind=same_class" })
            (await GetAsync(server, "supervisor", place)).GetProperty("warnings").EnumerateArray().ShouldNotBeEmpty(place);
        (await GetAsync(server, "supervisor", $"/commitments/{Training}/warnings")).GetProperty("warnings").EnumerateArray().ShouldBeEmpty();
        InInbox(await GetAsync(server, "supervisor", "/inbox?kind=warning&on=2014-06-30")).ShouldBe(["same_class", "same_evidence"], ignoreOrder: true);

        // A unit does not learn from a warning what others report.
        InInbox(await GetAsync(server, "unit:wuhou", "/inbox?kind=warning&on=2014-06-30")).ShouldBeEmpty();
        (await GetAsync(server, "unit:wuhou", "/units/wuhou/warnings")).GetProperty("warnings").EnumerateArray().ShouldBeEmpty();
        await server.Scenario(s =>
        {
            s.As("unit:wuhou").Get.Url("/units/jinjiang/warnings");
            s.StatusCodeShouldBe(403);
        });
        await server.Scenario(s =>
        {
            s.As("supervisor").Get.Url("/units/none/warnings");
            s.StatusCodeShouldBe(404);
        });

        await PostAsync(server, "supervisor", $"{Employment}/reports/{jinjiang}/verification", new { }, 201);
        await PostAsync(server, "supervisor", $"{Employment}/reports/{wuhou}/verification", new { }, 409, "class_counted_already");
        await PostAsync(server, "supervisor", $"{Employment}/reports/{wuhou}/verification", new { verifiedTotal = 5, comment = "同一班次" }, 201);

        // The figure shows both reports of the class, and in which of them it counts.
        var explained = await GetAsync(server, "supervisor", $"/commitments/{Employment}/explanation?figure=reported&member=jinjiang&on=2014-06-30");
        var shared = explained.GetProperty("sharedClasses").EnumerateArray().ShouldHaveSingleItem();
        shared.GetProperty("reports").EnumerateArray().Select(r => (r.GetProperty("report").GetString(), r.GetProperty("people").GetInt32())).ShouldBe([(jinjiang, 20), (wuhou, 20)]);
        shared.GetProperty("class").GetProperty("countedIn").GetInt64().ShouldBe(shared.GetProperty("reports")[0].GetProperty("position").GetInt64());
        await server.Scenario(q =>
        {
            q.As("supervisor").Get.Url($"/commitments/{Employment}/explanation?figure=reported&member=nobody");
            q.ProblemShouldBe(404, "not_found");
        });
        (await GetAsync(server, "unit:wuhou", $"/commitments/{Employment}/explanation?figure=reported&member=wuhou&on=2014-06-30")).GetProperty("sharedClasses").EnumerateArray().ShouldBeEmpty();
    }

    private static IEnumerable<string?> InInbox(JsonElement inbox) => inbox.GetProperty("items").EnumerateArray()
        .Select(i => i.TryGetProperty("reason", out var reason) ? reason.GetProperty("code").GetString() : null)
        .Where(code => code is "same_class" or "same_evidence");

    [Fact]
    public async Task A_figure_is_followed_down_to_its_reports_and_adds_up()
    {
        await using var server = await OpenAsync();
        await DivideAsync(server);
        var jinjiang = await ReportAsync(server, "jinjiang", Employment, 40);
        await ReportAsync(server, "wuhou", Employment, 25);
        await PostAsync(server, "supervisor", $"{Employment}/reports/{jinjiang}/verification", new { verifiedTotal = 30, comment = "核减 10 名" }, 201);

        var counted = await GetAsync(server, "auditor", $"/commitments/{Employment}/explanation?on=2014-06-30");
        (counted.GetProperty("value").GetDecimal(), counted.GetProperty("sum").GetDecimal(), counted.GetProperty("addsUp").GetBoolean()).ShouldBe((65, 65, true));
        counted.GetProperty("parts").EnumerateArray().Select(p => (p.GetProperty("unit").GetProperty("code").GetString(), p.GetProperty("value").GetDecimal())).ShouldBe([("jinjiang", 40), ("wuhou", 25)]);
        var row = (await GetAsync(server, "auditor", $"/commitments/{Employment}?on=2014-06-30")).GetProperty("row");
        counted.GetProperty("parts").EnumerateArray().Select(p => p.GetProperty("report").GetProperty("position").GetInt64())
            .ShouldBe(row.GetProperty("basis").EnumerateArray().Select(b => b.GetInt64()));

        var verified = await GetAsync(server, "auditor", $"/commitments/{Employment}/explanation?figure=verified&on=2014-06-30");
        verified.GetProperty("value").GetDecimal().ShouldBe(30);
        verified.GetProperty("parts")[0].GetProperty("rest").GetDecimal().ShouldBe(-10);
        var nodes = await GetAsync(server, "auditor", "/commitments/CD-2014:1-1/explanation?figure=nodes_reached");
        (nodes.GetProperty("value").GetDecimal(), nodes.GetProperty("addsUp").GetBoolean()).ShouldBe((0, true));
        (await GetAsync(server, "auditor", $"/commitments/{Employment}/explanation?figure=reported&member=wuhou&on=2014-06-30")).GetProperty("value").GetDecimal().ShouldBe(25);

        await server.Scenario(s =>
        {
            s.As("auditor").Get.Url($"/commitments/{Employment}/explanation?figure=nonsense");
            s.ProblemShouldBe(400, "query_invalid");
        });
        await server.Scenario(s =>
        {
            s.As("unit:jiaoyuju").Get.Url($"/commitments/CD-2014:13-1/explanation");
            s.StatusCodeShouldBe(403);
        });
    }

    [Fact]
    public async Task The_queue_is_read_by_plan_unit_and_group_page_by_page_the_longest_waiting_first()
    {
        await using var server = await OpenAsync();
        await DivideAsync(server);
        foreach (var district in new[] { "wuhou", "jinjiang", "chenghua" })
        {
            await ReportAsync(server, district, Employment, 7);
            await server.StepToAsync(TestServer.Start.AddDays(written));
        }

        await server.SettleAsync();
        var items = new List<string?>();
        string? url = "/queue?kind=unverified&group=quxian&limit=2";
        while (url is not null)
        {
            var page = await server.Scenario(s =>
            {
                s.As("supervisor").Get.Url(url);
                s.StatusCodeShouldBe(200);
            });
            items.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("unit").GetProperty("code").GetString()));
            url = page.NextUrl;
        }

        items.ShouldBe(["wuhou", "jinjiang", "chenghua"]);
        (await QueueAsync(server, "unverified&unit=jinjiang")).ShouldBe(["6-2 jinjiang"]);
        (await QueueAsync(server, "unverified&plan=none")).ShouldBeEmpty();
    }

    private static async Task<SampleServer> OpenAsync(bool leadReviewsFirst = false, bool sameClassCountsOnce = false)
    {
        var server = new SampleServer();
        await server.InitializeAsync();
        await server.Scenario(s =>
        {
            s.As("keeper").Post.Json(new
            {
                name = "核验规则",
                effectiveFrom = "2014-01-01",
                authority = "文〔2014〕1号",
                terms = new { leadReviewsFirst, sameClassCountsOnce, warnings = new { jumpTimes = 5, jumpAfterReports = 3, lastReportPercent = 50, roundTo = 10, roundAfterReports = 6 } },
            }).ToUrl("/verification-terms");
            s.StatusCodeShouldBe(201);
        });
        return server;
    }

    /// <summary>Members add up; who of the districts reports is counted.</summary>
    private static async Task DivideAsync(SampleServer server)
    {
        var tag = await server.TagAsync(Employment);
        await server.Scenario(s =>
        {
            s.As("keeper").Post.Json(new { way = "members_add_up", group = "quxian", quotas = Array.Empty<object>() }).ToUrl($"/commitments/{Employment}/apportionment").IfMatch(tag);
            s.StatusCodeShouldBe(201);
        });
    }

    private async Task<string> ReportAsync(SampleServer server, string unit, string commitment, decimal amount, object? evidence = null)
    {
        var made = await server.Scenario(s =>
        {
            s.As($"unit:{unit}").Post.Json(new { unit, period = ToMay, amount, evidence = evidence is null ? null : new[] { evidence } }).ToUrl($"/commitments/{commitment}/reports").Key($"r-{++written}");
            s.StatusCodeShouldBe(201);
        });
        await server.SettleAsync();
        return made.Id;
    }

    /// <param name="codes">Of the faults, where it is refused.</param>
    private static async Task PostAsync(SampleServer server, string account, string path, object body, int status, params string[] codes)
    {
        var answer = await server.Scenario(s =>
        {
            s.As(account).Post.Json(body).ToUrl($"/commitments/{path}");
            s.StatusCodeShouldBe(status);
        });
        if (codes is ["forbidden"])
            answer.Json.GetProperty("code").GetString().ShouldBe("forbidden");
        else if (status >= 400)
            answer.Faults.Select(f => f.Code).ShouldBe(codes, ignoreOrder: true);
        await server.SettleAsync();
    }

    private static async Task<JsonElement> GetAsync(SampleServer server, string account, string url)
        => (await server.Scenario(s =>
        {
            s.As(account).Get.Url(url);
            s.StatusCodeShouldBe(200);
        })).Json;

    private static async Task<IReadOnlyList<string>> QueueAsync(SampleServer server, string? kind)
        => [.. (await GetAsync(server, "supervisor", kind is null ? "/queue" : $"/queue?kind={kind}")).GetProperty("items").EnumerateArray()
            .Where(i => i.TryGetProperty("report", out _))
            .Select(i => $"{i.GetProperty("number").GetString()} {i.GetProperty("unit").GetProperty("code").GetString()}")];

    private static async Task<IReadOnlyList<string?>> ToReviewAsync(SampleServer server)
        => [.. (await GetAsync(server, Lead, "/units/zuzhibu")).GetProperty("toReview").EnumerateArray().Select(r => r.GetProperty("report").GetString())];
}
