using Npgsql;
using TargetLedger.EventStore.Tests.Checker;

namespace TargetLedger.EventStore.Tests.Crashes;

/// <summary>The control of the tests that kill the server: a ledger that answers before its log is written must be found out.</summary>
public sealed class LossIsCaughtTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_synchronous_commit_a_kill_loses_what_was_answered_and_that_is_caught(bool durableCluster)
    {
        const int most = 20;
        await using var site = await CrashSite.StartAsync(durableCluster);
        // A cluster that is not durable has it switched off for everybody.
        if (durableCluster)
            await site.ExecuteAsync("ALTER ROLE ledger_server SET synchronous_commit = off");
        await using var source = NpgsqlDataSource.Create(site.ConnectionString);
        await using var ledger = new Ledger(source, TimeProvider.System);
        var random = new Random(20140604);

        for (var kill = 1; kill <= most; kill++)
        {
            var workload = new AppendWorkload([ledger.AppendAsync], ledger.Reader, writers: 16, streams: 8);
            using var stop = new CancellationTokenSource();
            var running = workload.RunAsync(TimeSpan.FromMinutes(1), stop.Token);
            await workload.UntilAnsweredAsync(50);
            await Task.Delay(random.Next(0, 300));
            await site.KillWholeServerAsync();
            await stop.CancelAsync();
            await site.RestartAsync();
            await running;
            source.Clear();

            var log = await AppendWorkload.ReadAllAsync(ledger.Reader);
            var lost = LedgerChecker.Check(workload.History, log).Count(found => found.Rule == Rule.EveryOkIsThere);
            if (lost == 0)
                continue;
            output.WriteLine($"kill {kill} of at most {most} lost what {lost} had been told: {workload.History}");
            return;
        }

        Assert.Fail($"{most} kills without synchronous commit lost nothing, so the kills that lose nothing with it prove nothing.");
    }
}
