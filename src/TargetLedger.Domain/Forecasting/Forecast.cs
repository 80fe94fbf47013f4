using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Forecasting;

/// <summary>
/// Where a quantity would stand at the end of its period if it went on as lately: an extrapolation, never a fact, and no light goes by it.
/// Values are rounded to two decimals, rates to four.
/// </summary>
/// <param name="End">The period's end.</param>
/// <param name="Value">At that end, by the run rate.</param>
/// <param name="Low">At that end, by the slowest of the periods it is based on.</param>
/// <param name="High">By the fastest.</param>
/// <param name="Completion">What <paramref name="Value"/> is of the target, in percent.</param>
/// <param name="ReachedOn">When the target would be reached; null where it would not be within <see cref="RunRate.LongestYears"/> years, or is a limit.</param>
/// <param name="EarliestOn">By the fastest of the periods.</param>
/// <param name="LatestOn">By the slowest; null where that never gets there.</param>
public sealed record Forecast(
    DateOnly End,
    decimal Value,
    decimal Low,
    decimal High,
    decimal Completion,
    DateOnly? ReachedOn,
    DateOnly? EarliestOn,
    DateOnly? LatestOn,
    Outlook Outlook,
    ForecastBasis Basis)
{
    /// <summary>Where the rules have a curve: the stage the cut-off lies in. Null where pace is even.</summary>
    public StageForecast? NextStage { get; init; }
}

/// <summary>What is expected by the end of a stage, beside where the run rate leads.</summary>
/// <param name="Pace">Expected of the target, in percent.</param>
/// <param name="Expected">The same as a quantity; of a limit, what may be used.</param>
/// <param name="Value">At that end, by the run rate.</param>
public sealed record StageForecast(DateOnly End, decimal Pace, decimal Expected, decimal Value);

/// <summary>What a forecast is made of.</summary>
/// <param name="Periods">How many intervals between data the rate is taken over.</param>
/// <param name="From">Where the first of them begins.</param>
/// <param name="Through">The cut-off the forecast starts from.</param>
/// <param name="PerDay">The run rate: what was added over all of them, by the days they took.</param>
/// <param name="Positions">The reports behind the figures, ascending.</param>
public sealed record ForecastBasis(
    ForecastMethod Method,
    int Periods,
    DateOnly From,
    DateOnly Through,
    decimal PerDay,
    decimal SlowestPerDay,
    decimal FastestPerDay,
    Certainty Certainty,
    IReadOnlyList<long> Positions);

public enum ForecastMethod
{
    /// <summary>按近期速度外推: linear on, at the average rate of the last periods.</summary>
    RunRate,
}

/// <summary>How much the data carry.</summary>
public enum Certainty
{
    /// <summary>Three or few periods, uneven ones, or a long way to go from little.</summary>
    Weak,

    Fair,

    /// <summary>Five periods or more of much the same rate, over at least half the way.</summary>
    Good,
}

/// <summary>Whether the target would be met.</summary>
public enum Outlook
{
    /// <summary>It is met already; what is forecast is by how much.</summary>
    Met,

    /// <summary>Even at the slowest of the rates.</summary>
    OnCourse,

    /// <summary>At the average rate.</summary>
    Likely,

    /// <summary>Only at the fastest.</summary>
    Doubtful,

    /// <summary>At none of them.</summary>
    OffCourse,
}

/// <summary>A quantity of a commitment and what can be said of its end.</summary>
/// <param name="Unit">The member, or the name of the side, whose it is, where each answers for itself; else null.</param>
/// <param name="Latest">Where it stands.</param>
/// <param name="Forecast">Null where the data do not carry one; <paramref name="Why"/> says why.</param>
public sealed record QuantityForecast(string? Unit, decimal Goal, decimal? Latest, DateOnly? Cutoff, Forecast? Forecast, Compliance.Reason? Why);

/// <summary>A total and the date its data is in.</summary>
/// <param name="Positions">The reports it is made of.</param>
public sealed record DatedTotal(DateOnly Through, decimal Total, IReadOnlyList<long> Positions);
