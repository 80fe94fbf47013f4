using TargetLedger.Domain.Periods;

namespace TargetLedger.Boards;

/// <summary>Who has not reported, counted, and the units of one page.</summary>
/// <param name="Numbers">Of the commitments for which these owe something.</param>
internal sealed record CallCount(TimelinessCounts Periods, IReadOnlyList<string> Units, IReadOnlyList<int> Numbers, int Listed)
{
    public static CallCount Of(LightView view, DayMatters matters, TimelinessFilter filter, DateOnly on, int offset, int limit)
    {
        var holds = new LightFilter(new(filter.Plan, filter.Section), on, view);
        var tally = new TimelinessTally();
        var units = new Dictionary<string, (int Missing, List<int> Numbers)>(StringComparer.Ordinal);
        foreach (var number in view.Listing.Order)
        {
            if (matters.Of(number) is not { Due.Length: > 0 } known || !holds.Holds(number, 0))
                continue;
            foreach (var due in known.Due)
            {
                if (!filter.Holds(due, view.Frame.Directory))
                    continue;
                tally.Add(due.Timeliness, due.AfterLock);
                if (!known.Runs || due.Timeliness is not (Timeliness.Missing or Timeliness.Pending))
                    continue;
                var owes = units.TryGetValue(due.Unit, out var before) ? before : (Missing: 0, Numbers: []);
                owes.Numbers.Add(number);
                units[due.Unit] = (owes.Missing + (due.Timeliness == Timeliness.Missing ? 1 : 0), owes.Numbers);
            }
        }

        var page = units.OrderByDescending(u => u.Value.Missing).ThenBy(u => u.Key, StringComparer.Ordinal).Skip(offset).Take(limit).ToList();
        return new(tally.ToCounts(), [.. page.Select(u => u.Key)], [.. page.SelectMany(u => u.Value.Numbers)], units.Count);
    }
}
