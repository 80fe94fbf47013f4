namespace TargetLedger.EventStore;

/// <summary>
/// Of the builds of one shape at most one is active: it is followed live and read. One may be building beside it. What a
/// rebuild has superseded is retired, and dropped later, since another node may still be reading it.
/// </summary>
public enum BuildStatus
{
    Building,
    Active,
    Retired,
}

internal static class BuildStatusText
{
    public const string Building = "building";
    public const string Active = "active";

    public static BuildStatus Parse(string stored) => stored switch
    {
        Building => BuildStatus.Building,
        Active => BuildStatus.Active,
        "retired" => BuildStatus.Retired,
        _ => throw new InvalidOperationException($"boards.projections has an unknown status '{stored}'."),
    };
}
