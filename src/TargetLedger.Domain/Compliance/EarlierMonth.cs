using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Compliance;

/// <summary>Finds, beside a figure, the latest of an earlier month: where rules look at what a month has added.</summary>
/// <param name="isAsked">False where they do not, and nothing is looked for.</param>
internal sealed class EarlierMonth(Commitment commitment, CountedAmount counted, UnitDirectory directory, bool isAsked)
{
    private readonly Dictionary<DateOnly, Totals> known = [];

    /// <param name="unit">The member whose figure it is; null for the whole's.</param>
    public ReachedFigure Beside(decimal? total, DateOnly? cutoff, string? unit = null) => Beside(total, cutoff, before =>
    {
        if (unit is null)
            return (before.Counted, before.Cutoff);
        var member = before.Group?.Members.FirstOrDefault(m => m.Unit == unit);
        return (member?.Total, member?.Cutoff);
    });

    public ReachedFigure Beside(SideFigure side) => Beside(side.Counted, side.Cutoff, before =>
    {
        var same = before.Sides.FirstOrDefault(s => s.Side == side.Side);
        return (same?.Counted, same?.Cutoff);
    });

    private ReachedFigure Beside(decimal? total, DateOnly? cutoff, Func<Totals, (decimal? Total, DateOnly? Cutoff)> earlier)
    {
        if (!isAsked || total is null || cutoff is not { } through)
            return new(total, cutoff);

        var before = earlier(OnDay(new DateOnly(through.Year, through.Month, 1).AddDays(-1)));
        return new(total, cutoff, before.Total, before.Cutoff);
    }

    private Totals OnDay(DateOnly day)
    {
        if (!known.TryGetValue(day, out var totals))
            known[day] = totals = Totals.Of(commitment, day, counted, directory);
        return totals;
    }
}
