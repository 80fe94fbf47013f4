using TargetLedger.Documents.PlanFiles;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Drafting;
using TargetLedger.Domain.Units;

namespace TargetLedger.Documents.Confirming;

/// <summary>Everything the ledger knows of units and groups.</summary>
public sealed record RegisteredUnits(IReadOnlyList<Unit> Units, IReadOnlyList<UnitGroup> Groups);

/// <summary>
/// The names of a draft as registered units and groups: by the code the keeper gave, else by name or alias. Names that are
/// not known are faults, each named, or are to be registered.
/// </summary>
public sealed class UnitResolution
{
    private readonly Dictionary<(string Name, bool IsGroup), Resolved> _resolved = [];
    private readonly IReadOnlyDictionary<string, string> _named;
    private readonly bool _register;
    private readonly Dictionary<string, PlanFileUnit> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlanFileGroup> _groups = new(StringComparer.Ordinal);
    private readonly ILookup<string, Unit> _unitsByName;
    private readonly ILookup<string, UnitGroup> _groupsByName;
    private readonly Dictionary<string, Unit> _unitsByCode;
    private readonly Dictionary<string, UnitGroup> _groupsByCode;
    private readonly List<Refusal> _faults = [];

    // What an exported list says of the units it names: so they are registered where the ledger does not know them.
    private readonly Dictionary<string, ListedUnit> _listedUnits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListedGroup> _listedGroups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListedUnit> _listedByCode = new(StringComparer.Ordinal);

    private UnitResolution(RegisteredUnits registered, ListedBackground? listed, IReadOnlyDictionary<string, string> named, bool register)
    {
        (_named, _register) = (named, register);
        foreach (var unit in listed?.Units ?? [])
        {
            _listedUnits.TryAdd(Key(unit.Name), unit);
            _listedByCode.TryAdd(unit.Code, unit);
        }

        foreach (var group in listed?.Groups ?? [])
            _listedGroups.TryAdd(Key(group.Name), group);
        _unitsByName = registered.Units
            .SelectMany(u => u.Aliases.Prepend(u.Name).Select(Key).Distinct(StringComparer.Ordinal).Select(n => (Name: n, Unit: u)))
            .ToLookup(n => n.Name, n => n.Unit, StringComparer.Ordinal);
        _groupsByName = registered.Groups.ToLookup(g => Key(g.Name), StringComparer.Ordinal);
        _unitsByCode = registered.Units.ToDictionary(u => u.Code, StringComparer.Ordinal);
        _groupsByCode = registered.Groups.ToDictionary(g => g.Code, StringComparer.Ordinal);
    }

    /// <summary>Units the plan file names, the ones to be registered among them.</summary>
    public IReadOnlyCollection<PlanFileUnit> Units => _units.Values;

    public IReadOnlyCollection<PlanFileGroup> Groups => _groups.Values;

    /// <summary>One for each name that means nothing, or more than one thing.</summary>
    public IReadOnlyList<Refusal> Faults => _faults;

    /// <param name="named">Codes by the names of the draft: of a registered unit or group, or for one to be registered.</param>
    /// <param name="register">Whether names that are not known are to be registered, under codes made from them.</param>
    public static UnitResolution Of(PlanDraft draft, RegisteredUnits registered, IReadOnlyDictionary<string, string> named, bool register)
    {
        var resolution = new UnitResolution(registered, draft.Listed, named, register);
        foreach (var unit in NamedIn(draft))
            resolution.Resolve(unit);
        return resolution;
    }

    /// <summary>Every unit and group a draft names, as often as it does.</summary>
    public static IEnumerable<DraftedUnit> NamedIn(PlanDraft draft)
    {
        var readings = draft.Readings.Where(r => !draft.Dropped.ContainsKey(r.Id)).ToLookup(r => r.Task, StringComparer.Ordinal);
        return draft.TasksToList.SelectMany(t => t.Units.Concat(readings[t.Id].SelectMany(r => r.Units ?? [])))
            .Concat(draft.TasksToList.SelectMany(t => readings[t.Id]).Select(r => r.Listed?.Apportionment).OfType<Apportionment>().SelectMany(Divided));

        static IEnumerable<DraftedUnit> Divided(Apportionment divided)
            => divided.Quotas.Select(q => new DraftedUnit(q.Unit)).Prepend(new(divided.Group, IsGroup: true));
    }

    /// <summary>With codes in the place of names; null where the group, or a unit with a quota, is among the <see cref="Faults"/>.</summary>
    internal Apportionment? Divided(Apportionment named)
    {
        var group = this[new(named.Group, IsGroup: true)];
        var quotas = named.Quotas.Select(q => (Unit: this[new(q.Unit)], q.Value)).ToList();
        return group is { IsGroup: true } && quotas.TrueForAll(q => q.Unit is { IsGroup: false })
            ? named with { Group = group.Code, Quotas = [.. quotas.Select(q => new Quota(q.Unit!.Code, q.Value))] }
            : null;
    }

    /// <summary>Null for a name among the <see cref="Faults"/>.</summary>
    public Resolved? this[DraftedUnit unit] => _resolved.GetValueOrDefault((Key(unit.Name), unit.IsGroup));

    /// <summary>What a code is called, in the ledger or in the draft.</summary>
    public string NameOf(string code)
        => _unitsByCode.TryGetValue(code, out var unit) ? unit.Name
            : _groupsByCode.TryGetValue(code, out var group) ? group.Name
            : _units.TryGetValue(code, out var made) ? made.Name
            : _groups.TryGetValue(code, out var formed) ? formed.Name
            : code;

    private void Resolve(DraftedUnit unit)
    {
        var key = (Key(unit.Name), unit.IsGroup);
        if (_resolved.ContainsKey(key) || _faults.Exists(f => f.Member == MemberOf(unit)))
            return;
        if ((unit.Code ?? _named.GetValueOrDefault(unit.Name)) is { } code)
            Take(key, unit, code);
        else if (Known(unit) is { } known)
            Take(key, known);
        else if (_register && !IsAmbiguous(unit))
            Register(key, unit);
        else
            _faults.Add(Fault(unit));
    }

    private void Register((string Name, bool IsGroup) key, DraftedUnit unit)
    {
        if (unit.IsGroup && _listedGroups.GetValueOrDefault(key.Name) is { } group && IsFreeCode(group.Code))
        {
            // Members are known here by their names, whatever code they had there.
            var members = group.Members.Select(m => (Unit: ResolvedMember(m.Unit), m.From, m.To)).Where(m => m.Unit is not null);
            _groups.TryAdd(group.Code, new(group.Code, Storable.Line(group.Name), group.Open, [.. members.Select(m => new PlanFileMember(m.Unit!, m.From, m.To))]));
            _resolved[key] = new(group.Code, IsGroup: true);
        }
        else if (!unit.IsGroup && _listedUnits.GetValueOrDefault(key.Name) is { } listed && IsFreeCode(listed.Code))
        {
            _units.TryAdd(listed.Code, new(listed.Code, Storable.Line(listed.Name), listed.Kind, listed.Aliases?.Where(IsFree).ToList() is { Count: > 0 } aliases ? aliases : null, listed.CreditCode, listed.RegionCode));
            _resolved[key] = new(listed.Code, IsGroup: false);
        }
        else
        {
            Take(key, unit, MadeCode(unit));
        }
    }

    private string? ResolvedMember(string code)
    {
        if (!_listedByCode.TryGetValue(code, out var listed))
            return null;
        var unit = new DraftedUnit(listed.Name, Kind: listed.Kind);
        Resolve(unit);
        return this[unit] is { IsGroup: false } member ? member.Code : null;
    }

    // What is registered, or is to be, under a code of the list's is somebody else, or it would have been found by its name.
    private bool IsFreeCode(string code) => !_unitsByCode.ContainsKey(code) && !_groupsByCode.ContainsKey(code) && !_units.ContainsKey(code) && !_groups.ContainsKey(code);

    /// <summary>Everything registered, and what of the draft would be.</summary>
    internal UnitDirectory Directory()
    {
        var (units, groups) = (new Dictionary<string, Unit>(_unitsByCode, StringComparer.Ordinal), new Dictionary<string, UnitGroup>(_groupsByCode, StringComparer.Ordinal));
        foreach (var unit in _units.Values)
            units.TryAdd(unit.Code, new(unit.Code, unit.Name, unit.Kind, unit.Aliases ?? [], unit.CreditCode, unit.RegionCode, 0));
        foreach (var group in _groups.Values)
            groups.TryAdd(group.Code, new(group.Code, group.Name, group.Open, [], 0));
        return new(units, groups);
    }

    /// <summary>The streams of those named that are not registered yet.</summary>
    internal IReadOnlyList<ImportedStream> Registered(IEnumerable<Responsibility> named)
    {
        var codes = named.Select(r => r.Unit ?? r.Group!).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. _units.Values.Where(u => codes.Contains(u.Code) && !_unitsByCode.ContainsKey(u.Code)).Select(u => new ImportedStream(
                StreamIds.Unit(u.Code), StreamIds.UnitType, 0, [new UnitRegistered(u.Code, u.Name, u.Kind, u.Aliases ?? [])])),
            .. _groups.Values.Where(g => codes.Contains(g.Code) && !_groupsByCode.ContainsKey(g.Code)).Select(g => new ImportedStream(
                StreamIds.Group(g.Code), StreamIds.GroupType, 0, [new GroupFormed(g.Code, g.Name, g.Open, [])])),
        ];
    }

    private Resolved? Known(DraftedUnit unit)
    {
        foreach (var name in new[] { unit.Name, unit.Alias }.OfType<string>().Select(Key))
        {
            if (unit.IsGroup && _groupsByName[name].Take(2).ToList() is [var group])
                return new(group.Code, IsGroup: true);
            if (_unitsByName[name].Take(2).ToList() is [var one])
                return new(one.Code, IsGroup: false);
            if (!unit.IsGroup && _groupsByName[name].Take(2).ToList() is [var several])
                return new(several.Code, IsGroup: true);
        }

        return null;
    }

    private bool IsAmbiguous(DraftedUnit unit) => _unitsByName[Key(unit.Name)].Skip(1).Any() || _groupsByName[Key(unit.Name)].Skip(1).Any();

    private Refusal Fault(DraftedUnit unit)
    {
        if (!IsAmbiguous(unit))
        {
            return unit.IsGroup
                ? new("group_unknown", $"没有登记单位组“{unit.Name}”;请先登记、指明编码,或选择确认时登记", $"no group “{unit.Name}” is registered: register it, give a code, or have it registered on confirmation", MemberOf(unit))
                : new("unit_unknown", $"没有登记单位“{unit.Name}”;请先登记、指明编码,或选择确认时登记", $"no unit “{unit.Name}” is registered: register it, give a code, or have it registered on confirmation", MemberOf(unit));
        }

        var codes = string.Join("、", _unitsByName[Key(unit.Name)].Select(u => u.Code).Concat(_groupsByName[Key(unit.Name)].Select(g => g.Code)));
        return new("unit_ambiguous", $"“{unit.Name}”对应多个单位({codes}),请指明编码", $"“{unit.Name}” may be any of {codes}: give the code", MemberOf(unit));
    }

    /// <summary>A code the keeper gave: what is registered under it, else a new unit or group of the draft's name.</summary>
    private void Take((string Name, bool IsGroup) key, DraftedUnit unit, string code)
    {
        if (_unitsByCode.ContainsKey(code))
        {
            Take(key, new(code, IsGroup: false));
        }
        else if (_groupsByCode.ContainsKey(code))
        {
            Take(key, new(code, IsGroup: true));
        }
        else if (unit.IsGroup)
        {
            // Who belongs to it is not in the document: members join when they are known.
            _groups.TryAdd(code, new(code, Storable.Line(unit.Name), Open: true, []));
            _resolved[key] = new(code, IsGroup: true);
        }
        else
        {
            _units.TryAdd(code, new(code, Storable.Line(unit.Name), unit.Kind, unit.Alias is { } alias && IsFree(alias) ? [Storable.Line(alias)] : null));
            _resolved[key] = new(code, IsGroup: false);
        }
    }

    private void Take((string Name, bool IsGroup) key, Resolved known)
    {
        _resolved[key] = known;
        if (!known.IsGroup)
        {
            Name(known.Code);
            return;
        }

        var group = _groupsByCode[known.Code];
        foreach (var member in group.Members)
            Name(member.Unit);
        _groups.TryAdd(group.Code, new(group.Code, group.Name, group.Open, [.. group.Members.Select(m => new PlanFileMember(m.Unit, m.From, m.To))]));
    }

    private void Name(string code)
    {
        if (_unitsByCode.TryGetValue(code, out var unit))
            _units.TryAdd(code, new(unit.Code, unit.Name, unit.Kind, null, unit.CreditCode, unit.RegionCode));
    }

    private bool IsFree(string alias)
        => !_unitsByName.Contains(Key(alias)) && !_units.Values.Any(u => Key(u.Name) == Key(alias) || u.Aliases?.Any(a => Key(a) == Key(alias)) == true);

    // From the name alone, so that the same draft confirmed again means the same units.
    private static string MadeCode(DraftedUnit unit) => $"{(unit.IsGroup ? "g" : "u")}-{StreamIds.NameBased("unit named in a draft", Key(unit.Name)):N}"[..12];

    /// <summary>What the <see cref="Faults"/> of a name point to.</summary>
    internal static string MemberOf(DraftedUnit unit) => $"/units/{unit.Name}";

    // 市委党校〔行政学院〕 and 市委党校(行政学院) are one name.
    private static string Key(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)).Select(c => c switch
    {
        '（' or '〔' or '［' or '[' or '【' => '(',
        '）' or '〕' or '］' or ']' or '】' => ')',
        _ => c,
    }));
}

/// <param name="IsGroup">Whether the code is a group's.</param>
public sealed record Resolved(string Code, bool IsGroup);
