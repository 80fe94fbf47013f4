using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Supervision;

/// <summary>A closed-out commitment is opened again from this day on.</summary>
public sealed record ReopenCommitment(string Reason)
{
    public static Decision Decide(Commitment commitment, ReopenCommitment command, Moment at)
        => commitment.Standing == Standing.ClosedOut
            ? Decision.Of(new CommitmentReopened(at.Day, command.Reason))
            : Decision.No(new Refusal("not_closed_out", "该事项没有销号", "the commitment is not closed out"));
}
