using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;

namespace TargetLedger.Domain.Supervision;

/// <summary>What one commitment's own reports show, series by series: jumps, dumps on the last day, totals that fall.</summary>
public static class SeriesWarnings
{
    /// <param name="on">Only data in by this day is looked at.</param>
    public static IEnumerable<Warning> Of(Commitment commitment, DateOnly on, ReportingSchedule schedule)
    {
        // A level may jump and fall; a running total does neither unseen.
        if (commitment.Measure is not { Kind: MeasureKind.Cumulative })
            yield break;

        foreach (var series in SeriesOf(commitment, on))
        {
            for (var i = 1; i < series.Count; i++)
            {
                // One made elsewhere is where this series goes on from; what it shows itself is said there.
                if (series[i].CountedFrom is not null)
                    continue;
                if (Falls(commitment, series[i - 1], series[i]) is { } fall)
                    yield return fall;
                if (Jumps(commitment, series, i, schedule) is { } jump)
                    yield return jump;
            }

            if (series[^1].CountedFrom is null && LastReport(commitment, series, on, schedule) is { } last)
                yield return last;
        }
    }

    /// <summary>Reports that count, apart by who they follow on, each series by its periods.</summary>
    private static List<List<Report>> SeriesOf(Commitment commitment, DateOnly on)
    {
        var all = new List<List<Report>>();
        foreach (var report in commitment.Reports.Where(r => r.Counts && r.Total is not null && r.Through <= on).OrderBy(r => r.Period.End).ThenBy(r => r.Position))
        {
            if (all.Find(s => commitment.InSameSeries(s[0], report.Unit, report.Period)) is { } known)
                known.Add(report);
            else
                all.Add([report]);
        }

        return all;
    }

    private static Warning? Falls(Commitment commitment, Report before, Report report)
        => report.Total < before.Total
            ? new(
                WarningKind.FallingTotal,
                $"累计 {report.Total:0.####} 少于上期的 {before.Total:0.####}",
                $"the total of {report.Total:0.####} is less than the {before.Total:0.####} before it",
                WarnedReports.Of(commitment, before, report))
            : null;

    private static Warning? Jumps(Commitment commitment, List<Report> series, int index, ReportingSchedule schedule)
    {
        var report = series[index];
        if (report.Amount is not > 0)
            return null;
        var terms = schedule.VerificationOn(report.Period.End).Warnings;
        var before = series.Take(index).Where(r => r.Amount > 0).ToList();
        if (before.Count < terms.JumpAfterReports)
            return null;

        // By the month, or a report about three would look like one.
        var (usual, now) = (before.Sum(r => r.Amount!.Value) / before.Sum(r => r.Period.Days), report.Amount.Value / report.Period.Days);
        return now >= terms.JumpTimes * usual
            ? new(
                WarningKind.Jump,
                $"本期 {report.Amount:0.####} 是此前平均进度的 {now / usual:0.#} 倍",
                $"the amount of {report.Amount:0.####} is {now / usual:0.#} times the average speed before it",
                WarnedReports.Of(commitment, [.. before, report]))
            : null;
    }

    private static Warning? LastReport(Commitment commitment, List<Report> series, DateOnly on, ReportingSchedule schedule)
    {
        var last = series[^1];
        var period = commitment.PeriodOn(last.Period.End);
        if (series.Count < 2 || last.Period.End < period.End || on < period.End || last.Amount is not > 0 || last.Total is not > 0)
            return null;

        var share = 100 * last.Amount.Value / last.Total.Value;
        return share >= schedule.VerificationOn(last.Period.End).Warnings.LastReportPercent
            ? new(
                WarningKind.LastReport,
                $"累计 {last.Total:0.####} 中有 {last.Amount:0.####}({share:0.#}%)在期末最后一次填报",
                $"{last.Amount:0.####} of the total of {last.Total:0.####} ({share:0.#} %) came with the last report of the period",
                WarnedReports.Of(commitment, last))
            : null;
    }
}

internal static class WarnedReports
{
    public static WarnedReport One(Commitment commitment, Report report) => new(commitment.Id, report.Unit, report.Id, report.Position);

    public static IReadOnlyList<WarnedReport> Of(Commitment commitment, params IEnumerable<Report> reports) => [.. reports.Select(r => One(commitment, r))];
}
