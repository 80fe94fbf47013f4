using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;

namespace TargetLedger.Benchmarks;

/// <summary>How long after an append is asked for its rows are there for readers, at a fixed rate of appends.</summary>
internal sealed class AppendToVisible : IVerb
{
    private const int Streams = 2_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private static readonly Option<int> Rate = new("--rate") { Description = "appends a second", DefaultValueFactory = _ => 500 };

    public string Name => "visible";

    public string Description => "from an append to its rows";

    public IReadOnlyList<Option> Options { get; } = [Rate];

    public async Task RunAsync(Bench bench, ParseResult options, CancellationToken cancellationToken)
    {
        await using var database = await bench.Cluster.CreateLedgerAsync(cancellationToken);
        await using var live = await LiveBoards.StartAsync(database, Streams, cancellationToken);
        var rate = options.GetValue(Rate);
        await RunAsync(live, rate, WarmUp, cancellationToken);
        await bench.MeasureAsync("visible", $"rate={rate}", "ms", async () =>
        {
            var latencies = await RunAsync(live, rate, bench.Duration, cancellationToken);
            return new(latencies.PercentileMs(0.5), latencies);
        });
    }

    private static async Task<Latencies> RunAsync(LiveBoards live, int rate, TimeSpan duration, CancellationToken cancellationToken)
    {
        var ticks = new ConcurrentBag<long>();
        await OpenLoop.RunAsync(
            rate,
            duration,
            async (number, due) =>
            {
                var position = await live.AppendAsync(number, cancellationToken);
                if (!await live.Runner.Watch.WaitForAsync(position, Bound, cancellationToken))
                    throw new TimeoutException($"Position {position} did not become visible.");
                ticks.Add(Stopwatch.GetTimestamp() - due);
            },
            cancellationToken);
        return new(ticks);
    }
}
