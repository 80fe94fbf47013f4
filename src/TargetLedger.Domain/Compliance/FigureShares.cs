using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Compliance;

/// <summary>A figure of a commitment's row.</summary>
public enum RowFigure
{
    /// <summary>填报数.</summary>
    Reported,

    /// <summary>核验数.</summary>
    Verified,

    /// <summary>Whichever of the two the rules count.</summary>
    Counted,

    /// <summary>成员合计.</summary>
    MembersSum,

    /// <summary>本级.</summary>
    Own,

    /// <summary>The lead's whole less the members' sum.</summary>
    Difference,

    /// <summary>已完成节点: how many nodes are reached.</summary>
    NodesReached,
}

/// <summary>One report's share of a figure; of nodes the one that says, or was confirmed for, that a node is reached.</summary>
/// <param name="Report">The report it comes from.</param>
/// <param name="Value">What it adds; below nothing where it is taken off.</param>
/// <param name="Series">The reports it came by, of its unit or of those that led before it, by their periods; the last is <paramref name="Report"/>.</param>
/// <param name="Node">The node's id, where nodes are counted.</param>
public sealed record FigureShare(Report Report, decimal Value, IReadOnlyList<Report> Series, string? Node = null);

/// <summary>The reports a figure of a row is made of, so that the figure can be held against them.</summary>
public static class FigureShares
{
    /// <param name="member">A member's own figure; null for the commitment's.</param>
    public static IReadOnlyList<FigureShare> Of(Commitment commitment, RowFigure figure, string? member, DateOnly on, Rules rules, UnitDirectory directory)
    {
        if (figure == RowFigure.NodesReached)
            return member is null ? OfNodes(commitment, on, rules) : [];
        if (commitment.Measure is null)
            return [];

        var shown = figure switch
        {
            RowFigure.Reported => CountedAmount.Reported,
            RowFigure.Verified => CountedAmount.Verified,
            _ => rules.CountedAmount,
        };
        var totals = Totals.Of(commitment, on, new AmountShown(rules.CountedAmount, shown), directory);
        var parts = member is null
            ? PartsOf(totals, figure)
            : totals.Group?.Find(member) is { } own ? PartsOf(own.Below, own.Parts, figure) : [];
        return [.. parts.SelectMany(Leaves).Select(p => Share(commitment, p))];
    }

    private static IEnumerable<FigurePart> PartsOf(Totals totals, RowFigure figure) => (totals.Group?.Way, figure) switch
    {
        // No sum: what each member's or side's own figure comes from.
        (SummingUp.EachForItself, <= RowFigure.Counted) => totals.Group!.Members.SelectMany(m => m.Parts),
        (null, <= RowFigure.Counted) when totals is { Parts.Count: 0, Sides.Count: > 0 } => SidesOf(totals),
        _ => PartsOf(totals.Group, totals.Parts, figure),
    };

    /// <param name="group">The members below, at whatever level.</param>
    /// <param name="whole">What the figure above them is made of.</param>
    private static IEnumerable<FigurePart> PartsOf(GroupFigures? group, IReadOnlyList<FigurePart> whole, RowFigure figure) => (group?.Way, figure) switch
    {
        (_, <= RowFigure.Counted) => whole,
        (SummingUp.MembersAddUp, RowFigure.MembersSum) => group!.Parts.Where(p => p.Kind != PartKind.Own),
        (SummingUp.MembersAddUp, RowFigure.Own) => group!.Parts.Where(p => p.Kind == PartKind.Own),
        (SummingUp.LeadReports, RowFigure.MembersSum) => group!.Members.SelectMany(m => m.Parts),
        (SummingUp.LeadReports, RowFigure.Difference) => whole.Concat(group!.Members.SelectMany(m => m.Parts).Select(TakenOff)),
        _ => [],
    };

    private static IEnumerable<FigurePart> SidesOf(Totals totals) => totals.Sides
        .Where(s => s is { Counted: not null, Cutoff: not null, Position: not null })
        .Select(s => new FigurePart(PartKind.Side, null, s.Counted!.Value, s.Cutoff!.Value, s.Position, [], s.Side));

    private static IEnumerable<FigurePart> Leaves(FigurePart part) => part.Position is null ? part.Parts.SelectMany(Leaves) : [part];

    private static FigurePart TakenOff(FigurePart part) => part with { Amount = -part.Amount, Parts = [.. part.Parts.Select(TakenOff)] };

    private static FigureShare Share(Commitment commitment, FigurePart leaf)
    {
        var report = commitment.Reports.Find(r => r.Position == leaf.Position)!;
        return new(
            report,
            leaf.Amount,
            [
                .. commitment.Reports
                    .Where(r => r.Counts && r.Total is not null && r.Period.End <= report.Period.End && commitment.InSameSeries(r, report.Unit, report.Period))
                    .OrderBy(r => r.Period.End).ThenBy(r => r.Position),
            ]);
    }

    /// <summary>Confirmed by the report supervisors verified, or as far as reports alone say.</summary>
    private static IReadOnlyList<FigureShare> OfNodes(Commitment commitment, DateOnly on, Rules rules)
    {
        var parts = new List<FigureShare>();
        foreach (var node in commitment.Nodes.OrderBy(n => n.Node.Planned).ThenBy(n => n.Node.Id, StringComparer.Ordinal))
        {
            var confirmed = node.ConfirmedOn <= on;
            if (!confirmed && rules.CountedAmount == CountedAmount.Verified)
                continue;
            var report = commitment.Reports
                .Where(r => confirmed ? r.Status == ReportStatus.Verified : r.Counts && r.Through <= on)
                .FirstOrDefault(r => r.Nodes.Any(s => s.Node == node.Node.Id && s.State == Progress.Completed && (confirmed || s.ReachedOn <= on)));
            if (report is not null)
                parts.Add(new(report, 1, [report], node.Node.Id));
        }

        return parts;
    }
}
