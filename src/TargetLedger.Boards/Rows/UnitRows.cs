using TargetLedger.Domain.Units;

namespace TargetLedger.Boards;

internal sealed record UnitRows(IReadOnlyList<UnitRow> Head, IReadOnlyList<UnitAliasRow> Aliases)
{
    public static UnitRows Empty { get; } = new([], []);

    public static UnitRows Of(Unit u) => new(
        [new(u.Code, u.Name, u.Kind, u.CreditCode, u.RegionCode, u.Version)],
        [.. u.Aliases.Select((alias, i) => new UnitAliasRow(u.Code, i, alias))]);

    public Unit ToUnit()
    {
        var head = Head[0];
        return new(head.Unit, head.Name, head.Kind, [.. Aliases.Select(a => a.Alias)], head.CreditCode, head.RegionCode, head.Version);
    }
}

internal sealed record UnitGroupRows(IReadOnlyList<UnitGroupRow> Head, IReadOnlyList<MembershipRow> Members)
{
    public static UnitGroupRows Empty { get; } = new([], []);

    public static UnitGroupRows Of(UnitGroup g) => new(
        [new(g.Code, g.Name, g.Open, g.Version)],
        [.. g.Members.Select((m, i) => new MembershipRow(g.Code, i, m.Unit, m.From, m.To, m.RecordedOn, m.EndRecordedOn))]);

    public UnitGroup ToGroup()
    {
        var head = Head[0];
        return new(head.UnitGroup, head.Name, head.IsOpen, [.. Members.Select(m => new Membership(m.Unit, m.FromDay, m.ToDay) { RecordedOn = m.RecordedOn, EndRecordedOn = m.EndRecordedOn })], head.Version);
    }
}
