using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Lists;
using TargetLedger.Documents.Sheets;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Drafting;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Units;
using Line = TargetLedger.Documents.Structure.ListRows.Line;

namespace TargetLedger.Documents.Structure;

/// <summary>
/// What the sheets behind an exported list say of its items. The list itself goes before them: what somebody changed in a
/// row holds, and the sheets add what the row has no room for.
/// </summary>
internal sealed class ListSheets
{
    private static readonly Dictionary<string, Role> Roles = ListRows.ByWord<Role>(ListColumns.Of);
    private static readonly Dictionary<string, SummingUp> Ways = ListRows.ByWord<SummingUp>(ListColumns.Of);
    private static readonly Dictionary<string, UnitKind> UnitKinds = ListRows.ByWord<UnitKind>(ListColumns.Of);
    private static readonly Dictionary<string, SourceKind> SourceKinds = ListRows.ByWord<SourceKind>(ListColumns.Of);

    private readonly Dictionary<(string?, string), List<Node>> _nodes;
    private readonly Dictionary<(string?, string), List<Line>> _divisions;
    private readonly Dictionary<(string?, string?, string?), List<Line>> _answering;
    private readonly Dictionary<string, UnitKind> _kinds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);

    public ListSheets(ListRows rows)
    {
        _nodes = By(rows.With(ListHeadings.OfNodes), l => l.Said(ListHeadings.Node) is not null && l.Day(ListHeadings.Planned) is not null)
            .ToDictionary(n => n.Key, n => n.Value.Select(NodeOf).ToList());
        _divisions = By(rows.With(ListHeadings.OfDivisions), l => l.Said(ListHeadings.Group) is not null);
        _answering = (rows.With(ListHeadings.OfAnswering) ?? [])
            .Where(l => l.Said(ListHeadings.Answering) is not null)
            .GroupBy(l => (l.Said(ListHeadings.PlanCode), l.Said(ListHeadings.Task), l.Said(ListHeadings.Number)))
            .ToDictionary(g => g.Key, g => g.ToList());
        Links = rows.With(ListHeadings.OfLinks)?.Count() ?? 0;
        Plans = [.. rows.With(ListHeadings.OfPlans) ?? []];
        var units = (rows.With(ListHeadings.OfUnits) ?? []).Where(l => l.Said(ListHeadings.UnitCode) is not null && l.Said(ListHeadings.UnitName) is not null).Select(UnitOf).ToList();
        var groups = GroupsOf(rows.With(ListHeadings.OfGroups) ?? []);
        foreach (var unit in units)
            _kinds.TryAdd(unit.Name, unit.Kind);
        _groups.UnionWith(groups.Select(g => g.Name).Where(n => !_kinds.ContainsKey(n)));
        var sources = Plans.Count == 1 ? (rows.With(ListHeadings.OfSources) ?? []).Where(l => l.Said(ListHeadings.SourceTitle) is not null).Select(SourceOf).ToList() : null;
        Background = units.Count + groups.Count > 0 || sources is { Count: > 0 } ? new(sources is { Count: > 0 } ? sources : null, units, groups) : null;
    }

    public int Links { get; }

    /// <summary>Null where the file says nothing of the kind.</summary>
    public ListedBackground? Background { get; }

    private List<Line> Plans { get; }

    /// <summary>What the one plan the list is of is called; null where there are several or none.</summary>
    public DraftPlan? Head
    {
        get
        {
            if (Plans is not [var plan])
                return null;
            var period = plan.Day(ListHeadings.Start) is { } start && plan.Day(ListHeadings.End) is { } end ? FormattableString.Invariant($"{start:yyyy-MM-dd}/{end:yyyy-MM-dd}") : null;
            var issued = plan.Day(ListHeadings.IssuedOn) is { } day ? FormattableString.Invariant($"{day:yyyy-MM-dd}") : null;
            return new(plan.Said(ListHeadings.Document), plan.Said(ListHeadings.Issuer), period, PeriodInferred: false, issued) { DocumentNumber = plan.Said(ListHeadings.DocumentNumber) };
        }
    }

    /// <summary>The nodes of a row, with what only the sheet says of them.</summary>
    /// <param name="inRow">By the row: name and day.</param>
    public List<Node> NodesOf(string? plan, string? number, List<Node> inRow)
    {
        if (number is null || !_nodes.TryGetValue((plan, number), out var known))
            return inRow;
        if (inRow.Select(n => (n.Name, n.Planned)).SequenceEqual(known.Select(n => (n.Name, n.Planned))))
            return known;
        var (left, ids) = (known.ToList(), new HashSet<string>(StringComparer.Ordinal));
        var merged = new List<Node>();
        foreach (var node in inRow)
        {
            var same = left.FindIndex(n => n.Name == node.Name);
            merged.Add(same < 0 ? node with { Id = "" } : left[same] with { Planned = node.Planned });
            if (same >= 0)
                left.RemoveAt(same);
        }

        ids.UnionWith(merged.Select(n => n.Id));
        for (var (i, next) = (0, 1); i < merged.Count; i++)
        {
            if (merged[i].Id.Length > 0)
                continue;
            while (!ids.Add($"n{next}"))
                next++;
            merged[i] = merged[i] with { Id = $"n{next}" };
        }

        return merged;
    }

    /// <summary>With the names of the group and the units in the place of codes.</summary>
    public Apportionment? DivisionOf(string? plan, string? number)
    {
        if (number is null || !_divisions.TryGetValue((plan, number), out var lines) || lines[0].Word(ListHeadings.Way, Ways) is not { } way)
            return null;
        var quotas = new List<Quota>();
        decimal? own = null;
        foreach (var line in lines)
        {
            if (line.Said(ListHeadings.Member) is not { } member || line.Number(ListHeadings.Quota) is not { } value)
                continue;
            if (member == ListHeadings.OwnShare)
                own = value;
            else
                quotas.Add(new(member, value));
        }

        return new(way, lines[0].Said(ListHeadings.Group)!, quotas, own);
    }

    /// <summary>Who answers for a task, where the list says it of the task itself.</summary>
    public IReadOnlyList<DraftUnit>? OfTask(string? plan, string? task)
        => _answering.TryGetValue((plan, task, null), out var lines) ? [.. lines.Select(AnsweringOf)] : null;

    /// <summary>Who answers for an item, with the sides and inferences only the sheet says.</summary>
    /// <param name="inRow">By the row: leads, then partners.</param>
    public IReadOnlyList<DraftUnit> OfItem(string? plan, string? task, string? number, List<DraftUnit> inRow)
    {
        var named = inRow.ConvertAll(u => Known(u.Name, u.Role));
        if (number is null || !_answering.TryGetValue((plan, task, number), out var lines))
            return named;
        var known = lines.ConvertAll(AnsweringOf);
        return named.Select(u => (u.Role, u.Name)).Order().SequenceEqual(known.Select(u => (u.Role, u.Name)).Order())
            ? known
            : named.ConvertAll(u => known.Find(k => (k.Role, k.Name) == (u.Role, u.Name)) ?? u);
    }

    private DraftUnit AnsweringOf(Line line) => Known(line.Said(ListHeadings.Answering)!, line.Word(ListHeadings.Role, Roles) == Role.Lead ? DraftRole.Lead : DraftRole.Co) with
    {
        Side = line.Said(ListHeadings.Side),
        Inferred = line.Said(ListHeadings.Inferred) == ListColumns.Yes,
    };

    /// <summary>What a name means is looked up when the draft is confirmed; the file knows whether it is a group.</summary>
    private DraftUnit Known(string name, DraftRole role)
        => new(name, _groups.Contains(name) ? DraftRole.Group : role, Inferred: false, 1, _kinds.GetValueOrDefault(name, UnitKind.Other), null, Open: false, null, name);

    private static Dictionary<(string?, string), List<Line>> By(IEnumerable<Line>? lines, Func<Line, bool> holds) => (lines ?? [])
        .Where(l => l.Said(ListHeadings.Number) is not null && holds(l))
        .GroupBy(l => (l.Said(ListHeadings.PlanCode), l.Said(ListHeadings.Number)!))
        .ToDictionary(g => g.Key, g => g.ToList());

    private static Node NodeOf(Line line, int index) => new(
        line.Said(ListHeadings.NodeId) ?? FormattableString.Invariant($"n{index + 1}"),
        line.Said(ListHeadings.Node)!,
        line.Day(ListHeadings.Planned)!.Value,
        line.Said(ListHeadings.Sign),
        line.Number(ListHeadings.Weight));

    private static Source SourceOf(Line line) => new(
        line.Word(ListHeadings.SourceKind, SourceKinds) ?? SourceKind.Other,
        line.Said(ListHeadings.SourceTitle)!,
        line.Said(ListHeadings.Issuer),
        line.Said(ListHeadings.DocumentNumber),
        line.Day(ListHeadings.IssuedOn),
        line.Said(ListHeadings.SourcePlace));

    private static ListedUnit UnitOf(Line line) => new(
        line.Said(ListHeadings.UnitCode)!,
        line.Said(ListHeadings.UnitName)!,
        line.Word(ListHeadings.UnitKind, UnitKinds) ?? UnitKind.Other,
        ListColumns.Parted(line.Said(ListHeadings.Alias) ?? "").ToList() is { Count: > 0 } aliases ? aliases : null,
        line.Said(ListHeadings.CreditCode),
        line.Said(ListHeadings.RegionCode));

    private static List<ListedGroup> GroupsOf(IEnumerable<Line> lines) => [.. lines
        .Where(l => l.Said(ListHeadings.GroupCode) is not null && l.Said(ListHeadings.GroupName) is not null)
        .GroupBy(l => l.Said(ListHeadings.GroupCode)!, StringComparer.Ordinal)
        .Select(g => new ListedGroup(
            g.Key,
            g.First().Said(ListHeadings.GroupName)!,
            g.First().Said(ListHeadings.IsOpen) == ListColumns.Yes,
            [.. g.Where(m => m.Said(ListHeadings.UnitCode) is not null && m.Day(ListHeadings.From) is not null).Select(m => new Membership(m.Said(ListHeadings.UnitCode)!, m.Day(ListHeadings.From)!.Value, m.Day(ListHeadings.Until)))]))];
}
