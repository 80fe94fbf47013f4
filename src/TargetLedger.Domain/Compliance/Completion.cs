using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Compliance;

/// <summary>完成率: the figure reached as a share of the goal, in percent, exact and never clamped at 100.</summary>
public static class Completion
{
    /// <summary>
    /// Total over goal; of a range the lower end is the goal, of growth the baseline grown. A level that starts from a
    /// baseline is measured on the increment, or 95 of 100 jobs there already would look like 95 % done.
    /// </summary>
    public static decimal Percent(Target target, Measure measure, decimal total) => target switch
    {
        { Bound: Bound.Growth, Baseline: { } baseline } when measure.Kind == MeasureKind.Level => 100 * (total - baseline) / (target.Goal - baseline),

        // A limit of nothing (零事故) is unused until something happens, and used up then.
        { Goal: 0 } => total <= 0 ? 0 : 100,
        _ => 100 * total / target.Goal,
    };
}
