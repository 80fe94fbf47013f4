using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Planning;

/// <summary>目标分解: who of a group reaches how much, and how it sums up. A surplus over the target is accepted and shown.</summary>
public sealed record ApportionTarget(Apportionment Apportionment)
{
    public static Decision Decide(Commitment commitment, ApportionTarget command, UnitDirectory directory, Moment at)
    {
        if (CommitmentRefusals.UnlessRunning(commitment) is { } stopped)
            return Decision.No(stopped);
        if (!directory.Groups.ContainsKey(command.Apportionment.Group))
            return Decision.No(new Refusal("group_unknown", $"没有单位组 {command.Apportionment.Group}", $"there is no group {command.Apportionment.Group}", "/group"));

        var members = directory.MembersOn(command.Apportionment.Group, at.Day);
        Refusal[] refusals = [.. TargetRules.Check(command.Apportionment, commitment.Measure, commitment.TargetOn(at.Day), members).AsRefusals("")];
        if (refusals.Length > 0)
            return Decision.No(refusals);

        return Same(commitment.Apportionment, command.Apportionment)
            ? Decision.Done
            : Decision.Of(new TargetApportioned(command.Apportionment));
    }

    private static bool Same(Apportionment? current, Apportionment wanted)
        => current is not null
           && current.Way == wanted.Way
           && current.Group == wanted.Group
           && current.OwnShare == wanted.OwnShare
           && current.Quotas.SequenceEqual(wanted.Quotas);
}
