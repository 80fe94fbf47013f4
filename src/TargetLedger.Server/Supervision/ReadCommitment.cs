using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Supervision;

/// <summary>责任事项: all that is known of one commitment, its light and its curve.</summary>
internal static class ReadCommitmentEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/commitments/{commitment}", async (HttpContext http, string commitment, BoardQueries boards, ReadRights rights, Visibility visibility, LedgerTime time) =>
        {
            var stream = RouteNames.CommitmentStream(commitment);
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            await rights.RequireCommitmentAsync(http, stream);
            var page = await boards.CommitmentAsync(stream, read.At, read.On, http.RequestAborted) ?? throw new ProblemException(ProblemKind.NotFound);
            http.Response.Headers.ETag = EntityTags.Of(page.Version);
            return page;
        })
        .Needs(Right.ReadBoards)
        .TakesKnowledge()
        .WithSummary("责任事项 / A commitment");
}
