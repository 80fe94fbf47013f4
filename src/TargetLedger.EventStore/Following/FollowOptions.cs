namespace TargetLedger.EventStore;

/// <summary>Bounds of following; the defaults are right but for tests.</summary>
public sealed record FollowOptions
{
    /// <summary>How long a follower that is told nothing waits before it asks.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Events of one batch.</summary>
    public int MaxBatchEvents { get; init; } = 1_000;

    /// <summary>Bytes of bodies and headers after which a batch ends.</summary>
    public int MaxBatchBytes { get; init; } = 8 * 1024 * 1024;
}
