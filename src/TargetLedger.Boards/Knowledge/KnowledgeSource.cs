using System.Diagnostics.CodeAnalysis;
using TargetLedger.Domain;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>
/// Knows what is known: the present from the boards' tables, the past from the events. What was known at a position is kept
/// for a while, so that the pages of a listing and the boards of one moment cost one reading.
/// </summary>
internal sealed class KnowledgeSource(LedgerReader ledger, ProjectionReader projections, BoardsProjection boards)
{
    // A replay of everything takes a core and the memory of all states; more at once would only make each other slower.
    private const int ReplaysAtOnce = 2;

    private readonly SemaphoreSlim replays = new(ReplaysAtOnce);

    // Apart, so that many looks at single commitments do not push out what a replay of everything has cost.
    private readonly KnowledgeCache boardsKnown = new(maxEntries: 8, maxCommitments: 50_000);
    private readonly KnowledgeCache commitmentsKnown = new(maxEntries: 64, maxCommitments: 1_000);

    public async Task<Knowledge> ReadAsync(AsOf at, KnowledgeScope scope, CancellationToken cancellationToken) => at switch
    {
        AsOf.AtPosition(var position) => await ReadAtAsync(position, scope, cancellationToken),
        AsOf.AtMoment(var moment) => await ReadAtAsync(await ledger.PositionAtAsync(moment, cancellationToken), scope, cancellationToken),
        _ => await projections.ReadAsync(boards, (snapshot, token) => LiveKnowledge.ReadAsync(snapshot, scope, boards.Zone, token), cancellationToken),
    };

    /// <summary>
    /// For a listing that has another page: it will be asked for as of this position, and what the tables say of it now is
    /// what the events say of it for ever.
    /// </summary>
    public void Keep(Knowledge knowledge, KnowledgeScope scope)
    {
        if (!IsKept(knowledge.Position, scope, out _))
            CacheOf(scope).Put(knowledge, scope);
    }

    /// <summary>The business day of a state of knowledge.</summary>
    public async Task<DateOnly> DayOfAsync(AsOf at, CancellationToken cancellationToken)
    {
        switch (at)
        {
            case AsOf.Now(var today):
                return today;
            case AsOf.AtMoment(var moment):
                return Moment.Of(moment, boards.Zone).Day;
            case AsOf.AtPosition(var position):
                await foreach (var stored in ledger.ReadAllAsync(position - 1, position, cancellationToken))
                    return Moment.Of(stored.Timestamp, boards.Zone).Day;
                throw new PositionNotReachedException(position, await ledger.HeadAsync(cancellationToken));
            default:
                throw new InvalidOperationException($"Unknown {at}.");
        }
    }

    /// <summary>When a position was recorded; null before the first.</summary>
    public async Task<DateTimeOffset?> MomentOfAsync(long position, CancellationToken cancellationToken)
    {
        await foreach (var stored in ledger.ReadAllAsync(Math.Max(position - 1, 0), position, cancellationToken))
            return stored.Timestamp;
        return null;
    }

    public Task<DraftList> ReadDraftsAsync(string commitment, IReadOnlyList<string> units, CancellationToken cancellationToken)
        => projections.ReadAsync(
            boards, (snapshot, token) => OpenDrafts.ReadAsync(snapshot, commitment, units, boards.Zone, token), cancellationToken);

    private async Task<Knowledge> ReadAtAsync(long position, KnowledgeScope scope, CancellationToken cancellationToken)
    {
        if (IsKept(position, scope, out var kept))
            return kept;

        // Only what the ledger has reached is known for ever.
        var head = await ledger.HeadAsync(cancellationToken);
        if (position > head)
            throw new PositionNotReachedException(position, head);

        if (scope.Commitments is not null)
            return await ReplayAsync(position, scope, cancellationToken);

        await replays.WaitAsync(cancellationToken);
        try
        {
            // Whoever held the turn may have read the same.
            return IsKept(position, scope, out kept) ? kept : await ReplayAsync(position, scope.ToReplay, cancellationToken);
        }
        finally
        {
            replays.Release();
        }
    }

    private async Task<Knowledge> ReplayAsync(long position, KnowledgeScope scope, CancellationToken cancellationToken)
    {
        var knowledge = await KnowledgeAsOf.ReadAsync(ledger, boards.Zone, position, scope, cancellationToken);
        CacheOf(scope).Put(knowledge, scope);
        return knowledge;
    }

    private bool IsKept(long position, KnowledgeScope scope, [NotNullWhen(true)] out Knowledge? knowledge)
        => boardsKnown.TryGet(position, scope, out knowledge) || commitmentsKnown.TryGet(position, scope, out knowledge);

    private KnowledgeCache CacheOf(KnowledgeScope scope) => scope.Commitments is null ? boardsKnown : commitmentsKnown;
}
