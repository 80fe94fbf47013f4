using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Supervision;

/// <summary>灯的依据: why a commitment shows its light: rule, version, figures, records.</summary>
internal static class ExplainLightEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/commitments/{commitment}/light", async (HttpContext http, string commitment, BoardQueries boards, ReadRights rights, Visibility visibility, LedgerTime time) =>
        {
            var stream = RouteNames.CommitmentStream(commitment);
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            await rights.RequireCommitmentAsync(http, stream);
            return await boards.ExplainAsync(stream, read.At, read.On, http.RequestAborted) ?? throw new ProblemException(ProblemKind.NotFound);
        })
        .Needs(Right.ReadBoards)
        .TakesKnowledge()
        .WithSummary("灯的依据 / Why a light shows");
}
