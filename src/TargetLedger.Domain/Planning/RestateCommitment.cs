using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Planning;

/// <summary>文字调整: a revised document words the item otherwise, or binds it otherwise (力争).</summary>
public sealed record RestateCommitment(string Title, Strength Strength, string Reason, string Authority)
{
    public static Decision Decide(Commitment commitment, RestateCommitment command)
    {
        if (CommitmentRefusals.UnlessRunning(commitment) is { } stopped)
            return Decision.No(stopped);
        return (commitment.Title, commitment.Strength) == (command.Title, command.Strength)
            ? Decision.Done
            : Decision.Of(new CommitmentRestated(command.Title, command.Strength, command.Reason, command.Authority));
    }
}
