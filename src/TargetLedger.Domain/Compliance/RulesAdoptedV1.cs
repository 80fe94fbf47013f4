namespace TargetLedger.Domain.Compliance;

/// <summary>How rules were stored before they had bands of their own and could be for one plan.</summary>
public sealed record RulesAdoptedV1(string Name, DateOnly EffectiveFrom, RulesV1 Rules, string Authority);

/// <inheritdoc cref="RulesAdoptedV1"/>
public sealed record RulesV1(
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
    public Rules ToRules()
        => new(LightBy, YellowTo, PaceBy, CountedAmount, ApproxTolerancePercent, AheadFromPoints, OverdueGraceDays, NodeGraceDays, NodeYellowDays);
}
