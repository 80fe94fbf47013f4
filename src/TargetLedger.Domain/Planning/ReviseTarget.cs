using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Planning;

/// <summary>目标调整: earlier days keep the earlier target.</summary>
public sealed record ReviseTarget(Target Target, DateOnly EffectiveFrom, string Reason, string Authority)
{
    public static Decision Decide(Commitment commitment, ReviseTarget command, decimal approxTolerancePercent)
    {
        if (CommitmentRefusals.UnlessRunning(commitment) is { } stopped)
            return Decision.No(stopped);
        if (commitment.Measure is null)
            return Decision.No(new Refusal("figure_not_expected", "该事项没有量化指标", "the commitment has no measure", "/target"));

        List<Refusal> refusals = [.. TargetRules.Check(command.Target).AsRefusals("/target"), .. EffectiveDates.Check(commitment, command.EffectiveFrom)];
        if (refusals.Count > 0)
            return Decision.No(refusals);

        return commitment.Targets.Holds(command.EffectiveFrom, t => Satisfies(t, command.Target))
            ? Decision.Done
            : Decision.Of(new TargetRevised(TargetRules.Freeze(command.Target, approxTolerancePercent), command.EffectiveFrom, command.Reason, command.Authority));
    }

    /// <summary>A tolerance that was left open is frozen already; sending the same words again does not thaw it.</summary>
    private static bool Satisfies(Target current, Target wanted)
        => current == wanted || (wanted.TolerancePercent is null && current with { TolerancePercent = null } == wanted);
}
