using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Compliance;

/// <summary>序时进度: the share of the target expected by a day, in percent, exact.</summary>
public static class Pace
{
    /// <summary>What the rules expect by a day: along their curve, or evenly where they have none.</summary>
    public static decimal Percent(Period period, DateOnly? start, DateOnly day, Rules rules)
        => rules.PaceCurve is { } curve ? Staged(period, start, day, rules.PaceBy, curve) : Percent(period, start, day, rules.PaceBy);

    /// <summary>
    /// By day: days elapsed of the days of the period, the day itself included (4 June is day 155 of 365). By finished
    /// months: months that have ended (November's end is 11/12). A stated start takes the place of the period's.
    /// </summary>
    public static decimal Percent(Period period, DateOnly? start, DateOnly day, PaceBy by)
    {
        var from = start ?? period.Start;
        if (day >= period.End)
            return 100;
        if (day < from)
            return 0;

        return by == PaceBy.Day
            ? 100m * (day.DayNumber - from.DayNumber + 1) / (period.End.DayNumber - from.DayNumber + 1)
            : 100m * PaceCurve.Months(from, day) / Math.Max(1, PaceCurve.Months(from, period.End));
    }

    /// <summary>The ends of the stages and what is expected by them; one, the period's, where pace is even.</summary>
    public static IEnumerable<PaceStage> StagesOf(Period period, DateOnly? start, Rules rules)
        => (rules.PaceCurve?.EndsOf(Whole(period, start)).Distinct() ?? [period.End])
            .Where(end => end >= (start ?? period.Start) || end == period.End)
            .Select(end => new PaceStage(end, Percent(period, start, end, rules)));

    /// <summary>With a stated start, what the curve asks from there on is all there is: as much of it as of the whole is asked.</summary>
    private static decimal Staged(Period period, DateOnly? start, DateOnly day, PaceBy by, PaceCurve curve)
    {
        var from = start ?? period.Start;
        if (day >= period.End)
            return 100;
        if (day < from)
            return 0;

        var whole = Whole(period, start);
        var before = from == whole.Start ? 0 : curve.PercentAt(whole, from.AddDays(-1), by);
        return before >= 100 ? 100 : 100 * (curve.PercentAt(whole, day, by) - before) / (100 - before);
    }

    private static Period Whole(Period period, DateOnly? start) => start < period.Start ? period with { Start = start.Value } : period;
}
