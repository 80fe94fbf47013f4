using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>规则: every version adopted, and what holds where none is in force.</summary>
internal static class ReadRulesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/rules", async (HttpContext http, BoardQueries boards, Visibility visibility, LedgerTime time) =>
        {
            var rules = await boards.RulesAsync((await ReadQuery.ReadAsync(http, visibility, time)).At, http.RequestAborted);
            http.Response.Headers.ETag = EntityTags.Of(rules.Version);
            return rules;
        })
        .Needs(Right.ReadRules)
        .Takes("at", "after")
        .WithSummary("规则 / Rules");
}
