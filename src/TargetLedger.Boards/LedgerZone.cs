namespace TargetLedger.Boards;

/// <summary>
/// The time zone in which the ledger's days begin and end. Every day a fold or a board writes depends on it, so it is a
/// constant of the product and no setting, which two programs on one ledger could have different.
/// </summary>
public static class LedgerZone
{
    private const string Name = "Asia/Shanghai";

    /// <summary>China has kept UTC+8 without summer time since 1992, so a machine without time zone data need not fail.</summary>
    public static TimeZoneInfo Default { get; } = TimeZoneInfo.TryFindSystemTimeZoneById(Name, out var zone)
        ? zone
        : TimeZoneInfo.CreateCustomTimeZone(Name, TimeSpan.FromHours(8), Name, Name);
}
