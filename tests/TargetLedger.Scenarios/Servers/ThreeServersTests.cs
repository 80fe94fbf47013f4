using System.Diagnostics;
using System.Net;
using TargetLedger.EventStore;
using TargetLedger.EventStore.Tests.Checker;
using TargetLedger.Testing;

namespace TargetLedger.Scenarios;

/// <summary>Three server processes on one database, killed in turn, while every command is sent up to twenty times to any of them.</summary>
[Collection(nameof(RunsAlone))]
public sealed class ThreeServersTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Nodes = 3;
    private static readonly int Kills = Environment.GetEnvironmentVariable("TARGETLEDGER_LONG") == "1" ? 60 : 4;
    private readonly ServerProcess?[] nodes = new ServerProcess?[Nodes];
    private LedgerDatabase? database;

    public async ValueTask InitializeAsync()
    {
        database = await LedgerDatabase.CreateAsync();
        for (var node = 0; node < Nodes; node++)
            nodes[node] = await ServerProcess.StartAsync(database, Clerk.Today);
        await nodes[0]!.Scenario(s =>
        {
            s.As("keeper").Post.Bytes(SampleServer.PlanFile).ToUrl("/plans").Key("import");
            s.StatusCodeShouldBe(201);
        });
        await nodes[0]!.Scenario(s => s.As("keeper").Get.Url("/plans?after=1"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            if (node is not null)
                await node.DisposeAsync();
        await database!.DisposeAsync();
    }

    [Fact]
    public async Task A_command_is_one_event_and_one_answer_however_often_it_is_sent_and_whoever_is_killed()
    {
        var reader = new LedgerReader(database!.DataSource, TimeProvider.System);
        var history = NamedLog.HistoryOf(await NamedLog.ReadAsync(reader));
        // One of each unit's eight: enough to keep three nodes busy, and few enough for them to come up again meanwhile.
        var clerks = Clerk.All(AnyNode, history, copies: 20).Where((_, i) => i % 8 == i / 8).ToList();
        var over = false;
        var writing = Task.WhenAll(clerks.Select((clerk, i) => clerk.RunAsync(i, () => Volatile.Read(ref over))));

        var random = new Random(20140604);
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(random.Next(0, 1_000));
            var node = kill % Nodes;
            await Interlocked.Exchange(ref nodes[node], null)!.DisposeAsync();
            nodes[node] = await ServerProcess.StartAsync(database, Clerk.Today);
        }

        Volatile.Write(ref over, true);
        await writing;
        var log = await NamedLog.ReadAsync(reader);
        output.WriteLine($"{Kills} kills; {history}; {log.Count} events");
        LedgerChecker.Check(history, log).Select(found => $"{found.Rule}: {found.What}").ShouldBeEmpty();
        clerks.SelectMany(clerk => clerk.Odd).ShouldBeEmpty();
        history.Attempts.ShouldContain(attempt => attempt.Result is AppendResult.AlreadyRecorded);

        // Whichever node shows it, the live board is the one folded afresh from the log.
        foreach (var node in nodes)
        {
            var live = await BoardAfterAsync(node!, log.Count);
            var replayed = await node!.Scenario(s => s.As("keeper").Get.Url($"/board?limit=500&at={log.Count}"));
            live.Status.ShouldBe(HttpStatusCode.OK, live.Text);
            replayed.Status.ShouldBe(HttpStatusCode.OK, replayed.Text);
            live.Position.ShouldBe(log.Count);
            replayed.Text.ShouldBe(live.Text);
        }
    }

    /// <summary>As a reader would who is told "not yet visible, ask again": the node that led the projection may just have been killed.</summary>
    private static async Task<ScenarioResult> BoardAfterAsync(ServerProcess node, long position)
    {
        var asking = Stopwatch.StartNew();
        while (true)
        {
            var board = await node.Scenario(s => s.As("keeper").Get.Url($"/board?limit=500&after={position}"));
            if (board.Status != HttpStatusCode.ServiceUnavailable || asking.Elapsed > TimeSpan.FromMinutes(3))
                return board;
        }
    }

    /// <summary>As a load balancer would, which notices a dead node by itself.</summary>
    private Task<ScenarioResult> AnyNode(Action<Scenario> configure, CancellationToken cancellationToken) =>
        Random.Shared.GetItems(nodes.OfType<ServerProcess>().ToArray(), 1)[0].Scenario(configure, cancellationToken);
}
