namespace TargetLedger.Benchmarks;

/// <summary>What a verb measures with.</summary>
/// <param name="Runs">How often each measurement is taken.</param>
/// <param name="Duration">Of one timed run.</param>
internal sealed record Bench(BenchCluster Cluster, Report Report, int Runs, TimeSpan Duration)
{
    /// <summary>
    /// Takes a measurement several times, the floor right before each: the machine may be shared, and a ratio of figures
    /// taken minutes apart would compare its moods.
    /// </summary>
    public async Task<Measurement> MeasureAsync(
        string name, string settings, string unit, Func<Task<Sample>> measure, string? floorName = null, Func<Task<double>>? floor = null)
    {
        var (samples, floors) = (new List<Sample>(), new List<double>());
        for (var run = 0; run < Runs; run++)
        {
            if (floor is not null)
                floors.Add(await floor());
            samples.Add(await measure());
            Report.Progress($"{name} {settings}: {samples[^1].Value:N1} {unit}{(floor is null ? "" : $", {floorName} {floors[^1]:N1}")}");
        }

        var measurement = new Measurement(name, settings, unit, samples, floorName, floors);
        Report.Add(measurement);
        return measurement;
    }
}
