using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Compliance;

/// <summary>The verdict on an item that lives by its nodes.</summary>
internal static class NodeVerdict
{
    public static (Verdict Verdict, bool IsMet, decimal? Completion, decimal? Pace) Of(
        NodeTerms terms, IReadOnlyList<NodeFigure> nodes, DateOnly? cutoff, DateOnly on, Rules rules)
    {
        if (nodes.Count == 0)
            return (new(Light.None, Status.Unknown, Reasons.NoNodes), false, null, null);

        var period = terms.Period;
        var completion = Share(nodes, n => n.ReachedOn is not null);
        var pace = cutoff is { } day ? Share(nodes, n => n.Node.Planned <= day) : (decimal?)null;
        var reached = nodes.Count(n => n.ReachedOn is not null);
        if (reached == nodes.Count)
            return (new(Light.Green, Status.Completed, Reasons.NodesReached(reached)), true, completion, pace);

        var verdict = Late(nodes, cutoff, on, rules).MaxBy(l => l.Days) switch
        {
            _ when on.DayNumber - period.End.DayNumber > rules.OverdueGraceDays => new(Light.Red, Status.Behind, Reasons.Overdue(period.End)),
            { } late => new(late.Days <= rules.NodeYellowDays ? Light.Yellow : Light.Red, Status.Behind, Reasons.NodeOverdue(late.Node, late.Days)),
            _ when cutoff is null => new(Light.None, Status.Unknown, Reasons.NoData),
            _ => new Verdict(Light.Green, Status.OnPace, Reasons.NodesOnTime(reached, nodes.Count)),
        };
        if (rules.LightBy == LightBy.TimeLeft && cutoff is { } known && LeftAt(terms, known, rules) is var left
            && LightBands.TimeLeft(left, rules) is var light && LightOrder.Of(light) > LightOrder.Of(verdict.Light))
        {
            verdict = new(light, verdict.Status, Reasons.NodesTimeLeft(reached, nodes.Count, left));
        }

        if (terms.Strength == Strength.Stretch && verdict.Light.IsWarning())
            verdict = new(Light.None, Status.Unknown, Reasons.Stretch);
        return (verdict, false, completion, pace);
    }

    private static decimal LeftAt(NodeTerms terms, DateOnly cutoff, Rules rules)
        => 100 - Pace.Percent(terms.Period, terms.PaceStart, cutoff, rules.PaceBy);

    /// <summary>
    /// A node is late once data of its date is in and does not show it, or once nobody has said anything for too long. That is
    /// counted from the cut-off of the period it falls in: nobody owes a report about it before.
    /// </summary>
    private static IEnumerable<LateNode> Late(IReadOnlyList<NodeFigure> nodes, DateOnly? cutoff, DateOnly on, Rules rules)
    {
        foreach (var (node, reachedOn, _, owed) in nodes)
        {
            if (reachedOn is not null)
                continue;
            if (node.Planned <= cutoff)
                yield return new(node, cutoff.Value.DayNumber - node.Planned.DayNumber);
            else if (on.DayNumber - owed.DayNumber > rules.NodeGraceDays)
                yield return new(node, on.DayNumber - node.Planned.DayNumber);
        }
    }

    private sealed record LateNode(Node Node, int Days);

    private static decimal Share(IReadOnlyList<NodeFigure> nodes, Func<NodeFigure, bool> counts)
        => 100 * nodes.Where(counts).Sum(n => n.Node.Weight ?? 1) / nodes.Sum(n => n.Node.Weight ?? 1);
}

/// <summary>What nodes are held against on a day, beside their own dates.</summary>
internal sealed record NodeTerms(Strength Strength, Period Period, DateOnly? PaceStart);

/// <summary>A node on a day.</summary>
/// <param name="ReachedOn">Null while it is not reached, by confirmation or, where reported figures count, by report.</param>
/// <param name="Cutoff">Of the reporting period its date falls in.</param>
public sealed record NodeFigure(Node Node, DateOnly? ReachedOn, bool Confirmed, DateOnly Cutoff)
{
    /// <summary>Until when silence about it is patience; null once it is reached.</summary>
    public DateOnly? PatienceUntil(Rules rules) => ReachedOn is null ? Cutoff.AddDays(rules.NodeGraceDays) : null;
}
