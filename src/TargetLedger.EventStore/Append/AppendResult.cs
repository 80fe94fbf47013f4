namespace TargetLedger.EventStore;

/// <summary>What became of an append. Every case is an expected outcome; faults of the database are exceptions.</summary>
public abstract record AppendResult
{
    private AppendResult()
    {
    }

    /// <summary>Committed. Positions are <paramref name="FirstPosition"/> to <paramref name="LastPosition"/> without gaps.</summary>
    /// <param name="Versions">The new version of each stream, in the order of the request.</param>
    /// <param name="LastPosition">For an append without events: the ledger's position at that moment, and FirstPosition is one more.</param>
    /// <param name="Timestamp">The recorded timestamp of the last event.</param>
    public sealed record Appended(
        long FirstPosition,
        long LastPosition,
        DateTimeOffset Timestamp,
        IReadOnlyList<long> Versions) : AppendResult;

    /// <summary>A stream was not at the expected version; nothing of the request is recorded.</summary>
    public sealed record Conflict(string Stream, long Actual) : AppendResult;

    /// <summary>The key was used before; nothing new is recorded. The caller compares fingerprints.</summary>
    public sealed record AlreadyRecorded(RecordedOutcome Outcome) : AppendResult;
}

/// <summary>What the ledger remembers of a request that came with a key.</summary>
/// <param name="Streams">The streams written to, in the order of the request, with <paramref name="Versions"/> beside them.</param>
/// <param name="Outcome">The JSON object given with the key.</param>
public sealed record RecordedOutcome(
    string Account,
    string Key,
    ReadOnlyMemory<byte> Fingerprint,
    ReadOnlyMemory<byte> Outcome,
    IReadOnlyList<string> Streams,
    IReadOnlyList<long> Versions,
    long Position,
    DateTimeOffset RecordedAt);
