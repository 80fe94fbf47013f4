using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.JointLeads;

namespace TargetLedger.Domain.Supervision;

/// <summary>The claim is turned down; the commitment goes on.</summary>
public sealed record RejectCompletion(string Reason)
{
    public static Decision Decide(Commitment commitment, RejectCompletion command)
        => commitment.Joint is not null
            ? Decision.No(JointRefusals.AcceptBySide)
            : commitment.Claim is null
            ? Decision.No(CompletionRefusals.NoClaim)
            : Decision.Of(new CompletionRejected(command.Reason));
}
