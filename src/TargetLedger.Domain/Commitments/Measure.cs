using System.Text.Json.Serialization;

namespace TargetLedger.Domain.Commitments;

/// <summary>What counts (口径) and in what unit. 人次 is another unit than 人 and is never turned into it.</summary>
/// <param name="Unit">计量单位 as written: 人, 人次, 个, 家, 万元, %, 个百分点 …</param>
/// <param name="Definition">口径: what is counted and what is not.</param>
/// <param name="DataSource">Where the figure comes from.</param>
/// <param name="MayOverlap">True when the same person or thing may be counted more than once.</param>
public sealed record Measure(
    string Name,
    string Unit,
    MeasureKind Kind,
    string? Definition = null,
    string? DataSource = null,
    bool MayOverlap = false)
{
    /// <summary>Percentages and percentage points are never added up.</summary>
    [JsonIgnore]
    public bool IsShare => Unit is "%" or "%" or "个百分点" or "百分点";

    /// <summary>Increments add up over units; levels and shares never do.</summary>
    [JsonIgnore]
    public bool Sums => Kind == MeasureKind.Cumulative && !IsShare;
}

public enum MeasureKind
{
    /// <summary>累计: amounts of periods add up to a running total.</summary>
    Cumulative,

    /// <summary>存量: the state at a date; never summed over time or members.</summary>
    Level,
}
