using Npgsql;
using TargetLedger.LocalPostgres;

namespace TargetLedger.EventStore.Tests.Checker;

public sealed class WorkloadTests(ITestOutputHelper output) : LedgerTest
{
    private static readonly TimeSpan Duration =
        TimeSpan.FromSeconds(int.TryParse(Environment.GetEnvironmentVariable("LEDGER_WORKLOAD_SECONDS"), out var seconds) ? seconds : 4);

    [Fact]
    public async Task Sixty_four_writers_on_eight_streams_over_two_nodes_leave_a_sound_ledger()
    {
        await using var firstSource = NpgsqlDataSource.Create(Database.ServerConnectionString);
        await using var first = new Ledger(firstSource, TimeProvider.System);
        await using var second = new Ledger(Database.DataSource, TimeProvider.System);
        var workload = new AppendWorkload([first, second], writers: 64, streams: 8);

        await workload.RunAsync(Duration);

        await ShouldBeSoundAsync(workload, first);
    }

    [Fact]
    public async Task Backends_killed_under_load_leave_a_sound_ledger()
    {
        await using var first = new Ledger(Database.DataSource, TimeProvider.System);
        await using var otherSource = NpgsqlDataSource.Create(Database.ServerConnectionString);
        await using var second = new Ledger(otherSource, TimeProvider.System);
        var workload = new AppendWorkload([first, second], writers: 32, streams: 8);

        var running = workload.RunAsync(Duration);
        var storm = 0;
        while (!running.IsCompleted)
        {
            await Database.ExecuteAsAdminAsync(
                $"SELECT {(storm++ % 2 == 0 ? "pg_terminate_backend" : "pg_cancel_backend")}(pid) FROM pg_stat_activity WHERE usename = 'ledger_server' AND datname = current_database()");
            await Task.WhenAny(running, Task.Delay(50, CancellationToken.None));
        }

        await running;
        workload.History.Attempts.ShouldContain(attempt => attempt.Outcome == AttemptOutcome.Unknown, "the storm must have hit something");
        await ShouldBeSoundAsync(workload, first);
    }

    [Fact]
    public async Task A_server_killed_under_load_leaves_a_sound_ledger()
    {
        await using var cluster = await LocalCluster.StartAsync(new LocalPostgresOptions());
        await cluster.EnsureDatabaseAsync("crash");
        await LedgerMigrations.MigrateAsync(cluster.AdminConnectionString("crash"));
        await using var source = NpgsqlDataSource.Create(cluster.ConnectionString("crash", "ledger_server"));
        await using var ledger = new Ledger(source, TimeProvider.System);
        var workload = new AppendWorkload([ledger], writers: 32, streams: 8);

        using var stop = new CancellationTokenSource();
        var running = workload.RunAsync(TimeSpan.FromMinutes(5), stop.Token);
        await UntilAppendedAsync(workload, 500);
        using (var postmaster = System.Diagnostics.Process.GetProcessById(cluster.PostmasterPid!.Value))
            postmaster.Kill();
        await using var restarted = await LocalCluster.StartAsync(new LocalPostgresOptions { DataDirectory = cluster.DataDirectory });
        await UntilAppendedAsync(workload, workload.History.Attempts.Count(Ok) + 500);
        await stop.CancelAsync();
        await running;

        workload.History.Attempts.ShouldContain(attempt => attempt.Outcome == AttemptOutcome.Unknown, "the kill must have hit something");
        await ShouldBeSoundAsync(workload, ledger);
    }

    private static bool Ok(Attempt attempt) => attempt.Outcome == AttemptOutcome.Ok;

    private static async Task UntilAppendedAsync(AppendWorkload workload, int count)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (workload.History.Attempts.Count(Ok) < count)
            await Task.Delay(50, bound.Token);
    }

    private async Task ShouldBeSoundAsync(AppendWorkload workload, Ledger ledger)
    {
        // The storm has killed sessions that rest in the pool; what is asked here is what the ledger holds, not who notices first.
        ledger.DataSource.Clear();
        var log = await AppendWorkload.ReadAllAsync(ledger);
        var attempts = workload.History.Attempts;
        output.WriteLine(
            $"{attempts.Count} attempts: {attempts.Count(a => a.Result is AppendResult.Appended)} appended, "
            + $"{attempts.Count(a => a.Result is AppendResult.AlreadyRecorded)} already recorded, {attempts.Count(a => a.Result is AppendResult.Conflict)} conflicts, "
            + $"{attempts.Count(a => a.Result is null && a.Outcome == AttemptOutcome.Failed)} failed, {attempts.Count(a => a.Outcome == AttemptOutcome.Unknown)} unknown; "
            + $"{workload.History.Reads.Count} reads; {log.Count} events");
        log.ShouldNotBeEmpty();
        LedgerChecker.Check(workload.History, log).ShouldBeEmpty();
    }
}
