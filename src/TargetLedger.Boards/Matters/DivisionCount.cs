namespace TargetLedger.Boards;

/// <summary>The divisions of a filter, counted, and where those of one page are found.</summary>
/// <param name="Page">The commitment's stream and number, and the division's place among its divisions.</param>
internal sealed record DivisionCount(int Divisions, int Unfit, IReadOnlyList<(string Commitment, int Number, int Place)> Page, int Listed)
{
    public static DivisionCount Of(LightView view, DayMatters matters, DivisionFilter filter, DateOnly on, int offset, int limit)
    {
        var holds = new LightFilter(new(filter.Plan), on, view);
        var (divisions, unfit, listed) = (0, 0, 0);
        var page = new List<(string, int, int)>();
        foreach (var number in view.Listing.Order)
        {
            if (matters.Of(number) is not { Divisions.Length: > 0 } known || !holds.Holds(number, 0))
                continue;
            for (var place = 0; place < known.Divisions.Length; place++)
            {
                var mark = known.Divisions[place];
                if (!filter.Holds(mark.Group))
                    continue;
                divisions++;
                if (!mark.Fits)
                    unfit++;
                if (filter.Show == DivisionShow.Unfit && mark.Fits)
                    continue;
                if (listed >= offset && listed - offset < limit)
                    page.Add((view.Catalog.Commitments[number].Commitment, number, place));
                listed++;
            }
        }

        return new(divisions, unfit, page, listed);
    }
}
