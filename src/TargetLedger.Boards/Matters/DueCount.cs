using TargetLedger.Domain.Periods;

namespace TargetLedger.Boards;

/// <summary>The reports owed, counted, and where those of one page are found.</summary>
/// <param name="Page">The commitment's stream and number, and the report's place among those owed for it.</param>
internal sealed record DueCount(TimelinessCounts Periods, IReadOnlyList<(string Commitment, int Number, int Place)> Page, int Listed)
{
    public static DueCount Of(LightView view, DayMatters matters, TimelinessFilter filter, Timeliness? timeliness, DateOnly on, int offset, int limit)
    {
        var holds = new LightFilter(new(filter.Plan, filter.Section), on, view);
        var (tally, listed) = (new TimelinessTally(), 0);
        var page = new List<(string, int, int)>();
        foreach (var number in view.Listing.Order)
        {
            if (matters.Of(number) is not { Due.Length: > 0 } known || !holds.Holds(number, 0))
                continue;
            for (var place = 0; place < known.Due.Length; place++)
            {
                ref readonly var due = ref known.Due[place];
                if (!filter.Holds(due, view.Frame.Directory))
                    continue;
                tally.Add(due.Timeliness, due.AfterLock);
                if (timeliness is not null && timeliness != due.Timeliness)
                    continue;
                if (listed >= offset && listed - offset < limit)
                    page.Add((view.Catalog.Commitments[number].Commitment, number, place));
                listed++;
            }
        }

        return new(tally.ToCounts(), page, listed);
    }
}
