using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>报送规则: every version, and what holds where none is in force.</summary>
internal static class ReadSubmissionRulesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/submission-rules", async (HttpContext http, InboxQueries queries, Visibility visibility, LedgerTime time) =>
        {
            var rules = await queries.RulesAsync((await ReadQuery.ReadAsync(http, visibility, time)).At, http.RequestAborted);
            http.Response.Headers.ETag = EntityTags.Of(rules.Version);
            return rules;
        })
        .Needs(Right.ReadSubmissionRules)
        .Takes("at", "after")
        .WithSummary("报送规则 / Rules of submission");
}
