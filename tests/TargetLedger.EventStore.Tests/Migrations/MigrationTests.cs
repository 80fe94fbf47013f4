using Npgsql;
using TargetLedger.Testing;

namespace TargetLedger.EventStore.Tests.Migrations;

public sealed class MigrationTests
{
    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        await using var database = await LedgerDatabase.CreateAsync();
        var reported = new List<string>();

        await LedgerMigrations.MigrateAsync(database.AdminConnectionString, new Reports(reported));

        reported.ShouldBeEmpty();
        await LedgerMigrations.CheckAsync(database.DataSource);
    }

    [Fact]
    public async Task Databases_of_one_cluster_are_migrated_at_once_and_each_by_several_at_once()
    {
        var names = Enumerable.Range(0, 3).Select(i => $"race_{Guid.NewGuid():N}").ToArray();
        foreach (var name in names)
            await TestCluster.Current.EnsureDatabaseAsync(name);

        await Task.WhenAll(names.Concat(names).Concat(names).Select(
            name => LedgerMigrations.MigrateAsync(TestCluster.Current.AdminConnectionString(name))));

        foreach (var name in names)
        {
            await using var source = NpgsqlDataSource.Create(TestCluster.Current.ConnectionString(name, "ledger_server"));
            await LedgerMigrations.CheckAsync(source);
        }
    }

    [Fact]
    public async Task Every_script_is_reported_and_recorded_in_order()
    {
        var name = $"fresh_{Guid.NewGuid():N}";
        await TestCluster.Current.EnsureDatabaseAsync(name);
        var reported = new List<string>();

        await LedgerMigrations.MigrateAsync(TestCluster.Current.AdminConnectionString(name), new Reports(reported));

        reported.Count.ShouldBe(LedgerMigrations.CurrentVersion);
        reported.ShouldBe(reported.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_script_changed_after_it_was_applied_is_refused()
    {
        await using var database = await LedgerDatabase.CreateAsync();
        await database.ExecuteAsAdminAsync("UPDATE ledger.schema_versions SET sha256 = '\\x00' WHERE version = 2");

        var refused = await Should.ThrowAsync<LedgerSchemaException>(LedgerMigrations.MigrateAsync(database.AdminConnectionString));
        await Should.ThrowAsync<LedgerSchemaException>(LedgerMigrations.CheckAsync(database.DataSource));

        refused.Message.ShouldContain("0002_mt_streams");
    }

    [Fact]
    public async Task A_newer_schema_than_this_program_knows_is_refused()
    {
        await using var database = await LedgerDatabase.CreateAsync();
        var newer = LedgerMigrations.CurrentVersion + 1;
        await database.ExecuteAsAdminAsync($"INSERT INTO ledger.schema_versions (version, name, sha256) VALUES ({newer}, 'from_the_future', '\\x00')");

        var refused = await Should.ThrowAsync<LedgerSchemaException>(LedgerMigrations.CheckAsync(database.DataSource));
        await Should.ThrowAsync<LedgerSchemaException>(LedgerMigrations.MigrateAsync(database.AdminConnectionString));

        (refused.Found, refused.Expected).ShouldBe((newer, LedgerMigrations.CurrentVersion));
    }

    [Fact]
    public async Task A_database_that_was_never_migrated_is_refused()
    {
        var name = $"bare_{Guid.NewGuid():N}";
        await TestCluster.Current.EnsureDatabaseAsync(name);
        await using var source = NpgsqlDataSource.Create(TestCluster.Current.AdminConnectionString(name));

        (await Should.ThrowAsync<LedgerSchemaException>(LedgerMigrations.CheckAsync(source))).Found.ShouldBe(0);
    }

    [Fact]
    public async Task A_database_of_another_encoding_is_refused()
    {
        var name = $"latin_{Guid.NewGuid():N}";
        await using (var admin = NpgsqlDataSource.Create(TestCluster.Current.AdminConnectionString()))
        await using (var create = admin.CreateCommand($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'"))
            await create.ExecuteNonQueryAsync();

        (await Should.ThrowAsync<LedgerSchemaException>(LedgerMigrations.MigrateAsync(TestCluster.Current.AdminConnectionString(name))))
            .Message.ShouldContain("LATIN1");
    }

    private sealed class Reports(List<string> into) : IProgress<string>
    {
        public void Report(string value) => into.Add(value);
    }
}
