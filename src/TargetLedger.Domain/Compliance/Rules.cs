namespace TargetLedger.Domain.Compliance;

/// <summary>The policy lights follow. Local practice differs, so every number of it is data with a date, never a constant in code.</summary>
/// <param name="YellowTo">Where yellow ends, in the unit of <paramref name="LightBy"/>; see <see cref="Compliance.LightBy"/>.</param>
/// <param name="ApproxTolerancePercent">What 左右 allows below the figure; frozen on a target when it is set.</param>
/// <param name="AheadFromPoints">超进度 from this many points above pace.</param>
/// <param name="OverdueGraceDays">Days after the period's end before an unfulfilled commitment is red: the last figures come in weeks later.</param>
/// <param name="NodeGraceDays">Days after the cut-off of the period a node's date falls in before it counts as overdue although no report about that date is in.</param>
/// <param name="NodeYellowDays">A node is yellow up to this many days late, red beyond.</param>
/// <param name="GreenTo">Where green ends, in the same unit; behind pace 0 unless stated, otherwise required.</param>
/// <param name="UndefinedTo">Behind pace by less than this, and by more than green allows, the policy says nothing (无法判定). Null where it leaves no gap.</param>
/// <param name="PaceCurve">阶段序时: what is expected stage by stage; null where pace rises evenly over the period.</param>
public sealed record Rules(
    LightBy LightBy,
    decimal YellowTo,
    PaceBy PaceBy,
    CountedAmount CountedAmount,
    decimal ApproxTolerancePercent,
    decimal AheadFromPoints,
    int OverdueGraceDays,
    int NodeGraceDays,
    int NodeYellowDays,
    decimal? GreenTo = null,
    decimal? UndefinedTo = null,
    PaceCurve? PaceCurve = null)
{
    /// <summary>What holds until a ledger adopts rules of its own.</summary>
    public static Rules Default { get; } = new(LightBy.GapInPoints, 30, PaceBy.Day, CountedAmount.Reported, 10, 10, 25, 25, 30);
}

/// <summary>What lights are measured by, always at the cut-off.</summary>
public enum LightBy
{
    /// <summary>Points behind pace: green to <see cref="Rules.GreenTo"/>, yellow to <see cref="Rules.YellowTo"/>, red beyond.</summary>
    GapInPoints,

    /// <summary>The share of the pace that is missing, in percent: green, yellow and red as by points.</summary>
    ShareOfPace,

    /// <summary>
    /// 月度完成率: what was done since the last data of an earlier month, in percent of what the pace asked for in that time. Green from
    /// <see cref="Rules.GreenTo"/> on, yellow (跟踪督办) from <see cref="Rules.YellowTo"/> on, orange (黄牌) below.
    /// </summary>
    MonthlyCompletion,

    /// <summary>
    /// The share of the period that is left to what is unfulfilled, in percent, whatever the curve: green above <see cref="Rules.GreenTo"/>, yellow above
    /// <see cref="Rules.YellowTo"/>, orange from there on; red when it is overdue.
    /// </summary>
    TimeLeft,
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
