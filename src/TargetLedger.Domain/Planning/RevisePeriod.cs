using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;

namespace TargetLedger.Domain.Planning;

/// <summary>期限调整.</summary>
public sealed record RevisePeriod(Period Period, DateOnly EffectiveFrom, string Reason, string Authority)
{
    public static Decision Decide(Commitment commitment, RevisePeriod command)
    {
        if (CommitmentRefusals.UnlessRunning(commitment) is { } stopped)
            return Decision.No(stopped);

        List<Refusal> refusals = [.. EffectiveDates.Check(commitment, command.EffectiveFrom)];
        if (command.Period.End < command.Period.Start)
            refusals.Add(new("dates_reversed", "期限的结束早于开始", "the period ends before it starts", "/period/end"));
        else if (commitment.Reports.Exists(r => r.Status != ReportStatus.Withdrawn && !command.Period.Contains(r.Period)))
            refusals.Add(new("reports_outside_period", "已有填报超出新的期限", "reports already recorded would fall outside the new period", "/period"));
        if (commitment.Links.Exists(l => l.Until is null) && command.Period != commitment.PeriodOn(command.EffectiveFrom))
            refusals.Add(CountedElsewhere.EndLinkFirst("/period"));
        if (refusals.Count > 0)
            return Decision.No(refusals);

        return commitment.Periods.Holds(command.EffectiveFrom, p => p == command.Period)
            ? Decision.Done
            : Decision.Of(new PeriodRevised(command.Period, command.EffectiveFrom, command.Reason, command.Authority));
    }
}
