using System.Globalization;
using System.Text.Json;
using TargetLedger.Boards;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Cli;

/// <summary>A figure on a board and the events it was made of.</summary>
/// <param name="Position">The state of knowledge the figure is true of.</param>
/// <param name="Parts">What the counted figure is the sum of: members, sides, reports counted from elsewhere, down to positions.</param>
/// <param name="Events">
/// The reports the row names as its basis and those its running total came by, each with what happened to it up to that position.
/// </param>
internal sealed record FigureTrace(DateOnly On, long Position, BoardRow Row, IReadOnlyList<FigurePart> Parts, IReadOnlyList<HistoryEvent> Events)
{
    public static async Task<FigureTrace> OfAsync(
        IBoardSource boards, string commitment, CommitmentPage page, CancellationToken cancellationToken)
    {
        var answer = await boards.HistoryAsync(commitment, page.Position.ToString(CultureInfo.InvariantCulture), cancellationToken);
        var history = JsonSerializer.Deserialize<CommitmentHistory>(answer.Span, AnswerJson.Options)!;
        HashSet<long> positions = [.. page.Row.Basis, .. page.Curve.Select(point => point.Position)];
        var reports = history.Events.Where(e => positions.Contains(e.Position)).Select(ReportOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new(
            page.On,
            page.Position,
            page.Row,
            page.Parts,
            [.. history.Events.Where(e => positions.Contains(e.Position) || (ReportOf(e) is { } report && reports.Contains(report)))]);
    }

    private static string? ReportOf(HistoryEvent recorded) =>
        recorded.Data is JsonElement data && data.TryGetProperty("report", out var report) ? report.GetString() : null;
}
