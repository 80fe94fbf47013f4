using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.Periods;

namespace TargetLedger.Domain.Reporting;

/// <summary>撤回: the unit takes a report back; its period may then be reported anew.</summary>
public sealed record WithdrawProgress(Guid Report, string Reason)
{
    public static Decision Decide(Commitment commitment, WithdrawProgress command, ReportingSchedule schedule, Moment at)
    {
        if (commitment.FindReport(command.Report) is not { } report)
            return Decision.No(CommitmentRefusals.NoSuchReport);
        if (report.CountedFrom is not null)
            return Decision.No(CountedElsewhere.CountedHere(report));
        if (report.Status == ReportStatus.Withdrawn)
            return Decision.Done;
        if (CommitmentRefusals.UnlessRunning(commitment) is { } stopped)
            return Decision.No(stopped);
        if (report.Status != ReportStatus.Returned && PeriodLock.Find(commitment, report.Unit, report.Period, report.Nodes, schedule, at.Day, report.Id) is { } locked)
            return Decision.No(PeriodLock.Withdrawn(locked));

        return Decision.Of(new ProgressWithdrawn(command.Report, command.Reason));
    }
}
