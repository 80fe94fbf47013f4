namespace TargetLedger.EventStore;

/// <summary>Times of the projections' runners, on system time; the defaults keep a failover under five seconds.</summary>
public sealed record ProjectionOptions
{
    /// <summary>How long a leader is left in peace after its last sign of life, on the database's clock.</summary>
    public TimeSpan LeaseTime { get; init; } = TimeSpan.FromSeconds(3);

    public TimeSpan LeaseRenewal { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often those who do not lead try to.</summary>
    public TimeSpan LeaseRetry { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// After this long without a word from a leader in the middle of a batch PostgreSQL ends its session: a process that hangs
    /// would otherwise keep the checkpoint's row locked against its successor.
    /// </summary>
    public TimeSpan SilenceInTransaction { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How often a halted projection looks whether it was resumed.</summary>
    public TimeSpan HaltedPoll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between attempts while the database is out of reach.</summary>
    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How many events' worth of whole streams are written at once where a build is filled stream by stream: many, so that the
    /// statements themselves do not count, and few, since three times as many are held in memory.
    /// </summary>
    public int MaxFillEvents { get; init; } = 5_000;

    internal string SilenceInTransactionSetting => $"{SilenceInTransaction.TotalMilliseconds:0}ms";
}
