using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>方案: the lists in force, and one of them with its tasks and commitments.</summary>
internal static class ReadPlansEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/plans", async (HttpContext http, BoardQueries boards, Visibility visibility, LedgerTime time) =>
                await boards.PlansAsync((await ReadQuery.ReadAsync(http, visibility, time)).At, http.RequestAborted))
            .Needs(Right.ReadLists)
            .Takes("at", "after")
            .WithSummary("方案 / Plans");
        routes
            .MapGet("/plans/{plan}", async (HttpContext http, string plan, BoardQueries boards, Visibility visibility, LedgerTime time) =>
            {
                var read = await ReadQuery.ReadAsync(http, visibility, time);
                var page = await boards.PlanAsync(plan, read.At, http.RequestAborted) ?? throw new ProblemException(ProblemKind.NotFound);
                http.Response.Headers.ETag = EntityTags.Of(page.Version);
                return page;
            })
            .Needs(Right.ReadLists)
            .Takes("at", "after")
            .WithSummary("方案及清单 / A plan and its list");
    }
}
