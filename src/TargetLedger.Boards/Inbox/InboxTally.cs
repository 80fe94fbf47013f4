using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Signing;
using TargetLedger.Domain.Telling;

namespace TargetLedger.Boards;

/// <summary>The supervisors' inbox, counted, and where the items of one page are found.</summary>
internal sealed class InboxTally
{
    private readonly InboxFilter filter;
    private readonly LightView view;
    private readonly List<Found> page = [];

    private InboxTally(InboxFilter filter, LightView view) => (this.filter, this.view) = (filter, view);

    public IReadOnlyList<InboxCount> Counts { get; private set; } = [];

    public int Listed { get; private set; }

    /// <summary>Of the commitments of the page; signs are known whole.</summary>
    public IEnumerable<int> Numbers => page.Where(f => f.Sign is null).Select(f => f.Number);

    /// <param name="signs">As items, without marks.</param>
    public static InboxTally Of(
        LightView view, DayMatters matters, IReadOnlyList<InboxItem> signs, InboxFilter filter, KnownMarks marks, int offset, int limit)
    {
        var tally = new InboxTally(filter, view);
        var found = new Gathered(filter, (int)Math.Min(int.MaxValue, (long)offset + limit));
        tally.Gather(found, matters, signs, marks);
        tally.Counts = found.Counts;
        tally.Listed = found.Listed;
        tally.page.AddRange(found.InOrder.Skip(offset).Take(limit));
        return tally;
    }

    public IReadOnlyList<InboxItem> ItemsOf(Knowledge known, DateOnly on, InboxMarks marks)
    {
        var of = new InboxView(known, SubmissionRulesBook.Empty, [], [], filter.Units, on);
        var commitments = known.Commitments.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var queued = commitments.Values.ToDictionary(c => c.Id, c => new Lazy<List<QueueItem>>(() => [.. SupervisionQueue.ItemsOf(known, c, on)]), StringComparer.Ordinal);
        var owed = commitments.Values.ToDictionary(
            c => c.Id, c => new Lazy<IReadOnlyList<DueReport>>(() => DueReports.Of(c, on, known.Schedule, known.Directory)), StringComparer.Ordinal);
        return
        [
            .. page.Select(f => f.Sign ?? (view.Catalog.Commitments[f.Number].Commitment is var stream && f.Queue is null
                    ? InboxSources.Of(of, commitments[stream], owed[stream].Value[f.Place], InboxKind.Overdue)
                    : InboxSources.Of(queued[stream].Value[f.Place])))
                .Select(item => item with { Mark = marks.Of(item.Key) }),
        ];
    }

    private void Gather(Gathered found, DayMatters matters, IReadOnlyList<InboxItem> signs, KnownMarks marks)
    {
        foreach (var number in view.Listing.Order)
        {
            if (matters.Of(number) is { } known && (known.Missing > 0 || known.Queue.Length > 0))
                Gather(found, number, known, marks);
        }

        foreach (var sign in signs)
            found.Add(new(0, 0, InboxKind.Warning, sign.Since, 0, null, sign, marks.Marks.Of(sign.Key)));
    }

    private void Gather(Gathered found, int number, CommitmentMatters known, KnownMarks marks)
    {
        var stream = view.Catalog.Commitments[number].Commitment;
        var mayBeMarked = marks.MayMark(stream);
        for (var place = 0; known.Missing > 0 && place < known.Due.Length; place++)
        {
            ref readonly var due = ref known.Due[place];
            if (due.Timeliness == Timeliness.Missing && IsAbout(due.Unit))
                found.Add(new(number, place, InboxKind.Overdue, due.Due, 0, null, null, mayBeMarked ? marks.Marks.Of(InboxKeys.OfDue(InboxKind.Overdue, stream, due.Unit, due.Cutoff)) : null));
        }

        for (var place = 0; place < known.Queue.Length; place++)
        {
            ref readonly var mark = ref known.Queue[place];
            // What its lead has to review first is not the supervisor's yet.
            if (mark.Kind == QueueKind.Unreviewed || !IsAbout(mark.Unit))
                continue;
            var seen = mayBeMarked ? marks.Marks.Of(InboxKeys.OfQueued(stream, mark.Kind, mark.Report, mark.Position, mark.Since)) : null;
            found.Add(new(number, place, InboxKeys.KindOf(mark.Kind), mark.Since, mark.IsLagging ? 0 : mark.Position.GetValueOrDefault(), mark.Kind, null, seen));
        }
    }

    private bool IsAbout(string? unit) => filter.Units is null || (unit is not null && filter.Units.Contains(unit, StringComparer.Ordinal));

    /// <param name="Day">The day it is due, else since when it waits.</param>
    /// <param name="Position">Of what somebody has sent in; these are taken in turn.</param>
    /// <param name="Queue">Null for a report that is missing.</param>
    private readonly record struct Found(int Number, int Place, InboxKind Kind, DateOnly Day, long Position, QueueKind? Queue, InboxItem? Sign, InboxMark? Mark)
    {
        public static Comparer<Found> InTurn { get; } = Comparer<Found>.Create((one, other)
            => one.Day != other.Day ? one.Day.CompareTo(other.Day)
            : one.Position != other.Position ? one.Position.CompareTo(other.Position)
            : one.Rank.CompareTo(other.Rank));

        /// <summary>Of what lags first what is overdue, then what is behind, then signs.</summary>
        private int Rank => Sign is not null ? 2 : Queue == QueueKind.Behind ? 1 : 0;
    }

    /// <summary>All are counted kind by kind; of the kinds asked for those that may stand on the page are kept.</summary>
    private sealed class Gathered
    {
        private static readonly InboxKind[] Kinds = Enum.GetValues<InboxKind>();
        private readonly InboxFilter filter;
        private readonly Foremost<Found>[] foremost;
        private readonly int[] all = new int[Kinds.Length];
        private readonly int[] open = new int[Kinds.Length];
        private readonly int[] unseen = new int[Kinds.Length];

        public Gathered(InboxFilter filter, int through)
        {
            this.filter = filter;
            foremost = [.. Kinds.Select(k => new Foremost<Found>(Wants(k) ? through : 0, Found.InTurn))];
        }

        public IReadOnlyList<InboxCount> Counts => [.. Kinds.Where(k => open[(int)k] > 0).Select(k => new InboxCount(k, open[(int)k], unseen[(int)k]))];

        public int Listed => Kinds.Where(Wants).Sum(k => (filter.Done ? all : open)[(int)k]);

        public IEnumerable<Found> InOrder => Kinds.SelectMany(k => foremost[(int)k].ToList());

        public void Add(in Found found)
        {
            var kind = (int)found.Kind;
            var isOpen = found.Mark?.DoneBy is null;
            all[kind]++;
            if (isOpen)
                open[kind]++;
            if (found.Mark is null)
                unseen[kind]++;
            if (isOpen || filter.Done)
                foremost[kind].Add(found);
        }

        private bool Wants(InboxKind kind) => filter.Kind is null || filter.Kind == kind;
    }
}
