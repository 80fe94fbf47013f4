using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Periods;

/// <summary>
/// Which periods were missed and not recorded as such. It asks what was known at the end of the due date, not now: what was in, who
/// owed it and what excused him. So it does not matter how late, how often or on how many nodes it is asked, nor what was
/// recorded in between with effect back in time.
/// </summary>
public static class MissedPeriods
{
    public static Decision Decide(Commitment commitment, DateOnly today, ReportingSchedule schedule, UnitDirectory directory)
    {
        var missed = new List<object>();
        var before = DateOnly.MinValue;
        foreach (var (known, through) in commitment.DutiesInTurn())
        {
            missed.AddRange(Find(commitment, known, new(before, through < today ? through : today.AddDays(-1)), today, schedule, directory));
            before = through < DateOnly.MaxValue ? through.AddDays(1) : through;
        }

        return missed.Count == 0 ? Decision.Done : new Decision.Record(missed);
    }

    /// <param name="known">By what was known of duties on the due dates.</param>
    /// <param name="dueDates">Those to look at.</param>
    private static IEnumerable<ReportingPeriodMissed> Find(
        Commitment commitment, Commitment known, Period dueDates, DateOnly today, ReportingSchedule schedule, UnitDirectory directory)
    {
        PeriodReports? reports = null;
        foreach (var (cadence, period) in DueReports.PeriodsOf(known, today))
        {
            var due = schedule.DeadlineOf(cadence, period.Cutoff).Due;
            if (!dueDates.Contains(due) || DueReports.IsOver(known, period.Period, due))
                continue;

            reports ??= PeriodReports.Of(known);
            foreach (var unit in DueReports.OwedBy(known, period.Cutoff, directory, due).Where(u => known.CadenceOf(u, period.Cutoff) == cadence))
            {
                if (!commitment.Missed.Exists(m => m.Unit == unit && m.Period.End == period.Cutoff)
                    && reports.First(unit, period, r => WasIn(known, r, due)) is null
                    && DueReports.ExcuseOf(known, unit, period.Cutoff, due, due) is null)
                {
                    yield return new(unit, period.Period, due);
                }
            }
        }
    }

    /// <summary>Recorded, or come to count here, by the due date and not taken back until it had passed.</summary>
    private static bool WasIn(Commitment commitment, Report report, DateOnly due)
        => report.ReportedOn <= due
           && (report.Status != ReportStatus.Withdrawn || report.ChangedOn > due)
           && (report.CountedFrom is null
               || commitment.Links.Exists(l => l.End == LinkEnd.CountedFrom && l.Other == report.CountedFrom && l.From <= report.Period.Start && !(l.RecordedOn > due)));
}
