using Microsoft.AspNetCore.Http.HttpResults;
using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Web;

/// <summary>The compliance board as a page, at the front door.</summary>
internal static class ShowBoard
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/", async (HttpContext http, BoardQueries boards, Visibility visibility, LedgerTime time) =>
        {
            var filter = BoardFilterQuery.Read(http);
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            var page = await boards.ComplianceAsync(filter, read.At, read.On, read.Page, http.RequestAborted);
            var named = new QueryReading(http).Text("unit") is not null || filter.Group is not null;
            return new RazorComponentResult<BoardPage>(new
            {
                Board = page.Answer,
                (await boards.PlansAsync(read.At, http.RequestAborted)).Plans,
                Names = named ? UnitNames.Of(await boards.UnitsAsync(read.At, http.RequestAborted)) : UnitNames.None,
                Next = page.Next is { } cursor ? PageAddress.Next(http, ("cursor", cursor)) : null,
            });
        })
        .TakesKnowledgeAndPages([.. PageAddress.Filters]);
}
