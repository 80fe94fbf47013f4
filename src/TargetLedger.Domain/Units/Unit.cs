namespace TargetLedger.Domain.Units;

/// <summary>责任单位: an organisation that answers for commitments.</summary>
public sealed record Unit(
    string Code,
    string Name,
    UnitKind Kind,
    IReadOnlyList<string> Aliases,
    string? CreditCode,
    string? RegionCode,
    long Version)
{
    public static Unit? Fold(IEnumerable<Recorded> history) => history.Aggregate((Unit?)null, Evolve);

    public static Unit Evolve(Unit? state, Recorded recorded) => recorded.Event switch
    {
        UnitRegistered e => new(e.Code, e.Name, e.Kind, e.Aliases, e.CreditCode, e.RegionCode, recorded.Version),
        UnitRenamed e => state! with { Name = e.Name, Aliases = [.. state.Aliases, state.Name], Version = recorded.Version },
        _ => throw new InvalidOperationException($"A unit does not know {recorded.Event.GetType().Name}."),
    };

    public static Decision Rename(Unit unit, string name, DateOnly from, string authority)
        => unit.Name == name ? Decision.Done : Decision.Of(new UnitRenamed(name, from, authority));
}
