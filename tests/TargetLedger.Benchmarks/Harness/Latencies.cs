using System.Diagnostics;

namespace TargetLedger.Benchmarks;

/// <summary>How long single operations took, in ticks of the stopwatch.</summary>
internal sealed class Latencies
{
    private readonly long[] sorted;

    public Latencies(IEnumerable<long> ticks)
    {
        sorted = [.. ticks];
        Array.Sort(sorted);
    }

    public int Count => sorted.Length;

    /// <summary>The time within which that share of the operations was done.</summary>
    public double PercentileMs(double share) =>
        sorted.Length == 0 ? double.NaN
        : Stopwatch.GetElapsedTime(0, sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)]).TotalMilliseconds;
}
