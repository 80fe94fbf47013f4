using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Planning;

/// <summary>恢复.</summary>
public sealed record ResumeCommitment(DateOnly On, string Reason, string Authority)
{
    public static Decision Decide(Commitment commitment, ResumeCommitment command, Moment at) => commitment.Standing switch
    {
        Standing.Active => Decision.Done,
        Standing.Suspended when command.On < commitment.Spells[^1].From
            => Decision.No(new Refusal("dates_reversed", "恢复日期早于暂停日期", "it cannot resume before it was suspended", "/on")),
        Standing.Suspended when command.On > at.Day => Decision.No(CommitmentRefusals.InFuture("/on")),
        Standing.Suspended => Decision.Of(new CommitmentResumed(command.On, command.Reason, command.Authority)),
        _ => Decision.No(CommitmentRefusals.UnlessRunning(commitment)!),
    };
}
