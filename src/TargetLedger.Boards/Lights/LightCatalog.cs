namespace TargetLedger.Boards;

/// <summary>What entries refer to by number. It only grows, so that of two the larger says all the smaller does.</summary>
/// <param name="Naming">Which combinations name a unit or group, in whatever part.</param>
internal sealed record LightCatalog(LightCommitment[] Commitments, Parties[] Parties, UnitNumbers Units, ILookup<string, int> Naming)
{
    public static LightCatalog Empty { get; } = new([], [], new([]), Array.Empty<int>().ToLookup(_ => ""));

    public LightCatalog With(IReadOnlyList<LightCommitment> commitments, IReadOnlyList<string[]> parties)
    {
        var all = this;
        if (commitments.Count > 0)
            all = all with { Commitments = [.. Commitments, .. commitments] };
        if (parties.Count == 0)
            return all;

        var units = Units.With(parties.SelectMany(p => p).Where(p => p[0] == PartyBook.LeadUnit).Select(p => p[1..]));
        Parties[] known = [.. Parties, .. parties.Select(p => Boards.Parties.Of(p, units))];
        return all with
        {
            Parties = known,
            Units = units,
            Naming = known.SelectMany((p, id) => p.Names.Select(name => (name, id))).ToLookup(n => n.name, n => n.id, StringComparer.Ordinal),
        };
    }

    /// <summary>The combinations in which a unit or group has a part.</summary>
    public IEnumerable<int> PartiesOf(string code, params ReadOnlySpan<char> parts)
    {
        var found = new List<int>();
        foreach (var part in parts)
            found.AddRange(Naming[part + code]);
        return found;
    }
}

/// <summary>The units that lead anything, numbered so that they can be counted in an array.</summary>
internal sealed class UnitNumbers(IReadOnlyList<string> codes)
{
    private readonly Dictionary<string, int> numbers = codes.Select((code, i) => (code, i)).ToDictionary(c => c.code, c => c.i, StringComparer.Ordinal);

    public int Count => codes.Count;

    public string CodeOf(int number) => codes[number];

    public int NumberOf(string code) => numbers[code];

    public UnitNumbers With(IEnumerable<string> others)
    {
        string[] added = [.. others.Where(code => !numbers.ContainsKey(code)).Distinct(StringComparer.Ordinal)];
        return added.Length == 0 ? this : new([.. codes, .. added]);
    }
}

/// <summary>A combination of units and groups, as <see cref="PartyBook"/> numbered it.</summary>
/// <param name="Leads">The numbers of the units that lead, in the order of the document.</param>
/// <param name="Names">Codes, each behind the part it has.</param>
internal sealed record Parties(int[] Leads, IReadOnlyList<string> Names)
{
    public static Parties Of(IReadOnlyList<string> names, UnitNumbers units)
        => new([.. names.Where(n => n[0] == PartyBook.LeadUnit).Select(n => units.NumberOf(n[1..]))], names);
}
