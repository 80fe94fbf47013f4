using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;

namespace TargetLedger.Domain.Supervision;

/// <summary>
/// Gathers warnings over any number of commitments, some at a time and in any order: what one commitment shows by itself, and
/// what only shows when reports are laid side by side. What comes out is a function of what went in, not of its order.
/// </summary>
/// <param name="on">Only data in by this day is looked at.</param>
public sealed class WarningSigns(DateOnly on)
{
    private readonly List<Warning> found = [];
    private readonly Dictionary<string, List<WarnedReport>> byEvidence = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ReportOfClass>> byRoster = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, DateOnly Date, string Place), List<ReportOfClass>> byPlace = [];
    private readonly Dictionary<string, List<WarnedReport>?> roundByUnit = new(StringComparer.Ordinal);

    public void Add(Commitment commitment, ReportingSchedule schedule)
    {
        found.AddRange(SeriesWarnings.Of(commitment, on, schedule));
        foreach (var report in WarningTraces.LookedAt(commitment, on))
        {
            var named = WarnedReports.One(commitment, report);
            foreach (var hash in report.Evidence.Select(e => e.Sha256).Distinct(StringComparer.Ordinal))
                Put(byEvidence, hash, named);
            foreach (var one in report.Classes ?? [])
            {
                var told = new ReportOfClass(named with { People = one.Count }, one, report.Status == ReportStatus.Verified);
                if (one.RosterSha256 is { } roster)
                    Put(byRoster, roster, told);
                Put(byPlace, (one.Name, one.Date, one.Place), told);
            }

            AddAmount(report, named, schedule);
        }
    }

    /// <summary>By kind, then by the latest report each rests on.</summary>
    /// <param name="terms">Of the day: how many amounts make a habit.</param>
    public IReadOnlyList<Warning> ToList(WarningTerms terms) =>
    [
        .. found
            .Concat(byEvidence.Where(e => e.Value.Count > 1).Select(e => Evidence(e.Key, e.Value)))
            .Concat(Classes())
            .Concat(roundByUnit.Values.OfType<List<WarnedReport>>().Where(r => r.Count >= terms.RoundAfterReports).Select(Round))
            .Select(w => w with { Reports = [.. w.Reports.OrderBy(r => r.Position)] })
            .OrderBy(w => w.Kind)
            .ThenBy(w => w.Reports[^1].Position)
            .ThenBy(w => w.Reports[0].Position)
            .ThenBy(w => w.Zh, StringComparer.Ordinal),
    ];

    private static void Put<TKey, TValue>(Dictionary<TKey, List<TValue>> into, TKey key, TValue value)
        where TKey : notnull
    {
        if (into.TryGetValue(key, out var known))
            known.Add(value);
        else
            into.Add(key, [value]);
    }

    private void AddAmount(Report report, WarnedReport named, ReportingSchedule schedule)
    {
        if (report.Amount is not > 0)
            return;
        if (!roundByUnit.TryGetValue(report.Unit, out var round))
            roundByUnit.Add(report.Unit, round = []);
        if (round is null)
            return;
        // One amount that is not round, and what the unit reported need not be kept in mind.
        if (WarningTraces.IsRound(report, schedule))
            round.Add(named);
        else
            roundByUnit[report.Unit] = null;
    }

    private static Warning Evidence(string hash, List<WarnedReport> reports) => new(
        WarningKind.SameEvidence,
        $"同一证明材料({hash[..8]}…)用于 {reports.Count} 份填报",
        $"the same evidence ({hash[..8]}…) supports {reports.Count} reports",
        reports,
        EvidenceSha256: hash);

    /// <summary>A class is met by its roster and by its name, day and place; two reports that meet both ways are warned of once.</summary>
    private IEnumerable<Warning> Classes()
        => byRoster.Values.Concat(byPlace.Values)
            .Where(same => same.Select(s => s.Report.Unit).Distinct(StringComparer.Ordinal).Skip(1).Any())
            .Select(same => (
                same.MinBy(s => s.Report.Position)!.Class,
                Reports: same.Select(s => s.Report).Distinct().OrderBy(r => r.Position).ToList(),
                CountedIn: same.Where(s => s.Verified).Min(s => (long?)s.Report.Position)))
            .OrderBy(same => same.Class.Name, StringComparer.Ordinal)
            .ThenBy(same => same.Class.Date)
            .DistinctBy(same => (string.Join(',', same.Reports.Select(r => r.Report)), same.Class.Name, same.Class.Date))
            .Select(same => new Warning(
                WarningKind.SameClass,
                $"同一班次“{same.Class.Name}”({same.Class.Date:yyyy-MM-dd},{same.Class.Place},{same.Class.Count} 人)由 {same.Reports.DistinctBy(r => r.Unit).Count()} 个单位填报",
                $"the class \"{same.Class.Name}\" ({same.Class.Date:yyyy-MM-dd}, {same.Class.Place}, {same.Class.Count} people) is reported by {same.Reports.DistinctBy(r => r.Unit).Count()} units",
                same.Reports,
                new(same.Class.Name, same.Class.Date, same.Class.Place, same.CountedIn)));

    private static Warning Round(List<WarnedReport> reports) => new(
        WarningKind.RoundNumbers,
        $"{reports.Count} 次填报的数字全是凑整的",
        $"all {reports.Count} amounts are round",
        reports);

    private sealed record ReportOfClass(WarnedReport Report, ReportedClass Class, bool Verified);
}
