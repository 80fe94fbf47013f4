using TargetLedger.Domain;

namespace TargetLedger.Server.Hosting;

/// <summary>
/// Business time, which events and lights go by, and the zone its days are counted in. Timeouts, tokens and leases go by
/// the system's clock, never by this one.
/// </summary>
internal sealed record LedgerTime(TimeProvider Business, TimeZoneInfo Zone)
{
    public Moment Now => At(Business.GetUtcNow());

    public Moment At(DateTimeOffset instant) => Moment.Of(instant, Zone);
}
