namespace TargetLedger.Scenarios;

/// <summary>What a responsible unit relies on when it reports.</summary>
public sealed class ReportingTests(SampleServer server) : IClassFixture<SampleServer>
{
    private static object May(string unit, decimal amount) => new { unit, period = new { start = "2014-01-01", end = "2014-05-31" }, amount };

    [Fact]
    public async Task A_report_sent_twice_is_recorded_once_and_answered_the_same_also_after_close_out()
    {
        const string commitment = "CD-2014:5-3";
        var first = await server.Scenario(s =>
        {
            s.As(SampleServer.Lead).Post.Json(May("zuzhibu", 12)).ToUrl($"/commitments/{commitment}/reports").Key("once");
            s.StatusCodeShouldBe(201);
        });
        first.Header("Location").ShouldBe($"/commitments/{first.Json.GetProperty("stream").GetString()}/reports/{first.Id}");
        var head = await server.HeadAsync();

        var again = await SendAgain();
        (await server.HeadAsync()).ShouldBe(head);

        await server.Scenario(s =>
        {
            s.As(SampleServer.Lead).Post.Json(new { unit = "zuzhibu", completedOn = "2014-05-31", statement = "完成" }).ToUrl($"/commitments/{commitment}/completion/claim");
            s.StatusCodeShouldBe(201);
        });
        var tag = await server.TagAsync(commitment);
        await server.Scenario(s =>
        {
            s.As("supervisor").Post.Json(new { }).ToUrl($"/commitments/{commitment}/completion/acceptance").IfMatch(tag);
            s.StatusCodeShouldBe(201);
        });
        head = await server.HeadAsync();

        var afterCloseOut = await SendAgain();
        (await server.HeadAsync()).ShouldBe(head);
        foreach (var replay in new[] { again, afterCloseOut })
        {
            replay.Body.ShouldBe(first.Body);
            replay.ETag.ShouldBe(first.ETag);
            replay.Header("Location").ShouldBe(first.Header("Location"));
            replay.Header("Idempotency-Replayed").ShouldBe("true");
        }

        await server.Scenario(s =>
        {
            s.As(SampleServer.Lead).Post.Json(May("zuzhibu", 13)).ToUrl($"/commitments/{commitment}/reports").Key("once");
            s.ProblemShouldBe(422, "key_reused");
        });
        (await server.HeadAsync()).ShouldBe(head);

        Task<ScenarioResult> SendAgain() => server.Scenario(s =>
        {
            // Another layout of the same body is the same request.
            s.As(SampleServer.Lead).Post.Text("""{ "amount": 12.0, "period": {"end":"2014-05-31","start":"2014-01-01"}, "unit":"zuzhibu" }""").ToUrl($"/commitments/{commitment}/reports").Key("once");
            s.StatusCodeShouldBe(201);
        });
    }

    [Fact]
    public async Task Keys_belong_to_an_account()
    {
        await Report("zuzhibu", "CD-2014:6-3");
        var other = await Report("rensheju", "CD-2014:10-1");
        other.Header("Idempotency-Replayed").ShouldBeNull();

        Task<ScenarioResult> Report(string unit, string commitment) => server.Scenario(s =>
        {
            s.As($"unit:{unit}").Post.Json(May(unit, 5)).ToUrl($"/commitments/{commitment}/reports").Key("shared-words");
            s.StatusCodeShouldBe(201);
        });
    }

    [Fact]
    public async Task A_unit_that_does_not_answer_can_neither_post_nor_read_drafts()
    {
        const string commitment = "CD-2014:10-1";
        var head = await server.HeadAsync();
        await server.Scenario(s =>
        {
            s.As("unit:huanbaoju").Post.Json(May("huanbaoju", 1)).ToUrl($"/commitments/{commitment}/reports").Key("stranger");
            s.ProblemShouldBe(403, "forbidden");
        });
        await server.Scenario(s =>
        {
            s.As("unit:huanbaoju").Post.Json(May("rensheju", 1)).ToUrl($"/commitments/{commitment}/reports").Key("in-anothers-name");
            s.ProblemShouldBe(403, "forbidden");
        });
        (await server.HeadAsync()).ShouldBe(head);

        var draft = await server.Scenario(s =>
        {
            s.As("unit:rensheju").Post.Json(new { unit = "rensheju", content = new { period = new { start = "2014-06-01", end = "2014-06-30" } } }).ToUrl($"/commitments/{commitment}/drafts");
            s.StatusCodeShouldBe(201);
        });
        foreach (var account in new[] { "unit:huanbaoju", "keeper", "supervisor", "auditor", "administrator" })
        {
            await server.Scenario(s =>
            {
                s.As(account).Get.Url($"/commitments/{commitment}/drafts");
                s.ProblemShouldBe(403, "forbidden");
            });
        }

        foreach (var (method, path) in new[] { ("GET", ""), ("PUT", ""), ("POST", "/submission"), ("POST", "/discard") })
        {
            await server.Scenario(s =>
            {
                s.As("unit:huanbaoju").Method(method).Text(method == "PUT" ? """{"period":{"start":"2014-06-01","end":"2014-06-30"}}""" : "{}").ToUrl($"/drafts/{draft.Id}{path}").IfMatch("\"1\"");
                s.ProblemShouldBe(404, "not_found");
            });
        }

        var own = await server.Scenario(s =>
        {
            s.As("unit:rensheju").Get.Url($"/commitments/{commitment}/drafts?after={draft.Position}");
            s.StatusCodeShouldBe(200);
        });
        own.Json.GetProperty("drafts").EnumerateArray().Select(d => d.GetProperty("id").GetString()).ShouldContain(draft.Id);
    }

    [Fact]
    public async Task A_draft_is_written_revised_and_becomes_a_report_once()
    {
        const string commitment = "CD-2014:4-2";
        var unit = await LeadOf(commitment);
        var draft = await server.Scenario(s =>
        {
            s.As($"unit:{unit}").Post.Json(new { unit, content = new { period = new { start = "2014-01-01", end = "2014-05-31" }, amount = 1 } }).ToUrl($"/commitments/{commitment}/drafts").Key("draft");
            s.StatusCodeShouldBe(201);
        });
        await server.Scenario(s =>
        {
            s.As($"unit:{unit}").Put.Json(new { period = new { start = "2014-01-01", end = "2014-05-31" }, amount = 2 }).ToUrl($"/drafts/{draft.Id}");
            s.ProblemShouldBe(428, "if_match_missing");
        });
        var revised = await server.Scenario(s =>
        {
            s.As($"unit:{unit}").Put.Json(new { period = new { start = "2014-01-01", end = "2014-05-31" }, amount = 2 }).ToUrl($"/drafts/{draft.Id}").IfMatch(draft.ETag!);
            s.StatusCodeShouldBe(201);
        });
        revised.ETag.ShouldBe("\"2\"");

        var submitted = await server.Scenario(s =>
        {
            s.As($"unit:{unit}").Post.Json(new { }).ToUrl($"/drafts/{draft.Id}/submission");
            s.StatusCodeShouldBe(201);
        });
        submitted.Id.ShouldBe(draft.Id);
        var head = await server.HeadAsync();
        await server.Scenario(s =>
        {
            s.As($"unit:{unit}").Post.Json(new { }).ToUrl($"/drafts/{draft.Id}/submission");
            s.StatusCodeShouldBe(200);
        });
        (await server.HeadAsync()).ShouldBe(head);

        var report = await server.Scenario(s =>
        {
            s.As($"unit:{unit}").Get.Url($"{submitted.Header("Location")}?after={submitted.Position}");
            s.StatusCodeShouldBe(200);
        });
        report.Json.GetProperty("report").GetProperty("total").GetDecimal().ShouldBe(2);
        await server.Scenario(s =>
        {
            s.As($"unit:{unit}").Post.Json(new { }).ToUrl($"/drafts/{draft.Id}/discard");
            s.ProblemShouldBe(409, "draft_not_open");
        });
    }

    [Fact]
    public async Task A_report_is_returned_corrected_verified_and_withdrawn_by_those_whose_business_it_is()
    {
        const string commitment = "CD-2014:11-3";
        var unit = await LeadOf(commitment);
        var report = await server.Scenario(s =>
        {
            s.As($"unit:{unit}").Post.Json(May(unit, 100)).ToUrl($"/commitments/{commitment}/reports").Key("11-3");
            s.StatusCodeShouldBe(201);
        });
        var address = $"/commitments/{commitment}/reports/{report.Id}";
        await Act("supervisor", "return", new { reason = "人数与名册不符" }, 201);
        await Act("unit:huanbaoju", "corrections", new { reason = "不是我的" }, 403);
        await Act($"unit:{unit}", "corrections", new { reason = "按名册更正", amount = 90 }, 201);
        await Act("supervisor", "verification", new { verifiedTotal = 80, comment = "抽查" }, 201);
        await Act("supervisor", "verification", new { verifiedTotal = 80, comment = "抽查" }, 200);
        await Act($"unit:{unit}", "withdrawal", new { reason = "重报" }, 201);

        await server.SettleAsync();
        var page = await server.Scenario(s =>
        {
            s.As($"unit:{unit}").Get.Url(address);
            s.StatusCodeShouldBe(200);
        });
        var state = page.Json.GetProperty("report");
        state.GetProperty("status").GetString().ShouldBe("withdrawn");
        state.GetProperty("corrections").GetInt32().ShouldBe(1);
        await Act("supervisor", "return", new { reason = "已撤回" }, 409);

        var history = await server.Scenario(s =>
        {
            s.As("auditor").Get.Url($"/commitments/{commitment}/history");
            s.StatusCodeShouldBe(200);
        });
        history.Json.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("type").GetString())
            .ShouldBe(["commitment_made", "progress_reported", "progress_returned", "progress_corrected", "progress_verified", "progress_withdrawn"]);

        Task Act(string account, string act, object body, int status) => server.Scenario(s =>
        {
            s.As(account).Post.Json(body).ToUrl($"{address}/{act}");
            s.StatusCodeShouldBe(status);
        });
    }

    private async Task<string> LeadOf(string commitment)
    {
        await server.SettleAsync();
        var page = await server.Scenario(s => s.As("keeper").Get.Url($"/commitments/{commitment}"));
        return page.Json.GetProperty("row").GetProperty("leads")[0].GetProperty("code").GetString()!;
    }
}
