using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.JointLeads;

namespace TargetLedger.Domain.Compliance;

/// <summary>The figures of a commitment with equal leads: each side's own, and their sum where they reach the target together.</summary>
internal static class JointTotals
{
    public static Totals Of(Commitment commitment, JointLead joint, DateOnly on, AmountShown amount)
    {
        var sides = joint.Sides.Select(s => (Side: s, Series: SeriesOn(commitment, s, on))).ToList();
        // All at one date, as members are.
        var cutoff = sides.Select(s => s.Series.Counted(amount.ByRule)?.Through).Where(d => d is not null).Min();
        if (joint.Target == JointTarget.PerSide || cutoff is not { } through)
        {
            var figures = sides.ConvertAll(s => FigureOf(s.Side, s.Series, amount, null));
            return new(null, null, null, cutoff, [.. figures.Select(f => f.Position).OfType<long>().Order()], null) { Sides = figures };
        }

        var at = sides.ConvertAll(s => (s.Side, s.Series, AtCutoff: SeriesOn(commitment, s.Side, through)));
        IReadOnlyList<FigurePart> parts =
        [
            .. at.Select(s => (s.Side, Report: s.AtCutoff.Counted(amount.Shown), Amount: s.AtCutoff.Total(amount.Shown)))
                .Where(s => s is { Report: not null, Amount: not null })
                .Select(s => new FigurePart(PartKind.Side, s.Report!.Unit, s.Amount!.Value, s.Report.Through, s.Report.Position, [], s.Side.Name)),
        ];
        return new(
            Sum(at.Select(s => s.AtCutoff.Total(CountedAmount.Reported))),
            Sum(at.Select(s => s.AtCutoff.Total(CountedAmount.Verified))),
            Sum(at.Select(s => s.AtCutoff.Total(amount.Shown))),
            through,
            FigurePart.PositionsOf(parts),
            null)
        {
            Parts = parts,
            Sides = at.ConvertAll(s => FigureOf(s.Side, s.Series, amount, s.AtCutoff.Total(amount.Shown))),
        };
    }

    private static ReportSeries SeriesOn(Commitment commitment, Side side, DateOnly on)
        => ReportSeries.Of(commitment.Reports.Where(r => r.Total is not null && commitment.SideOf(r.Unit, r.Period.End) == side.Name), on);

    private static SideFigure FigureOf(Side side, ReportSeries series, AmountShown amount, decimal? inSum) => new(
        side.Name,
        side.Office,
        side.Target,
        series.Total(CountedAmount.Reported),
        series.Total(CountedAmount.Verified),
        series.Total(amount.Shown),
        series.Counted(amount.ByRule)?.Through,
        series.Counted(amount.Shown)?.Position,
        inSum,
        null,
        null);

    private static decimal? Sum(IEnumerable<decimal?> amounts)
    {
        var known = amounts.OfType<decimal>().ToList();
        return known.Count == 0 ? null : known.Sum();
    }
}

/// <summary>How one of several equal leads stands.</summary>
/// <param name="Office">The unit whose supervisors verify it.</param>
/// <param name="Target">Its own target, where the target is per side and not the whole's.</param>
/// <param name="Position">The report the figure comes from.</param>
/// <param name="InSum">Where the sides reach the target together: what of it is in the sum, at the sum's cut-off.</param>
/// <param name="IsMet">Where the target is per side.</param>
/// <param name="Light">Where the target is per side.</param>
public sealed record SideFigure(
    string Side,
    string Office,
    Target? Target,
    decimal? Reported,
    decimal? Verified,
    decimal? Counted,
    DateOnly? Cutoff,
    long? Position,
    decimal? InSum,
    bool? IsMet,
    Light? Light);
