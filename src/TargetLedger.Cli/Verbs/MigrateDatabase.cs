using System.CommandLine;
using System.Text.Json;
using TargetLedger.Domain;
using TargetLedger.EventStore;

namespace TargetLedger.Cli;

/// <summary><c>ledger migrate</c>: brings a database to this program's schema.</summary>
internal static class MigrateDatabase
{
    public static Command Command(Terminal terminal)
    {
        var database = new DatabaseOptions();
        var command = new Command("migrate", "建立或升级数据库结构(须有建角色、建模式的权限)/ create or upgrade the database's schema (needs a login that may create roles and schemas)")
        {
            CommonOptions.Json,
        };
        database.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var opened = await database.OpenAsync(parsed, asAdministrator: true, cancellationToken);
            var applied = new List<string>();
            await LedgerMigrations.MigrateAsync(opened.ConnectionString, new Heard(applied, terminal), cancellationToken);
            terminal.Say($"数据库结构为第 {LedgerMigrations.CurrentVersion} 版", $"the database has schema version {LedgerMigrations.CurrentVersion}");
            if (parsed.GetValue(CommonOptions.Json))
            {
                var result = new Migrated(LedgerMigrations.CurrentVersion, applied);
                await terminal.WriteJsonAsync(JsonSerializer.SerializeToUtf8Bytes(result, LedgerJson.Options), cancellationToken);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    /// <param name="Applied">The scripts that ran just now.</param>
    private sealed record Migrated(int Version, IReadOnlyList<string> Applied);

    private sealed class Heard(List<string> applied, Terminal terminal) : IProgress<string>
    {
        public void Report(string value)
        {
            applied.Add(value.TrimEnd(' ', '✓'));
            terminal.Say(value);
        }
    }
}
