using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Supervision;

/// <summary>预测: where a commitment's quantities would stand at the end, with the basis of it.</summary>
internal static class ForecastCommitmentEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/commitments/{commitment}/forecast", async (HttpContext http, string commitment, BoardQueries boards, ReadRights rights, Visibility visibility, LedgerTime time) =>
        {
            var stream = RouteNames.CommitmentStream(commitment);
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            await rights.RequireCommitmentAsync(http, stream);
            return await boards.ForecastAsync(stream, read.At, read.On, http.RequestAborted) ?? throw new ProblemException(ProblemKind.NotFound);
        })
        .Needs(Right.ReadBoards)
        .TakesKnowledge()
        .WithSummary("预测 / Forecast");
}
