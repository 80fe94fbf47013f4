using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Planning;

/// <summary>暂停: no light from this day until it runs again.</summary>
public sealed record SuspendCommitment(DateOnly From, string Reason, string Authority)
{
    public static Decision Decide(Commitment commitment, SuspendCommitment command, Moment at)
    {
        if (commitment.Standing == Standing.Suspended)
            return Decision.Done;
        if (CommitmentRefusals.UnlessRunning(commitment) is { } stopped)
            return Decision.No(stopped);

        Refusal[] refusals = [.. EffectiveDates.Check(commitment, command.From, "/from"), .. EffectiveDates.NotAhead(command.From, at, "/from")];
        return refusals.Length > 0
            ? Decision.No(refusals)
            : Decision.Of(new CommitmentSuspended(command.From, command.Reason, command.Authority));
    }
}
