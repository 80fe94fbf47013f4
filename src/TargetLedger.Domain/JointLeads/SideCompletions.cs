using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.JointLeads;

/// <summary>Completion of a commitment with joint leads: every side claims, every side's office accepts.</summary>
public static class SideCompletions
{
    internal static Decision Claim(Commitment commitment, JointLead joint, ClaimCompletion command, UnitDirectory directory, Rules rules, Moment at)
    {
        if (commitment.SideOf(command.Unit, at.Day) is not { } side || joint.Find(side) is null)
            return Decision.No(new Refusal("not_the_lead", "销号由牵头单位申请", "only the lead claims completion", "/unit"));
        if (joint.CompletionOf(side) is { } before)
        {
            return before.AcceptedOn is not null ? Decision.No(new Refusal("side_accepted", "该方的销号申请已获受理", "this side's claim has been accepted"))
                : before.Claim.Unit == command.Unit && before.Claim.CompletedOn == command.CompletedOn ? Decision.Done
                : Decision.No(new Refusal("claim_pending", "已有销号申请在办", "a claim is already pending"));
        }

        var refusals = new List<Refusal>();
        if (command.CompletedOn > at.Day)
            refusals.Add(CommitmentRefusals.InFuture("/completedOn"));
        var period = commitment.PeriodOn(command.CompletedOn);
        if (command.CompletedOn < period.Start)
            refusals.Add(CommitmentRefusals.NotInPeriod("/completedOn", period));
        var judged = Judgement.Of(commitment, at.Day, rules, directory);
        if (!(judged.Totals.Sides.FirstOrDefault(s => s.Side == side)?.IsMet ?? judged.IsMet))
            refusals.Add(new("target_not_met", "已填报的数据或节点尚未达到目标", "what is reported does not fulfil the commitment yet"));
        return refusals.Count > 0
            ? Decision.No(refusals)
            : Decision.Of(new SideCompletionClaimed(side, command.Unit, command.CompletedOn, command.Statement, command.Evidence));
    }

    /// <summary>Where a report belongs to a side with an office of its own, only that office's supervisors judge it.</summary>
    /// <param name="actsFor">Codes of the units the supervisor acts for.</param>
    public static Refusal? UnlessTheOffice(Commitment commitment, Report report, IReadOnlyCollection<string> actsFor)
        => commitment.SideOf(report) is { } side && !actsFor.Contains(side.Office, StringComparer.Ordinal) ? JointRefusals.NotTheOffice(side) : null;
}

/// <summary>One side's claim is accepted by its office. Whoever accepts answers for it.</summary>
public sealed record AcceptSide(string Side, string? Comment = null)
{
    /// <param name="actsFor">Codes of the units the supervisor acts for.</param>
    public static Decision Decide(Commitment commitment, AcceptSide command, IReadOnlyCollection<string> actsFor)
    {
        if (commitment.Joint is not { } joint || joint.Find(command.Side) is not { } side)
            return Decision.No(JointRefusals.UnknownSide);
        if (!actsFor.Contains(side.Office, StringComparer.Ordinal))
            return Decision.No(JointRefusals.NotTheOffice(side));
        var completion = joint.CompletionOf(side.Name);
        if (completion?.AcceptedOn is not null)
            return Decision.Done;
        if (CommitmentRefusals.UnlessRunning(commitment) is { } stopped)
            return Decision.No(stopped);
        if (completion is null)
            return Decision.No(Supervision.CompletionRefusals.NoClaim);

        var accepted = new SideCompletionAccepted(side.Name, completion.Claim.CompletedOn, command.Comment);
        var others = joint.Sides.Where(s => s.Name != side.Name).Select(s => joint.CompletionOf(s.Name)).ToList();
        return others.TrueForAll(o => o?.AcceptedOn is not null)
            ? Decision.Of(accepted, new CompletionAccepted(others.Select(o => o!.Claim.CompletedOn).Append(accepted.CompletedOn).Max(), command.Comment))
            : Decision.Of(accepted);
    }
}

public sealed record RejectSide(string Side, string Reason)
{
    /// <param name="actsFor">Codes of the units the supervisor acts for.</param>
    public static Decision Decide(Commitment commitment, RejectSide command, IReadOnlyCollection<string> actsFor)
    {
        if (commitment.Joint is not { } joint || joint.Find(command.Side) is not { } side)
            return Decision.No(JointRefusals.UnknownSide);
        if (!actsFor.Contains(side.Office, StringComparer.Ordinal))
            return Decision.No(JointRefusals.NotTheOffice(side));
        return joint.CompletionOf(side.Name) is { AcceptedOn: null }
            ? Decision.Of(new SideCompletionRejected(side.Name, command.Reason))
            : Decision.No(Supervision.CompletionRefusals.NoClaim);
    }
}
