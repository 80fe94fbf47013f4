namespace TargetLedger.EventStore;

/// <summary>A position that only grows, and those who wait for it to get somewhere.</summary>
internal sealed class PositionSignal(long start)
{
    private readonly Lock gate = new();
    private TaskCompletionSource moved = NewSource();
    private long value = start;

    public long Value => Volatile.Read(ref value);

    public void Advance(long position)
    {
        TaskCompletionSource waiting;
        lock (gate)
        {
            if (position <= value)
                return;
            Volatile.Write(ref value, position);
            waiting = moved;
            moved = NewSource();
        }

        waiting.TrySetResult();
    }

    /// <summary>Completes with the position as soon as it is at least <paramref name="position"/>.</summary>
    public async Task<long> ReachedAsync(long position, CancellationToken cancellationToken)
    {
        while (true)
        {
            // The task is taken before the value is looked at: a move in between completes that very task.
            Task next;
            lock (gate)
                next = moved.Task;
            var current = Value;
            if (current >= position)
                return current;
            await next.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
