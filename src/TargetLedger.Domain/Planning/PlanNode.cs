using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Planning;

/// <summary>A node is added to the commitment, or an unreached one is planned anew.</summary>
/// <param name="Reason">Why; needed, as for a deadline, where a date is moved that has passed.</param>
/// <param name="Authority">By whose leave: the document's number; needed there too.</param>
public sealed record PlanNode(Node Node, string? Reason = null, string? Authority = null)
{
    public static Decision Decide(Commitment commitment, PlanNode command, Moment at)
    {
        if (CommitmentRefusals.UnlessRunning(commitment) is { } stopped)
            return Decision.No(stopped);

        var known = commitment.Nodes.Find(n => n.Node.Id == command.Node.Id);
        if (known?.Node == command.Node)
            return Decision.Done;

        var refusals = new List<Refusal>();
        if (known?.ConfirmedOn is not null)
            refusals.Add(new("node_reached", "节点已确认完成,不能再调整", "the node is confirmed as reached", "/node/id"));
        else if (known is not null && known.Node.Planned < at.Day && known.Node.Planned != command.Node.Planned)
            refusals.AddRange(Unexplained(command).Select(member => DatePassed(known.Node, member)));
        var period = commitment.PeriodOn(command.Node.Planned);
        if (!period.Contains(command.Node.Planned))
            refusals.Add(CommitmentRefusals.NotInPeriod("/node/planned", period));
        if (command.Node.Weight <= 0)
            refusals.Add(new("value_not_positive", "权重应大于 0", "a weight must be above zero", "/node/weight"));
        return refusals.Count > 0 ? Decision.No(refusals) : Decision.Of(new NodePlanned(command.Node, command.Reason, command.Authority));
    }

    private static IEnumerable<string> Unexplained(PlanNode command)
    {
        if (string.IsNullOrWhiteSpace(command.Reason))
            yield return "/reason";
        if (string.IsNullOrWhiteSpace(command.Authority))
            yield return "/authority";
    }

    private static Refusal DatePassed(Node node, string member) => new(
        "node_date_passed",
        $"节点的计划日期 {node.Planned:yyyy-MM-dd} 已过,改期须写明原因和依据文号",
        $"the node's planned date {node.Planned:yyyy-MM-dd} has passed: moving it takes a reason and an authority",
        member);
}
