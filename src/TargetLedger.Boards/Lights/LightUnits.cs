namespace TargetLedger.Boards;

/// <summary>Whose commitments are, whichever day is asked about: who once led still owes what was due then.</summary>
internal static class LightUnits
{
    /// <returns>Numbers, in the list's order.</returns>
    public static List<int> Of(IReadOnlyList<string> units, LightView view)
    {
        var marked = new bool[view.Catalog.Parties.Length];
        foreach (var id in units.SelectMany(unit => PartiesOf(unit, view)))
            marked[id] = true;

        var (entries, places) = (view.Entries, view.Listing.PlaceOf);
        var found = new List<int>();
        for (var number = 0; number < places.Length; number++)
        {
            // Of most it takes one look to know that they are somebody else's.
            if (places[number] >= 0 && (entries.OnlyPartiesOf(number) is >= 0 and var parties ? marked[parties] : LightEntry.Names(entries.EntryOf(number), marked)))
                found.Add(number);
        }

        found.Sort((x, y) => places[x].CompareTo(places[y]));
        return found;
    }

    /// <summary>It is named itself, or with a group that it was ever a member of.</summary>
    private static IEnumerable<int> PartiesOf(string unit, LightView view)
        => view.Catalog.PartiesOf(unit, PartyBook.LeadUnit, PartyBook.PartnerUnit, PartyBook.Returned)
            .Concat(view.Frame.Directory.Groups.Values
                .Where(g => g.Members.Exists(m => m.Unit == unit))
                .SelectMany(g => view.Catalog.PartiesOf(g.Code, PartyBook.LeadGroup, PartyBook.PartnerGroup, PartyBook.Member)));
}
