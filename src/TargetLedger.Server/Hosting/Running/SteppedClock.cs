namespace TargetLedger.Server.Hosting;

/// <summary>
/// A business clock that is put forward by hand and ticks on from there, for demonstrations and tests. It never goes back:
/// what was recorded stays in the past.
/// </summary>
internal sealed class SteppedClock(DateTimeOffset start, TimeProvider system) : TimeProvider
{
    private readonly Lock gate = new();
    private DateTimeOffset from = start.ToUniversalTime();
    private long since = system.GetTimestamp();

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return from + system.GetElapsedTime(since);
    }

    /// <summary>False, and nothing changed, when the clock is past that moment already.</summary>
    public bool TryStepTo(DateTimeOffset moment)
    {
        lock (gate)
        {
            if (moment < from + system.GetElapsedTime(since))
                return false;
            (from, since) = (moment.ToUniversalTime(), system.GetTimestamp());
            return true;
        }
    }
}
