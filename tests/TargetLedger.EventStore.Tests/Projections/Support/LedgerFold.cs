using Npgsql;

namespace TargetLedger.EventStore.Tests.Projections;

/// <summary>What a counting projection's rows must be: a fresh fold of the ledger, made by PostgreSQL alone.</summary>
internal static class LedgerFold
{
    public static async Task ShouldBeAsync(NpgsqlDataSource source, CountingProjection projection, int build = 1, long? through = null)
    {
        var name = projection.Name;
        var head = through ?? await ReadAsync("SELECT coalesce(max(seq_id), 0) FROM ledger.mt_events");
        (await ReadAsync($"SELECT checkpoint FROM boards.projections WHERE name = '{name}' AND build = {build}")).ShouldBe(head);
        (await ReadAsync($"SELECT count(*) FROM boards.{name}_seen_{build}")).ShouldBe(head);
        (await ReadAsync($"SELECT count(DISTINCT position) FROM boards.{name}_seen_{build}")).ShouldBe(head);
        var differences = await ReadAsync(
            $"""
            SELECT count(*)
            FROM (SELECT stream_id, count(*) AS events, max(version) AS last_version FROM ledger.mt_events WHERE seq_id <= {head} GROUP BY stream_id) folded
            FULL JOIN boards.{name}_counts_{build} rows ON rows.stream = folded.stream_id
            WHERE (rows.events, rows.last_version) IS DISTINCT FROM (folded.events, folded.last_version)
            """);
        differences.ShouldBe(0);

        async Task<long> ReadAsync(string sql)
        {
            await using var command = source.CreateCommand(sql);
            return (long)(await command.ExecuteScalarAsync())!;
        }
    }
}
