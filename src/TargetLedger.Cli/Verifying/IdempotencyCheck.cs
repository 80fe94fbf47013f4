using Npgsql;

namespace TargetLedger.Cli;

/// <summary>Every remembered answer speaks of positions and versions that exist.</summary>
internal static class IdempotencyCheck
{
    public static async Task<CheckResult> RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var findings = new Findings("keys", "幂等键指向已有的位置", "idempotency keys point to what exists");
        await using (var count = VerificationSql.Command(connection, "SELECT count(*) FROM ledger.idempotency"))
            findings.Covered = (long)(await count.ExecuteScalarAsync(cancellationToken))!;

        await using var command = VerificationSql.Command(connection, VerificationSql.IdempotencyFaults);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            var (account, key, position) = (row.GetString(0), row.GetString(1), row.GetInt64(2));
            findings.Add(new(
                "key_outcome_impossible",
                $"{account} 的键 {key} 指向不存在的位置或版本(第 {position} 号)",
                $"the key {key} of {account} points to a position or version that does not exist (position {position})",
                position,
                row.IsDBNull(3) ? null : row.GetString(3)));
        }

        return findings.Result();
    }
}
