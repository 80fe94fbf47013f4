using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace TargetLedger.EventStore.Tests.Projections;

public sealed class ProjectionMetricsTests : ProjectionTest
{
    [Fact]
    public async Task A_host_that_listens_sees_events_applied_halts_and_how_far_a_projection_is_behind()
    {
        var measured = new ConcurrentDictionary<string, long>();
        using var listener = Listen("measured", measured);
        var counting = new CountingProjection("measured") { Check = Unknown.Refuse };
        var runner = StartNode("a").Run(counting);
        (await runner.Watch.WaitForAsync(await AppendAsync(12), Bound)).ShouldBeTrue();
        var goOn = new TaskCompletionSource();
        counting.Pause = token => goOn.Task.WaitAsync(token);

        await AppendAsync(4);
        await Eventually.TrueAsync(() => LagIs(4));
        goOn.SetResult();
        await Eventually.TrueAsync(() => LagIs(0));
        await AppendAsync(1, "from_a_later_release");
        await Eventually.TrueAsync(() => measured.GetValueOrDefault("ledger.projection.halts") == 1);

        measured["ledger.projection.events"].ShouldBe(16);

        bool LagIs(long events)
        {
            listener.RecordObservableInstruments();
            return measured.GetValueOrDefault("ledger.projection.lag", -1) == events;
        }
    }

    private static MeterListener Listen(string projection, ConcurrentDictionary<string, long> measured)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == LedgerTelemetry.Name)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            foreach (var tag in tags)
                if (tag is { Key: "ledger.projection", Value: string name } && name == projection)
                    measured.AddOrUpdate(instrument.Name, value, (_, sum) => instrument is ObservableGauge<long> ? value : sum + value);
        });
        listener.Start();
        return listener;
    }
}
