using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Planning;

/// <summary>责任调整: from a day on other units answer; what was reported stays with who reported it.</summary>
public sealed record ReassignResponsibility(
    IReadOnlyList<Responsibility> Responsible,
    DateOnly EffectiveFrom,
    string Reason,
    string Authority)
{
    public static Decision Decide(Commitment commitment, ReassignResponsibility command, UnitDirectory directory)
    {
        if (CommitmentRefusals.UnlessRunning(commitment) is { } stopped)
            return Decision.No(stopped);

        List<Refusal> refusals =
        [
            .. ResponsibilityRules.Check(command.Responsible, directory).AsRefusals("/responsible"),
            .. EffectiveDates.Check(commitment, command.EffectiveFrom),
        ];
        if (refusals.Count > 0)
            return Decision.No(refusals);

        return commitment.ResponsibleOn(command.EffectiveFrom).SequenceEqual(command.Responsible)
            ? Decision.Done
            : Decision.Of(new ResponsibilityReassigned(command.Responsible, command.EffectiveFrom, command.Reason, command.Authority));
    }
}
