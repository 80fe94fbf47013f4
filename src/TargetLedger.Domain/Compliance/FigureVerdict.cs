using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Compliance;

/// <summary>The verdict on one figure against one target.</summary>
internal static class FigureVerdict
{
    /// <param name="total">The counted figure, with the date its data is in; null before the first report.</param>
    public static (Verdict Verdict, bool IsMet, decimal? Completion, decimal? Pace) Of(
        FigureTerms terms, decimal? total, DateOnly? cutoff, DateOnly on, Rules rules)
    {
        var overdue = on > terms.Period.End.AddDays(rules.OverdueGraceDays);
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
            ? OfLimit(terms, reached, completion, pace, rules)
            : OfGoal(terms, reached, met, completion, pace, overdue, rules);
        if (terms.Strength == Strength.Stretch && verdict.Light is Light.Yellow or Light.Red)
            verdict = new(Light.None, Status.Unknown, Reasons.Stretch);
        return (verdict, met, completion, pace);
    }

    private static Verdict OfLimit(FigureTerms terms, decimal reached, decimal used, decimal pace, Rules rules)
    {
        if (!terms.Target.IsMetBy(reached))
            return new(Light.Red, Status.Behind, Reasons.Exceeded(terms.Target));
        if (terms.Measure.Kind == MeasureKind.Level || used <= pace)
            return new(Light.Green, Status.OnPace, Reasons.WithinLimit(terms.Target));

        var light = used - pace <= rules.YellowTo ? Light.Yellow : Light.Red;
        return new(light, Status.Behind, Reasons.UsedAheadOfPace(used, pace));
    }

    private static Verdict OfGoal(FigureTerms terms, decimal reached, bool met, decimal completion, decimal pace, bool overdue, Rules rules)
    {
        if (terms.Target is { Bound: Bound.Range, Upper: { } upper } && reached > upper)
            return new(Light.Green, Status.Completed, Reasons.AboveRange(terms.Target));
        if (terms.Target.Bound == Bound.Exactly && reached > terms.Target.Value)
            return new(Light.Yellow, Status.Behind, Reasons.Exceeded(terms.Target));
        if (met)
            return new(Light.Green, Status.Completed, Reasons.Met(terms.Target));
        if (overdue)
            return new(Light.Red, Status.Behind, Reasons.Overdue(terms.Period.End));
        if (completion >= pace)
            return new(Light.Green, completion - pace >= rules.AheadFromPoints ? Status.Ahead : Status.OnPace, Reasons.AtPace(completion, pace));

        var missing = rules.LightBy == LightBy.GapInPoints ? pace - completion : 100 * (pace - completion) / pace;
        return new(missing <= rules.YellowTo ? Light.Yellow : Light.Red, Status.Behind, Reasons.BehindPace(completion, pace));
    }
}

/// <summary>What a figure is held against on a day.</summary>
internal sealed record FigureTerms(Target Target, Measure Measure, Strength Strength, Period Period, DateOnly? PaceStart);
