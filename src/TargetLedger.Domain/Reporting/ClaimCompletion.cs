using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Reporting;

/// <summary>销号申请: a lead says that the commitment is fulfilled.</summary>
public sealed record ClaimCompletion(string Unit, DateOnly CompletedOn, string Statement, IReadOnlyList<Evidence>? Evidence = null)
{
    public static Decision Decide(Commitment commitment, ClaimCompletion command, UnitDirectory directory, Rules rules, Moment at)
    {
        if (CommitmentRefusals.UnlessRunning(commitment) is { } stopped)
            return Decision.No(stopped);
        if (commitment.Joint is { } joint)
            return SideCompletions.Claim(commitment, joint, command, directory, rules, at);
        if (commitment.Claim is { } claim)
        {
            return claim.Unit == command.Unit && claim.CompletedOn == command.CompletedOn
                ? Decision.Done
                : Decision.No(new Refusal("claim_pending", "已有销号申请在办", "a claim is already pending"));
        }

        var refusals = new List<Refusal>();
        if (!commitment.IsLead(command.Unit, at.Day))
            refusals.Add(new("not_the_lead", "销号由牵头单位申请", "only the lead claims completion", "/unit"));
        if (command.CompletedOn > at.Day)
            refusals.Add(CommitmentRefusals.InFuture("/completedOn"));
        var period = commitment.PeriodOn(command.CompletedOn);
        if (command.CompletedOn < period.Start)
            refusals.Add(CommitmentRefusals.NotInPeriod("/completedOn", period));
        if (!Judgement.Of(commitment, at.Day, rules, directory).IsMet)
            refusals.Add(new("target_not_met", "已填报的数据或节点尚未达到目标", "what is reported does not fulfil the commitment yet"));

        return refusals.Count > 0
            ? Decision.No(refusals)
            : Decision.Of(new CompletionClaimed(command.Unit, command.CompletedOn, command.Statement, command.Evidence));
    }
}
