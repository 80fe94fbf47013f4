using TargetLedger.Domain;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.Signing;
using TargetLedger.Domain.Telling;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>
/// What waits for whom. Nothing of it is stored: items follow from commitments, drafts and rules as known at a position, and
/// what was seen and done from the marks recorded by then.
/// </summary>
/// <exception cref="ProjectionNotReadyException">The boards are still being built.</exception>
/// <exception cref="MomentNotReachedException">The moment asked for is still to come.</exception>
/// <exception cref="PositionNotReachedException">The position asked for is still to come.</exception>
/// <exception cref="InvalidCursorException">The cursor is not of this listing.</exception>
public sealed class InboxQueries(BoardQueries boards, LedgerReader ledger, BoardsProjection projection)
{
    private readonly MarksSource marks = new(ledger, projection.Zone);

    public async Task<Page<Inbox>> InboxAsync(InboxFilter filter, AsOf at, DateOnly? on, PageRequest page, CancellationToken cancellationToken = default)
    {
        object listing = new { list = "inbox", filter };
        var cursor = page.Cursor is null ? null : PageCursor.Read(page.Cursor, listing);
        var asOf = cursor is null ? at : new AsOf.AtPosition(cursor.Position);
        var day = cursor?.On ?? on ?? await boards.Source.DayOfAsync(at, cancellationToken);

        var offset = cursor?.Offset ?? 0;
        var (inbox, next) = filter.Owner switch
        {
            InboxOwner.Units => await OfUnitsAsync(filter, asOf, day, offset, page.Limit, cancellationToken),
            InboxOwner.Supervision => await OfSupervisorsAsync(filter, asOf, day, offset, page.Limit, cancellationToken),
            _ => await OfKeepersAsync(filter, asOf, day, offset, page.Limit, cancellationToken),
        };
        return new(inbox, next is { } following ? new PageCursor(inbox.Position, day, following).Write(listing) : null);
    }

    private async Task<(Inbox Inbox, int? Next)> OfSupervisorsAsync(InboxFilter filter, AsOf at, DateOnly on, int offset, int limit, CancellationToken cancellationToken)
    {
        Task<KnownMarks> MarksAsync(long position, CancellationToken token) => marks.ReadAsync(InboxMarks.Supervision, position, token);
        if (await boards.Matters.InboxAsync(filter, at, on, MarksAsync, offset, limit, cancellationToken) is { } counted)
            return counted;

        var knowledge = await boards.Source.ReadAsync(at, KnowledgeScope.Everything, cancellationToken);
        var known = (await MarksAsync(knowledge.Position, cancellationToken)).Marks;
        var read = Inbox.Of(new(knowledge, SubmissionRulesBook.Empty, [], [], filter.Units, on), filter, item => known.Of(item.Key), offset, limit);
        if (read.Next is not null)
            boards.Source.Keep(knowledge, KnowledgeScope.Everything);
        return read;
    }

    private async Task<(Inbox Inbox, int? Next)> OfUnitsAsync(InboxFilter filter, AsOf at, DateOnly on, int offset, int limit, CancellationToken cancellationToken)
    {
        var knowledge = await boards.OfUnitsAsync(filter.Units!, at, cancellationToken);
        var beside = await BesideAsync([.. filter.Units!.Select(StreamIds.Inbox)], knowledge.Position, cancellationToken);
        var drafts = await boards.Source.OpenDraftsAtAsync(filter.Units!, knowledge.Position, cancellationToken);
        var known = beside.Marks.ToDictionary(m => m.Owner, StringComparer.Ordinal);
        return Inbox.Of(
            new(knowledge, beside.Rules, drafts, beside.Proposals, filter.Units, on), filter, item => known.GetValueOrDefault(item.Unit!.Code)?.Of(item.Key), offset, limit);
    }

    private async Task<(Inbox Inbox, int? Next)> OfKeepersAsync(InboxFilter filter, AsOf at, DateOnly on, int offset, int limit, CancellationToken cancellationToken)
    {
        var frame = await boards.Source.ReadAsync(at, KnowledgeScope.NoCommitments, cancellationToken);
        var beside = await BesideAsync([StreamIds.Inbox(InboxMarks.Keeping)], frame.Position, cancellationToken);
        var known = beside.Marks.ToDictionary(m => m.Owner, StringComparer.Ordinal);
        // What is proposed names its commitments, and they say what they are.
        var streams = StreamsOf(beside.Proposals);
        var knowledge = streams.Count == 0 ? frame : await boards.Source.ReadAsync(new AsOf.AtPosition(frame.Position), new KnowledgeScope(Commitments: streams), cancellationToken);
        return Inbox.Of(
            new(knowledge, beside.Rules, [], beside.Proposals, filter.Units, on), filter, item => known.GetValueOrDefault(InboxMarks.Keeping)?.Of(item.Key), offset, limit);
    }

    /// <summary>Proposals to link commitments, the latest first.</summary>
    /// <param name="units">Codes: proposals of these alone; null for all.</param>
    public async Task<Page<LinkProposalList>> LinkProposalsAsync(
        IReadOnlyList<string>? units, ProposalStatus? status, AsOf at, PageRequest page, CancellationToken cancellationToken = default)
    {
        object listing = new { list = "link proposals", units, status };
        var cursor = page.Cursor is null ? null : PageCursor.Read(page.Cursor, listing);
        var frame = await boards.Source.ReadAsync(cursor is null ? at : new AsOf.AtPosition(cursor.Position), KnowledgeScope.NoCommitments, cancellationToken);
        var proposals = (await BesideAsync([], frame.Position, cancellationToken)).Proposals
            .Where(p => (units is null || units.Contains(p.Unit, StringComparer.Ordinal)) && (status is null || p.Status == status))
            .Reverse()
            .ToList();
        var next = Paging.Next(cursor?.Offset ?? 0, page.Limit, proposals.Count);
        return new(
            new(frame.Position, [.. proposals.Skip(cursor?.Offset ?? 0).Take(page.Limit)]),
            next is { } offset ? new PageCursor(frame.Position, DateOnly.MinValue, offset).Write(listing) : null);
    }

    /// <summary>Null where no such unit is known.</summary>
    public async Task<Handover?> HandoverAsync(string unit, AsOf at, DateOnly? on, CancellationToken cancellationToken = default)
    {
        var day = on ?? await boards.Source.DayOfAsync(at, cancellationToken);
        var knowledge = await boards.OfUnitsAsync([unit], at, cancellationToken);
        var beside = await BesideAsync([StreamIds.Posts(unit)], knowledge.Position, cancellationToken);
        var drafts = await boards.Source.OpenDraftsAtAsync([unit], knowledge.Position, cancellationToken);
        return Handover.Of(knowledge, unit, beside.Rules, beside.Posts.SingleOrDefault() ?? UnitPosts.None(unit), drafts, day);
    }

    /// <summary>The rules of submission adopted by a position.</summary>
    public async Task<SubmissionRulesList> RulesAsync(AsOf at, CancellationToken cancellationToken = default)
    {
        var knowledge = await boards.Source.ReadAsync(at, KnowledgeScope.NoCommitments, cancellationToken);
        var book = (await BesideAsync([], knowledge.Position, cancellationToken)).Rules;
        return new(knowledge.Position, book.Version, SubmissionRules.Default, book.Adopted);
    }

    /// <summary>Who held and holds the posts of a unit. Null where no such unit is known.</summary>
    public async Task<PostList?> PostsAsync(string unit, AsOf at, CancellationToken cancellationToken = default)
    {
        var knowledge = await boards.Source.ReadAsync(at, KnowledgeScope.NoCommitments, cancellationToken);
        if (!knowledge.Directory.Units.ContainsKey(unit))
            return null;
        var posts = (await BesideAsync([StreamIds.Posts(unit)], knowledge.Position, cancellationToken)).Posts.SingleOrDefault() ?? UnitPosts.None(unit);
        return new(knowledge.Position, posts.Version, knowledge.NameOf(unit), posts.Holdings);
    }

    /// <summary>The calls made to a unit. Null where no such unit is known.</summary>
    public async Task<CallsOfUnit?> CallsAsync(string unit, AsOf at, CancellationToken cancellationToken = default)
    {
        var knowledge = await boards.Source.ReadAsync(at, KnowledgeScope.NoCommitments, cancellationToken);
        if (!knowledge.Directory.Units.ContainsKey(unit))
            return null;
        var calls = (await BesideAsync([StreamIds.Calls(unit)], knowledge.Position, cancellationToken)).Calls.SingleOrDefault() ?? ReminderCalls.None(unit);
        return new(knowledge.Position, knowledge.NameOf(unit), calls.Calls);
    }

    private static IReadOnlyList<string> StreamsOf(IEnumerable<LinkProposal> proposals)
        => [.. proposals.Where(p => p.Status == ProposalStatus.Open).SelectMany(p => new[] { p.Source, p.Target }).Distinct(StringComparer.Ordinal)];

    internal Task<BesideTheBoards> BesideAsync(IReadOnlyList<string> streams, long position, CancellationToken cancellationToken)
        => BesideTheBoards.ReadAsync(ledger, projection.Zone, streams, position, cancellationToken);
}

/// <summary>The rules of submission, in the order they were recorded, and what holds where none are in force.</summary>
/// <param name="Version">Of the stream, for If-Match; 0 before the first.</param>
public sealed record SubmissionRulesList(long Position, long Version, SubmissionRules Default, IReadOnlyList<SubmissionRulesAdopted> Adopted);

/// <param name="Version">Of the stream, for If-Match; 0 before the first.</param>
public sealed record PostList(long Position, long Version, UnitName Unit, IReadOnlyList<PostHolding> Posts);

public sealed record CallsOfUnit(long Position, UnitName Unit, IReadOnlyList<ReminderCall> Calls);

/// <summary>建议关联: the latest first.</summary>
public sealed record LinkProposalList(long Position, IReadOnlyList<LinkProposal> Proposals);
