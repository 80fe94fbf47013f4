namespace TargetLedger.Domain.Compliance;

/// <summary>The policy lights follow. Local practice differs, so every number of it is data with a date, never a constant in code.</summary>
/// <param name="YellowTo">With <see cref="LightBy.GapInPoints"/>: yellow up to this many points behind pace; with <see cref="LightBy.ShareOfPace"/>: up to this many percent of the pace missing. Red beyond.</param>
/// <param name="ApproxTolerancePercent">What 左右 allows below the figure; frozen on a target when it is set.</param>
/// <param name="AheadFromPoints">超进度 from this many points above pace.</param>
/// <param name="OverdueGraceDays">Days after the period's end before an unfulfilled commitment is red: the last figures come in weeks later.</param>
/// <param name="NodeGraceDays">Days after a node's date before it counts as overdue although no report about that date is in.</param>
/// <param name="NodeYellowDays">A node is yellow up to this many days late, red beyond.</param>
public sealed record Rules(
    LightBy LightBy,
    decimal YellowTo,
    PaceBy PaceBy,
    CountedAmount CountedAmount,
    decimal ApproxTolerancePercent,
    decimal AheadFromPoints,
    int OverdueGraceDays,
    int NodeGraceDays,
    int NodeYellowDays)
{
    /// <summary>What holds until a ledger adopts rules of its own.</summary>
    public static Rules Default { get; } = new(LightBy.GapInPoints, 30, PaceBy.Day, CountedAmount.Reported, 10, 10, 20, 15, 30);
}

public enum LightBy
{
    /// <summary>Green at or above pace, yellow to n points below, red beyond.</summary>
    GapInPoints,

    /// <summary>Green at pace, yellow while at most n % of the pace is missing, red beyond.</summary>
    ShareOfPace,
}

public enum PaceBy
{
    Day,
    FinishedMonths,
}

public enum CountedAmount
{
    Reported,
    Verified,
}
