namespace TargetLedger.Domain.Compliance;

/// <summary>Rules somebody wants to try out: what is stated takes the place of what a preset or the rules in force say.</summary>
/// <param name="Preset">To start from; null starts from the rules in force.</param>
/// <param name="LightBy">Where it differs from what is started from, the thresholds start from its preset.</param>
/// <param name="UndefinedTo">0 takes an undefined band away.</param>
/// <param name="PaceCurve">A single stage of 100 takes a curve away: that is the even pace.</param>
public sealed record RulesDraft(
    RulesPreset? Preset = null,
    LightBy? LightBy = null,
    decimal? GreenTo = null,
    decimal? UndefinedTo = null,
    decimal? YellowTo = null,
    PaceBy? PaceBy = null,
    CountedAmount? CountedAmount = null,
    decimal? AheadFromPoints = null,
    int? OverdueGraceDays = null,
    int? NodeGraceDays = null,
    int? NodeYellowDays = null,
    PaceCurve? PaceCurve = null)
{
    /// <summary>The rules it makes; whether they are sound says <see cref="RulesChecks"/>.</summary>
    public Rules Over(Rules inForce)
    {
        var start = Preset is { } preset ? RulesPresets.Of(preset) : inForce;
        if (LightBy is { } lightBy && lightBy != start.LightBy)
        {
            var bands = RulesPresets.Of(lightBy);
            start = start with { LightBy = lightBy, GreenTo = bands.GreenTo, UndefinedTo = null, YellowTo = bands.YellowTo };
        }

        return start with
        {
            GreenTo = GreenTo ?? start.GreenTo,
            UndefinedTo = UndefinedTo switch { null => start.UndefinedTo, 0 => null, var band => band },
            YellowTo = YellowTo ?? start.YellowTo,
            PaceBy = PaceBy ?? start.PaceBy,
            CountedAmount = CountedAmount ?? start.CountedAmount,
            AheadFromPoints = AheadFromPoints ?? start.AheadFromPoints,
            OverdueGraceDays = OverdueGraceDays ?? start.OverdueGraceDays,
            NodeGraceDays = NodeGraceDays ?? start.NodeGraceDays,
            NodeYellowDays = NodeYellowDays ?? start.NodeYellowDays,
            PaceCurve = PaceCurve switch { null => start.PaceCurve, { Stages: [100] } => null, var curve => curve },
        };
    }
}
