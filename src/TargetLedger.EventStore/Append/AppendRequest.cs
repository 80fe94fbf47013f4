namespace TargetLedger.EventStore;

/// <summary>
/// What one command wants recorded: all its streams or none, at most <see cref="MaxEvents"/> events, and the key under
/// which a retry finds the first answer again. An append without events and with a key records that nothing was to be done.
/// </summary>
public sealed record AppendRequest(
    IReadOnlyList<StreamAppend> Streams,
    AppendActor Actor,
    RequestKey? Key = null)
{
    public const int MaxEvents = 1_000;
}

/// <summary>The events for one stream, and the version the stream must have for them to be true.</summary>
/// <param name="Stream"><c>{type}-{uuid}</c>, made by the caller.</param>
/// <param name="StreamType">The aggregate's alias, e.g. <c>commitment</c>.</param>
public sealed record StreamAppend(
    string Stream,
    string StreamType,
    ExpectedVersion Expected,
    IReadOnlyList<NewEvent> Events);

/// <param name="Type">The stable alias, e.g. <c>progress_reported</c>; never a CLR name.</param>
/// <param name="Data">The body: one JSON object in UTF-8, without NUL characters and lone surrogates. Not to be changed before the append has ended.</param>
public sealed record NewEvent(Guid Id, string Type, ReadOnlyMemory<byte> Data);

/// <summary>Who acts, and what made them act. Accounts are ids, never names of people.</summary>
/// <param name="Headers">A JSON object in UTF-8; null or empty for none.</param>
public sealed record AppendActor(
    string Account,
    string? CausationId = null,
    string? CorrelationId = null,
    ReadOnlyMemory<byte>? Headers = null);

/// <summary>
/// One client's key for one write. The fingerprint covers method, path and canonical body, so that the same key with
/// another request is told apart from a retry.
/// </summary>
/// <param name="Outcome">A JSON object the answer is rendered from (status and ids); versions and position are added by the ledger.</param>
public sealed record RequestKey(
    string Account,
    string Key,
    ReadOnlyMemory<byte> Fingerprint,
    ReadOnlyMemory<byte> Outcome);

/// <summary>The version a stream must have at the moment of the append.</summary>
public readonly record struct ExpectedVersion
{
    private ExpectedVersion(long value) => Value = value;

    /// <summary>-1 any, 0 none (the stream must not exist), otherwise the exact version.</summary>
    public long Value { get; }

    public static ExpectedVersion Any { get; } = new(-1);

    public static ExpectedVersion None { get; } = new(0);

    public static ExpectedVersion Exactly(long version)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(version);
        return new(version);
    }
}
