using Npgsql;

namespace TargetLedger.Cli;

/// <summary>The triggers that refuse changes are there and fire always. A superuser may have lifted one for a while.</summary>
internal static class GuardsCheck
{
    public static async Task<CheckResult> RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var findings = new Findings("guards", "防改触发器生效", "the triggers against change are in force");
        await using var command = VerificationSql.Command(connection, VerificationSql.Guards);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            findings.Covered++;
            var (table, trigger) = (row.GetString(0), row.GetString(1));
            if (!row.GetBoolean(2))
                findings.Add(new("guard_lifted", $"{table} 上的 {trigger} 未生效", $"{trigger} on {table} is not in force"));
        }

        return findings.Result();
    }
}
