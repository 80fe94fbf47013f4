using System.Diagnostics.Metrics;

namespace TargetLedger.EventStore;

/// <summary>What the writer reports to whoever listens to the meter <c>TargetLedger.EventStore</c>.</summary>
internal static class LedgerMetrics
{
    public static readonly Counter<long> Overloaded =
        LedgerTelemetry.Meter.CreateCounter<long>("ledger.append.overloaded", "{request}", "Requests refused because too many were waiting.");

    private static readonly Histogram<int> BatchSize =
        LedgerTelemetry.Meter.CreateHistogram<int>("ledger.append.batch.size", "{request}", "Requests recorded by one transaction.");

    private static readonly Histogram<double> BatchDuration =
        LedgerTelemetry.Meter.CreateHistogram<double>("ledger.append.batch.duration", "s", "Time of one transaction, locks and commit included.");

    public static void RecordBatch(int appends, TimeSpan duration)
    {
        BatchSize.Record(appends);
        BatchDuration.Record(duration.TotalSeconds);
    }
}
