using TargetLedger.EventStore.Tests.Checker;
using TargetLedger.EventStore.Tests.Projections;
using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Crashes;

public sealed class KilledWriterTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Nodes_killed_at_random_moments_lose_nothing_and_double_nothing()
    {
        await using var site = await CrashSite.StartAsync();
        await using var nodes = new WriterFleet(site.ConnectionString, count: 3);
        await using var reading = Npgsql.NpgsqlDataSource.Create(site.ConnectionString);
        var workload = new AppendWorkload(
            [.. nodes.Ways], new LedgerReader(reading, TimeProvider.System), writers: 24, streams: 8, LongRun.Pause);
        using var stop = new CancellationTokenSource();
        await nodes.UntilReadyAsync();
        var running = workload.RunAsync(TimeSpan.FromHours(2), stop.Token);

        var random = new Random(20140604);
        var kills = LongRun.Kills(usually: 24, inLongRun: 500);
        var hits = 0;
        long poison = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            // Most die at work, however slow the machine is; some while they start or connect.
            if (random.Next(8) > 0)
                await nodes.UntilSpareIsReadyAsync();
            await Task.Delay(random.Next(0, 300));
            hits += await nodes.ReplaceAsync(kill % nodes.Count) > 0 ? 1 : 0;
            site.Killed();
            if (kill == kills / 2)
                poison = await PoisonAsync(workload.History, nodes);
        }

        await workload.UntilAnsweredAsync(100);
        await stop.CancelAsync();
        await running;
        await nodes.EndAsync();
        await reading.DisposeAsync();

        output.WriteLine($"{await site.ShouldBeSoundAsync(workload.History)}; {hits} kills with requests under way");
        hits.ShouldBeGreaterThan(kills / 4);
        workload.History.Attempts.ShouldContain(attempt => attempt.Outcome == AttemptOutcome.Unknown, "the kills must have hit something");
        // The other projection stands before the event it cannot apply, whatever was killed, and is right up to there.
        await LedgerFold.ShouldBeAsync(site.Admin, new CountingProjection("strict"), through: poison - 1);
    }

    /// <summary>Records an event one of the projections cannot apply; the nodes at hand may be killed meanwhile.</summary>
    private static async Task<long> PoisonAsync(AppendHistory history, WriterFleet nodes)
    {
        var request = Request(To(NewStream(), ExpectedVersion.None, Event(type: "from_a_later_release"))) with { Key = Key("poison") };
        for (var node = 0; ; node = (node + 1) % nodes.Count)
        {
            var attempt = history.Invoke(request);
            try
            {
                var result = await nodes.Ways.ElementAt(node)(request, CancellationToken.None);
                attempt.Answered(result);
                return result is AppendResult.Appended appended ? appended.LastPosition : result.ShouldBeAlreadyRecorded().Position;
            }
            catch (Exception fault) when (fault is AppendOutcomeUnknownException or LedgerUnavailableException)
            {
                // Asked again, elsewhere, with the same key.
            }
        }
    }
}
