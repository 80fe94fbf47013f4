namespace TargetLedger.Scenarios;

/// <summary>A decision that replaces another must say which one it has seen.</summary>
public sealed class EntityTagTests(SampleServer server) : IClassFixture<SampleServer>
{
    private static readonly object Revision = new
    {
        target = new { bound = "approx", value = 32_000, asWritten = "3.2万人左右" },
        effectiveFrom = "2014-07-01",
        reason = "半年检查后上调",
        authority = "文〔2014〕7号",
    };

    [Fact]
    public async Task A_revision_needs_the_tag_it_was_decided_on_and_a_stale_one_is_refused()
    {
        const string url = $"/commitments/{SampleServer.Employment}/target-revisions";
        var tag = await server.TagAsync(SampleServer.Employment);
        var head = await server.HeadAsync();
        await server.Scenario(s =>
        {
            s.As("keeper").Post.Json(Revision).ToUrl(url);
            s.ProblemShouldBe(428, "if_match_missing");
        });
        foreach (var stale in new[] { "\"99\"", "W/" + tag, "abc", "*" })
        {
            await server.Scenario(s =>
            {
                s.As("keeper").Post.Json(Revision).ToUrl(url).IfMatch(stale);
                s.ProblemShouldBe(412, "stale");
            });
        }

        (await server.HeadAsync()).ShouldBe(head);

        var revised = await server.Scenario(s =>
        {
            s.As("keeper").Post.Json(Revision).ToUrl(url).IfMatch(tag);
            s.StatusCodeShouldBe(201);
        });
        (await server.TagAsync(SampleServer.Employment)).ShouldBe(revised.ETag);
        await server.Scenario(s =>
        {
            s.As("keeper").Post.Json(Revision).ToUrl(url).IfMatch(tag);
            s.ProblemShouldBe(412, "stale");
        });
        var satisfied = await server.Scenario(s =>
        {
            s.As("keeper").Post.Json(Revision).ToUrl(url).IfMatch(revised.ETag!);
            s.StatusCodeShouldBe(200);
        });
        satisfied.Json.GetProperty("recorded").GetBoolean().ShouldBeFalse();
        satisfied.ETag.ShouldBe(revised.ETag);
    }

    [Theory]
    [InlineData("period-revisions", """{"period":{"start":"2014-01-01","end":"2014-11-30"},"effectiveFrom":"2014-07-01","reason":"r","authority":"a"}""")]
    [InlineData("reassignments", """{"responsible":[{"role":"lead","unit":"rensheju"}],"effectiveFrom":"2014-07-01","reason":"r","authority":"a"}""")]
    [InlineData("apportionment", """{"way":"members_add_up","group":"quxian","quotas":[]}""")]
    [InlineData("suspension", """{"from":"2014-07-01","reason":"r","authority":"a"}""")]
    [InlineData("resumption", """{"on":"2014-07-01","reason":"r","authority":"a"}""")]
    [InlineData("withdrawal", """{"on":"2014-07-01","reason":"r","authority":"a"}""")]
    public async Task Adjustments_need_a_tag(string act, string body)
        => await server.Scenario(s =>
        {
            s.As("keeper").Post.Text(body).ToUrl($"/commitments/CD-2014:6-3/{act}");
            s.ProblemShouldBe(428, "if_match_missing");
        });

    [Theory]
    [InlineData("completion/acceptance", "{}")]
    [InlineData("completion/rejection", """{"reason":"r"}""")]
    [InlineData("reopening", """{"reason":"r"}""")]
    public async Task Closing_out_and_reopening_need_a_tag(string act, string body)
        => await server.Scenario(s =>
        {
            s.As("supervisor").Post.Text(body).ToUrl($"/commitments/CD-2014:6-3/{act}");
            s.ProblemShouldBe(428, "if_match_missing");
        });

    [Fact]
    public async Task A_node_planned_anew_needs_a_tag_and_a_new_one_does_not()
    {
        const string url = "/commitments/CD-2014:17-1/nodes";
        await server.Scenario(s =>
        {
            s.As("keeper").Post.Text("""{"node":{"id":"n9","name":"座谈","planned":"2014-11-30"}}""").ToUrl(url);
            s.StatusCodeShouldBe(201);
        });
        await server.Scenario(s =>
        {
            s.As("keeper").Post.Text("""{"node":{"id":"n9","name":"座谈","planned":"2014-12-15"}}""").ToUrl(url);
            s.ProblemShouldBe(428, "if_match_missing");
        });
        var tag = await server.TagAsync("CD-2014:17-1");
        await server.Scenario(s =>
        {
            s.As("keeper").Post.Text("""{"node":{"id":"n9","name":"座谈","planned":"2014-12-15"}}""").ToUrl(url).IfMatch(tag);
            s.StatusCodeShouldBe(201);
        });
    }
}
