using TargetLedger.Domain;
using TargetLedger.Domain.Telling;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>What was seen and done in an inbox by a position.</summary>
internal sealed class KnownMarks(InboxMarks marks, long position)
{
    private readonly Lazy<HashSet<string>> commitments = new(() => marks.Items.Keys.Select(InboxKeys.CommitmentIn).ToHashSet(StringComparer.Ordinal));

    public InboxMarks Marks => marks;

    public long Position => position;

    /// <summary>False where no item of the commitment is marked, so that no key need be made to find out.</summary>
    public bool MayMark(string commitment) => commitments.Value.Contains(commitment);

    public KnownMarks At(long later) => new(marks, later);
}

/// <summary>Marks gather for years: what was known before is only gone on with.</summary>
internal sealed class MarksSource(LedgerReader ledger, TimeZoneInfo zone)
{
    private readonly LatestUsed<string, KnownMarks> newest = new(16);

    public async Task<KnownMarks> ReadAsync(string owner, long position, CancellationToken cancellationToken)
    {
        var known = newest.TryGet(owner, out var kept) && kept.Position <= position ? kept : null;
        if (known?.Position == position)
            return known;
        var before = known?.Marks ?? InboxMarks.None(owner);
        var events = await ledger.ReadStreamAsync(StreamIds.Inbox(owner), before.Version, throughPosition: position, cancellationToken: cancellationToken);
        var now = known is not null && events.Count == 0
            ? known.At(position)
            : new(events.Aggregate(before, (state, e) => InboxMarks.Evolve(state, RecordedEvent.Of(e, zone))), position);
        if (kept is null || kept.Position < position)
            newest.Put(owner, now);
        return now;
    }
}
