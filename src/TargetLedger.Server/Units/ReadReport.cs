using TargetLedger.Boards;
using TargetLedger.Domain.Commitments;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>一份填报, as it stands after its corrections, returns and verification.</summary>
internal static class ReadReportEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/commitments/{commitment}/reports/{report}", async (
            HttpContext http, string commitment, string report, BoardQueries boards, ReadRights rights, Visibility visibility, LedgerTime time) =>
        {
            var (stream, id) = (RouteNames.CommitmentStream(commitment), RouteNames.Id(report));
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            await rights.RequireCommitmentAsync(http, stream);
            var page = await boards.CommitmentAsync(stream, read.At, read.On, http.RequestAborted);
            return page?.Commitment.FindReport(id) is { } found
                ? new ReportAnswer(stream, page.Commitment.Number, page.Position, page.Version, found)
                : throw new ProblemException(ProblemKind.NotFound);
        })
        .Needs(Right.ReadBoards)
        .Takes("at", "after")
        .WithSummary("一份填报 / A report");
}

/// <param name="Version">The commitment's.</param>
internal sealed record ReportAnswer(string Commitment, string Number, long Position, long Version, Report Report);
