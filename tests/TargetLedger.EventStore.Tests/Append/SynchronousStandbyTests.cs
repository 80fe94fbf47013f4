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
        await using var cluster = await StartWithoutItsStandbyAsync();
        await using var admin = NpgsqlDataSource.Create(cluster.AdminConnectionString("ledger"));
        await using var source = NpgsqlDataSource.Create(WaitingForStandby(cluster));
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

    [Fact]
    public async Task What_is_committed_is_not_taken_back_because_an_earlier_answer_cannot_be_read()
    {
        await using var cluster = await StartWithoutItsStandbyAsync();
        await using var admin = NpgsqlDataSource.Create(cluster.AdminConnectionString("ledger"));
        await using var source = NpgsqlDataSource.Create(WaitingForStandby(cluster));
        await using (var hasty = new Ledger(admin, TimeProvider.System))
            (await hasty.AppendAsync(One(NewStream(), Key("k1")))).ShouldBeAppended();
        await using var ledger = new Ledger(source, TimeProvider.System);
        var stream = NewStream();

        // The second batch has a known key and a new report. It is committed, and waits for the standby with its locks in hand …
        var (before, repeated, reported) = await InTwoBatchesAsync();
        await ExecuteAsync(admin, $"SELECT pg_cancel_backend({await WaitingForStandbyAsync(admin)})");
        await Should.ThrowAsync<AppendOutcomeUnknownException>(before);
        await WaitingForStandbyAsync(admin);

        // … while somebody stands in line to lock the table from which the earlier answer is then to be read.
        await using var maintenance = await admin.OpenConnectionAsync();
        await using var transaction = await maintenance.BeginTransactionAsync();
        await using var locking = new NpgsqlCommand("LOCK TABLE ledger.idempotency IN ACCESS EXCLUSIVE MODE", maintenance);
        var locked = locking.ExecuteNonQueryAsync();
        await WaitingForLockAsync(admin, "LOCK TABLE%");
        await ExecuteAsync(admin, "ALTER SYSTEM SET synchronous_standby_names = ''");
        await ExecuteAsync(admin, "SELECT pg_reload_conf()");
        await locked;
        await ExecuteAsync(admin, $"SELECT pg_cancel_backend({await WaitingForLockAsync(admin, "SELECT k.number%")})");

        await Should.ThrowAsync<AppendOutcomeUnknownException>(repeated);
        await Should.ThrowAsync<AppendOutcomeUnknownException>(reported);
        await transaction.RollbackAsync();
        (await ledger.Reader.ReadStreamAsync(stream)).Count.ShouldBe(1);
        (await ledger.AppendAsync(One(stream, Key("k2")))).ShouldBeAlreadyRecorded();

        async Task<(Task Before, Task Repeated, Task Reported)> InTwoBatchesAsync()
        {
            await using var held = await AppendLock.HoldAsync(cluster.AdminConnectionString("ledger"));
            var first = ledger.AppendAsync(One(NewStream()));
            await held.WaitForWaiterAsync();
            return (first, ledger.AppendAsync(One(NewStream(), Key("k1"))), ledger.AppendAsync(One(stream, Key("k2"))));
        }
    }

    /// <summary>From the start, since processes take changed settings in their own time; only who asks for it waits for the standby.</summary>
    private static async Task<LocalCluster> StartWithoutItsStandbyAsync()
    {
        var cluster = await LocalCluster.StartAsync(new LocalPostgresOptions
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["synchronous_standby_names"] = "a_standby_that_does_not_exist",
                ["synchronous_commit"] = "local",
            },
        });
        await cluster.EnsureDatabaseAsync("ledger");
        await LedgerMigrations.MigrateAsync(cluster.AdminConnectionString("ledger"));
        return cluster;
    }

    private static string WaitingForStandby(LocalCluster cluster)
        => new NpgsqlConnectionStringBuilder(cluster.ConnectionString("ledger", "ledger_server")) { Options = "-c synchronous_commit=on" }.ConnectionString;

    private static async Task<int> WaitingForLockAsync(NpgsqlDataSource admin, string query)
    {
        object? waiting = null;
        await UntilAsync(async () =>
            (waiting = await ScalarAsync(admin, $"SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '{query}'")) is int);
        return (int)waiting!;
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
