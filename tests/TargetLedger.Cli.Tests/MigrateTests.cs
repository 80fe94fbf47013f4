using TargetLedger.EventStore;

namespace TargetLedger.Cli.Tests;

public sealed class MigrateTests
{
    [Fact]
    public async Task An_empty_database_gets_the_schema_once()
    {
        var cluster = TestCluster.Current;
        await cluster.EnsureDatabaseAsync("to_migrate");
        var connection = cluster.AdminConnectionString("to_migrate");

        var first = (await Cli.RunAsync("migrate", "--connection", connection, "--json")).ShouldExit(ExitCode.Ok).Json;
        var second = (await Cli.RunAsync("migrate", "--connection", connection, "--json")).ShouldExit(ExitCode.Ok).Json;

        first.GetProperty("version").GetInt32().ShouldBe(LedgerMigrations.CurrentVersion);
        first.GetProperty("applied").GetArrayLength().ShouldBe(LedgerMigrations.CurrentVersion);
        second.GetProperty("applied").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_database_without_the_schema_is_not_verified_but_refused()
    {
        var cluster = TestCluster.Current;
        await cluster.EnsureDatabaseAsync("never_migrated");
        (await Cli.RunAsync("verify", "--connection", cluster.AdminConnectionString("never_migrated"), "--json")).ShouldExit(ExitCode.Refused)
            .Json.GetProperty("code").GetString().ShouldBe("schema_version");
    }
}
