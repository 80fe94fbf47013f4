using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>分解清单: which divisions there are, and which no longer fit what is above them.</summary>
internal static class ReadDivisionsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/divisions", async (HttpContext http, BoardQueries boards, Visibility visibility, LedgerTime time) =>
        {
            var query = new QueryReading(http);
            var filter = new DivisionFilter(query.Text("plan"), query.Text("group"), query.Word<DivisionShow>("show") ?? DivisionShow.All);
            query.ThrowOnFaults();
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            return Pages.Answer(http, await boards.DivisionsAsync(filter, read.At, read.On, read.Page, http.RequestAborted));
        })
        .Needs(Right.ReadQueue)
        .TakesKnowledgeAndPages("plan", "group", "show")
        .WithSummary("分解清单 / Divisions and whether their quotas fit");
}
