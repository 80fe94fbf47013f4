using TargetLedger.Domain;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>What happened to a commitment, ascending, up to a position.</summary>
public sealed record CommitmentHistory(string Stream, long Position, IReadOnlyList<HistoryEvent> Events);

/// <param name="At">Business time, UTC.</param>
/// <param name="Actor">The account.</param>
/// <param name="Type">The event's stable name.</param>
/// <param name="Data">The event.</param>
public sealed record HistoryEvent(long Position, long Version, DateTimeOffset At, string Actor, string Type, object Data)
{
    internal static HistoryEvent Of(StoredEvent stored) => new(
        stored.Position,
        stored.Version,
        stored.Timestamp,
        stored.Actor,
        stored.Type,
        EventCatalog.Read(stored.Type, stored.Data.Span));
}
