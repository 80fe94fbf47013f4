using TargetLedger.EventStore.Tests.Checker;
using TargetLedger.EventStore.Tests.Projections;

namespace TargetLedger.EventStore.Tests.Crashes;

/// <summary>
/// kill -9 leaves the operating system alone: these tests prove that what is answered has been handed to it, and that recovery
/// makes a ledger of it. That the disk has it too is PostgreSQL's fsync, which no killed process can show.
/// </summary>
public sealed class KilledServerTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_server_killed_at_random_moments_loses_nothing_and_doubles_nothing()
    {
        await using var site = await CrashSite.StartAsync();
        AppendHistory history;
        await using (var first = new Node("first", site.ConnectionString, following: null))
        await using (var second = new Node("second", site.ConnectionString, following: null))
        await using (var one = new Ledger(first.DataSource, TimeProvider.System))
        await using (var other = new Ledger(second.DataSource, TimeProvider.System))
        {
            first.Run(new CountingProjection(), WriterNode.Impatient);
            second.Run(new CountingProjection(), WriterNode.Impatient);
            // As many at each as make two batches at once now and then.
            var workload = new AppendWorkload([one.AppendAsync, other.AppendAsync], one.Reader, writers: 192, streams: 8, LongRun.Pause);
            history = workload.History;
            using var stop = new CancellationTokenSource();
            var running = workload.RunAsync(TimeSpan.FromHours(2), stop.Token);

            var random = new Random(20140604);
            for (var kills = LongRun.Kills(usually: 14, inLongRun: 200); kills > 0; kills--)
            {
                await workload.UntilAnsweredAsync(1);
                await Task.Delay(random.Next(0, 400));
                await site.KillServerAsync(random);
                await site.RestartAsync();
            }

            await workload.UntilAnsweredAsync(100);
            await stop.CancelAsync();
            await running;
        }

        output.WriteLine(await site.ShouldBeSoundAsync(history));
        history.Attempts.ShouldContain(attempt => attempt.Outcome == AttemptOutcome.Unknown, "the kills must have hit something");
    }
}
