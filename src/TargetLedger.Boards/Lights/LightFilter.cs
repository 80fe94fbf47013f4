namespace TargetLedger.Boards;

/// <summary>
/// A board's filter on entries: what <see cref="BoardFilter.Holds"/> says of commitments. Who answers is found out once for
/// the combinations of units and groups concerned, and not commitment by commitment.
/// </summary>
internal sealed class LightFilter
{
    private readonly BoardFilter filter;
    private readonly LightView view;
    private readonly bool[] sections;
    private readonly bool[] ofUnits;
    private readonly bool[] ofGroup;

    public LightFilter(BoardFilter filter, DateOnly on, LightView view)
    {
        this.filter = filter;
        this.view = view;
        sections = [.. view.Listing.Sections.Select(s => (filter.Plan is null || filter.Plan == s.Plan || filter.Plan == s.PlanCode) && (filter.Section is null || filter.Section == s.Number))];
        ofUnits = filter.Units is { } units ? Marks([.. units.SelectMany(unit => OfUnit(unit, on))]) : [];
        ofGroup = filter.Group is { } group ? Marks([.. OfGroup(group, on)]) : [];
    }

    public bool Holds(int number, int parties)
        => sections[view.Listing.SectionOf[number]]
           && (filter.Units is null || ofUnits[parties])
           && (filter.Group is null || ofGroup[parties]);

    /// <summary>It is named itself, or with a group that it is a member of on the day.</summary>
    private IEnumerable<int> OfUnit(string unit, DateOnly on)
    {
        var groups = view.Frame.Directory.Groups.Values.Where(g => g.MembersOn(on).Contains(unit, StringComparer.Ordinal));
        return view.Catalog.PartiesOf(unit, PartyBook.LeadUnit, PartyBook.PartnerUnit)
            .Concat(groups.SelectMany(g => view.Catalog.PartiesOf(g.Code, PartyBook.LeadGroup, PartyBook.PartnerGroup, PartyBook.Member)));
    }

    /// <summary>It is named itself, or somebody leads who is a member of it on the day.</summary>
    private IEnumerable<int> OfGroup(string group, DateOnly on)
        => view.Catalog.PartiesOf(group, PartyBook.LeadGroup, PartyBook.PartnerGroup, PartyBook.Member)
            .Concat(view.Frame.Directory.MembersOn(group, on).SelectMany(member => view.Catalog.PartiesOf(member, PartyBook.LeadUnit)));

    private bool[] Marks(int[] parties)
    {
        var marks = new bool[view.Catalog.Parties.Length];
        foreach (var id in parties)
            marks[id] = true;
        return marks;
    }
}
