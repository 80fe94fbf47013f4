namespace TargetLedger.Boards;

/// <summary>Nobody can say what will be known at a position the ledger has not reached.</summary>
public sealed class PositionNotReachedException(long position, long head)
    : Exception($"账本尚未到第 {position} 号，现为第 {head} 号 / position {position} is still to come, the ledger is at {head}")
{
    public long Position { get; } = position;

    public long Head { get; } = head;
}
