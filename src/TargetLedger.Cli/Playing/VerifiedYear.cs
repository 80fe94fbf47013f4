using System.Globalization;
using System.Text.Json;
using TargetLedger.Boards;
using TargetLedger.Documents.YearScripts;

namespace TargetLedger.Cli;

/// <summary>What verification left behind in a year that was played.</summary>
internal static class VerifiedYear
{
    public static async Task<int> SampledAsync(LedgerClient supervisor, CancellationToken cancellationToken)
        => JsonSerializer.Deserialize<SampleList>((await supervisor.GetAsync("samples?limit=1", cancellationToken)).Body.Span, AnswerJson.Options)!.Reports;

    /// <summary>On the day of the last board, as known at its moment.</summary>
    public static async Task<int> WarningsAsync(LedgerClient supervisor, IReadOnlyList<BoardMoment> moments, CancellationToken cancellationToken)
    {
        if (moments.Count == 0)
            return 0;
        var (on, at) = (moments[^1].On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), moments[^1].At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        var answer = await supervisor.GetAsync($"warnings?on={on}&at={Uri.EscapeDataString(at)}&limit=1", cancellationToken);
        var counts = JsonSerializer.Deserialize<WarningList>(answer.Body.Span, AnswerJson.Options)!.Counts;
        return counts.Jump + counts.LastReport + counts.FallingTotal + counts.SameEvidence + counts.SameClass + counts.RoundNumbers;
    }
}
