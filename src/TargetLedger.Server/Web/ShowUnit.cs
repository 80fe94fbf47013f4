using Microsoft.AspNetCore.Http.HttpResults;
using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Web;

/// <summary>单位页: what a unit answers for, and which of its reports came back.</summary>
internal static class ShowUnit
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/u/{unit}", async (HttpContext http, string unit, BoardQueries boards, Visibility visibility, LedgerTime time) =>
        {
            ReadRights.RequireUnit(http, unit);
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            var page = await boards.UnitAsync(unit, read.At, read.On, http.RequestAborted) ?? throw new ProblemException(ProblemKind.NotFound);
            return new RazorComponentResult<UnitView>(new { Page = page });
        })
        .TakesKnowledge();
}
