namespace TargetLedger.EventStore;

/// <summary>What a fold needs to know of an event of one stream; of a long stream nothing else is fetched.</summary>
/// <inheritdoc cref="StoredEvent" path="/param"/>
public readonly record struct FoldedEvent(
    long Position, long Version, string Type, DateTimeOffset Timestamp, string Actor, ReadOnlyMemory<byte> Data);
