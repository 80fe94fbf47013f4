namespace TargetLedger.EventStore;

/// <summary>Nobody can say what will have been recorded by a moment that is still to come.</summary>
public sealed class MomentNotReachedException(DateTimeOffset moment, DateTimeOffset now)
    : Exception($"该时刻（{moment:O}）尚未到来，现在是 {now:O} · the moment {moment:O} is still to come, it is {now:O}")
{
    public DateTimeOffset Moment { get; } = moment;

    public DateTimeOffset Now { get; } = now;
}
