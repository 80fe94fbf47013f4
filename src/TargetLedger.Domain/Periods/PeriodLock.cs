using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Periods;

/// <summary>锁定: some working days after its due date a period takes no report and no change any more, except by leave.</summary>
internal static class PeriodLock
{
    /// <summary>The first period a report touches that is locked to its unit on a day; null where it may report.</summary>
    /// <param name="says">What it says of nodes, of a report to be changed also what it has said.</param>
    /// <param name="known">The report to be changed; null for a new one.</param>
    public static (DateOnly Cutoff, DateOnly LockedAfter)? Find(
        Commitment commitment, string unit, Period reported, IReadOnlyList<NodeStatement> says, ReportingSchedule schedule, DateOnly today, Guid? known = null)
    {
        var cadence = commitment.CadenceOf(unit, reported.End);
        foreach (var period in Ended(commitment, reported, cadence, today))
        {
            if (schedule.DeadlineOf(cadence, period.Cutoff) is { LockedAfter: { } after }
                && today > after
                && (Touches(reported, period) || AnswersByNode(commitment, unit, period, says, known))
                && LeaveOf(commitment, unit, period.Cutoff, today) is null)
            {
                return (period.Cutoff, after);
            }
        }

        return null;
    }

    /// <summary>What has not ended is not locked. By node a report may answer for any; else its last day says which it is in.</summary>
    private static IEnumerable<ReportingPeriod> Ended(Commitment commitment, Period reported, Cadence cadence, DateOnly today)
    {
        var last = cadence == Cadence.ByNode ? today : ReportingPeriods.SpanEnd(reported.End, cadence);
        return ReportingPeriods.Within(commitment, new(cadence == Cadence.ByNode ? DateOnly.MinValue : reported.Start, last < today ? last : today), cadence);
    }

    /// <summary>A report of part of a period does not answer for it, but says how things stood in it, and stands in the way of one that does.</summary>
    private static bool Touches(Period reported, ReportingPeriod period) => period.IsReportedBy(reported) || period.Period.Contains(reported.End);

    /// <summary>By node what says that it is reached answers, where nothing else did before.</summary>
    private static bool AnswersByNode(Commitment commitment, string unit, ReportingPeriod period, IReadOnlyList<NodeStatement> says, Guid? known)
        => says.Count > 0 && period.Nodes.Count > 0
           && period.Nodes.All(n => says.Any(s => s.Node == n && s.State == Progress.Completed))
           && (PeriodReports.Of(commitment).First(unit, period, r => r.Status != ReportStatus.Withdrawn) is not { } first || first.Id == known);

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
