using TargetLedger.Domain.Commitments;

namespace TargetLedger.Boards;

/// <summary>Combinations of units and groups, numbered in the order in which the log first has them.</summary>
internal sealed class PartyBook
{
    public const char LeadUnit = 'L';
    public const char LeadGroup = 'l';
    public const char PartnerUnit = 'P';
    public const char PartnerGroup = 'p';
    public const char Member = 'M';
    public const char Returned = 'R';

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<string[]> added = [];
    private (IReadOnlyList<Responsibility> Responsible, string Groups, int Id)? last;

    public PartyBook(IEnumerable<string[]> known)
    {
        foreach (var parties in known)
            ids.Add(KeyOf(parties), ids.Count);
    }

    public int Count => ids.Count;

    /// <summary>Those that were not known when this was last asked, and the id of the first of them.</summary>
    public (int First, IReadOnlyList<string[]> Parties) TakeAdded()
    {
        var taken = added.ToArray();
        added.Clear();
        return (Count - taken.Length, taken);
    }

    /// <summary>Who answers, in the order of the document, and the groups it is divided among.</summary>
    /// <param name="groups">Codes, one a line.</param>
    public int IdOf(IReadOnlyList<Responsibility> responsible, string groups)
    {
        // Most steps of a commitment have the same.
        if (last is { } asked && ReferenceEquals(asked.Responsible, responsible) && asked.Groups == groups)
            return asked.Id;

        var id = IdOf([.. responsible.SelectMany(PartiesOf), .. MembersOf(groups)]);
        last = (responsible, groups, id);
        return id;
    }

    /// <summary>The groups it is divided among on some day.</summary>
    public int? GroupIdOf(Commitment commitment) => commitment.Divisions.IsEmpty
        ? null
        : IdOf([.. commitment.Divisions.Select(d => Member + d.Terms.Group).Distinct(StringComparer.Ordinal)]);

    /// <summary>The ids of combinations with a group that something was divided among.</summary>
    public HashSet<int> FindGroup(string group)
        => [.. ids.Where(i => i.Key.Split('\0').Contains(Member + group, StringComparer.Ordinal)).Select(i => i.Value)];

    /// <summary>The units that have a report to correct.</summary>
    public int? ReturnedIdOf(Commitment commitment)
        => commitment.Reports.Exists(r => r.Status == ReportStatus.Returned)
            ? IdOf([.. commitment.Reports.Where(r => r.Status == ReportStatus.Returned).Select(r => Returned + r.Unit).Distinct(StringComparer.Ordinal)])
            : null;

    private int IdOf(string[] parties)
    {
        var key = KeyOf(parties);
        if (!ids.TryGetValue(key, out var id))
        {
            id = ids.Count;
            ids.Add(key, id);
            added.Add(parties);
        }

        return id;
    }

    private static IEnumerable<string> PartiesOf(Responsibility r)
    {
        if (r.Unit is { } unit)
            yield return (r.Role == Role.Lead ? LeadUnit : PartnerUnit) + unit;
        if (r.Group is { } group)
            yield return (r.Role == Role.Lead ? LeadGroup : PartnerGroup) + group;
    }

    private static IEnumerable<string> MembersOf(string groups) => groups.Length == 0 ? [] : groups.Split('\n').Select(g => Member + g);

    private static string KeyOf(string[] parties) => string.Join('\0', parties);
}
