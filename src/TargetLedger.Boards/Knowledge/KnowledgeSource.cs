using TargetLedger.Domain;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>Knows what is known: the present from the boards' tables, the past from the events.</summary>
internal sealed class KnowledgeSource(LedgerReader ledger, ProjectionReader projections, BoardsProjection boards)
{
    public async Task<Knowledge> ReadAsync(AsOf at, KnowledgeScope scope, CancellationToken cancellationToken) => at switch
    {
        AsOf.AtPosition(var position) => await ReplayAsync(position, scope, cancellationToken),
        AsOf.AtMoment(var moment) => await ReplayAsync(await ledger.PositionAtAsync(moment, cancellationToken), scope, cancellationToken),
        _ => await projections.ReadAsync(boards, (snapshot, token) => LiveKnowledge.ReadAsync(snapshot, scope, token), cancellationToken),
    };

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

    public Task<DraftList> ReadDraftsAsync(string commitment, IReadOnlyList<string> units, CancellationToken cancellationToken)
        => projections.ReadAsync(
            boards, (snapshot, token) => OpenDrafts.ReadAsync(snapshot, commitment, units, boards.Zone, token), cancellationToken);

    private async Task<Knowledge> ReplayAsync(long position, KnowledgeScope scope, CancellationToken cancellationToken)
    {
        var head = await ledger.HeadAsync(cancellationToken);
        if (position > head)
            throw new PositionNotReachedException(position, head);
        return await KnowledgeAsOf.ReadAsync(ledger, boards.Zone, position, scope, cancellationToken);
    }
}
