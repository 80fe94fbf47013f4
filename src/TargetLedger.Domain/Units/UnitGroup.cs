using System.Collections.Immutable;

namespace TargetLedger.Domain.Units;

/// <summary>单位组: a dated list of units (各区县…), read as of the date in question.</summary>
public sealed record UnitGroup(string Code, string Name, bool Open, ImmutableList<Membership> Members, long Version)
{
    /// <summary>The members of a day, each once, in the list's order.</summary>
    /// <param name="knownOn">By what had been recorded on a day; null for all.</param>
    public IReadOnlyList<string> MembersOn(DateOnly day, DateOnly? knownOn = null)
        => [.. Members.Where(m => m.Covers(day, knownOn)).Select(m => m.Unit).Distinct(StringComparer.Ordinal)];

    public static UnitGroup? Fold(IEnumerable<Recorded> history) => history.Aggregate((UnitGroup?)null, Evolve);

    public static UnitGroup Evolve(UnitGroup? state, Recorded recorded) => recorded.Event switch
    {
        GroupFormed e => new(e.Code, e.Name, e.Open, [.. e.Members], recorded.Version),
        MemberJoined e => state! with { Members = state.Members.Add(new(e.Unit, e.From) { RecordedOn = recorded.IfAfter(e.From) }), Version = recorded.Version },
        MemberLeft e => state! with
        {
            Members = state.Members.ConvertAll(m => m.Unit == e.Unit && LastsBeyond(m, e.On) ? m with { To = e.On, EndRecordedOn = recorded.IfAfter(e.On) } : m),
            Version = recorded.Version,
        },
        _ => throw new InvalidOperationException($"A unit group does not know {recorded.Event.GetType().Name}."),
    };

    public static Decision Join(UnitGroup group, string unit, DateOnly from)
        => group.MembersOn(from).Contains(unit, StringComparer.Ordinal) ? Decision.Done : Decision.Of(new MemberJoined(unit, from));

    public static Decision Leave(UnitGroup group, string unit, DateOnly on)
    {
        var spells = group.Members.FindAll(m => m.Unit == unit);
        if (spells.IsEmpty)
            return Decision.No(new Refusal("not_a_member", "该单位不是成员", "the unit is not a member", "/unit"));
        if (spells.TrueForAll(m => m.From > on))
            return Decision.No(new Refusal("dates_reversed", "退出日期早于加入日期", "it cannot leave before it joined", "/on"));

        return spells.Exists(m => LastsBeyond(m, on)) ? Decision.Of(new MemberLeft(unit, on)) : Decision.Done;
    }

    private static bool LastsBeyond(Membership membership, DateOnly day)
        => membership.From <= day && (membership.To is null || membership.To > day);
}
