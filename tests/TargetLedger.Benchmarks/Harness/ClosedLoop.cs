using System.Diagnostics;

namespace TargetLedger.Benchmarks;

/// <summary>Workers that do one thing after the other: each begins the next when it has the answer to the one before.</summary>
internal static class ClosedLoop
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <param name="operation">Gets the worker's number, from 0 on.</param>
    /// <returns>Operations a second and their latencies, those of the warm-up left out.</returns>
    public static async Task<Sample> RunAsync(int workers, TimeSpan duration, Func<int, Task> operation)
    {
        var from = Stopwatch.GetTimestamp() + (long)(WarmUp.TotalSeconds * Stopwatch.Frequency);
        var until = from + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(() => WorkAsync(worker, from, until, operation))));
        var latencies = new Latencies(all.SelectMany(l => l));
        return new(latencies.Count / duration.TotalSeconds, latencies);
    }

    private static async Task<List<long>> WorkAsync(int worker, long from, long until, Func<int, Task> operation)
    {
        var latencies = new List<long>();
        for (var began = Stopwatch.GetTimestamp(); began < until;)
        {
            await operation(worker);
            var ended = Stopwatch.GetTimestamp();
            if (ended >= from && ended < until)
                latencies.Add(ended - began);
            began = ended;
        }

        return latencies;
    }
}
