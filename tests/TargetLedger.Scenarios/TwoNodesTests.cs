namespace TargetLedger.Scenarios;

/// <summary>Two nodes on one ledger, each with a memory of its own, are one server to their callers.</summary>
public sealed class TwoNodesTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task One_request_sent_twenty_times_to_both_is_recorded_once_and_answered_alike()
    {
        await using var other = await server.StartNodeBesideAsync();
        var head = await server.HeadAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Report(i % 2 == 0 ? server : other, "CD-2014:6-1", "twenty-times", "2014-05-31")));

        (await server.HeadAsync()).ShouldBe(head + 1);
        answers.ShouldAllBe(a => (int)a.Status == 201);
        answers.Select(a => a.Text).Distinct().Count().ShouldBe(1);
        answers.Count(a => a.Header("Idempotency-Replayed") is null).ShouldBe(1);
    }

    [Fact]
    public async Task A_node_that_remembers_an_open_commitment_does_not_report_on_a_closed_one()
    {
        const string commitment = "CD-2014:5-1";
        await using var other = await server.StartNodeBesideAsync();
        (await Report(other, commitment, "first", "2014-05-30", 12)).Header("ETag").ShouldBe("\"2\"");
        await server.Scenario(s =>
        {
            s.As(SampleServer.Lead).Post.Json(new { unit = "zuzhibu", completedOn = "2014-05-30", statement = "已选定" }).ToUrl($"/commitments/{commitment}/completion/claim");
            s.StatusCodeShouldBe(201);
        });
        var tag = await server.TagAsync(commitment);
        await server.Scenario(s =>
        {
            s.As("supervisor").Post.Json(new { }).ToUrl($"/commitments/{commitment}/completion/acceptance").IfMatch(tag);
            s.StatusCodeShouldBe(201);
        });
        var head = await server.HeadAsync();

        var late = await Report(other, commitment, "second", "2014-05-31", 1);

        late.Json.GetProperty("code").GetString().ShouldBe("commitment_closed_out");
        (await server.HeadAsync()).ShouldBe(head);
    }

    [Fact]
    public async Task A_stale_tag_is_stale_on_every_node_and_a_fresh_one_fresh()
    {
        const string commitment = "CD-2014:14-1";
        await using var other = await server.StartNodeBesideAsync();
        var tag = await server.TagAsync(commitment);
        await Suspend(other, tag, 201);
        await Suspend(server, tag, 412);
        await Suspend(server, await server.TagAsync(commitment), 200);

        Task Suspend(TestServer node, string ifMatch, int status) => node.Scenario(s =>
        {
            s.As("keeper").Post.Json(new { from = "2014-06-04", reason = "改造", authority = "文4号" }).ToUrl($"/commitments/{commitment}/suspension").IfMatch(ifMatch);
            s.StatusCodeShouldBe(status);
        });
    }

    private static Task<ScenarioResult> Report(TestServer node, string commitment, string key, string day, int amount = 1)
        => node.Scenario(s => s.As(SampleServer.Lead).Post.Json(new { unit = "zuzhibu", period = new { start = day, end = day }, amount }).ToUrl($"/commitments/{commitment}/reports").Key($"nodes-{key}"));
}
