using TargetLedger.Domain;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>A stored event as folds see it.</summary>
public static class RecordedEvent
{
    /// <param name="zone">The ledger's, in which its days begin.</param>
    /// <exception cref="UnknownEventTypeException">Recorded by a newer release.</exception>
    public static Recorded Of(FoldedEvent stored, TimeZoneInfo zone) => new(
        EventCatalog.Read(stored.Type, stored.Data.Span),
        stored.Position,
        stored.Version,
        Moment.Of(stored.Timestamp, zone),
        stored.Actor);

    /// <inheritdoc cref="Of(FoldedEvent, TimeZoneInfo)"/>
    public static Recorded Of(StoredEvent stored, TimeZoneInfo zone)
        => Of(new FoldedEvent(stored.Position, stored.Version, stored.Type, stored.Timestamp, stored.Actor, stored.Data), zone);
}
