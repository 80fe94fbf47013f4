using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;

namespace TargetLedger.Domain.Supervision;

/// <summary>退回: the report stops counting until its unit corrects it.</summary>
public sealed record ReturnProgress(Guid Report, string Reason)
{
    public static Decision Decide(Commitment commitment, ReturnProgress command)
    {
        if (commitment.FindReport(command.Report) is not { } report)
            return Decision.No(CommitmentRefusals.NoSuchReport);
        if (report.CountedFrom is not null)
            return Decision.No(CountedElsewhere.CountedHere(report));

        return report.Status switch
        {
            ReportStatus.Returned => Decision.Done,
            ReportStatus.Withdrawn => Decision.No(CommitmentRefusals.ReportWithdrawn),
            _ when CommitmentRefusals.UnlessRunning(commitment) is { } stopped => Decision.No(stopped),
            _ => Decision.Of(new ProgressReturned(report.Id, command.Reason)),
        };
    }
}
