using Npgsql;

namespace TargetLedger.EventStore.Tests.Checker;

public sealed class WorkloadTests(ITestOutputHelper output) : LedgerTest
{
    private static readonly TimeSpan Duration =
        TimeSpan.FromSeconds(int.TryParse(Environment.GetEnvironmentVariable("LEDGER_WORKLOAD_SECONDS"), out var seconds) ? seconds : 4);

    // A crowd at one node has two batches under way at once.
    [Theory]
    [InlineData(64, 2)]
    [InlineData(256, 1)]
    public async Task Writers_on_eight_streams_leave_a_sound_ledger(int writers, int nodes)
    {
        await using var firstSource = NpgsqlDataSource.Create(Database.ServerConnectionString);
        await using var first = new Ledger(firstSource, TimeProvider.System);
        await using var second = new Ledger(Database.DataSource, TimeProvider.System);
        Appender[] ways = [first.AppendAsync, second.AppendAsync];
        var workload = new AppendWorkload(ways[..nodes], first.Reader, writers, streams: 8);

        await workload.RunAsync(Duration);

        await ShouldBeSoundAsync(workload, first);
    }

    [Theory]
    [InlineData(32, 2)]
    [InlineData(256, 1)]
    public async Task Backends_killed_under_load_leave_a_sound_ledger(int writers, int nodes)
    {
        await using var first = new Ledger(Database.DataSource, TimeProvider.System);
        await using var otherSource = NpgsqlDataSource.Create(Database.ServerConnectionString);
        await using var second = new Ledger(otherSource, TimeProvider.System);
        Appender[] ways = [first.AppendAsync, second.AppendAsync];
        var workload = new AppendWorkload(ways[..nodes], first.Reader, writers, streams: 8);

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

    private async Task ShouldBeSoundAsync(AppendWorkload workload, Ledger ledger)
    {
        // The storm has killed sessions that rest in the pool; what is asked here is what the ledger holds, not who notices first.
        ledger.DataSource.Clear();
        var log = await AppendWorkload.ReadAllAsync(ledger.Reader);
        output.WriteLine($"{workload.History}; {log.Count} events");
        log.ShouldNotBeEmpty();
        LedgerChecker.Check(workload.History, log).ShouldBeEmpty();
    }
}
