namespace TargetLedger.EventStore;

internal abstract record BatchOutcome
{
    private BatchOutcome()
    {
    }

    /// <summary>The whole batch is in, and the checkpoint behind it.</summary>
    public sealed record Applied(long Checkpoint) : BatchOutcome;

    /// <summary>The build is not where this writer left it: another leads, or the build was halted or superseded.</summary>
    public sealed record Moved : BatchOutcome;

    /// <summary>Everything before <paramref name="Position"/> is in; that event cannot be applied.</summary>
    public sealed record Halted(long Position, string Error) : BatchOutcome;
}
