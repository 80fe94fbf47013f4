namespace TargetLedger.Domain.Units;

/// <summary>The units and groups a decision needs to know, by code; read at the edge and handed in.</summary>
public sealed record UnitDirectory(IReadOnlyDictionary<string, Unit> Units, IReadOnlyDictionary<string, UnitGroup> Groups)
{
    public static UnitDirectory Empty { get; } = new(new Dictionary<string, Unit>(StringComparer.Ordinal), new Dictionary<string, UnitGroup>(StringComparer.Ordinal));

    public IReadOnlyList<string> MembersOn(string group, DateOnly day)
        => Groups.TryGetValue(group, out var found) ? found.MembersOn(day) : [];

    public string NameOf(string unit) => Units.TryGetValue(unit, out var found) ? found.Name : unit;
}
