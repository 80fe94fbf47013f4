using System.Text;

namespace TargetLedger.Scenarios;

/// <summary>Whatever comes in wrong gets the right problem and leaves nothing behind.</summary>
public sealed class BadInputTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Reports = $"/commitments/{SampleServer.Employment}/reports";

    /// <summary>Name, body of a report by the lead, status, code, and the fault expected among those named.</summary>
    public static TheoryData<string, string, int, string, string?> Bodies { get; } = new()
    {
        { "malformed", """{"unit":"zuzhibu",""", 400, "body_malformed", null },
        { "no object", """[1]""", 400, "body_invalid", " type_wrong" },
        { "NaN", Report("""  "amount":NaN """), 400, "body_malformed", null },
        { "trailing comma", Report("""  "amount":1, """), 400, "body_malformed", null },
        { "nested too deeply", new string('[', 40) + new string(']', 40), 400, "body_malformed", null },
        { "unknown member", Report("""  "amount":1,"bonus":2 """), 400, "body_invalid", "/bonus member_unknown" },
        { "member twice", Report("""  "amount":1,"amount":2 """), 400, "body_invalid", "/amount member_repeated" },
        { "text for a figure", Report("""  "amount":"12" """), 400, "body_invalid", "/amount type_wrong" },
        { "16 digits", Report("""  "amount":1234567890123456 """), 400, "body_invalid", "/amount figure_out_of_limits" },
        { "5 decimals", Report("""  "amount":0.00001 """), 400, "body_invalid", "/amount figure_out_of_limits" },
        { "beyond a double", Report("""  "amount":1e400 """), 400, "body_invalid", "/amount figure_out_of_limits" },
        { "NUL", Report("""  "amount":1,"text":{"done":"a\u0000b"} """), 400, "body_invalid", "/text/done text_invalid" },
        { "lone surrogate", Report("""  "amount":1,"text":{"done":"\ud800"} """), 400, "body_invalid", "/text/done text_invalid" },
        { "lone surrogate in a name", Report("""  "amount":1,"\udc00":1 """), 400, "body_invalid", " text_invalid" },
        { "escape character", Report("""  "amount":1,"text":{"done":"\u001b[31m"} """), 400, "body_invalid", "/text/done text_invalid" },
        { "text too long", Report($$"""  "amount":1,"text":{"done":"{{new string('长', 4_001)}}"} """), 400, "body_invalid", "/text/done text_too_long" },
        { "no such day", Report("""  "amount":1,"through":"2014-02-30" """), 400, "body_invalid", "/through date_invalid" },
        { "no such word", Report("""  "amount":1,"progress":"finished" """), 400, "body_invalid", "/progress word_unknown" },
        { "nothing", "{}", 400, "body_invalid", "/period value_missing" },
        { "no body at all", "", 400, "body_invalid", "/unit value_missing" },
        { "period backwards", """{"unit":"zuzhibu","period":{"start":"2014-05-31","end":"2014-01-01"},"amount":1}""", 400, "body_invalid", "/period dates_reversed" },
        { "amounts that do not tie", Report("""  "amount":10,"total":11 """), 409, "amounts_do_not_tie", "/total amounts_do_not_tie" },
        { "outside the commitment", """{"unit":"zuzhibu","period":{"start":"2013-12-01","end":"2014-01-31"},"amount":1}""", 409, "period_outside_commitment", "/period period_outside_commitment" },
        { "in the future", """{"unit":"zuzhibu","period":{"start":"2014-06-01","end":"2014-06-30"},"amount":1}""", 409, "date_in_future", "/through date_in_future" },
        { "no such node", Report("""  "amount":1,"nodes":[{"node":"n9","state":"in_progress"}] """), 409, "node_unknown", "/nodes/0/node node_unknown" },
        { "another unit's name", """{"unit":"rensheju","period":{"start":"2014-01-01","end":"2014-05-31"},"amount":1}""", 403, "forbidden", null },
        { "an unknown unit", """{"unit":"nobody","period":{"start":"2014-01-01","end":"2014-05-31"},"amount":1}""", 403, "forbidden", null },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_bad_report_gets_its_problem_and_leaves_nothing_behind(string name, string body, int status, string code, string? fault)
    {
        var head = await server.HeadAsync();
        var key = $"bad-{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(name))}";
        var answer = await server.Scenario(s =>
        {
            s.As(SampleServer.Lead).Post.Text(body).ToUrl(Reports).Key(key);
            s.ProblemShouldBe(status, code);
        });
        if (fault is not null)
            answer.Faults.Select(f => $"{f.Pointer} {f.Code}").ShouldContain(fault);

        (await server.HeadAsync()).ShouldBe(head);
        (await KeysAsync(key)).ShouldBe(0);
    }

    [Fact]
    public async Task All_faults_of_a_body_are_named_at_once()
    {
        var answer = await server.Scenario(s =>
        {
            s.As(SampleServer.Lead).Post.Text("""{"unit":7,"period":{"start":"yesterday"},"amount":1.23456,"text":{"done":"\u0007","more":1}}""").ToUrl(Reports).Key("all-at-once");
            s.ProblemShouldBe(400, "body_invalid");
        });
        answer.Faults.OrderBy(f => f.Pointer, StringComparer.Ordinal).Select(f => $"{f.Pointer} {f.Code}").ShouldBe(
        [
            "/amount figure_out_of_limits",
            "/period/end value_missing",
            "/period/start date_invalid",
            "/text/done text_invalid",
            "/text/more member_unknown",
            "/unit type_wrong",
        ]);
    }

    [Fact]
    public async Task Damaged_UTF8_is_refused()
    {
        var head = await server.HeadAsync();
        byte[] body = [.. """{"unit":"zuzhibu","period":{"start":"2014-01-01","end":"2014-05-31"},"amount":1,"text":{"done":" """u8, 0xC3, 0x28, .. "\"}}"u8];
        var answer = await server.Scenario(s =>
        {
            s.As(SampleServer.Lead).Post.Bytes(body).ToUrl(Reports).Key("utf8");
            s.ProblemShouldBe(400, "body_invalid");
        });
        answer.Faults.ShouldBe([("/text/done", "text_invalid")]);
        (await server.HeadAsync()).ShouldBe(head);
    }

    [Theory]
    [InlineData(null, "key_missing")]
    [InlineData("with space", "key_invalid")]
    [InlineData("a-key-of-more-than-200-characters-0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678", "key_invalid")]
    public async Task A_report_needs_a_key_that_can_be_written_down(string? key, string code)
    {
        var head = await server.HeadAsync();
        await server.Scenario(s =>
        {
            s.As(SampleServer.Lead).Post.Text(Report(""" "amount":1 """)).ToUrl(Reports);
            if (key is not null)
                s.Key(key);
            s.ProblemShouldBe(400, code);
        });
        (await server.HeadAsync()).ShouldBe(head);
    }

    [Fact]
    public async Task A_body_of_10_MB_is_refused()
    {
        var head = await server.HeadAsync();
        var body = Encoding.UTF8.GetBytes(Report($$"""  "amount":1,"text":{"done":"{{new string('x', 10 * 1024 * 1024)}}"} """));
        await server.Scenario(s =>
        {
            // The client waits for leave to send, as curl does, so that the answer is not lost in the sending.
            s.As(SampleServer.Lead).Post.Bytes(body).ToUrl(Reports).Key("10-mb").Header("Expect", "100-continue");
            s.ProblemShouldBe(413, "body_too_large");
        });
        (await server.HeadAsync()).ShouldBe(head);
    }

    [Fact]
    public async Task A_plan_file_above_20_MB_is_refused()
    {
        var head = await server.HeadAsync();
        await server.Scenario(s =>
        {
            s.As("keeper").Post.Bytes(new byte[20 * 1024 * 1024 + 1]).ToUrl("/plans").Key("20-mb").Header("Expect", "100-continue");
            s.ProblemShouldBe(413, "body_too_large");
        });
        (await server.HeadAsync()).ShouldBe(head);
    }

    [Fact]
    public async Task A_plan_file_with_40_faults_has_all_40_named_and_nothing_is_imported()
    {
        var head = await server.HeadAsync();
        var answer = await server.Scenario(s =>
        {
            s.As("keeper").Post.Bytes(File.ReadAllBytes(RepositoryFiles.PathOf("tests/TargetLedger.Documents.Tests/PlanFiles/faulty-plan.json"))).ToUrl("/plans").Key("40-faults");
            s.ProblemShouldBe(400, "body_invalid");
        });
        answer.Faults.Select(f => $"{f.Pointer} {f.Code}")
            .ShouldBe(await File.ReadAllLinesAsync(RepositoryFiles.PathOf("tests/TargetLedger.Documents.Tests/PlanFiles/faulty-plan.faults.txt"), TestContext.Current.CancellationToken));
        answer.Faults.Count.ShouldBe(40);
        (await server.HeadAsync()).ShouldBe(head);
    }

    [Fact]
    public async Task A_report_after_close_out_is_refused()
    {
        const string commitment = "CD-2014:5-4";
        await server.Scenario(s =>
        {
            s.As(SampleServer.Lead).Post.Text(Report("""  "amount":10 """)).ToUrl($"/commitments/{commitment}/reports").Key("5-4");
            s.StatusCodeShouldBe(201);
        });
        await server.Scenario(s =>
        {
            s.As(SampleServer.Lead).Post.Json(new { unit = "zuzhibu", completedOn = "2014-05-31", statement = "已选定十名" }).ToUrl($"/commitments/{commitment}/completion/claim");
            s.StatusCodeShouldBe(201);
        });
        var tag = await server.TagAsync(commitment);
        await server.Scenario(s =>
        {
            s.As("supervisor").Post.Text("").ToUrl($"/commitments/{commitment}/completion/acceptance").IfMatch(tag);
            s.StatusCodeShouldBe(201);
        });

        var head = await server.HeadAsync();
        await server.Scenario(s =>
        {
            s.As(SampleServer.Lead).Post.Text("""{"unit":"zuzhibu","period":{"start":"2014-06-01","end":"2014-06-03"},"amount":1}""").ToUrl($"/commitments/{commitment}/reports").Key("too-late");
            s.ProblemShouldBe(409, "commitment_closed_out");
        });
        (await server.HeadAsync()).ShouldBe(head);
    }

    [Fact]
    public async Task An_unknown_unit_cannot_be_made_responsible()
    {
        var tag = await server.TagAsync(SampleServer.Employment);
        var head = await server.HeadAsync();
        var answer = await server.Scenario(s =>
        {
            s.As("keeper").Post.Text("""{"responsible":[{"role":"lead","unit":"nobody"}],"effectiveFrom":"2014-07-01","reason":"改由他人","authority":"文〔2014〕1号"}""")
                .ToUrl($"/commitments/{SampleServer.Employment}/reassignments").IfMatch(tag);
            s.ProblemShouldBe(409, "unit_unknown");
        });
        answer.Faults.ShouldBe([("/responsible/0/unit", "unit_unknown")]);
        (await server.HeadAsync()).ShouldBe(head);
    }

    [Fact]
    public async Task Reason_and_authority_must_be_stated()
    {
        var tag = await server.TagAsync(SampleServer.Employment);
        var answer = await server.Scenario(s =>
        {
            s.As("keeper").Post.Text("""{"from":"2014-07-01","reason":" ","authority":""}""").ToUrl($"/commitments/{SampleServer.Employment}/suspension").IfMatch(tag);
            s.ProblemShouldBe(400, "body_invalid");
        });
        answer.Faults.ShouldBe([("/reason", "value_missing"), ("/authority", "value_missing")]);
    }

    [Fact]
    public async Task One_report_too_large_for_an_entry_harms_none_of_those_beside_it()
    {
        const string commitment = "CD-2014:6-1";
        var evidence = Enumerable.Range(0, 100).Select(i => new { sha256 = new string('a', 64), name = new string('证', 250), size = 1, mediaType = "application/pdf" });
        var good = Enumerable.Range(1, 20).Select(day => Send($"good-{day}", new { unit = "zuzhibu", period = Day(day), noProgress = true }));
        var bad = Send("bad", new { unit = "zuzhibu", period = Day(25), noProgress = true, evidence });

        var answers = await Task.WhenAll(good.Append(bad));

        answers[..^1].ShouldAllBe(a => (int)a.Status == 201);
        ((int)answers[^1].Status).ShouldBe(400, answers[^1].Text);
        (await KeysAsync("bad")).ShouldBe(0);

        static object Day(int day) => new { start = $"2014-05-{day:00}", end = $"2014-05-{day:00}" };
        Task<ScenarioResult> Send(string key, object body)
            => server.Scenario(s => s.As(SampleServer.Lead).Post.Json(body).ToUrl($"/commitments/{commitment}/reports").Key(key));
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404, "not_found")]
    [InlineData("GET", "/commitments/CD-2014:99-9", 404, "not_found")]
    [InlineData("GET", "/commitments/unit-00000000-0000-8000-8000-000000000000", 404, "not_found")]
    [InlineData("GET", "/commitments/nonsense", 404, "not_found")]
    [InlineData("GET", "/units/nobody", 404, "not_found")]
    [InlineData("GET", "/plans/nothing", 404, "not_found")]
    [InlineData("DELETE", "/plans", 405, "method_not_allowed")]
    [InlineData("GET", "/board?lights=red", 400, "query_invalid")]
    [InlineData("GET", "/board?light=purple", 400, "query_invalid")]
    [InlineData("GET", "/board?at=2014-06-30", 400, "query_invalid")]
    [InlineData("GET", "/board?at=0", 400, "query_invalid")]
    [InlineData("GET", "/board?at=2099-01-01T00:00:00Z", 400, "too_early")]
    [InlineData("GET", "/board?at=999999", 400, "too_early")]
    [InlineData("GET", "/board?on=30.06.2014", 400, "query_invalid")]
    [InlineData("GET", "/board?limit=0", 400, "query_invalid")]
    [InlineData("GET", "/board?limit=501", 400, "query_invalid")]
    [InlineData("GET", "/board?cursor=abc", 400, "query_invalid")]
    [InlineData("GET", "/board?on=2014-06-01&on=2014-06-02", 400, "query_invalid")]
    [InlineData("GET", "/queue?kind=late", 400, "query_invalid")]
    public async Task A_bad_address_or_query_gets_its_problem(string method, string url, int status, string code)
        => await server.Scenario(s =>
        {
            s.As("supervisor").Method(method).Url(url);
            s.ProblemShouldBe(status, code);
        });

    [Fact]
    public async Task Only_JSON_is_taken()
        => await server.Scenario(s =>
        {
            s.As("keeper").Post.Text("code=x", "application/x-www-form-urlencoded").ToUrl("/units");
            s.ProblemShouldBe(415, "media_type_unsupported");
        });

    private static string Report(string more) => $$"""{"unit":"zuzhibu","period":{"start":"2014-01-01","end":"2014-05-31"},{{more}}}""";

    private async Task<long> KeysAsync(string key)
    {
        await using var command = server.Database.DataSource.CreateCommand("SELECT count(*) FROM ledger.idempotency WHERE key = $1");
        command.Parameters.Add(new() { Value = key });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
