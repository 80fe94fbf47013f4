using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace TargetLedger.EventStore;

/// <summary>What a host can watch of its projections.</summary>
internal static class ProjectionMetrics
{
    private static readonly Counter<long> Events =
        LedgerTelemetry.Meter.CreateCounter<long>("ledger.projection.events", "{event}", "Events applied");

    private static readonly Histogram<double> Durations =
        LedgerTelemetry.Meter.CreateHistogram<double>("ledger.projection.batch.duration", "s", "Time to apply a batch and commit it");

    private static readonly Counter<long> Halts =
        LedgerTelemetry.Meter.CreateCounter<long>("ledger.projection.halts", "{halt}", "Times a projection met an event it could not apply");

    private static readonly ConcurrentDictionary<object, (string Projection, Func<long> Lag)> Led = new();

    static ProjectionMetrics() =>
        LedgerTelemetry.Meter.CreateObservableGauge(
            "ledger.projection.lag",
            () => Led.Values.Select(led => new Measurement<long>(led.Lag(), Tag(led.Projection))),
            "{event}",
            "Committed events that the projections led by this process have not applied yet");

    public static void Applied(string projection, int events, TimeSpan duration)
    {
        Events.Add(events, Tag(projection));
        Durations.Record(duration.TotalSeconds, Tag(projection));
    }

    public static void Halted(string projection) => Halts.Add(1, Tag(projection));

    public static void Lead(object runner, string projection, Func<long> lag) => Led[runner] = (projection, lag);

    public static void StopLeading(object runner) => Led.TryRemove(runner, out _);

    private static KeyValuePair<string, object?> Tag(string projection) => new("ledger.projection", projection);
}
