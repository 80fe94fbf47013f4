using System.Text.Json.Serialization;

namespace TargetLedger.Domain.Commitments;

/// <summary>目标值: how the figure binds, the figure, and its words in the document.</summary>
/// <param name="Value">The figure; of a range its lower end, of growth the rate or factor.</param>
/// <param name="Upper">The upper end of a range, else null.</param>
/// <param name="AsWritten">The words of the document, e.g. 5-8个.</param>
/// <param name="TolerancePercent">For <see cref="Bound.Approx"/>: how far below still counts as met; frozen when the commitment is made.</param>
/// <param name="Baseline">For <see cref="Bound.Growth"/>: the figure growth is measured against.</param>
/// <param name="GrowthIn">For <see cref="Bound.Growth"/>: percent, times (翻一番 = 2) or percentage points.</param>
public sealed record Target(
    Bound Bound,
    decimal Value,
    string AsWritten,
    decimal? Upper = null,
    decimal? TolerancePercent = null,
    decimal? Baseline = null,
    GrowthIn? GrowthIn = null)
{
    /// <summary>The figure completion is measured against: a range's lower end, growth applied to its baseline.</summary>
    [JsonIgnore]
    public decimal Goal => (Bound, GrowthIn) switch
    {
        (Bound.Growth, Commitments.GrowthIn.Times) => Baseline.GetValueOrDefault() * Value,
        (Bound.Growth, Commitments.GrowthIn.Points) => Baseline.GetValueOrDefault() + Value,
        (Bound.Growth, _) => Baseline.GetValueOrDefault() * (1 + Value / 100),
        _ => Value,
    };

    /// <summary>True when a figure fulfils the target, by the wording of its bound.</summary>
    public bool IsMetBy(decimal total) => Bound switch
    {
        Bound.MoreThan => total > Value,
        Bound.Approx => total >= Value * (1 - TolerancePercent.GetValueOrDefault() / 100),
        Bound.AtMost => total <= Value,
        Bound.Exactly => total == Value,
        _ => total >= Goal,
    };
}

public enum Bound
{
    AtLeast,
    MoreThan,
    Approx,
    Range,
    AtMost,
    Exactly,
    Growth,
}

public enum GrowthIn
{
    Percent,
    Times,
    Points,
}

/// <summary>How strongly a target binds.</summary>
public enum Strength
{
    /// <summary>约束性.</summary>
    Binding,

    /// <summary>预期性.</summary>
    Forecast,

    /// <summary>力争: shown, never a failure.</summary>
    Stretch,
}
