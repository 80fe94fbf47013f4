namespace TargetLedger.Domain.Units;

/// <summary>The units and groups a decision needs to know, by code; read at the edge and handed in.</summary>
public sealed record UnitDirectory(IReadOnlyDictionary<string, Unit> Units, IReadOnlyDictionary<string, UnitGroup> Groups)
{
    public static UnitDirectory Empty { get; } = new(new Dictionary<string, Unit>(StringComparer.Ordinal), new Dictionary<string, UnitGroup>(StringComparer.Ordinal));

    /// <param name="knownOn">By what had been recorded on a day; null for all.</param>
    public IReadOnlyList<string> MembersOn(string group, DateOnly day, DateOnly? knownOn = null)
        => Groups.TryGetValue(group, out var found) ? found.MembersOn(day, knownOn) : [];

    public string NameOf(string unit) => Units.TryGetValue(unit, out var found) ? found.Name : unit;
}
