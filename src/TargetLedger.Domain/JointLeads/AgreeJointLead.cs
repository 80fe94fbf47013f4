using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.JointLeads;

/// <summary>共同牵头约定.</summary>
/// <param name="Authority">By whose leave: the document's number.</param>
public sealed record AgreeJointLead(JointTarget Target, IReadOnlyList<Side> Sides, string Authority)
{
    public static Decision Decide(Commitment commitment, AgreeJointLead command, UnitDirectory directory, decimal approxTolerancePercent, Moment at)
    {
        if (CommitmentRefusals.UnlessRunning(commitment) is { } stopped)
            return Decision.No(stopped);
        if (!commitment.Divisions.IsEmpty)
            return Decision.No(JointRefusals.Divided);
        if (commitment.Links.Exists(l => l.Until is null))
            return Decision.No(new Refusal("joint_and_linked", "已关联计数的事项不能约定共同牵头", "a linked commitment cannot have joint leads"));

        if (commitment.Claim is not null)
            return Decision.No(new Refusal("claim_pending", "已有销号申请在办", "a claim is already pending"));

        var leads = commitment.ResponsibleOn(at.Day).Where(r => r.Role == Role.Lead).ToList();
        var refusals = new List<Refusal>();
        var names = command.Sides.Select(s => s.Name).ToList();
        if (names.Count < 2 || names.Distinct(StringComparer.Ordinal).Count() != names.Count
            || !names.Order(StringComparer.Ordinal).SequenceEqual(leads.Select(l => l.Side ?? "").Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            refusals.Add(new(
                "sides_do_not_match",
                "各方须与牵头单位注明的一方一一对应,至少两方",
                "the sides must be those the leads are named with, one each and two at least",
                "/sides"));
        }

        if (commitment.Joint?.Completions.IsEmpty == false)
            refusals.Add(new("side_has_claimed", "已有一方申请销号,不能再改约定", "a side has claimed completion; the terms stand"));
        if (command.Target == JointTarget.Together && commitment.Measure is { Sums: false })
            refusals.Add(new("measure_never_summed", "存量和百分比不能相加", "levels and percentages are never added up", "/target"));
        refusals.AddRange(command.Sides.SelectMany((s, i) => Check(commitment, command.Target, s, leads, directory).Select(r => r with { Member = $"/sides/{i}{r.Member}" })));
        if (refusals.Count > 0)
            return Decision.No(refusals);

        IReadOnlyList<Side> sides = [.. command.Sides.Select(s => s with { Target = s.Target is { } t ? TargetRules.Freeze(t, approxTolerancePercent) : null })];
        return commitment.Joint is { } joint && joint.Target == command.Target && joint.Sides.SequenceEqual(sides)
            ? Decision.Done
            : Decision.Of(new JointLeadAgreed(command.Target, sides, command.Authority));
    }

    private static IEnumerable<Refusal> Check(Commitment commitment, JointTarget target, Side side, IReadOnlyList<Responsibility> leads, UnitDirectory directory)
    {
        if (!directory.Units.ContainsKey(side.Office))
            yield return new("unit_unknown", $"没有单位 {side.Office}", $"there is no unit {side.Office}", "/office");
        if (leads.Any(l => l.Unit == side.Office))
            yield return new("office_leads", "牵头单位不能核验本事项", "a lead does not verify its own commitment", "/office");
        if (side.Target is null)
            yield break;
        if (target == JointTarget.Together || commitment.Measure is null)
            yield return new("side_target_not_expected", "合计目标或无量化指标时,各方没有单独的目标", "with a target together, or without a figure, a side has none of its own", "/target");
        foreach (var fault in TargetRules.Check(side.Target))
            yield return new(fault.Code, fault.Zh, fault.En, "/target" + fault.Pointer);
    }
}

internal static class JointRefusals
{
    public static Refusal Divided { get; } = new("joint_and_divided", "共同牵头与目标分解不能并用", "joint leads and a division do not go together");

    public static Refusal AcceptBySide { get; } = new("accepted_by_side", "共同牵头事项须由各方分别受理", "with joint leads each side's claim is accepted or rejected by itself");

    public static Refusal UnknownSide { get; } = new("side_unknown", "没有这一方", "there is no such side", "/side");

    public static Refusal NotTheOffice(Side side) => new(
        "not_the_sides_office", $"{side.Name}的填报和销号由 {side.Office} 核验", $"what {side.Name} reports and claims is for {side.Office} to verify");
}
