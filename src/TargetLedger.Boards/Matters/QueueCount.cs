namespace TargetLedger.Boards;

/// <summary>What waits for a supervisor, counted, and where the items of one page are found.</summary>
/// <param name="Page">The commitment's stream and number, and the item's place among its items.</param>
internal sealed record QueueCount(QueueCounts Counts, IReadOnlyList<(string Commitment, int Number, int Place)> Page, int Listed)
{
    public static QueueCount Of(LightView view, DayMatters matters, BoardFilter about, QueueKind? kind, DateOnly on, int offset, int limit)
    {
        var holds = about with { Light = null } == BoardFilter.None ? null : new LightFilter(about, on, view);
        var kinds = Enum.GetValues<QueueKind>();
        var (counted, through) = (new int[kinds.Length], (int)Math.Min(int.MaxValue, (long)offset + limit));
        // What is late or behind stays in the list's order, and what somebody has sent in is taken in turn.
        Foremost<Found>[] found = [.. kinds.Select(k => new Foremost<Found>(kind is null || kind == k ? through : 0, Found.InTurn))];
        foreach (var number in view.Listing.Order)
        {
            if ((holds is not null && !holds.Holds(number, view.Entries.PartiesOn(number, on))) || matters.Of(number) is not { Queue.Length: > 0 } known)
                continue;

            for (var place = 0; place < known.Queue.Length; place++)
            {
                ref readonly var mark = ref known.Queue[place];
                if (about.Units is not null && mark.Report is not null && !(mark.Unit is { } unit && about.Units.Contains(unit, StringComparer.Ordinal)))
                    continue;
                counted[(int)mark.Kind]++;
                found[(int)mark.Kind].Add(new(number, place, mark.IsLagging ? default : mark.Since, mark.IsLagging ? null : mark.Position));
            }
        }

        int CountOf(QueueKind of) => counted[(int)of];
        var wanted = kinds.Where(k => kind is null || k == kind).ToList();
        return new(
            new(CountOf(QueueKind.Overdue), CountOf(QueueKind.Behind), CountOf(QueueKind.Unverified), CountOf(QueueKind.Returned), CountOf(QueueKind.Claimed), CountOf(QueueKind.Unreviewed)),
            [.. wanted.SelectMany(k => found[(int)k].ToList()).Skip(offset).Take(limit).Select(f => (view.Catalog.Commitments[f.Number].Commitment, f.Number, f.Place))],
            wanted.Sum(CountOf));
    }

    private readonly record struct Found(int Number, int Place, DateOnly Since, long? Position)
    {
        public static Comparer<Found> InTurn { get; } = Comparer<Found>.Create(
            (one, other) => one.Since != other.Since ? one.Since.CompareTo(other.Since) : Nullable.Compare(one.Position, other.Position));
    }
}
