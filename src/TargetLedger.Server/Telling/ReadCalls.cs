using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Telling;

/// <summary>催报记录: the calls made to a unit. The unit sees them, and supervisors.</summary>
internal static class ReadCallsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/units/{unit}/calls", async (HttpContext http, string unit, InboxQueries queries, Visibility visibility, LedgerTime time) =>
        {
            if (!Rights.MayReadContacts(http.Caller(), unit))
                throw new ProblemException(ProblemKind.Forbidden);
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            return await queries.CallsAsync(unit, read.At, http.RequestAborted) ?? throw new ProblemException(ProblemKind.NotFound);
        })
        .Needs(Right.ReadInbox)
        .Takes("at", "after")
        .WithSummary("催报记录 / Calls made to a unit");
}
