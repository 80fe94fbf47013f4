namespace TargetLedger.Domain;

/// <summary>A point of business time, converted once at the edge.</summary>
/// <param name="Utc">Whole microseconds.</param>
/// <param name="Day">The calendar day in the ledger's time zone.</param>
public readonly record struct Moment(DateTimeOffset Utc, DateOnly Day)
{
    public static Moment Of(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var utc = instant.ToUniversalTime();
        utc = utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
        return new Moment(utc, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(utc, zone).DateTime));
    }
}
