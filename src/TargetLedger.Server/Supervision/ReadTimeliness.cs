using TargetLedger.Boards;
using TargetLedger.Domain.Periods;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Supervision;

/// <summary>报送情况: who reported on time, late or not at all. A unit sees its own.</summary>
internal static class ReadTimelinessEndpoint
{
    private static readonly string[] Filters = ["plan", "section", "unit", "group", "from", "to"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/timeliness", async (HttpContext http, TimelinessQueries queries, Visibility visibility, LedgerTime time) =>
            {
                var query = new QueryReading(http);
                var filter = FilterOf(http, query);
                var by = query.Word<TimelinessBy>("by") ?? TimelinessBy.Unit;
                query.ThrowOnFaults();
                var read = await ReadQuery.ReadAsync(http, visibility, time);
                return Pages.Answer(http, await queries.CountAsync(filter, by, read.At, read.On, read.Page, http.RequestAborted));
            })
            .Needs(Right.ReadBoards)
            .TakesKnowledgeAndPages([.. Filters, "by"])
            .WithSummary("报送情况 / Timeliness");
        routes
            .MapGet("/timeliness/reports", async (HttpContext http, TimelinessQueries queries, Visibility visibility, LedgerTime time) =>
            {
                var query = new QueryReading(http);
                var filter = FilterOf(http, query);
                var timeliness = query.Word<Timeliness>("timeliness");
                query.ThrowOnFaults();
                var read = await ReadQuery.ReadAsync(http, visibility, time);
                return Pages.Answer(http, await queries.ListAsync(filter, timeliness, read.At, read.On, read.Page, http.RequestAborted));
            })
            .Needs(Right.ReadBoards)
            .TakesKnowledgeAndPages([.. Filters, "timeliness"])
            .WithSummary("应报清单 / Reports owed, one by one");
    }

    private static TimelinessFilter FilterOf(HttpContext http, QueryReading query) => new(
        query.Text("plan"), query.Text("section"), ReadRights.UnitsOf(http, query.Text("unit")), query.Text("group"), query.Day("from"), query.Day("to"));
}
