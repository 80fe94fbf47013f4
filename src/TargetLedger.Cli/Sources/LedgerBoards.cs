using Npgsql;
using TargetLedger.Boards;
using TargetLedger.EventStore;

namespace TargetLedger.Cli;

/// <summary>The read models of this release and the way to ask them.</summary>
internal static class LedgerBoards
{
    /// <summary>Made anew for whoever asks: a projection remembers what it has folded, and that of one ledger only.</summary>
    public static IReadOnlyList<IProjection> Projections => [Boards, Lights];

    private static BoardsProjection Boards => new(LedgerZone.Default);

    private static LightsProjection Lights => new(LedgerZone.Default);

    /// <summary>By the real clock: a stepped business clock is known to its server alone.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), LedgerZone.Default).DateTime);

    public static BoardsWatch Watch(NpgsqlDataSource dataSource)
        => new(dataSource, Lights, new ProjectionWatch(dataSource, Boards), new ProjectionWatch(dataSource, Lights));

    public static BoardQueries Queries(NpgsqlDataSource dataSource) =>
        new(new LedgerReader(dataSource, TimeProvider.System), new ProjectionReader(dataSource), Boards, Lights);

    public static TimelinessQueries Timeliness(NpgsqlDataSource dataSource) => new(Queries(dataSource), Slices(dataSource));

    public static WarningQueries Warnings(NpgsqlDataSource dataSource) => new(Queries(dataSource), Slices(dataSource));

    private static CommitmentSlices Slices(NpgsqlDataSource dataSource) => new(new ProjectionReader(dataSource), Boards);
}
