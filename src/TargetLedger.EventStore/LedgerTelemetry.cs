using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TargetLedger.EventStore;

/// <summary>The names a host listens to for traces and metrics of the ledger.</summary>
public static class LedgerTelemetry
{
    public const string Name = "TargetLedger.EventStore";

    internal static readonly ActivitySource Source = new(Name);

    internal static readonly Meter Meter = new(Name);
}
