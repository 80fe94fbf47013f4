using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Compliance;

/// <summary>The verdict on one figure against one target.</summary>
internal static class FigureVerdict
{
    public static FigureOutcome Of(FigureTerms terms, ReachedFigure figure, DateOnly on, Rules rules)
    {
        var overdue = on.DayNumber - terms.Period.End.DayNumber > rules.OverdueGraceDays;
        if (figure.Total is not { } reached || figure.Cutoff is not { } through)
        {
            return overdue && terms.Strength != Strength.Stretch
                ? new(Light.Red, Status.Behind, FigureReasons.Overdue)
                : new(Light.None, Status.Unknown, FigureReasons.NoData);
        }

        var completion = Completion.Percent(terms.Target, terms.Measure, reached);
        var pace = Pace.Percent(terms.Period, terms.PaceStart, through, rules);

        // A limit is kept only when the period is over; any other target is fulfilled once it is reached.
        var met = terms.Target.IsMetBy(reached) && (terms.Target.Bound != Bound.AtMost || through >= terms.Period.End);
        var standing = new FigureStanding(reached, met, completion, pace, overdue, terms.Target.Bound == Bound.AtMost);
        var outcome = standing.IsLimit
            ? OfLimit(terms, figure, standing, rules)
            : OfGoal(terms, figure, standing, rules);
        if (terms.Strength == Strength.Stretch && outcome.Light.IsWarning())
            outcome = new(Light.None, Status.Unknown, FigureReasons.Stretch);
        return outcome with { IsMet = met, Completion = completion, Pace = pace };
    }

    private static FigureOutcome OfLimit(FigureTerms terms, in ReachedFigure figure, in FigureStanding standing, Rules rules)
    {
        if (!terms.Target.IsMetBy(standing.Reached))
            return new(Light.Red, Status.Behind, FigureReasons.Exceeded);
        if (standing.Met)
            return new(Light.Green, Status.Completed, FigureReasons.WithinLimit);

        // The period is long over and its last figures never came: nobody knows that the limit was kept.
        if (standing.Overdue)
            return new(Light.Red, Status.Behind, FigureReasons.Overdue);
        if (terms.Measure.Kind == MeasureKind.Level || standing.Completion <= standing.Pace)
            return new(Light.Green, Status.OnPace, FigureReasons.WithinLimit);

        return rules.LightBy switch
        {
            LightBy.MonthlyCompletion => LightBands.OfMonth(terms, figure, standing, rules),

            // How much time is left says nothing of a limit; that it is used up too soon is a warning all the same.
            LightBy.TimeLeft => new(Light.Yellow, Status.Behind, FigureReasons.UsedAheadOfPace),
            _ => LightBands.OfGap(standing, rules),
        };
    }

    private static FigureOutcome OfGoal(FigureTerms terms, in ReachedFigure figure, in FigureStanding standing, Rules rules)
    {
        if (terms.Target is { Bound: Bound.Range, Upper: { } upper } && standing.Reached > upper)
            return new(Light.Green, Status.Completed, FigureReasons.AboveRange);
        if (terms.Target.Bound == Bound.Exactly && standing.Reached > terms.Target.Value)
            return new(standing.Overdue ? Light.Red : Light.Yellow, Status.Behind, FigureReasons.Exceeded);
        if (standing.Met)
            return new(Light.Green, Status.Completed, FigureReasons.Met);
        if (standing.Overdue)
            return new(Light.Red, Status.Behind, FigureReasons.Overdue);

        return rules.LightBy switch
        {
            LightBy.MonthlyCompletion => LightBands.OfMonth(terms, figure, standing, rules),
            LightBy.TimeLeft => LightBands.OfTimeLeft(terms, figure, standing, rules),
            _ when standing.Completion >= standing.Pace => new(Light.Green, standing.ByPace(rules), FigureReasons.AtPace),
            _ => LightBands.OfGap(standing, rules),
        };
    }
}

/// <summary>What a figure is held against on a day.</summary>
internal sealed record FigureTerms(Target Target, Measure Measure, Strength Strength, Period Period, DateOnly? PaceStart);

/// <summary>The counted figure, with the date its data is in; nothing before the first report.</summary>
/// <param name="EarlierTotal">The latest counted figure of an earlier month; only where the rules look at the month.</param>
/// <param name="EarlierCutoff">The date its data was in for.</param>
internal readonly record struct ReachedFigure(decimal? Total, DateOnly? Cutoff, decimal? EarlierTotal = null, DateOnly? EarlierCutoff = null);

/// <summary>A figure beside its pace at the cut-off.</summary>
internal readonly record struct FigureStanding(decimal Reached, bool Met, decimal Completion, decimal Pace, bool Overdue, bool IsLimit)
{
    /// <summary>The word beside the light goes by pace, whatever the light goes by.</summary>
    public Status ByPace(Rules rules)
    {
        if (IsLimit)
            return Completion <= Pace ? Status.OnPace : Status.Behind;
        if (Completion < Pace)
            return Status.Behind;
        return Completion - Pace >= rules.AheadFromPoints ? Status.Ahead : Status.OnPace;
    }
}

/// <summary>How a figure was judged. Its reason is put into words only where somebody reads it: a board over everything counts lights.</summary>
/// <param name="Measured">What the bands were held against: the gap, the month's percentage or the time left.</param>
internal readonly record struct FigureOutcome(
    Light Light,
    Status Status,
    Func<FigureTerms, FigureOutcome, Reason> Reason,
    bool IsMet = false,
    decimal? Completion = null,
    decimal? Pace = null,
    decimal Measured = 0)
{
    public Verdict Verdict(FigureTerms terms) => new(Light, Status, Reason(terms, this));
}
