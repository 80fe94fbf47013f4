namespace TargetLedger.Domain.Compliance;

/// <summary>Which reason a verdict on a figure gives, without its words.</summary>
internal static class FigureReasons
{
    public static readonly Func<FigureTerms, FigureOutcome, Reason> NoData = static (_, _) => Reasons.NoData;

    public static readonly Func<FigureTerms, FigureOutcome, Reason> Stretch = static (_, _) => Reasons.Stretch;

    public static readonly Func<FigureTerms, FigureOutcome, Reason> Met = static (terms, _) => Reasons.Met(terms.Target);

    public static readonly Func<FigureTerms, FigureOutcome, Reason> AboveRange = static (terms, _) => Reasons.AboveRange(terms.Target);

    public static readonly Func<FigureTerms, FigureOutcome, Reason> Exceeded = static (terms, _) => Reasons.Exceeded(terms.Target);

    public static readonly Func<FigureTerms, FigureOutcome, Reason> WithinLimit = static (terms, _) => Reasons.WithinLimit(terms.Target);

    public static readonly Func<FigureTerms, FigureOutcome, Reason> Overdue = static (terms, _) => Reasons.Overdue(terms.Period.End);

    public static readonly Func<FigureTerms, FigureOutcome, Reason> AtPace = static (_, o) => Reasons.AtPace(Done(o), Due(o));

    public static readonly Func<FigureTerms, FigureOutcome, Reason> BehindPace = static (_, o) => Reasons.BehindPace(Done(o), Due(o));

    public static readonly Func<FigureTerms, FigureOutcome, Reason> UsedAheadOfPace = static (_, o) => Reasons.UsedAheadOfPace(Done(o), Due(o));

    public static readonly Func<FigureTerms, FigureOutcome, Reason> WithinTolerance = static (_, o) => Reasons.WithinTolerance(Done(o), Due(o));

    public static readonly Func<FigureTerms, FigureOutcome, Reason> Undefined = static (_, o) => Reasons.Undefined(Done(o), Due(o));

    public static readonly Func<FigureTerms, FigureOutcome, Reason> MonthKept = static (_, o) => Reasons.OfMonth("month_kept", o.Measured, Done(o), Due(o));

    public static readonly Func<FigureTerms, FigureOutcome, Reason> MonthFollowUp = static (_, o) => Reasons.OfMonth("month_follow_up", o.Measured, Done(o), Due(o));

    public static readonly Func<FigureTerms, FigureOutcome, Reason> MonthYellowCard = static (_, o) => Reasons.OfMonth("month_yellow_card", o.Measured, Done(o), Due(o));

    public static readonly Func<FigureTerms, FigureOutcome, Reason> TimeLeft = static (_, o) => Reasons.TimeLeft(o.Measured, Done(o));

    private static decimal Done(FigureOutcome outcome) => outcome.Completion.GetValueOrDefault();

    private static decimal Due(FigureOutcome outcome) => outcome.Pace.GetValueOrDefault();
}
