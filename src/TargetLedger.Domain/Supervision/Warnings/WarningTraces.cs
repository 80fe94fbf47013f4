using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;

namespace TargetLedger.Domain.Supervision;

/// <summary>
/// By what the reports of one commitment may give a warning, alone or beside those of others. Whoever keeps these of all commitments knows which
/// few have to be laid side by side: none else has a part in any of <see cref="WarningSigns"/>.
/// </summary>
/// <param name="Alone">It may give a warning by itself.</param>
/// <param name="Meeting">Evidence, rosters and classes, each once: with another commitment that has the same it may give a warning.</param>
/// <param name="Amounts">Unit by unit.</param>
public sealed record WarningTraces(bool Alone, IReadOnlyList<string> Meeting, IReadOnlyList<UnitAmounts> Amounts)
{
    /// <param name="on">Only data in by this day is looked at.</param>
    public static WarningTraces Of(Commitment commitment, DateOnly on, ReportingSchedule schedule)
    {
        var meeting = new HashSet<string>(StringComparer.Ordinal);
        var amounts = new Dictionary<string, UnitAmounts>(StringComparer.Ordinal);
        var alone = SeriesWarnings.Of(commitment, on, schedule).Any();
        foreach (var report in LookedAt(commitment, on))
        {
            foreach (var trace in TracesOf(report).Distinct(StringComparer.Ordinal))
                alone |= !meeting.Add(trace);
            if (report.Amount is > 0)
            {
                var before = amounts.GetValueOrDefault(report.Unit) ?? new(report.Unit, 0, 0);
                amounts[report.Unit] = before with { Amounts = before.Amounts + 1, Round = before.Round + (IsRound(report, schedule) ? 1 : 0) };
            }
        }

        return new(alone, [.. meeting], [.. amounts.Values]);
    }

    /// <summary>What only counts here is looked at where it was made; seen at both ends, one report would bear itself out.</summary>
    internal static IEnumerable<Report> LookedAt(Commitment commitment, DateOnly on)
        => commitment.Reports.Where(r => r is { Counts: true, CountedFrom: null } && r.Through <= on);

    internal static bool IsRound(Report report, ReportingSchedule schedule) => report.Amount % schedule.VerificationOn(report.Period.End).Warnings.RoundTo == 0;

    private static IEnumerable<string> TracesOf(Report report)
    {
        foreach (var evidence in report.Evidence)
            yield return evidence.Sha256;
        foreach (var one in report.Classes ?? [])
        {
            if (one.RosterSha256 is { } roster)
                yield return $"roster\n{roster}";
            yield return $"class\n{one.Name}\n{one.Date:O}\n{one.Place}";
        }
    }
}

/// <param name="Amounts">How many amounts above nothing it reported.</param>
/// <param name="Round">How many of these are round.</param>
public sealed record UnitAmounts(string Unit, int Amounts, int Round);
