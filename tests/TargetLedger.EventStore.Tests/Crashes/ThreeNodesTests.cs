using TargetLedger.EventStore.Tests.Checker;
using TargetLedger.Testing;
using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Crashes;

/// <summary>Three processes on one database.</summary>
public sealed class ThreeNodesTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Nodes = 3;
    private LedgerDatabase? database;
    private WriterFleet? fleet;

    public async ValueTask InitializeAsync()
    {
        database = await LedgerDatabase.CreateAsync();
        fleet = new(database.ServerConnectionString, Nodes);
        await fleet.UntilReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await fleet!.DisposeAsync();
        await database!.DisposeAsync();
    }

    [Fact]
    public async Task With_32_writers_each_they_leave_a_sound_ledger()
    {
        var reader = new LedgerReader(database!.DataSource, TimeProvider.System);
        var workload = new AppendWorkload([.. fleet!.Ways], reader, writers: Nodes * 32, streams: 16);

        using var stop = new CancellationTokenSource();
        var running = workload.RunAsync(TimeSpan.FromHours(1), stop.Token);
        await workload.UntilAnsweredAsync(LongRun.IsWanted ? 100_000 : 5_000);
        await stop.CancelAsync();
        await running;
        await fleet.EndAsync();
        var log = await AppendWorkload.ReadAllAsync(reader);
        output.WriteLine($"{workload.History}; {log.Count} events");
        LedgerChecker.Check(workload.History, log).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_command_sent_one_to_twenty_times_is_one_event_and_one_answer_even_when_a_node_is_killed()
    {
        var history = new AppendHistory();
        var random = new Random(20140604);
        var answers = new List<(AppendRequest Request, RecordedOutcome[] Outcomes)>();
        var deaths = 0;
        for (var round = 1; round <= 20; round++)
        {
            // Every number of copies from 1 to 20 is sent, many commands at once.
            var commands = Enumerable.Range(1, 20).Select(copies => (Request: One(NewStream(), Key($"{round}/{copies}")), Copies: copies)).ToArray();
            var sending = commands.Select(command => Task.WhenAll(
                Enumerable.Range(0, command.Copies).Select(_ => UntilAnsweredAsync(history, command.Request, random.Next())))).ToArray();
            if (round % 5 == 0)
                deaths += await fleet!.ReplaceAsync(random.Next(Nodes)) > 0 ? 1 : 0;
            foreach (var (command, outcomes) in commands.Zip(await Task.WhenAll(sending)))
                answers.Add((command.Request, outcomes));
        }

        await fleet!.EndAsync();
        var log = await AppendWorkload.ReadAllAsync(new LedgerReader(database!.DataSource, TimeProvider.System));
        output.WriteLine($"{history}; {deaths} nodes killed with requests under way; {log.Count} events");
        log.Count.ShouldBe(answers.Count);
        LedgerChecker.Check(history, log).ShouldBeEmpty();
        foreach (var (request, outcomes) in answers)
        {
            var stored = log.Where(e => e.Id == request.Streams[0].Events[0].Id).ShouldHaveSingleItem();
            outcomes.Select(told => (told.Position, told.Versions[0], told.RecordedAt, Text(told.Outcome))).Distinct()
                .ShouldBe([(stored.Position, stored.Version, stored.Timestamp, Text(outcomes[0].Outcome))]);
        }
    }

    /// <summary>What an impatient client does: the same command, at whatever node, until somebody answers; then once more to hear the answer again.</summary>
    private async Task<RecordedOutcome> UntilAnsweredAsync(AppendHistory history, AppendRequest request, int seed)
    {
        var random = new Random(seed);
        while (true)
        {
            var attempt = history.Invoke(request);
            try
            {
                var result = await fleet!.Ways.ElementAt(random.Next(Nodes))(request, CancellationToken.None);
                attempt.Answered(result);
                if (result is AppendResult.AlreadyRecorded { Outcome: var told })
                    return told;
            }
            catch (AppendOutcomeUnknownException)
            {
                // The node died; another is asked.
            }
            catch (LedgerUnavailableException)
            {
                attempt.Failed();
            }
        }
    }
}
