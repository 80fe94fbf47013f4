using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.JointLeads;

namespace TargetLedger.Domain.Supervision;

/// <summary>销号: the claim is accepted. Whoever accepts answers for it (谁验收谁负责).</summary>
public sealed record AcceptCompletion(string? Comment = null)
{
    public static Decision Decide(Commitment commitment, AcceptCompletion command) => commitment switch
    {
        { Standing: Standing.ClosedOut } => Decision.Done,
        _ when CommitmentRefusals.UnlessRunning(commitment) is { } stopped => Decision.No(stopped),
        { Joint: not null } => Decision.No(JointRefusals.AcceptBySide),
        { Claim: { } claim } => Decision.Of(new CompletionAccepted(claim.CompletedOn, command.Comment)),
        _ => Decision.No(CompletionRefusals.NoClaim),
    };
}

internal static class CompletionRefusals
{
    public static Refusal NoClaim { get; } = new("claim_missing", "没有待办的销号申请", "there is no pending claim");
}
