using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Telling;

/// <summary>催报清单: who has not reported for a period, whom to phone, and what was answered before. A lead has one of its members.</summary>
internal static class ReadCallListEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/call-list", async (HttpContext http, CallListQueries queries, Visibility visibility, LedgerTime time) =>
        {
            var query = new QueryReading(http);
            var (from, to) = (query.Day("from"), query.Day("to"));
            query.ThrowOnFaults();
            var filter = new TimelinessFilter(query.Text("plan"), query.Text("section"), ReadRights.UnitsOf(http, query.Text("unit")), query.Text("group"), from, to);
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            return Pages.Answer(http, await queries.ListAsync(filter, read.At, read.On, read.Page, http.RequestAborted));
        })
            .Needs(Right.Supervise)
            .TakesKnowledgeAndPages("plan", "section", "unit", "group", "from", "to")
            .WithSummary("催报清单 / Whom to phone");
        routes.MapGet("/units/{unit}/call-list", async (HttpContext http, string unit, CallListQueries queries, Visibility visibility, LedgerTime time) =>
        {
            if (!http.Caller().ActsFor(unit))
                throw new ProblemException(ProblemKind.Forbidden);
            var query = new QueryReading(http);
            var (from, to) = (query.Day("from"), query.Day("to"));
            query.ThrowOnFaults();
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            var filter = new TimelinessFilter(query.Text("plan"), query.Text("section"), From: from, To: to);
            return Pages.Answer(
                http,
                await queries.OfLeadAsync(unit, filter, read.At, read.On, read.Page, http.RequestAborted) ?? throw new ProblemException(ProblemKind.NotFound));
        })
            .Needs(Right.Report)
            .TakesKnowledgeAndPages("plan", "section", "from", "to")
            .WithSummary("牵头催报清单 / Which members to phone");
    }
}
