using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>
/// Ends the session of a node that has stopped in the middle of a large batch: it holds the append lock and waits for a
/// client that sends nothing, which no timeout of PostgreSQL 15 covers. Its transaction is undone; the node, should it go
/// on, is told that its connection is lost.
/// </summary>
internal static class StalledHolder
{
    // Long for a client that is at work: it sends the next block within milliseconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly string FindSql = EmbeddedSql.Read("Sql/stalled_holder.sql");

    /// <summary>Where it cannot be ended (another login's, say) its server's own limits remain, and the append is tried again.</summary>
    public static async Task EndAsync(NpgsqlDataSource dataSource)
    {
        try
        {
            await EndIfStalledAsync(dataSource);
        }
        catch (NpgsqlException)
        {
            // Looking was all that was lost.
        }
    }

    private static async Task EndIfStalledAsync(NpgsqlDataSource dataSource)
    {
        if (await FindAsync(dataSource) is not { } before)
            return;
        await Task.Delay(Patience);
        if (await FindAsync(dataSource) is not { } after || after != before)
            return;
        await using var end = dataSource.CreateCommand("SELECT pg_terminate_backend($1)");
        end.Parameters.Add(new() { Value = after.Session });
        await end.ExecuteNonQueryAsync();
    }

    private static async Task<Holder?> FindAsync(NpgsqlDataSource dataSource)
    {
        await using var find = dataSource.CreateCommand(FindSql);
        await using var row = await find.ExecuteReaderAsync();
        return await row.ReadAsync() && !row.IsDBNull(1) ? new(row.GetInt32(0), row.GetDateTime(1), row.GetInt64(2)) : null;
    }

    private sealed record Holder(int Session, DateTime StateSince, long BytesTaken);
}
