using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Reporting;

/// <summary>
/// What has changed on a commitment since a reporting form was made of it, that whoever filled it in went by. That reports were
/// made, verified or returned since is no change of this kind.
/// </summary>
public static class FormChanges
{
    /// <param name="period">The one reported on; what counts is what holds at its end.</param>
    public static IEnumerable<Refusal> Between(Commitment then, Commitment now, Period period)
    {
        var (before, after) = (then.TargetOn(period.End), now.TargetOn(period.End));
        if (before != after)
        {
            yield return new(
                "target_changed",
                $"目标已由“{before?.AsWritten ?? "无"}”改为“{after?.AsWritten ?? "无"}”",
                $"the target was “{before?.AsWritten ?? "none"}” and is now “{after?.AsWritten ?? "none"}”");
        }

        if (!then.ResponsibleOn(period.End).SequenceEqual(now.ResponsibleOn(period.End)))
            yield return new("responsibility_changed", "责任单位已调整", "who answers for it has changed");
        if (Shared(then) != Shared(now))
            yield return new("apportionment_changed", "目标分解已调整", "how it is divided has changed");
        if (then.PeriodOn(period.End) != now.PeriodOn(period.End))
            yield return new("period_changed", "事项期限已调整", "the commitment's period has changed");
        if (!then.Nodes.Select(n => n.Node).SequenceEqual(now.Nodes.Select(n => n.Node)))
            yield return new("nodes_changed", "节点已调整", "the nodes have changed");

        (string? Group, SummingUp? Way) Shared(Commitment commitment)
            => commitment.DivisionOn(period.End) is { Terms: var terms } ? (terms.Group, terms.Way) : (null, null);
    }
}
