using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>A transaction in which the rows of a build change together with how far it is.</summary>
internal static class BuildTransaction
{
    /// <summary>
    /// Begins it and moves the build on, in one round trip and before any row is written. Null, and nothing begun, when the
    /// build is not where it was left.
    /// </summary>
    /// <param name="advance">The compare-and-swap of the build's row.</param>
    public static async Task<NpgsqlTransaction?> TryBeginAsync(
        NpgsqlConnection connection,
        ProjectionOptions options,
        NpgsqlBatchCommand advance,
        CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await using var begin = new NpgsqlBatch(connection, transaction);
            begin.BatchCommands.Add(new(ProjectionSql.BeginBatch) { Parameters = { new() { Value = options.SilenceInTransactionSetting } } });
            begin.BatchCommands.Add(advance);
            await begin.PrepareAsync(cancellationToken);
            await begin.ExecuteNonQueryAsync(cancellationToken);
            if (advance.RecordsAffected == 1)
                return transaction;
        }
        catch
        {
            // The connection is used again.
            await transaction.DisposeAsync();
            throw;
        }

        await transaction.DisposeAsync();
        return null;
    }

    public static NpgsqlBatchCommand Advance(string sql, params object[] values)
    {
        var advance = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            advance.Parameters.Add(new() { Value = value });
        return advance;
    }
}
