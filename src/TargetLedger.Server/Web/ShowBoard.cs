using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using TargetLedger.Boards;
using TargetLedger.Domain.Compliance;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Web;

/// <summary>The compliance board as a page, at the front door.</summary>
internal static class ShowBoard
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/", async (HttpContext http, BoardQueries boards, Visibility visibility, LedgerTime time) =>
        {
            var query = new QueryReading(http);
            var light = query.Word<Light>("light");
            query.ThrowOnFaults();
            var filter = new BoardFilter(query.Text("plan"), query.Text("section"), ReadRights.UnitsOf(http, query.Text("unit")), query.Text("group"), light);
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            var page = await boards.ComplianceAsync(filter, read.At, read.On, read.Page, http.RequestAborted);
            return new RazorComponentResult<BoardPage>(new
            {
                Board = page.Answer,
                Heading = await HeadingAsync(boards, read.At, filter, http.RequestAborted),
                At = query.Text("at"),
                Next = page.Next is { } cursor ? NextOf(http, cursor) : null,
                Who = WebPages.WhoOf(http.Caller()),
            });
        })
        .TakesKnowledgeAndPages("plan", "section", "unit", "group", "light");

    /// <summary>The plan's title where the board is about one plan.</summary>
    private static async Task<string> HeadingAsync(BoardQueries boards, AsOf at, BoardFilter filter, CancellationToken cancellationToken)
    {
        var plans = (await boards.PlansAsync(at, cancellationToken)).Plans;
        var shown = plans.Where(p => filter.Plan is null || filter.Plan == p.Code || filter.Plan == p.Plan).ToList();
        return shown is [var only] ? only.Title : "责任清单";
    }

    private static string NextOf(HttpContext http, string cursor)
        => "/" + new QueryBuilder(http.Request.Query.Where(p => p.Key is not ("cursor" or "after")).Select(p => KeyValuePair.Create(p.Key, p.Value.ToString())))
        {
            { "cursor", cursor },
        };
}
