using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Periods;

/// <summary>锁定: some working days after its due date a period takes no report and no change any more, except by leave.</summary>
internal static class PeriodLock
{
    /// <summary>The first period a report of some days is about that is locked to a unit on a day; null where it may report.</summary>
    public static (DateOnly Cutoff, DateOnly LockedAfter)? Find(Commitment commitment, string unit, Period reported, ReportingSchedule schedule, DateOnly today)
    {
        var cadence = commitment.CadenceOf(unit, reported.End);
        foreach (var period in ReportingPeriods.Within(commitment, reported, cadence))
        {
            if (period.IsReportedBy(reported)
                && schedule.DeadlineOf(cadence, period.Cutoff) is { LockedAfter: { } after }
                && today > after
                && LeaveOf(commitment, unit, period.Cutoff, today) is null)
            {
                return (period.Cutoff, after);
            }
        }

        return null;
    }

    /// <summary>Leave that is open on a day.</summary>
    public static ReportingLeave? LeaveOf(Commitment commitment, string unit, DateOnly cutoff, DateOnly today)
        => commitment.Leaves.FindLast(l => l.Kind == LeaveKind.LateReport && l.IsFor(unit, cutoff) && today <= l.Until);

    public static Refusal Reported((DateOnly Cutoff, DateOnly LockedAfter) locked) => new(
        "period_locked",
        $"截至 {locked.Cutoff:yyyy-MM-dd} 的填报期已于 {locked.LockedAfter:yyyy-MM-dd} 后锁定,补报须经督查准予",
        $"the period up to {locked.Cutoff:yyyy-MM-dd} is locked since {locked.LockedAfter:yyyy-MM-dd}; a supervisor can give leave to report",
        "/period");

    public static Refusal Corrected((DateOnly Cutoff, DateOnly LockedAfter) locked) => new(
        "correction_after_lock",
        $"截至 {locked.Cutoff:yyyy-MM-dd} 的填报期已于 {locked.LockedAfter:yyyy-MM-dd} 后锁定,更正须经督查准予或退回",
        $"the period up to {locked.Cutoff:yyyy-MM-dd} is locked since {locked.LockedAfter:yyyy-MM-dd}; a supervisor can give leave or return the report");

    public static Refusal Withdrawn((DateOnly Cutoff, DateOnly LockedAfter) locked) => new(
        "withdrawal_after_lock",
        $"截至 {locked.Cutoff:yyyy-MM-dd} 的填报期已于 {locked.LockedAfter:yyyy-MM-dd} 后锁定,撤回须经督查准予",
        $"the period up to {locked.Cutoff:yyyy-MM-dd} is locked since {locked.LockedAfter:yyyy-MM-dd}; a supervisor can give leave to withdraw");
}
