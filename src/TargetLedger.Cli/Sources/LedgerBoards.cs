using Npgsql;
using TargetLedger.Boards;
using TargetLedger.EventStore;

namespace TargetLedger.Cli;

/// <summary>The read models of this release and the way to ask them.</summary>
internal static class LedgerBoards
{
    private static BoardsProjection Boards { get; } = new(LedgerZone.Default);

    public static IReadOnlyList<IProjection> Projections { get; } = [Boards];

    /// <summary>By the real clock: a stepped business clock is known to its server alone.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), LedgerZone.Default).DateTime);

    public static ProjectionWatch Watch(NpgsqlDataSource dataSource) => new(dataSource, Boards);

    public static BoardQueries Queries(NpgsqlDataSource dataSource) =>
        new(new LedgerReader(dataSource, TimeProvider.System), new ProjectionReader(dataSource), Boards);
}
