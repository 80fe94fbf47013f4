using Npgsql;
using TargetLedger.EventStore;

namespace TargetLedger.Boards.Tests;

/// <summary>Tables of a projection made by hand, beside those its runner keeps.</summary>
internal static class Builds
{
    public static async Task CreateAsync(Office office, IProjection projection, string suffix)
    {
        await using var connection = await office.Database.DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var role = new NpgsqlCommand("SET LOCAL ROLE ledger_projector", connection))
            await role.ExecuteNonQueryAsync();
        await projection.CreateTablesAsync(connection, suffix, default);
        await transaction.CommitAsync();
    }

    public static async Task ApplyAsync(Office office, IProjection projection, string suffix, IReadOnlyList<StoredEvent> batch, bool commit = true)
    {
        await using var connection = await office.Database.DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await projection.ApplyAsync(connection, suffix, batch, default);
        if (commit)
            await transaction.CommitAsync();
    }

    /// <summary>Every table's rows as COPY writes them, ordered, each behind its table's name.</summary>
    public static async Task<IReadOnlyList<string>> DumpAsync(Office office, IProjection projection, string suffix)
    {
        var dump = new List<string>();
        await using var connection = await office.Database.DataSource.OpenConnectionAsync();
        foreach (var table in projection.Tables)
        {
            using var rows = await connection.BeginTextExportAsync($"COPY (SELECT * FROM boards.\"{table}{suffix}\" t ORDER BY t) TO STDOUT");
            dump.AddRange((await rows.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => $"{table}\t{row}"));
        }

        return dump;
    }
}
