using TargetLedger.Boards;
using TargetLedger.Domain.Reporting;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>草稿: a unit's own open drafts for a commitment, and one of them.</summary>
internal static class ReadDraftsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/commitments/{commitment}/drafts", async (
                HttpContext http, string commitment, BoardQueries boards, ReadRights rights, Visibility visibility, LedgerTime time) =>
            {
                var stream = RouteNames.CommitmentStream(commitment);
                await ReadQuery.ReadAsync(http, visibility, time);
                await rights.RequireCommitmentAsync(http, stream);
                return await boards.DraftsAsync(stream, http.Caller().Units, http.RequestAborted);
            })
            .Needs(Right.Report)
            .Takes("after")
            .WithSummary("草稿 / Drafts of one's own");
        routes
            .MapGet("/drafts/{draft}", async (HttpContext http, string draft, StateCache states) =>
            {
                new QueryReading(http).ThrowOnFaults();
                var found = await new LedgerView(states, fresh: true).DraftAsync(RouteNames.Id(draft), http.RequestAborted);
                if (found is null || !Rights.MayTouchDraft(http.Caller(), found.Unit))
                    throw new ProblemException(ProblemKind.NotFound);
                http.Response.Headers.ETag = EntityTags.Of(found.Version);
                return found;
            })
            .Needs(Right.Report)
            .Takes()
            .Produces<ReportDraft>()
            .WithSummary("一份草稿 / A draft of one's own");
    }
}
