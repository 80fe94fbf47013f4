using Npgsql;
using TargetLedger.LocalPostgres;
using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Append;

public sealed class SynchronousStandbyTests
{
    [Theory]
    [InlineData("pg_cancel_backend")]
    [InlineData("pg_terminate_backend")]
    public async Task A_wait_for_the_standby_that_was_given_up_is_never_success(string giveUp)
    {
        // From the start, since processes take changed settings in their own time; only the ledger's sessions wait for the standby.
        await using var cluster = await LocalCluster.StartAsync(new LocalPostgresOptions
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["synchronous_standby_names"] = "a_standby_that_does_not_exist",
                ["synchronous_commit"] = "local",
            },
        });
        await cluster.EnsureDatabaseAsync("ledger");
        await LedgerMigrations.MigrateAsync(cluster.AdminConnectionString("ledger"));
        await using var admin = NpgsqlDataSource.Create(cluster.AdminConnectionString("ledger"));
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(cluster.ConnectionString("ledger", "ledger_server")) { Options = "-c synchronous_commit=on" }.ConnectionString);
        await using var ledger = new Ledger(source, TimeProvider.System);
        var stream = NewStream();

        var sent = ledger.AppendAsync(One(stream, Key("k1")));
        var backend = await WaitingForStandbyAsync(admin);
        sent.IsCompleted.ShouldBeFalse();
        await ExecuteAsync(admin, $"SELECT {giveUp}({backend})");

        await Should.ThrowAsync<AppendOutcomeUnknownException>(sent);

        // It is recorded here, perhaps nowhere else: repeating it is no success either before the standby has it.
        var repeated = ledger.AppendAsync(One(stream, Key("k1")));
        var recalled = ledger.FindOutcomeAsync(Account, "k1");
        await ExecuteAsync(admin, $"SELECT {giveUp}({await WaitingForStandbyAsync(admin)})");
        await Should.ThrowAsync<AppendOutcomeUnknownException>(repeated);
        await WaitingForStandbyAsync(admin);
        recalled.IsCompleted.ShouldBeFalse();

        await ExecuteAsync(admin, "ALTER SYSTEM SET synchronous_standby_names = ''");
        await ExecuteAsync(admin, "SELECT pg_reload_conf()");
        (await recalled).ShouldNotBeNull().Streams.ShouldBe([stream]);
        (await ledger.AppendAsync(One(stream, Key("k1")))).ShouldBeAlreadyRecorded();
        (await ledger.Reader.ReadStreamAsync(stream)).Count.ShouldBe(1);
    }

    private static async Task<int> WaitingForStandbyAsync(NpgsqlDataSource admin)
    {
        object? waiting = null;
        await UntilAsync(async () =>
            (waiting = await ScalarAsync(admin, "SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep'")) is int);
        return (int)waiting!;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await condition())
            await Task.Delay(10, bound.Token);
    }

    private static async Task<object?> ScalarAsync(NpgsqlDataSource admin, string sql)
    {
        await using var command = admin.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private static async Task ExecuteAsync(NpgsqlDataSource admin, string sql)
    {
        await using var command = admin.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
