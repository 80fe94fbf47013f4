using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Periods;

/// <summary>
/// Which periods were missed and not recorded as such. It asks what was in at the end of the due date, not now, so that it
/// does not matter how late, how often or on how many nodes it is asked.
/// </summary>
public static class MissedPeriods
{
    public static Decision Decide(Commitment commitment, DateOnly today, ReportingSchedule schedule, UnitDirectory directory)
    {
        var missed = new List<object>();
        PeriodReports? reports = null;
        foreach (var (cadence, period) in DueReports.PeriodsOf(commitment, today))
        {
            var due = schedule.DeadlineOf(cadence, period.Cutoff).Due;
            if (due >= today || DueReports.IsOver(commitment, period.Period))
                continue;

            reports ??= PeriodReports.Of(commitment);
            foreach (var unit in DueReports.OwedBy(commitment, period.Cutoff, cadence, due, directory))
            {
                if (!commitment.Missed.Exists(m => m.Unit == unit && m.Period.End == period.Cutoff)
                    && reports.First(unit, period, r => WasIn(r, due)) is null
                    && DueReports.ExcuseOf(commitment, unit, period.Cutoff, due, due) is null)
                {
                    missed.Add(new ReportingPeriodMissed(unit, period.Period, due));
                }
            }
        }

        return missed.Count == 0 ? Decision.Done : new Decision.Record(missed);
    }

    /// <summary>Recorded by the due date and not taken back until it had passed.</summary>
    private static bool WasIn(Report report, DateOnly due)
        => report.ReportedOn <= due && (report.Status != ReportStatus.Withdrawn || report.ChangedOn > due);
}
