namespace TargetLedger.Boards.Tests;

/// <summary>Business time that moves only when a test says so.</summary>
internal sealed class SteppedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
