namespace TargetLedger.EventStore;

/// <summary>One event as recorded.</summary>
/// <param name="Position">1, 2, 3 … over the whole ledger, without gaps; commit order.</param>
/// <param name="Version">1, 2, 3 … within the stream.</param>
/// <param name="Timestamp">Whole microseconds, UTC, strictly increasing with the position.</param>
/// <param name="Data">The body as JSON in UTF-8; PostgreSQL's <c>jsonb</c> may have reordered members.</param>
/// <param name="Headers">A JSON object in UTF-8 or null.</param>
public sealed record StoredEvent(
    long Position,
    Guid Id,
    string Stream,
    string StreamType,
    long Version,
    string Type,
    DateTimeOffset Timestamp,
    string Actor,
    string? CausationId,
    string? CorrelationId,
    ReadOnlyMemory<byte>? Headers,
    ReadOnlyMemory<byte> Data);
