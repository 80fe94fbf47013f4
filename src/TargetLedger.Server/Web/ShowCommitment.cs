using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Web;

/// <summary>A commitment as a page: its light, its curve, and every record of it.</summary>
internal static class ShowCommitment
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/c/{commitment}", async (HttpContext http, string commitment, BoardQueries boards, ReadRights rights, Visibility visibility, LedgerTime time) =>
        {
            var stream = RouteNames.CommitmentStream(commitment);
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            await rights.RequireCommitmentAsync(http, stream);
            var page = await boards.CommitmentAsync(stream, read.At, read.On, http.RequestAborted) ?? throw new ProblemException(ProblemKind.NotFound);
            var known = new AsOf.AtPosition(page.Position);
            var history = await boards.HistoryAsync(stream, known, read.Page with { Limit = PageRequest.MaxLimit }, http.RequestAborted) ?? throw new ProblemException(ProblemKind.NotFound);
            var units = await boards.UnitsAsync(known, http.RequestAborted);
            var (why, forecast) = (await boards.ExplainAsync(stream, known, page.On, http.RequestAborted), await boards.ForecastAsync(stream, known, page.On, http.RequestAborted));
            return new RazorComponentResult<CommitmentView>(new
            {
                Page = page,
                History = history.Answer,
                Why = why!,
                Forecast = forecast!,
                Next = history.Next is { } cursor
                    ? PageAddress.Next(http, ("at", page.Position.ToString(CultureInfo.InvariantCulture)), ("on", Words.Day(page.On)), ("cursor", cursor))
                    : null,
                Names = UnitNames.Of(units),
                time.Zone,
            });
        })
        .TakesKnowledgeAndPages();
}
