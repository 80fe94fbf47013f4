namespace TargetLedger.Scenarios;

/// <summary>建议关联: a unit proposes, a keeper answers. Every test has a ledger of its own.</summary>
public sealed class LinkProposalTests
{
    private const string Source = "CD-2014:10-1";
    private const string Unit = "unit:rensheju";

    [Fact]
    public async Task A_unit_proposes_a_keeper_approves_and_from_then_on_one_report_counts_in_both()
    {
        await using var server = await OpenAsync();
        var target = await LikeTrainingAsync(server);
        var proposal = (await ProposeAsync(server, target)).Id;
        (await ProposeAsync(server, target, 200)).Id.ShouldBe(proposal);
        await ProposeAsync(server, target, 409, "proposal_open", from: "2014-07-01");

        var waiting = (await server.ReadAsync("keeper", "/inbox")).GetProperty("items")[0];
        (waiting.GetProperty("kind").GetString(), waiting.GetProperty("number").GetString(), waiting.GetProperty("unit").GetProperty("code").GetString()).ShouldBe(("link_proposed", "10-1", "rensheju"));
        var shown = waiting.GetProperty("proposal");
        (shown.GetProperty("id").GetString(), shown.GetProperty("to").GetString(), shown.GetProperty("reason").GetString()).ShouldBe((proposal, target, "两个清单同一件事"));
        (await server.ReadAsync("supervisor", "/inbox?kind=link_proposed")).GetProperty("items").GetArrayLength().ShouldBe(0);
        await server.PostAsync("keeper", "/inbox/seen", new { items = new[] { waiting.GetProperty("key").GetString() } });
        (await server.ReadAsync("keeper", "/inbox")).GetProperty("items")[0].GetProperty("mark").GetProperty("seenBy").GetString().ShouldBe("keeper");

        await AnswerSeenAsync(server, proposal, "approval", new { authority = "成督〔2014〕12号" }, 428, seen: null);
        await AnswerSeenAsync(server, proposal, "approval", new { authority = "成督〔2014〕12号" }, 412, seen: "\"7\"");
        await AnswerAsync(server, proposal, "approval", new { authority = " " }, 400);
        var head = await server.HeadAsync();
        await AnswerAsync(server, proposal, "approval", new { authority = "成督〔2014〕12号" }, 201);
        (await server.HeadAsync()).ShouldBe(head + 3);
        await AnswerAsync(server, proposal, "approval", new { authority = "成督〔2014〕12号" }, 200);
        await AnswerAsync(server, proposal, "refusal", new { reason = "口径不同" }, 409, "proposal_approved");
        await ProposeAsync(server, target, 409, "already_linked");

        (await server.ReadAsync("keeper", "/inbox")).GetProperty("items").GetArrayLength().ShouldBe(0);
        var answered = (await server.ReadAsync(Unit, "/inbox?kind=link_answered")).GetProperty("items")[0].GetProperty("proposal");
        (answered.GetProperty("status").GetString(), answered.GetProperty("answer").GetProperty("words").GetString()).ShouldBe(("approved", "成督〔2014〕12号"));
        (await server.ReadAsync(Unit, $"/commitments/{Source}")).GetProperty("row").GetProperty("links")[0].GetProperty("id").GetString()
            .ShouldBe(answered.GetProperty("answer").GetProperty("link").GetString());

        await server.PostAsync(Unit, $"/commitments/{Source}/reports", new { unit = "rensheju", period = new { start = "2014-01-01", end = "2014-05-31" }, amount = 41_000 });
        await server.SettleAsync();
        (await server.ReadAsync("supervisor", $"/commitments/{target}")).GetProperty("row").GetProperty("counted").GetDecimal().ShouldBe(41_000);
    }

    [Fact]
    public async Task A_keeper_refuses_with_a_reason_and_the_unit_reads_it_and_may_propose_anew()
    {
        await using var server = await OpenAsync();
        var target = await LikeTrainingAsync(server);
        var proposal = (await ProposeAsync(server, target)).Id;
        await AnswerAsync(server, proposal, "refusal", new { reason = "省级清单另有来源" }, 201);
        await AnswerAsync(server, proposal, "approval", new { authority = "a" }, 409, "proposal_refused");

        var answered = (await server.ReadAsync(Unit, "/inbox?kind=link_answered")).GetProperty("items")[0];
        answered.GetProperty("proposal").GetProperty("answer").GetProperty("words").GetString().ShouldBe("省级清单另有来源");
        await server.PostAsync(Unit, "/inbox/done", new { items = new[] { answered.GetProperty("key").GetString() } });
        (await server.ReadAsync(Unit, "/inbox?kind=link_answered")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await PageAsync(server, Unit, "/i?done=yes")).ShouldContain("不同意，省级清单另有来源");

        await ProposeAsync(server, target);
        (await PageAsync(server, "keeper", "/i")).ShouldContain("两个清单同一件事");
        var listed = (await server.ReadAsync("auditor", "/link-proposals?status=open")).GetProperty("proposals").EnumerateArray().Single();
        (listed.GetProperty("id").GetString(), listed.GetProperty("version").GetInt64()).ShouldBe((proposal, 3));
    }

    [Fact]
    public async Task An_answer_leaves_the_inbox_after_a_month()
    {
        await using var server = await OpenAsync();
        await AnswerAsync(server, (await ProposeAsync(server, await LikeTrainingAsync(server))).Id, "refusal", new { reason = "另有来源" }, 201);
        (await server.ReadAsync(Unit, "/inbox?kind=link_answered&on=2014-07-04")).GetProperty("items").GetArrayLength().ShouldBe(1);
        (await server.ReadAsync(Unit, "/inbox?kind=link_answered&on=2014-07-05")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_proposes_for_another_or_learns_of_what_is_not_his()
    {
        await using var server = await OpenAsync();
        var target = await LikeTrainingAsync(server);
        var body = new { unit = "rensheju", to = target, from = "2014-01-01", reason = "r" };
        await server.PostAsync("unit:zuzhibu", $"/commitments/{Source}/link-proposals", body, 403, "forbidden");
        await server.PostAsync("unit:caizhengju", $"/commitments/{Source}/link-proposals", new { unit = "caizhengju", to = target, from = "2014-01-01", reason = "r" }, 403, "forbidden");
        await server.PostAsync(Unit, $"/commitments/{Source}/link-proposals", new { unit = "rensheju", to = "CD-2014:99-1", from = "2014-01-01", reason = "r" }, 409, "commitment_unknown");
        await server.PostAsync(Unit, $"/commitments/{Source}/link-proposals", new { unit = "rensheju", to = "CD-2014:4-1", from = "2014-01-01", reason = "r" }, 409, "link_unit_does_not_answer");
        await server.PostAsync(Unit, $"/commitments/{Source}/link-proposals", new { unit = "rensheju", to = "CD-2014:11-1", from = "2014-01-01", reason = "r" }, 409, "link_measure_differs");

        var proposal = (await ProposeAsync(server, target)).Id;
        await server.Scenario(s =>
        {
            s.As("unit:zuzhibu").Get.Url($"/link-proposals/{proposal}");
            s.ProblemShouldBe(404, "not_found");
        });
        (await server.ReadAsync("unit:zuzhibu", "/link-proposals")).GetProperty("proposals").GetArrayLength().ShouldBe(0);
        (await server.ReadAsync(Unit, $"/link-proposals/{proposal}")).GetProperty("status").GetString().ShouldBe("open");
    }

    private static async Task<SampleServer> OpenAsync()
    {
        var server = new SampleServer();
        await server.InitializeAsync();
        return server;
    }

    private static async Task<string> LikeTrainingAsync(TestServer server)
    {
        await server.SettleAsync();
        var like = (await server.ReadAsync("keeper", $"/commitments/{Source}")).GetProperty("commitment");
        var made = await server.PostAsync("keeper", "/plans/CD-2014/commitments", new
        {
            task = "10", title = "省级:培训专业技术人员", cadence = "monthly", measure = like.GetProperty("measure"), target = like.GetProperty("targets")[0].GetProperty("value"),
        });
        return made.Json.GetProperty("stream").GetString()!;
    }

    private static Task<ScenarioResult> ProposeAsync(TestServer server, string target, int status = 201, string? code = null, string from = "2014-01-01")
        => server.PostAsync(Unit, $"/commitments/{Source}/link-proposals", new { unit = "rensheju", to = target, from, reason = "两个清单同一件事" }, status, code);

    private static async Task AnswerAsync(TestServer server, string proposal, string act, object body, int status, string? code = null)
    {
        var version = (await server.ReadAsync("keeper", $"/link-proposals/{proposal}")).GetProperty("version").GetInt64();
        await AnswerSeenAsync(server, proposal, act, body, status, $"\"{version}\"", code);
    }

    private static Task AnswerSeenAsync(TestServer server, string proposal, string act, object body, int status, string? seen, string? code = null) => server.Scenario(s =>
    {
        s.As("keeper").Post.Json(body).ToUrl($"/link-proposals/{proposal}/{act}");
        if (seen is not null)
            s.IfMatch(seen);
        s.StatusCodeShouldBe(status);
        if (code is not null)
            s.ProblemShouldBe(status, code);
    });

    private static async Task<string> PageAsync(TestServer server, string account, string url)
    {
        await server.SettleAsync();
        return (await server.Scenario(s =>
        {
            s.As(account).Get.Url(url);
            s.StatusCodeShouldBe(200);
        })).Text;
    }
}
