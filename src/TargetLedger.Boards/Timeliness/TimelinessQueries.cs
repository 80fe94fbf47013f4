using TargetLedger.Domain.Periods;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>
/// The questions about reporting itself. Like every board, an answer is the same for ever for the same position and day,
/// whether counted from the boards' tables or from the events.
/// </summary>
/// <exception cref="ProjectionNotReadyException">The boards are still being built.</exception>
/// <exception cref="MomentNotReachedException">The moment asked for is still to come.</exception>
/// <exception cref="PositionNotReachedException">The position asked for is still to come.</exception>
/// <exception cref="InvalidCursorException">The cursor is not of this listing.</exception>
public sealed class TimelinessQueries(BoardQueries boards, CommitmentSlices slices)
{
    // The pages of a listing cost one counting.
    private readonly LatestUsed<(long Position, DateOnly On, string Listing), TimelinessBoard> counted = new(8);
    private readonly LatestUsed<(long Position, DateOnly On, string Listing), DueList> listed = new(2);
    private readonly LatestUsed<(long Position, DateOnly On, string Listing), CallList> toCall = new(2);

    public async Task<Page<TimelinessBoard>> CountAsync(
        TimelinessFilter filter, TimelinessBy by, AsOf at, DateOnly? on, PageRequest page, CancellationToken cancellationToken = default)
    {
        object listing = new { list = "timeliness", filter, by };
        var place = await PlaceAsync(at, on, page, listing, cancellationToken);
        var board = await BoardAsync(filter, by, place, listing, cancellationToken);
        var next = Paging.Next(place.Offset, page.Limit, board.Parts.Count);
        return new(board with { Parts = [.. board.Parts.Skip(place.Offset).Take(page.Limit)] }, CursorOf(board.Position, place.On, next, listing));
    }

    private async Task<TimelinessBoard> BoardAsync(TimelinessFilter filter, TimelinessBy by, Place place, object listing, CancellationToken cancellationToken)
        => await boards.Matters.TimelinessAsync(filter, by, place.At, place.On, cancellationToken) ?? await WholeAsync(
            counted,
            place,
            listing,
            filter,
            () => new TimelinessCounting(filter, by, place.On),
            (sum, knowledge) => sum.Add(knowledge),
            (sum, position) => sum.ToBoard(position),
            cancellationToken);

    /// <param name="timeliness">Null for all.</param>
    public async Task<Page<DueList>> ListAsync(
        TimelinessFilter filter, Timeliness? timeliness, AsOf at, DateOnly? on, PageRequest page, CancellationToken cancellationToken = default)
    {
        object listing = new { list = "due", filter, timeliness };
        var place = await PlaceAsync(at, on, page, listing, cancellationToken);
        if (await boards.Matters.DueAsync(filter, timeliness, place.At, place.On, place.Offset, page.Limit, cancellationToken) is var (found, following))
            return new(found, CursorOf(found.Position, place.On, following, listing));

        var list = await WholeAsync(
            listed,
            place,
            listing,
            filter,
            () => new DueListing(filter, timeliness, place.On),
            (sum, knowledge) => sum.Add(knowledge),
            (sum, position) => sum.ToList(position),
            cancellationToken);
        var next = Paging.Next(place.Offset, page.Limit, list.Items.Count);
        return new(list with { Items = [.. list.Items.Skip(place.Offset).Take(page.Limit)] }, CursorOf(list.Position, place.On, next, listing));
    }

    /// <summary>催报清单, without contacts and calls.</summary>
    internal async Task<Page<CallList>> CallListAsync(
        TimelinessFilter filter, AsOf at, DateOnly? on, PageRequest page, CancellationToken cancellationToken)
    {
        object listing = new { list = "calls", filter };
        var place = await PlaceAsync(at, on, page, listing, cancellationToken);
        if (await boards.Matters.CallsAsync(filter, place.At, place.On, place.Offset, page.Limit, cancellationToken) is var (found, following))
            return new(found, CursorOf(found.Position, place.On, following, listing));

        var list = await WholeAsync(
            toCall,
            place,
            listing,
            filter,
            () => new CallListing(filter, place.On),
            (sum, knowledge) => sum.Add(knowledge),
            (sum, position) => sum.ToList(position),
            cancellationToken);
        var next = Paging.Next(place.Offset, page.Limit, list.Units.Count);
        return new(list with { Units = [.. list.Units.Skip(place.Offset).Take(page.Limit)] }, CursorOf(list.Position, place.On, next, listing));
    }

    public async Task<ScheduleList> ScheduleAsync(AsOf at, CancellationToken cancellationToken = default)
        => ScheduleList.Of(await boards.Source.ReadAsync(at, KnowledgeScope.NoCommitments, cancellationToken));

    private async Task<TAnswer> WholeAsync<TSum, TAnswer>(
        LatestUsed<(long Position, DateOnly On, string Listing), TAnswer> kept,
        Place place,
        object listing,
        TimelinessFilter filter,
        Func<TSum> begin,
        Action<TSum, Knowledge> add,
        Func<TSum, long, TAnswer> answer,
        CancellationToken cancellationToken)
        where TAnswer : class
    {
        var mark = PageCursor.MarkOf(listing);
        if (place.At is AsOf.AtPosition(var asked) && kept.TryGet((asked, place.On, mark), out var known))
            return known;

        (TSum Sum, long Position) whole;
        if (place.At is AsOf.Now)
        {
            var added = await slices.AddUpAsync(filter.Scope, () => new Counted<TSum>(begin()), (sum, k) => sum.Add(k, add), cancellationToken);
            // Without a commitment nothing says where the tables stand.
            whole = (added.Sum, added.Position ?? (await boards.Source.ReadAsync(place.At, KnowledgeScope.NoCommitments, cancellationToken)).Position);
        }
        else
        {
            var knowledge = await boards.Source.ReadAsync(place.At, filter.Scope, cancellationToken);
            var sum = begin();
            add(sum, knowledge);
            whole = (sum, knowledge.Position);
        }

        var found = answer(whole.Sum, whole.Position);
        kept.Put((whole.Position, place.On, mark), found);
        return found;
    }

    /// <summary>A later page stands where the first one stood, whatever was recorded since.</summary>
    private async Task<Place> PlaceAsync(AsOf at, DateOnly? on, PageRequest page, object listing, CancellationToken cancellationToken)
    {
        if (page.Cursor is null)
            return new(at, on ?? await boards.Source.DayOfAsync(at, cancellationToken), 0);

        var cursor = PageCursor.Read(page.Cursor, listing);
        return new(new AsOf.AtPosition(cursor.Position), cursor.On, cursor.Offset);
    }

    private static string? CursorOf(long position, DateOnly on, int? next, object listing)
        => next is { } offset ? new PageCursor(position, on, offset).Write(listing) : null;

    private sealed record Place(AsOf At, DateOnly On, int Offset);

    private sealed class Counted<TSum>(TSum sum)
    {
        public TSum Sum { get; } = sum;

        public long? Position { get; private set; }

        public void Add(Knowledge knowledge, Action<TSum, Knowledge> add)
        {
            add(Sum, knowledge);
            Position = knowledge.Position;
        }
    }
}
