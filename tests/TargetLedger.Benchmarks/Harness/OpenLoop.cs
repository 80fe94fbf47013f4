using System.Diagnostics;

namespace TargetLedger.Benchmarks;

/// <summary>Operations begun at a fixed rate, whether those before are done or not: a slow system does not slow down who asks it.</summary>
internal static class OpenLoop
{
    /// <param name="operation">Gets its number and the moment it was due, in ticks of the stopwatch.</param>
    /// <returns>When all are done.</returns>
    public static async Task RunAsync(double rate, TimeSpan duration, Func<int, long, Task> operation, CancellationToken cancellationToken)
    {
        var running = new List<Task>();
        var began = Stopwatch.GetTimestamp();
        var (begun, all) = (0, (int)(rate * duration.TotalSeconds));
        while (begun < all)
        {
            var due = Math.Min(all, (int)(Stopwatch.GetElapsedTime(began).TotalSeconds * rate) + 1);
            for (; begun < due; begun++)
                running.Add(operation(begun, began + (long)(begun / rate * Stopwatch.Frequency)));
            await Task.Delay(1, cancellationToken);
        }

        await Task.WhenAll(running);
    }
}
