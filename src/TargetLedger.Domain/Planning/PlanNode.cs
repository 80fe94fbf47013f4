using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Planning;

/// <summary>A node is added to the commitment, or an unreached one is planned anew.</summary>
public sealed record PlanNode(Node Node)
{
    public static Decision Decide(Commitment commitment, PlanNode command)
    {
        if (CommitmentRefusals.UnlessRunning(commitment) is { } stopped)
            return Decision.No(stopped);

        var known = commitment.Nodes.Find(n => n.Node.Id == command.Node.Id);
        if (known?.Node == command.Node)
            return Decision.Done;

        var refusals = new List<Refusal>();
        if (known?.ConfirmedOn is not null)
            refusals.Add(new("node_reached", "节点已确认完成,不能再调整", "the node is confirmed as reached", "/node/id"));
        var period = commitment.PeriodOn(command.Node.Planned);
        if (!period.Contains(command.Node.Planned))
            refusals.Add(CommitmentRefusals.NotInPeriod("/node/planned", period));
        if (command.Node.Weight <= 0)
            refusals.Add(new("value_not_positive", "权重应大于 0", "a weight must be above zero", "/node/weight"));
        return refusals.Count > 0 ? Decision.No(refusals) : Decision.Of(new NodePlanned(command.Node));
    }
}
