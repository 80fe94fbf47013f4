namespace TargetLedger.EventStore;

/// <summary>Bounds of the group commit. The defaults suit a server of a few cores.</summary>
public sealed record LedgerOptions
{
    /// <summary>The most requests recorded in one transaction.</summary>
    public int MaxAppendsPerBatch { get; init; } = 512;

    /// <summary>The most bytes of events recorded in one transaction; a larger request goes alone.</summary>
    public int MaxBytesPerBatch { get; init; } = 4 * 1024 * 1024;

    /// <summary>The most requests that may wait; beyond it they are refused as <see cref="LedgerOverloadedException"/>.</summary>
    public int MaxWaitingAppends { get; init; } = 10_000;

    /// <summary>The most bytes of events that may wait.</summary>
    public long MaxWaitingBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>How long one transaction may take, the wait for other nodes and for a synchronous standby included.</summary>
    public TimeSpan CommitTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
