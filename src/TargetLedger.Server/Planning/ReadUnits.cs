using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>单位和单位组: who can answer for a commitment.</summary>
internal static class ReadUnitsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/units", async (HttpContext http, BoardQueries boards, Visibility visibility, LedgerTime time) =>
            await boards.UnitsAsync((await ReadQuery.ReadAsync(http, visibility, time)).At, http.RequestAborted))
        .Needs(Right.ReadLists)
        .Takes("at", "after")
        .WithSummary("单位和单位组 / Units and groups");
}
