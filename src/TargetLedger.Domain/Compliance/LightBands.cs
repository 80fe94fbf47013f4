namespace TargetLedger.Domain.Compliance;

/// <summary>The bands of the rules: from what was measured at the cut-off to a light. Whoever is fulfilled or overdue never comes here.</summary>
internal static class LightBands
{
    /// <summary>Behind pace; of a limit used ahead of it.</summary>
    public static FigureOutcome OfGap(in FigureStanding standing, Rules rules)
    {
        var points = Math.Abs(standing.Pace - standing.Completion);

        // Of a pace of nothing there is no share: a level that fell before its start is measured in points.
        var gap = rules.LightBy == LightBy.GapInPoints || standing.Pace == 0 ? points : 100 * points / standing.Pace;
        if (gap <= rules.GreenTo.GetValueOrDefault())
            return new(Light.Green, Status.OnPace, FigureReasons.WithinTolerance, Measured: gap);
        if (gap < rules.UndefinedTo)
            return new(Light.None, Status.Unknown, FigureReasons.Undefined, Measured: gap);
        return new(
            gap <= rules.YellowTo ? Light.Yellow : Light.Red, Status.Behind, standing.IsLimit ? FigureReasons.UsedAheadOfPace : FigureReasons.BehindPace, Measured: gap);
    }

    /// <summary>
    /// What was done since the last data of an earlier month, against what the pace asked for since then: a month nobody reported on is
    /// made up for with the next report. A limit is held to the same bands the other way round.
    /// </summary>
    public static FigureOutcome OfMonth(FigureTerms terms, in ReachedFigure figure, in FigureStanding standing, Rules rules)
    {
        var (had, since) = figure is { EarlierTotal: { } total, EarlierCutoff: { } cutoff }
            ? (Completion.Percent(terms.Target, terms.Measure, total), Pace.Percent(terms.Period, terms.PaceStart, cutoff, rules))
            : (0, 0);
        var month = MonthPercent(standing, had, since);
        var missing = standing.IsLimit ? month - 100 : 100 - month;
        if (missing <= 100 - rules.GreenTo.GetValueOrDefault())
            return new(Light.Green, standing.ByPace(rules), FigureReasons.MonthKept, Measured: month);
        return missing <= 100 - rules.YellowTo
            ? new(Light.Yellow, standing.ByPace(rules), FigureReasons.MonthFollowUp, Measured: month)
            : new(Light.Orange, standing.ByPace(rules), FigureReasons.MonthYellowCard, Measured: month);
    }

    /// <summary>Time goes by evenly, whatever curve the work is to follow.</summary>
    public static FigureOutcome OfTimeLeft(FigureTerms terms, in ReachedFigure figure, in FigureStanding standing, Rules rules)
    {
        var left = 100 - Pace.Percent(terms.Period, terms.PaceStart, figure.Cutoff!.Value, rules.PaceBy);
        return new(TimeLeft(left, rules), standing.ByPace(rules), FigureReasons.TimeLeft, Measured: left);
    }

    /// <param name="left">The share of the period left at the cut-off, in percent.</param>
    public static Light TimeLeft(decimal left, Rules rules)
        => left > rules.GreenTo.GetValueOrDefault() ? Light.Green : left > rules.YellowTo ? Light.Yellow : Light.Orange;

    /// <summary>Where nothing was asked of the time in between, the whole is compared with the whole pace.</summary>
    private static decimal MonthPercent(in FigureStanding standing, decimal had, decimal since)
    {
        if (standing.Pace > since)
            return 100 * (standing.Completion - had) / (standing.Pace - since);
        return standing.Pace > 0 ? 100 * standing.Completion / standing.Pace : 100;
    }
}
