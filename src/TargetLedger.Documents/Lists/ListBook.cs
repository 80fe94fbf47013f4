using System.Runtime.CompilerServices;
using TargetLedger.Documents.Sheets;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Units;

namespace TargetLedger.Documents.Lists;

/// <summary>
/// Writes a list with everything a plan file can say of it: its rows, and behind them sheets of what would overload a row.
/// A .csv has the rows alone. Whoever drafts from the file reads the same list again.
/// </summary>
/// <param name="plans">Those in force, with their sources and who answers for their tasks.</param>
/// <param name="directory">Everybody the list may name.</param>
public sealed class ListBook(IReadOnlyList<Plan> plans, UnitDirectory directory)
{
    /// <summary>What only reading back needs stands last and is not printed.</summary>
    private static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new(ListColumns.Plan, 10), new(ListColumns.Section, 14), new(ListColumns.Task, 8), new(ListColumns.TaskTitle, 24), new(ListColumns.Number, 8), new(ListColumns.Title, 28),
        new(ListColumns.Target, 16), new(ListColumns.Unit, 8), new(ListColumns.Leads, 18), new(ListColumns.Partners, 24), new(ListColumns.End, 12), new(ListColumns.Nodes, 26),
        new(ListColumns.Standing, 8), NotPrinted(ListColumns.Bound, 10), NotPrinted(ListColumns.Value, 14), NotPrinted(ListColumns.Upper, 12), NotPrinted(ListColumns.Measure, 24),
        NotPrinted(ListColumns.Definition, 30), NotPrinted(ListColumns.DataSource, 20), NotPrinted(ListColumns.Strength, 10), NotPrinted(ListColumns.Cadence, 10),
        NotPrinted(ListColumns.Start, 12), NotPrinted(ListColumns.Baseline, 12), NotPrinted(ListColumns.GrowthIn, 10), NotPrinted(ListColumns.Counts, 10), NotPrinted(ListColumns.MayOverlap, 10),
        NotPrinted(ListColumns.Tolerance, 10), NotPrinted(ListColumns.PaceStart, 12), NotPrinted(ListColumns.Place, 20),
    ];

    // What the rows named, so that the sheets behind them hold nothing else.
    private readonly HashSet<string> _units = new(StringComparer.Ordinal);
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Plan, string Task), IReadOnlyList<Responsibility>> _ofTasks = [];
    private bool _hasNodes;
    private bool _hasDivisions;
    private bool _hasAnswering;
    private bool _hasLinks;

    /// <param name="items">The items of the list in its order; read once more for each sheet that some of them need.</param>
    public Task WriteAsync(
        Stream target, SheetFormat format, string title, string note, string footer, Func<CancellationToken, IAsyncEnumerable<ListItem>> items, CancellationToken cancellation)
    {
        var sheet = new Sheet("台账", title, note, footer, Columns);
        return SheetFile.WriteAsync(target, format, sheet, RowsAsync(items(cancellation), cancellation), Behind, cancellation);

        IEnumerable<(Sheet, IAsyncEnumerable<IReadOnlyList<SheetCell>>)> Behind()
        {
            if (_hasNodes)
                yield return Of("节点", ListHeadings.OfNodes, [10, 8, 8, 40, 12, 40, 8], OfEach(Nodes));
            if (_hasDivisions)
                yield return Of("分解", ListHeadings.OfDivisions, [10, 8, 12, 30, 30, 14], OfEach(Divisions));
            if (_hasAnswering || OwnOfTasks().Any())
                yield return Of("责任", ListHeadings.OfAnswering, [10, 8, 8, 8, 40, 20, 10], AnsweringAsync());
            if (_hasLinks)
                yield return Of("关联", ListHeadings.OfLinks, [10, 8, 14, 10, 8, 12, 12, 40], OfEach(Links));
            var listed = plans.Where(p => _listed.Contains(p.Code)).ToList();
            yield return Of("方案", ListHeadings.OfPlans, [10, 40, 30, 20, 12, 12, 12], listed.Select(PlanRow).ToAsyncEnumerable());
            yield return Of("来源", ListHeadings.OfSources, [10, 12, 40, 24, 20, 12, 20], listed.SelectMany(Sources).ToAsyncEnumerable());
            if (_units.Count > 0)
                yield return Of("单位", ListHeadings.OfUnits, [14, 36, 12, 40, 22, 14], UnitsNamed().Select(UnitRow).ToAsyncEnumerable());
            if (_groups.Count > 0)
                yield return Of("单位组", ListHeadings.OfGroups, [14, 36, 12, 14, 36, 12, 12], GroupsNamed().SelectMany(GroupRows).ToAsyncEnumerable());
        }

        (Sheet, IAsyncEnumerable<IReadOnlyList<SheetCell>>) Of(string name, IReadOnlyList<string> headings, int[] widths, IAsyncEnumerable<IReadOnlyList<SheetCell>> rows)
            => (new(name, $"{title} · {name}", note, footer, [.. headings.Select((h, i) => new SheetColumn(h, widths[i]))]), rows);

        IAsyncEnumerable<IReadOnlyList<SheetCell>> OfEach(Func<ListItem, IEnumerable<IReadOnlyList<SheetCell>>> rows)
            => items(cancellation).SelectMany(i => rows(i).ToAsyncEnumerable());

        IAsyncEnumerable<IReadOnlyList<SheetCell>> AnsweringAsync()
            => OfTasks().ToAsyncEnumerable().Concat(items(cancellation).Where(i => NeedsRows(i.Responsible)).SelectMany(i => Answering(i.Plan, i.Task, i.Number, i.Responsible).ToAsyncEnumerable()));
    }

    private static SheetColumn NotPrinted(string header, int most) => new(header, most, IsPrinted: false);

    private async IAsyncEnumerable<IReadOnlyList<SheetCell>> RowsAsync(IAsyncEnumerable<ListItem> items, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var item in items.WithCancellation(cancellation))
        {
            Note(item);
            yield return CellsOf(item);
        }
    }

    private void Note(ListItem item)
    {
        _listed.Add(item.Plan);
        _ofTasks.TryAdd((item.Plan, item.Task), item.Responsible);
        _hasNodes |= item.Nodes.Count > 0;
        _hasDivisions |= item.Apportionment is not null;
        _hasAnswering |= NeedsRows(item.Responsible);
        _hasLinks |= item.Links.Count > 0;
        Name(item.Responsible);
        if (item.Apportionment is not { } divided)
            return;
        _groups.Add(divided.Group);
        _units.UnionWith(divided.Quotas.Select(q => q.Unit));
    }

    private void Name(IEnumerable<Responsibility> responsible)
    {
        foreach (var one in responsible)
            _ = one.Unit is { } unit ? _units.Add(unit) : _groups.Add(one.Group!);
    }

    private IReadOnlyList<SheetCell> CellsOf(ListItem row) =>
    [
        SheetCell.Of(row.Plan),
        SheetCell.Of(row.SectionTitle is null ? row.Section : $"{row.Section}{ListColumns.Comma}{row.SectionTitle}"),
        SheetCell.Of(row.Task),
        SheetCell.Of(row.TaskTitle),
        SheetCell.Of(row.Number),
        SheetCell.Of(row.Title),
        SheetCell.Of(row.Target?.AsWritten),
        SheetCell.Of(row.Measure?.Unit),
        SheetCell.Of(ListColumns.Joined(row.Responsible.Where(r => r.Role == Role.Lead).Select(NameOf))),
        SheetCell.Of(ListColumns.Joined(row.Responsible.Where(r => r.Role == Role.Partner).Select(NameOf))),
        SheetCell.Of(row.Period.End),
        SheetCell.Of(string.Join('\n', row.Nodes.Select(ListColumns.Of))),
        SheetCell.Of(row.Standing),
        SheetCell.Of(row.Target is { } target ? ListColumns.Of(target.Bound) : null),
        SheetCell.Of(row.Target?.Value),
        SheetCell.Of(row.Target?.Upper),
        SheetCell.Of(row.Measure?.Name),
        SheetCell.Of(row.Measure?.Definition),
        SheetCell.Of(row.Measure?.DataSource),
        SheetCell.Of(ListColumns.Of(row.Strength)),
        SheetCell.Of(ListColumns.Of(row.Cadence)),
        SheetCell.Of(row.Period.Start),
        SheetCell.Of(row.Target?.Baseline),
        SheetCell.Of(row.Target?.GrowthIn is { } growthIn ? ListColumns.Of(growthIn) : null),
        SheetCell.Of(row.Measure is { } measure ? ListColumns.Of(measure.Kind) : null),
        SheetCell.Of(row.Measure is { MayOverlap: true } ? ListColumns.Yes : null),
        SheetCell.Of(row.Target?.TolerancePercent),
        SheetCell.Of(row.PaceStart),
        SheetCell.Of(row.Place),
    ];

    private static IEnumerable<IReadOnlyList<SheetCell>> Nodes(ListItem item) => item.Nodes.Select(n => (IReadOnlyList<SheetCell>)
    [
        SheetCell.Of(item.Plan), SheetCell.Of(item.Number), SheetCell.Of(n.Id), SheetCell.Of(n.Name), SheetCell.Of(n.Planned), SheetCell.Of(n.Sign), SheetCell.Of(n.Weight),
    ]);

    private IEnumerable<IReadOnlyList<SheetCell>> Divisions(ListItem item)
    {
        if (item.Apportionment is not { } divided)
            return [];
        var shares = divided.Quotas.Select(q => (Name: (string?)directory.NameOf(q.Unit), Value: (decimal?)q.Value)).ToList();
        if (divided.OwnShare is { } own)
            shares.Add((ListHeadings.OwnShare, own));
        if (shares.Count == 0)
            shares.Add((null, null));
        return shares.Select(s => (IReadOnlyList<SheetCell>)
        [
            SheetCell.Of(item.Plan), SheetCell.Of(item.Number), SheetCell.Of(ListColumns.Of(divided.Way)), SheetCell.Of(GroupName(divided.Group)), SheetCell.Of(s.Name), SheetCell.Of(s.Value),
        ]);
    }

    /// <summary>What the columns of leads and partners cannot say: sides, inferences, another order.</summary>
    private static bool NeedsRows(IReadOnlyList<Responsibility> responsible)
        => responsible.Any(r => r.Side is not null || r.Inferred) || responsible.SkipWhile(r => r.Role == Role.Lead).Any(r => r.Role == Role.Lead);

    /// <summary>Tasks answered for by others than their first item is.</summary>
    private IEnumerable<IReadOnlyList<SheetCell>> OfTasks() => OwnOfTasks().SelectMany(t => Answering(t.Plan, t.Task, null, t.Responsible));

    private IEnumerable<(string Plan, string Task, IReadOnlyList<Responsibility> Responsible)> OwnOfTasks()
        => from plan in plans
           from task in plan.Sections.SelectMany(s => s.Tasks)
           where task.Responsible.Count > 0 && _ofTasks.TryGetValue((plan.Code, task.Number), out var first) && !task.Responsible.SequenceEqual(first)
           select (plan.Code, task.Number, task.Responsible);

    private IEnumerable<IReadOnlyList<SheetCell>> Answering(string plan, string task, string? number, IReadOnlyList<Responsibility> responsible) => responsible.Select(r => (IReadOnlyList<SheetCell>)
    [
        SheetCell.Of(plan), SheetCell.Of(task), SheetCell.Of(number), SheetCell.Of(ListColumns.Of(r.Role)), SheetCell.Of(NameOf(r)), SheetCell.Of(r.Side), SheetCell.Of(r.Inferred ? ListColumns.Yes : null),
    ]);

    private static IEnumerable<IReadOnlyList<SheetCell>> Links(ListItem item) => item.Links.Select(l => (IReadOnlyList<SheetCell>)
    [
        SheetCell.Of(item.Plan), SheetCell.Of(item.Number), SheetCell.Of(l.CountsThere ? "计入对方" : "由对方计入"), SheetCell.Of(l.Plan), SheetCell.Of(l.Number), SheetCell.Of(l.From), SheetCell.Of(l.Until),
        SheetCell.Of(l.Authority),
    ]);

    private static IReadOnlyList<SheetCell> PlanRow(Plan plan) =>
    [
        SheetCell.Of(plan.Code), SheetCell.Of(plan.Title), SheetCell.Of(plan.Issuer), SheetCell.Of(plan.DocumentNumber), SheetCell.Of(plan.IssuedOn), SheetCell.Of(plan.Period.Start), SheetCell.Of(plan.Period.End),
    ];

    // The file a list was read from is kept with the list it became, and is no source of another one.
    private static IEnumerable<IReadOnlyList<SheetCell>> Sources(Plan plan) => plan.Sources.Where(s => !OriginalFile.Is(s)).Select(s => (IReadOnlyList<SheetCell>)
    [
        SheetCell.Of(plan.Code), SheetCell.Of(ListColumns.Of(s.Kind)), SheetCell.Of(s.Title), SheetCell.Of(s.Issuer), SheetCell.Of(s.DocumentNumber), SheetCell.Of(s.Date), SheetCell.Of(s.Place),
    ]);

    private IEnumerable<Unit> UnitsNamed()
    {
        // Who answers for a task and who is in a group is named too.
        foreach (var (_, _, responsible) in OwnOfTasks())
            Name(responsible);
        foreach (var group in GroupsNamed())
            _units.UnionWith(group.Members.Select(m => m.Unit));
        return _units.Order(StringComparer.Ordinal).Select(c => directory.Units.GetValueOrDefault(c)).OfType<Unit>();
    }

    private static IReadOnlyList<SheetCell> UnitRow(Unit unit) =>
    [
        SheetCell.Of(unit.Code), SheetCell.Of(unit.Name), SheetCell.Of(ListColumns.Of(unit.Kind)), SheetCell.Of(ListColumns.Joined(unit.Aliases)), SheetCell.Of(unit.CreditCode), SheetCell.Of(unit.RegionCode),
    ];

    private IEnumerable<UnitGroup> GroupsNamed() => _groups.Order(StringComparer.Ordinal).Select(c => directory.Groups.GetValueOrDefault(c)).OfType<UnitGroup>();

    private IEnumerable<IReadOnlyList<SheetCell>> GroupRows(UnitGroup group)
    {
        var members = group.Members.Select(m => (Code: (string?)m.Unit, Name: (string?)directory.NameOf(m.Unit), From: (DateOnly?)m.From, m.To)).ToList();
        if (members.Count == 0)
            members.Add((null, null, null, null));
        return members.Select(m => (IReadOnlyList<SheetCell>)
        [
            SheetCell.Of(group.Code), SheetCell.Of(group.Name), SheetCell.Of(group.Open ? ListColumns.Yes : null), SheetCell.Of(m.Code), SheetCell.Of(m.Name), SheetCell.Of(m.From), SheetCell.Of(m.To),
        ]);
    }

    private string NameOf(Responsibility one) => one.Unit is { } unit ? directory.NameOf(unit) : GroupName(one.Group!);

    private string GroupName(string code) => directory.Groups.TryGetValue(code, out var group) ? group.Name : code;
}
