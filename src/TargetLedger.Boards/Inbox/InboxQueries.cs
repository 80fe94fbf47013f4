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
    public async Task<Page<Inbox>> InboxAsync(InboxFilter filter, AsOf at, DateOnly? on, PageRequest page, CancellationToken cancellationToken = default)
    {
        object listing = new { list = "inbox", filter };
        var cursor = page.Cursor is null ? null : PageCursor.Read(page.Cursor, listing);
        var asOf = cursor is null ? at : new AsOf.AtPosition(cursor.Position);
        var day = cursor?.On ?? on ?? await boards.Source.DayOfAsync(at, cancellationToken);

        var scope = filter.Owner switch
        {
            InboxOwner.Units => new(Units: filter.Units),
            InboxOwner.Supervision => KnowledgeScope.Everything,
            // What is proposed names its commitments.
            _ => KnowledgeScope.NoCommitments,
        };
        var knowledge = await boards.Source.ReadAsync(asOf, scope, cancellationToken);
        var beside = await BesideAsync([.. OwnersOf(filter).Select(StreamIds.Inbox)], knowledge.Position, cancellationToken);
        var drafts = filter.Owner == InboxOwner.Units ? await boards.Source.OpenDraftsAtAsync(filter.Units!, knowledge.Position, cancellationToken) : [];
        if (filter.Owner == InboxOwner.Keeping && StreamsOf(beside.Proposals) is { Count: > 0 } streams)
        {
            scope = new(Commitments: streams);
            knowledge = await boards.Source.ReadAsync(new AsOf.AtPosition(knowledge.Position), scope, cancellationToken);
        }

        var marks = beside.Marks.ToDictionary(m => m.Owner, StringComparer.Ordinal);
        var (inbox, next) = Inbox.Of(
            new(knowledge, beside.Rules, drafts, beside.Proposals, filter.Units, day),
            filter,
            item => marks.GetValueOrDefault(OwnerOf(filter, item))?.Of(item.Key),
            cursor?.Offset ?? 0,
            page.Limit);
        if (next is not null)
            boards.Source.Keep(knowledge, scope);
        return new(inbox, next is { } offset ? new PageCursor(knowledge.Position, day, offset).Write(listing) : null);
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
        var knowledge = await boards.Source.ReadAsync(at, new(Units: [unit]), cancellationToken);
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

    private static IReadOnlyList<string> OwnersOf(InboxFilter filter) => filter.Owner switch
    {
        InboxOwner.Units => filter.Units!,
        InboxOwner.Supervision => [InboxMarks.Supervision],
        _ => [InboxMarks.Keeping],
    };

    private static string OwnerOf(InboxFilter filter, InboxItem item) => filter.Owner == InboxOwner.Units ? item.Unit!.Code : OwnersOf(filter)[0];

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
