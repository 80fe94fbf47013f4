using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>How a projection does, for health checks and operators.</summary>
/// <param name="Build">The build that is read or, before there is one, the one being built; 0 before the first.</param>
/// <param name="Checkpoint">The last position that is in its tables.</param>
/// <param name="Head">The ledger's last position.</param>
/// <param name="IsLed">Some node holds the lease and follows.</param>
/// <param name="HaltedAt">The position of the event it could not apply, else null.</param>
/// <param name="Error">What went wrong there.</param>
public sealed record ProjectionState(
    string Name,
    int Shape,
    int Build,
    BuildStatus Status,
    long Checkpoint,
    long Head,
    bool IsLed,
    long? HaltedAt,
    string? Error)
{
    /// <summary>Committed events that are not in the tables yet.</summary>
    public long Lag => Head - Checkpoint;

    public bool IsHalted => HaltedAt is not null;

    public bool IsReady => Status == BuildStatus.Active;

    /// <summary>Reads the state from the database; any node can, whether it runs the projection or not.</summary>
    public static async Task<ProjectionState> ReadAsync(
        NpgsqlDataSource dataSource,
        IProjection projection,
        CancellationToken cancellationToken = default)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var read = ProjectionBuilds.Command(connection, ProjectionSql.State, projection.Name, projection.Shape);
        await using var row = await read.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return new(
            projection.Name,
            projection.Shape,
            row.GetInt32(0),
            BuildStatusText.Parse(row.GetString(1)),
            row.GetInt64(2),
            row.GetInt64(5),
            row.GetBoolean(6),
            row.IsDBNull(3) ? null : row.GetInt64(3),
            row.IsDBNull(4) ? null : row.GetString(4));
    }
}
