namespace TargetLedger.Benchmarks;

/// <summary>One run: its figure and, where operations were timed one by one, how long they took.</summary>
internal readonly record struct Sample(double Value, Latencies? Latencies = null);

/// <summary>A measurement taken several times, beside its floor taken as often in between.</summary>
internal sealed record Measurement(
    string Name, string Settings, string Unit, IReadOnlyList<Sample> Samples, string? FloorName, IReadOnlyList<double> Floors)
{
    public IReadOnlyList<double> Runs { get; } = [.. Samples.Select(s => s.Value)];

    public double Median => Statistics.Median(Runs);

    /// <summary>The widest distance of a run from the median, as a share of it.</summary>
    public double Spread => Runs.Max(r => Math.Abs(r - Median)) / Median;

    public double? P50Ms => Latency(0.50);

    public double? P99Ms => Latency(0.99);

    public double? Floor => Floors.Count == 0 ? null : Statistics.Median(Floors);

    /// <summary>The median of the ratios run by run: each run is held against the floor taken beside it.</summary>
    public double? Ratio => Floors.Count == 0 ? null : Statistics.Median([.. Runs.Zip(Floors, (run, floor) => run / floor)]);

    // The median of the runs' percentiles: one disturbed run must not stand for all.
    private double? Latency(double share) => Samples[0].Latencies is null ? null : Statistics.Median([.. Samples.Select(s => s.Latencies!.PercentileMs(share))]);
}

internal static class Statistics
{
    public static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
