namespace TargetLedger.Boards;

/// <summary>The time zone in which the ledger's days begin and end.</summary>
public static class LedgerZone
{
    public const string DefaultName = "Asia/Shanghai";

    /// <summary>China has kept UTC+8 without summer time since 1992, so a machine without time zone data need not fail.</summary>
    public static TimeZoneInfo Default { get; } = Find(DefaultName);

    /// <param name="name">An IANA name.</param>
    /// <exception cref="TimeZoneNotFoundException">The machine does not know the zone.</exception>
    public static TimeZoneInfo Find(string name)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            return zone;
        return name == DefaultName
            ? TimeZoneInfo.CreateCustomTimeZone(DefaultName, TimeSpan.FromHours(8), DefaultName, DefaultName)
            : throw new TimeZoneNotFoundException($"时区未知：{name} / unknown time zone: {name}");
    }
}
