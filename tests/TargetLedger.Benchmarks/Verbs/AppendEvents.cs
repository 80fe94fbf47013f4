using System.CommandLine;
using TargetLedger.EventStore;

namespace TargetLedger.Benchmarks;

/// <summary>Appends of one event with the expected version, each worker one after the other over streams of its own.</summary>
internal sealed class AppendEvents : IVerb
{
    private static readonly Option<int[]> Writers = new("--writers")
    {
        Description = "how many append at once; several may be given",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [32, 256],
    };

    private static readonly Option<bool> Keys = new("--keys") { Description = "with idempotency keys only; both ways unless given" };

    private static readonly Option<int> Nodes = new("--nodes") { Description = "how many processes share the database, each with so many writers; held against one of them alone", DefaultValueFactory = _ => 1 };

    public string Name => "append";

    public string Description => "appends of one event with the expected version";

    public IReadOnlyList<Option> Options { get; } = [Writers, Keys, Nodes];

    public async Task RunAsync(Bench bench, ParseResult options, CancellationToken cancellationToken)
    {
        foreach (var writers in options.GetValue(Writers)!)
        {
            foreach (var keys in options.GetValue(Keys) ? [true] : new[] { false, true })
            {
                await using var database = await bench.Cluster.CreateLedgerAsync(cancellationToken);
                await Floor.CreateTableAsync(database, cancellationToken);
                if (options.GetValue(Nodes) is var nodes and > 1)
                    await MeasureNodesAsync(bench, database, writers, keys, nodes, cancellationToken);
                else
                    await MeasureAsync(bench, database, writers, keys, cancellationToken);
            }
        }
    }

    private static async Task MeasureAsync(Bench bench, BenchLedger database, int writers, bool keys, CancellationToken cancellationToken)
    {
        await using var ledger = new Ledger(database.DataSource, TimeProvider.System);
        var workers = StreamWriter.Of(ledger, writers, keys);
        await bench.MeasureAsync(
            "append",
            Settings(writers, keys),
            "events/s",
            async () =>
            {
                await database.CheckpointAsync(cancellationToken);
                return await ClosedLoop.RunAsync(writers, bench.Duration, worker => workers[worker].AppendAsync());
            },
            "prepared insert",
            Floor.PreparedInsert(database, 32, bench.Duration, cancellationToken));
    }

    /// <summary>Several processes on one database, held against one of them alone.</summary>
    private static async Task MeasureNodesAsync(
        Bench bench, BenchLedger database, int writers, bool keys, int nodes, CancellationToken cancellationToken)
    {
        var processes = Enumerable.Range(0, nodes).Select(_ => AppendNode.Start(database, writers, keys, bench.Duration)).ToArray();
        try
        {
            async Task<double> RunAsync(int some)
            {
                await database.CheckpointAsync(cancellationToken);
                return (await Task.WhenAll(processes.Take(some).Select(p => p.RunAsync(cancellationToken)))).Sum();
            }

            await RunAsync(nodes); // Warm.
            await bench.MeasureAsync("append", $"{Settings(writers, keys)} nodes={nodes}", "events/s", async () => new(await RunAsync(nodes)), "one node", () => RunAsync(1));
        }
        finally
        {
            foreach (var process in processes)
                await process.DisposeAsync();
        }
    }

    private static string Settings(int writers, bool keys) => $"writers={writers} keys={(keys ? "yes" : "no")}";
}
