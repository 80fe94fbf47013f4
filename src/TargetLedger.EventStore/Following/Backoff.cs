namespace TargetLedger.EventStore;

/// <summary>Waits 0.1 s, 0.2 s, 0.4 s … up to a ceiling, on system time.</summary>
internal sealed class Backoff(TimeProvider systemTime, TimeSpan ceiling)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private TimeSpan next = First;

    public void Reset() => next = First;

    public Task WaitAsync(CancellationToken cancellationToken)
    {
        var wait = next < ceiling ? next : ceiling;
        next = wait * 2;
        return Task.Delay(wait, systemTime, cancellationToken);
    }
}
