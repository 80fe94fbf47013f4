using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;

namespace TargetLedger.Benchmarks;

/// <summary>The highest rate of appends at which the commitments' rows are never more than a second behind.</summary>
internal sealed class FollowAppends : IVerb
{
    private const int Streams = 10_000;
    private const double KeptUp = 0.98;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Behind = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);
    private static readonly double[] Shares = [0.6, 0.7, 0.8, 0.9, 1.0, 1.15, 1.3];

    private static readonly Option<double> Sustain = new("--sustain") { Description = "for how many seconds they are to keep level", DefaultValueFactory = _ => 60 };

    private static readonly Option<double[]> Share = new("--share")
    {
        Description = "shares of the floor to offer, ascending, until one is too much",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => Shares,
    };

    public string Name => "follow";

    public string Description => "the rate of appends at which rows stay a second behind at most";

    public IReadOnlyList<Option> Options { get; } = [Sustain, Share];

    public async Task RunAsync(Bench bench, ParseResult options, CancellationToken cancellationToken)
    {
        await using var database = await bench.Cluster.CreateLedgerAsync(cancellationToken);
        await Floor.CreateTableAsync(database, cancellationToken);
        await using var live = await LiveBoards.StartAsync(database, Streams, cancellationToken);
        var sustain = TimeSpan.FromSeconds(options.GetValue(Sustain));
        var floor = 0.0;
        await TryAsync(live, 1_000, WarmUp, cancellationToken);
        await bench.MeasureAsync(
            "follow",
            $"behind<=1s for={sustain.TotalSeconds}s streams={Streams}",
            "events/s",
            async () =>
            {
                var best = 0.0;
                foreach (var share in options.GetValue(Share)!)
                {
                    await database.CheckpointAsync(cancellationToken);
                    if (await TryAsync(live, share * floor, sustain, cancellationToken) is not { } rate)
                        break;
                    best = rate;
                }

                return new(best);
            },
            "prepared insert",
            async () => floor = await Floor.PreparedInsert(database, 32, bench.Duration, cancellationToken)());
    }

    /// <returns>The rate at which events were appended; null when the appends or the rows fell behind.</returns>
    private static async Task<double?> TryAsync(LiveBoards live, double rate, TimeSpan duration, CancellationToken cancellationToken)
    {
        var unseen = new ConcurrentQueue<(long Position, long At)>();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = WatchAsync(live, unseen, over.Token);
        var began = Stopwatch.GetTimestamp();
        await OpenLoop.RunAsync(
            rate,
            duration,
            async (number, _) =>
            {
                var position = await live.AppendAsync(number, cancellationToken);
                unseen.Enqueue((position, Stopwatch.GetTimestamp()));
            },
            cancellationToken);
        var achieved = (int)(rate * duration.TotalSeconds) / Stopwatch.GetElapsedTime(began).TotalSeconds;
        await over.CancelAsync();
        var behind = await watching;
        await Console.Error.WriteLineAsync($"  offered {rate:N0}/s: appended {achieved:N0}/s, rows at most {behind.TotalMilliseconds:N0} ms behind");
        return achieved >= KeptUp * rate && behind <= Behind ? achieved : null;
    }

    /// <summary>How long the oldest acknowledged event that has no rows yet has been waiting for them, at worst.</summary>
    private static async Task<TimeSpan> WatchAsync(LiveBoards live, ConcurrentQueue<(long Position, long At)> unseen, CancellationToken cancellationToken)
    {
        var worst = TimeSpan.Zero;
        while (!cancellationToken.IsCancellationRequested)
        {
            var seen = live.Runner.Watch.Seen;
            while (unseen.TryPeek(out var oldest) && oldest.Position <= seen)
                unseen.TryDequeue(out _);
            if (unseen.TryPeek(out var waiting) && Stopwatch.GetElapsedTime(waiting.At) is var wait && wait > worst)
                worst = wait;
            await Task.Delay(Glance, CancellationToken.None);
        }

        return worst;
    }
}
