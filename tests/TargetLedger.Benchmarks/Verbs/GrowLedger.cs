using System.CommandLine;
using TargetLedger.EventStore;

namespace TargetLedger.Benchmarks;

/// <summary>
/// What an append costs when the ledger has grown: the same 10,000 active streams at each size, checkpoints inside the
/// window. Beside it appends to streams chosen at random among all there ever were, which no memory holds for long.
/// </summary>
internal sealed class GrowLedger : IVerb
{
    private const int ActiveStreams = 10_000;
    private const int Writers = 64;

    private static readonly Option<int[]> Sizes = new("--sizes")
    {
        Description = "how many events the ledger holds at each measurement, ascending",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [100_000, 10_000_000],
    };

    public string Name => "growth";

    public string Description => "appends as the ledger grows";

    public IReadOnlyList<Option> Options { get; } = [Sizes];

    public async Task RunAsync(Bench bench, ParseResult options, CancellationToken cancellationToken)
    {
        await using var database = await bench.Cluster.CreateLedgerAsync(cancellationToken);
        await using var ledger = new Ledger(database.DataSource, TimeProvider.System);
        var active = Enumerable.Range(0, ActiveStreams).Select(_ => SampleEvents.NewStream()).ToArray();
        await LoadAsync(ledger, [.. active.Select(stream => (stream, 1))], cancellationToken);
        var all = new List<string>(active);
        var first = 0.0;
        foreach (var size in options.GetValue(Sizes)!)
        {
            await GrowAsync(bench, ledger, all, size, cancellationToken);
            foreach (var (name, streams) in new[] { ("active", active), ("any", [.. all]) })
            {
                var measured = await MeasureAsync(bench, database, ledger, streams, $"events={size} streams={name}", cancellationToken);
                if (first == 0)
                    first = measured.Median;
                else if (name == "active")
                    bench.Report.Progress($"cost of an event at {size}: {first / measured.Median:N2} times that at the first size; {Environment.WorkingSet / (1 << 20)} MiB");
            }
        }
    }

    /// <summary>Streams of twenty events each until the ledger has the size.</summary>
    private static async Task GrowAsync(Bench bench, Ledger ledger, List<string> all, long size, CancellationToken cancellationToken)
    {
        const int EventsOfStream = 20, StreamsAtOnce = 5_000;
        for (var head = await ledger.Reader.HeadAsync(cancellationToken); head < size; head = await ledger.Reader.HeadAsync(cancellationToken))
        {
            var count = (int)Math.Min(StreamsAtOnce, (size - head + EventsOfStream - 1) / EventsOfStream);
            var streams = Enumerable.Range(0, count).Select(_ => SampleEvents.NewStream()).ToArray();
            await LoadAsync(ledger, [.. streams.Select(stream => (stream, EventsOfStream))], cancellationToken);
            all.AddRange(streams);
            if (all.Count % 100_000 < StreamsAtOnce)
                bench.Report.Progress($"grown to {head:N0} of {size:N0} events");
        }
    }

    private static async Task LoadAsync(Ledger ledger, (string Stream, int Events)[] streams, CancellationToken cancellationToken)
        => await Task.WhenAll(streams.Chunk(Math.Max(1, AppendRequest.MaxEvents / streams[0].Events)).Select(part => ledger.AppendAsync(
            new(
                [.. part.Select(s => new StreamAppend(s.Stream, "commitment", ExpectedVersion.None, [.. Enumerable.Range(1, s.Events).Select(SampleEvents.ProgressReported)]))],
                new(SampleEvents.Account)),
            cancellationToken)));

    private static async Task<Measurement> MeasureAsync(
        Bench bench, BenchLedger database, Ledger ledger, string[] streams, string settings, CancellationToken cancellationToken)
        => await bench.MeasureAsync("growth", settings, "events/s", async () =>
        {
            using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var checkpoints = CheckpointTwiceAsync(database, bench.Duration, done.Token);
            var sample = await ClosedLoop.RunAsync(Writers, bench.Duration, async _ =>
            {
                var stream = streams[Random.Shared.Next(streams.Length)];
                await ledger.AppendAsync(new([new(stream, "commitment", ExpectedVersion.Any, [SampleEvents.ProgressReported(1)])], new(SampleEvents.Account)), cancellationToken);
            });
            await checkpoints;
            return sample;
        });

    /// <summary>The first write to a page after a checkpoint logs the whole page: that belongs to what an event costs.</summary>
    private static async Task CheckpointTwiceAsync(BenchLedger database, TimeSpan duration, CancellationToken cancellationToken)
    {
        for (var i = 0; i < 2; i++)
        {
            await Task.Delay(duration / 3, cancellationToken);
            await database.CheckpointAsync(cancellationToken);
        }
    }
}
