using TargetLedger.Domain.Periods;

namespace TargetLedger.Boards;

/// <summary>
/// Lists over all commitments, counted from what is kept of each. Only what stands on the page is made of the commitment itself; counts and page
/// are true of the same position.
/// </summary>
/// <remarks>Each answers null where it cannot: whoever knows everything can.</remarks>
internal sealed class MatterBoards(LightBoards boards)
{
    private readonly SignSource signs = new(boards);

    public Task<(SupervisionQueue Queue, int? Next)?> QueueAsync(
        BoardFilter about, QueueKind? kind, AsOf at, DateOnly on, int offset, int limit, CancellationToken cancellationToken) => PageAsync(
        at,
        on,
        offset,
        limit,
        (view, matters) => QueueCount.Of(view, matters, about, kind, on, offset, limit),
        count => (count.Page.Select(p => p.Number), count.Listed),
        (page, count) => SupervisionQueue.Of(page, count, on),
        cancellationToken);

    public Task<(DivisionList List, int? Next)?> DivisionsAsync(
        DivisionFilter filter, AsOf at, DateOnly on, int offset, int limit, CancellationToken cancellationToken) => PageAsync(
        at,
        on,
        offset,
        limit,
        (view, matters) => DivisionCount.Of(view, matters, filter, on, offset, limit),
        count => (count.Page.Select(p => p.Number), count.Listed),
        (page, count) => DivisionList.Of(page, filter, count, on),
        cancellationToken);

    public Task<(DueList List, int? Next)?> DueAsync(
        TimelinessFilter filter, Timeliness? timeliness, AsOf at, DateOnly on, int offset, int limit, CancellationToken cancellationToken) => PageAsync(
        at,
        on,
        offset,
        limit,
        (view, matters) => DueCount.Of(view, matters, filter, timeliness, on, offset, limit),
        count => (count.Page.Select(p => p.Number), count.Listed),
        (page, count) => DueList.Of(page, filter, count, on),
        cancellationToken);

    public Task<(CallList List, int? Next)?> CallsAsync(
        TimelinessFilter filter, AsOf at, DateOnly on, int offset, int limit, CancellationToken cancellationToken) => PageAsync(
        at,
        on,
        offset,
        limit,
        (view, matters) => CallCount.Of(view, matters, filter, on, offset, limit),
        count => (count.Numbers, count.Listed),
        (page, count) => CallListing.Of(page, filter, count, on),
        cancellationToken);

    /// <summary>All parts of it: how many there are does not grow with the commitments.</summary>
    public async Task<TimelinessBoard?> TimelinessAsync(TimelinessFilter filter, TimelinessBy by, AsOf at, DateOnly on, CancellationToken cancellationToken)
    {
        if (await boards.MattersAsync(at, on, cancellationToken) is not var (view, matters))
            return null;
        var counting = new TimelinessCounting(filter, by, on);
        counting.Add(view, matters);
        boards.Keep(view, matters);
        return counting.ToBoard(view.Position);
    }

    public async Task<WarningList?> WarningsAsync(AsOf at, DateOnly on, CancellationToken cancellationToken)
    {
        if (await boards.MattersAsync(at, on, cancellationToken) is not var (view, matters))
            return null;
        boards.Keep(view, matters);
        return (await signs.ReadAsync(view, matters, at, cancellationToken)).Warnings;
    }

    /// <summary>The supervisors' inbox.</summary>
    /// <param name="marks">What was seen and done by a position.</param>
    public async Task<(Inbox Inbox, int? Next)?> InboxAsync(
        InboxFilter filter, AsOf at, DateOnly on, Func<long, CancellationToken, Task<KnownMarks>> marks, int offset, int limit, CancellationToken cancellationToken)
    {
        if (await boards.MattersAsync(at, on, cancellationToken) is not var (view, matters) || await SignsAsync(filter, view, matters, at, on, cancellationToken) is not { } ofSigns)
            return null;
        var known = await marks(view.Position, cancellationToken);
        var count = InboxTally.Of(view, matters, ofSigns, filter, known, offset, limit);
        if (await boards.PageAsync(view, count.Numbers, at, cancellationToken) is not { } page)
            return null;
        var next = Paging.Next(offset, limit, count.Listed);
        if (next is not null)
            boards.Keep(view, matters);
        return (new(on, view.Position, count.Counts, count.ItemsOf(page, on, known.Marks)), next);
    }

    /// <summary>Of some units only what they answer for on the day.</summary>
    private async Task<IReadOnlyList<InboxItem>?> SignsAsync(InboxFilter filter, LightView view, DayMatters matters, AsOf at, DateOnly on, CancellationToken cancellationToken)
    {
        if (filter.Units is not { } units)
            return (await signs.ReadAsync(view, matters, at, cancellationToken)).Inbox;
        return await boards.OfUnitsAsync(units, view, at, cancellationToken) is { } knowledge
            ? [.. InboxSources.Signs(new(knowledge, Domain.Signing.SubmissionRulesBook.Empty, [], [], units, on))]
            : null;
    }

    private async Task<(TAnswer Answer, int? Next)?> PageAsync<TCount, TAnswer>(
        AsOf at,
        DateOnly on,
        int offset,
        int limit,
        Func<LightView, DayMatters, TCount> count,
        Func<TCount, (IEnumerable<int> Numbers, int Listed)> page,
        Func<Knowledge, TCount, TAnswer> answer,
        CancellationToken cancellationToken)
    {
        if (await boards.MattersAsync(at, on, cancellationToken) is not var (view, matters))
            return null;
        var counted = count(view, matters);
        var (numbers, listed) = page(counted);
        if (await boards.PageAsync(view, numbers, at, cancellationToken) is not { } knowledge)
            return null;
        var next = Paging.Next(offset, limit, listed);
        if (next is not null)
            boards.Keep(view, matters);
        return (answer(knowledge, counted), next);
    }
}
