using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Planning;

/// <summary>动态退出: the item leaves the list; its history stays.</summary>
public sealed record WithdrawCommitment(DateOnly On, string Reason, string Authority)
{
    public static Decision Decide(Commitment commitment, WithdrawCommitment command, Moment at)
    {
        if (commitment.Standing == Standing.Withdrawn)
            return Decision.Done;
        if (commitment.Standing == Standing.ClosedOut)
            return Decision.No(CommitmentRefusals.ClosedOut);

        Refusal[] refusals = [.. EffectiveDates.Check(commitment, command.On, "/on"), .. EffectiveDates.NotAhead(command.On, at, "/on")];
        return refusals.Length > 0
            ? Decision.No(refusals)
            : Decision.Of(new CommitmentWithdrawn(command.On, command.Reason, command.Authority));
    }
}
