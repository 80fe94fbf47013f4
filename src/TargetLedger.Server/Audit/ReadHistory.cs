using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Audit;

/// <summary>沿革: every event of a commitment, in the order it was recorded.</summary>
internal static class ReadHistoryEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/commitments/{commitment}/history", async (HttpContext http, string commitment, BoardQueries boards, ReadRights rights, Visibility visibility, LedgerTime time) =>
        {
            var stream = RouteNames.CommitmentStream(commitment);
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            await rights.RequireCommitmentAsync(http, stream);
            var history = await boards.HistoryAsync(stream, read.At, read.Page, http.RequestAborted) ?? throw new ProblemException(ProblemKind.NotFound);
            return Pages.Answer(http, history);
        })
        .Needs(Right.ReadBoards)
        .Takes("at", "after", "limit", "cursor")
        .WithSummary("沿革 / History of a commitment");
}
