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
public sealed record FigurePart(Report Report, decimal Value, IReadOnlyList<Report> Series, string? Node = null);

/// <summary>What a figure is made of. The figure itself is judged elsewhere, so that parts and figure can be held against each other.</summary>
public static class FigureParts
{
    /// <param name="member">A member's own figure; null for the commitment's.</param>
    public static IReadOnlyList<FigurePart> Of(Commitment commitment, RowFigure figure, string? member, DateOnly on, Rules rules, UnitDirectory directory)
    {
        var counted = figure switch
        {
            RowFigure.Reported => CountedAmount.Reported,
            RowFigure.Verified => CountedAmount.Verified,
            _ => rules.CountedAmount,
        };
        if (figure == RowFigure.NodesReached)
            return member is null ? OfNodes(commitment, on, rules) : [];
        var lead = Totals.LeadSeries(commitment);
        if (commitment.Measure is null)
            return [];
        if (commitment.Apportionment is not { } divided)
            return member is null && figure <= RowFigure.Counted ? [.. Part(lead, on, counted, 1)] : [];

        var members = Totals.MembersOn(commitment, divided, on, directory).Where(u => member is null || u == member)
            .Select(u => Totals.MemberSeries(commitment, divided.Way, u)).ToList();
        if (member is not null)
            return [.. members.SelectMany(m => Part(m, on, counted, 1))];

        return (divided.Way, figure) switch
        {
            (SummingUp.LeadReports, <= RowFigure.Counted) => [.. Part(lead, on, counted, 1)],
            (SummingUp.LeadReports, RowFigure.MembersSum) => [.. members.SelectMany(m => Part(m, on, counted, 1))],
            (SummingUp.LeadReports, RowFigure.Difference) => [.. Part(lead, on, counted, 1), .. members.SelectMany(m => Part(m, on, counted, -1))],
            // No sum: what each member's own figure comes from.
            (SummingUp.EachForItself, <= RowFigure.Counted) => [.. members.SelectMany(m => Part(m, on, counted, 1))],
            (SummingUp.MembersAddUp, _) => OfSum(members, lead, figure, on, counted, rules.CountedAmount),
            _ => [],
        };
    }

    /// <summary>Confirmed by the report supervisors verified, or as far as reports alone say.</summary>
    private static IReadOnlyList<FigurePart> OfNodes(Commitment commitment, DateOnly on, Rules rules)
    {
        var parts = new List<FigurePart>();
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

    /// <summary>All at the date the sum is made for: the earliest of their latest data.</summary>
    private static IReadOnlyList<FigurePart> OfSum(
        List<IEnumerable<Report>> members, IEnumerable<Report> lead, RowFigure figure, DateOnly on, CountedAmount counted, CountedAmount byRule)
    {
        var cutoff = members.Append(lead).Select(s => ReportSeries.Of(s, on).Counted(byRule)?.Through).Where(d => d is not null).Min();
        if (cutoff is not { } through)
            return [];
        IEnumerable<IEnumerable<Report>> series = figure switch
        {
            RowFigure.MembersSum => members,
            RowFigure.Own => [lead],
            RowFigure.Difference => [],
            _ => members.Append(lead),
        };
        return [.. series.SelectMany(s => Part(s, through, counted, 1))];
    }

    private static IEnumerable<FigurePart> Part(IEnumerable<Report> series, DateOnly on, CountedAmount counted, int sign)
    {
        var found = ReportSeries.Of(series, on);
        if (found.Counted(counted) is { } report && found.Total(counted) is { } total)
            yield return new(report, sign * total, [.. series.Where(r => r.Counts && r.Period.End <= report.Period.End).OrderBy(r => r.Period.End).ThenBy(r => r.Position)]);
    }
}
