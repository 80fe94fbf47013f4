using Npgsql;
using TargetLedger.EventStore;

namespace TargetLedger.Cli;

/// <summary>
/// The rows people read are the fold of the log: the log is folded anew, up to the projection's own checkpoint, into tables
/// that only this transaction sees and that vanish with it; then the two are compared row by row.
/// </summary>
internal sealed class ReadModelCheck(IProjection projection)
{
    private const string Suffix = "_verify";

    public async Task<CheckResult?> RunAsync(NpgsqlConnection connection, IProgress<Step> progress, CancellationToken cancellationToken)
    {
        if (await ActiveBuildAsync(connection, cancellationToken) is not { } active)
            return null;

        var findings = new Findings(
            $"read_model:{projection.Name}",
            $"看板 {projection.Name} 等于账本的折叠(至第 {active.Checkpoint} 号)",
            $"the read model {projection.Name} equals the fold of the log (through position {active.Checkpoint})");
        if (active.HaltedAt is { } halted)
            findings.Add(new("projection_halted", $"{projection.Name} 停在第 {halted} 号前", $"{projection.Name} has halted before position {halted}", halted));

        // The projector makes tables; the login that verifies may only be a member of it.
        await ExecuteAsync(connection, "SET LOCAL ROLE ledger_projector", cancellationToken);
        await projection.CreateTablesAsync(connection, Suffix, cancellationToken);
        await FoldAsync(connection, active.Checkpoint, progress, cancellationToken);
        foreach (var table in projection.Tables)
            await CompareAsync(connection, table, active.Suffix, findings, cancellationToken);
        return findings.Result();
    }

    private async Task FoldAsync(NpgsqlConnection connection, long through, IProgress<Step> progress, CancellationToken cancellationToken)
    {
        await foreach (var page in EventRows.ReadPagesAsync(connection, through, cancellationToken))
        {
            await projection.ApplyAsync(connection, Suffix, [.. page.Select(row => row.ToStored()).OfType<StoredEvent>()], cancellationToken);
            progress.Report(new(page[^1].Position, through));
        }
    }

    private static async Task CompareAsync(
        NpgsqlConnection connection, string table, string suffix, Findings findings, CancellationToken cancellationToken)
    {
        using var quoting = new NpgsqlCommandBuilder();
        var live = $"boards.{quoting.QuoteIdentifier(table + suffix)}";
        var fresh = $"boards.{quoting.QuoteIdentifier(table + Suffix)}";
        await using (var count = VerificationSql.Command(connection, $"SELECT count(*) FROM {live}"))
            findings.Covered += (long)(await count.ExecuteScalarAsync(cancellationToken))!;

        await ListAsync(live, fresh, "row_not_in_fold", "看板中有而账本推不出的行", "a row of the read model that the log does not give");
        await ListAsync(fresh, live, "row_missing", "账本推出而看板中没有的行", "a row the log gives that the read model lacks");

        async Task ListAsync(string one, string other, string code, string zh, string en)
        {
            await using var command = VerificationSql.Command(
                connection, $"SELECT to_jsonb(d)::text FROM (SELECT * FROM {one} EXCEPT ALL SELECT * FROM {other}) AS d");
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            while (await row.ReadAsync(cancellationToken))
            {
                var text = row.GetString(0);
                var shown = text.Length > 300 ? text[..300] + "…" : text;
                findings.Add(new(code, $"{table}:{zh} {shown}", $"{table}: {en}"));
            }
        }
    }

    private async Task<Active?> ActiveBuildAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = VerificationSql.Command(connection, VerificationSql.ActiveBuild, projection.Name, projection.Shape);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new($"_{row.GetInt32(0)}", row.GetInt64(1), row.IsDBNull(2) ? null : row.GetInt64(2))
            : null;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record Active(string Suffix, long Checkpoint, long? HaltedAt);
}
