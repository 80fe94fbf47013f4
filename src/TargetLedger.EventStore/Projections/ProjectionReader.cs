using System.Data;
using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>
/// Reads projections. Which build is active is read in the query's own snapshot, so that a rebuild never interrupts or mixes
/// an answer. Works through a transaction pool and on replicas.
/// </summary>
public sealed class ProjectionReader(NpgsqlDataSource dataSource)
{
    private const int Attempts = 5;

    /// <summary>Runs a query on one snapshot of the active build of the projection's shape. The query may run more than once.</summary>
    /// <exception cref="ProjectionNotReadyException">There is no active build yet.</exception>
    public async Task<T> ReadAsync<T>(
        IProjection projection,
        Func<ReadSnapshot, CancellationToken, Task<T>> query,
        CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ReadOnceAsync(projection, query, cancellationToken);
            }
            catch (PostgresException gone) when (gone.SqlState == PostgresErrorCodes.UndefinedTable && attempt < Attempts)
            {
                // Superseded and dropped between the snapshot and the query; a new snapshot sees the build that took its place.
            }
        }
    }

    private async Task<T> ReadOnceAsync<T>(
        IProjection projection,
        Func<ReadSnapshot, CancellationToken, Task<T>> query,
        CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using (var readOnly = new NpgsqlCommand("SET TRANSACTION READ ONLY", connection))
            await readOnly.ExecuteNonQueryAsync(cancellationToken);
        var active = await ProjectionBuilds.FindAsync(connection, projection, [BuildStatusText.Active], cancellationToken)
            ?? throw new ProjectionNotReadyException(projection.Name);
        var answer = await query(new(connection, active.Suffix, active.Checkpoint), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return answer;
    }
}
