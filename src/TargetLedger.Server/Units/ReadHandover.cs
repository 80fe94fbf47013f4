using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>交接清单: open drafts and where each stands, what came back, what is due, when people change. The unit's own business.</summary>
internal static class ReadHandoverEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/units/{unit}/handover", async (HttpContext http, string unit, InboxQueries queries, Visibility visibility, LedgerTime time) =>
        {
            if (!Rights.MayTouchDraft(http.Caller(), unit))
                throw new ProblemException(ProblemKind.Forbidden);
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            return await queries.HandoverAsync(unit, read.At, read.On, http.RequestAborted) ?? throw new ProblemException(ProblemKind.NotFound);
        })
        .Needs(Right.Report)
        .TakesKnowledge()
        .WithSummary("交接清单 / Handover list");
}
