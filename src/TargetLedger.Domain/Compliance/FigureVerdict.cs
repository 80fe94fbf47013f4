using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Compliance;

/// <summary>The verdict on one figure against one target.</summary>
internal static class FigureVerdict
{
    /// <param name="total">The counted figure, with the date its data is in; null before the first report.</param>
    public static (Verdict Verdict, bool IsMet, decimal? Completion, decimal? Pace) Of(
        FigureTerms terms, decimal? total, DateOnly? cutoff, DateOnly on, Rules rules)
    {
        var overdue = on.DayNumber - terms.Period.End.DayNumber > rules.OverdueGraceDays;
        if (total is not { } reached || cutoff is not { } through)
        {
            return (overdue && terms.Strength != Strength.Stretch
                ? new Verdict(Light.Red, Status.Behind, Reasons.Overdue(terms.Period.End))
                : new Verdict(Light.None, Status.Unknown, Reasons.NoData), false, null, null);
        }

        var completion = Completion.Percent(terms.Target, terms.Measure, reached);
        var pace = Pace.Percent(terms.Period, terms.PaceStart, through, rules.PaceBy);

        // A limit is kept only when the period is over; any other target is fulfilled once it is reached.
        var met = terms.Target.IsMetBy(reached) && (terms.Target.Bound != Bound.AtMost || through >= terms.Period.End);
        var verdict = terms.Target.Bound == Bound.AtMost
            ? OfLimit(terms, reached, met, completion, pace, overdue, rules)
            : OfGoal(terms, reached, met, completion, pace, overdue, rules);
        if (terms.Strength == Strength.Stretch && verdict.Light is Light.Yellow or Light.Red)
            verdict = new(Light.None, Status.Unknown, Reasons.Stretch);
        return (verdict, met, completion, pace);
    }

    private static Verdict OfLimit(FigureTerms terms, decimal reached, bool met, decimal used, decimal pace, bool overdue, Rules rules)
    {
        if (!terms.Target.IsMetBy(reached))
            return new(Light.Red, Status.Behind, Reasons.Exceeded(terms.Target));
        if (met)
            return new(Light.Green, Status.Completed, Reasons.WithinLimit(terms.Target));

        // The period is long over and its last figures never came: nobody knows that the limit was kept.
        if (overdue)
            return new(Light.Red, Status.Behind, Reasons.Overdue(terms.Period.End));
        if (terms.Measure.Kind == MeasureKind.Level || used <= pace)
            return new(Light.Green, Status.OnPace, Reasons.WithinLimit(terms.Target));

        return new(Behind(used - pace, pace, rules), Status.Behind, Reasons.UsedAheadOfPace(used, pace));
    }

    private static Verdict OfGoal(FigureTerms terms, decimal reached, bool met, decimal completion, decimal pace, bool overdue, Rules rules)
    {
        if (terms.Target is { Bound: Bound.Range, Upper: { } upper } && reached > upper)
            return new(Light.Green, Status.Completed, Reasons.AboveRange(terms.Target));
        if (terms.Target.Bound == Bound.Exactly && reached > terms.Target.Value)
            return new(overdue ? Light.Red : Light.Yellow, Status.Behind, Reasons.Exceeded(terms.Target));
        if (met)
            return new(Light.Green, Status.Completed, Reasons.Met(terms.Target));
        if (overdue)
            return new(Light.Red, Status.Behind, Reasons.Overdue(terms.Period.End));
        if (completion >= pace)
            return new(Light.Green, completion - pace >= rules.AheadFromPoints ? Status.Ahead : Status.OnPace, Reasons.AtPace(completion, pace));

        return new(Behind(pace - completion, pace, rules), Status.Behind, Reasons.BehindPace(completion, pace));
    }

    /// <summary>Of a pace of nothing there is no share: a level that fell before its start is measured in points.</summary>
    private static Light Behind(decimal points, decimal pace, Rules rules)
    {
        var gap = rules.LightBy == LightBy.GapInPoints || pace == 0 ? points : 100 * points / pace;
        return gap <= rules.YellowTo ? Light.Yellow : Light.Red;
    }
}

/// <summary>What a figure is held against on a day.</summary>
internal sealed record FigureTerms(Target Target, Measure Measure, Strength Strength, Period Period, DateOnly? PaceStart);
