using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>单位页: what a unit answers for, and which of its reports came back.</summary>
internal static class ReadUnitEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/units/{unit}", async (HttpContext http, string unit, BoardQueries boards, Visibility visibility, LedgerTime time) =>
        {
            ReadRights.RequireUnit(http, unit);
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            return await boards.UnitAsync(unit, read.At, read.On, http.RequestAborted) ?? throw new ProblemException(ProblemKind.NotFound);
        })
        .Needs(Right.ReadBoards)
        .TakesKnowledge()
        .WithSummary("单位页 / A unit's page");
}
