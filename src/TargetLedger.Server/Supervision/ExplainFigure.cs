using TargetLedger.Boards;
using TargetLedger.Domain.Compliance;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Supervision;

/// <summary>数字来历: a figure of a board down to the reports it is made of, and whether they add up.</summary>
internal static class ExplainFigureEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/commitments/{commitment}/explanation", async (
            HttpContext http, string commitment, WarningQueries figures, ReadRights rights, Visibility visibility, LedgerTime time) =>
        {
            var stream = RouteNames.CommitmentStream(commitment);
            var query = new QueryReading(http);
            var figure = query.Word<RowFigure>("figure") ?? RowFigure.Counted;
            query.ThrowOnFaults();
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            await rights.RequireCommitmentAsync(http, stream);
            var caller = http.Caller();
            return await figures.ExplainFigureAsync(
                stream, figure, query.Text("member"), Rights.SeesAllUnits(caller) ? null : caller.Units, read.At, read.On, http.RequestAborted)
                ?? throw new ProblemException(ProblemKind.NotFound);
        })
        .Needs(Right.ReadBoards)
        .TakesKnowledge("figure", "member")
        .WithSummary("数字来历 / Explain a figure");
}
