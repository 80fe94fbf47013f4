namespace TargetLedger.Boards;

/// <summary>What waits for a supervisor, counted, and where the items of one page are found.</summary>
/// <param name="Page">The commitment's stream and number, and the item's place among its items.</param>
internal sealed record QueueCount(QueueCounts Counts, IReadOnlyList<(string Commitment, int Number, int Place)> Page, int Listed)
{
    public static QueueCount Of(LightView view, DayMatters matters, BoardFilter about, QueueKind? kind, DateOnly on, int offset, int limit)
    {
        var holds = about with { Light = null } == BoardFilter.None ? null : new LightFilter(about, on, view);
        var found = Enum.GetValues<QueueKind>().Select(_ => new List<Found>()).ToArray();
        foreach (var number in view.Listing.Order)
        {
            if (matters.Of(number) is not { Queue.Length: > 0 } known
                || (holds is not null && !holds.Holds(number, LightEntry.On(view.Entries.EntryOf(number), on.DayNumber).Parties)))
            {
                continue;
            }

            for (var place = 0; place < known.Queue.Length; place++)
            {
                ref readonly var mark = ref known.Queue[place];
                if (about.Units is null || mark.Report is null || (mark.Unit is { } unit && about.Units.Contains(unit, StringComparer.Ordinal)))
                    found[(int)mark.Kind].Add(new(number, place, mark.Since, mark.Position));
            }
        }

        int CountOf(QueueKind of) => found[(int)of].Count;
        var counts = new QueueCounts(
            CountOf(QueueKind.Overdue), CountOf(QueueKind.Behind), CountOf(QueueKind.Unverified), CountOf(QueueKind.Returned), CountOf(QueueKind.Claimed), CountOf(QueueKind.Unreviewed));
        var page = new List<(string, int, int)>();
        var before = 0;
        foreach (var of in Enum.GetValues<QueueKind>().Where(k => kind is null || k == kind))
        {
            var all = found[(int)of];
            var (from, until) = (Math.Clamp((long)offset - before, 0, all.Count), Math.Clamp((long)offset + limit - before, 0, all.Count));
            before += all.Count;
            if (from == until)
                continue;
            // What is late or behind stays in the list's order, and what somebody has sent in is taken in turn. Only the page is put in order.
            var inOrder = of is QueueKind.Overdue or QueueKind.Behind ? all.AsEnumerable() : all.OrderBy(f => f, Found.InTurn);
            page.AddRange(inOrder.Skip((int)from).Take((int)(until - from)).Select(f => (view.Catalog.Commitments[f.Number].Commitment, f.Number, f.Place)));
        }

        return new(counts, page, before);
    }

    private readonly record struct Found(int Number, int Place, DateOnly Since, long? Position)
    {
        public static Comparer<Found> InTurn { get; } = Comparer<Found>.Create(
            (one, other) => one.Since != other.Since ? one.Since.CompareTo(other.Since) : Nullable.Compare(one.Position, other.Position));
    }
}
