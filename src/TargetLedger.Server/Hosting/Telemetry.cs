using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace TargetLedger.Server.Hosting;

/// <summary>
/// Traces and metrics over OTLP, where an endpoint is set; without one nothing is collected. ASP.NET Core and Npgsql bring
/// their own sources and meters, so no instrumentation library is needed.
/// </summary>
internal sealed class Telemetry(OpenTelemetrySdk? sdk) : IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static Telemetry Start(IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration[Endpoint]))
            return new(null);

        return new(OpenTelemetrySdk.Create(builder => builder
            .ConfigureResource(resource => resource.AddService("targetledger-server"))
            .WithTracing(traces => traces
                .AddSource("Microsoft.AspNetCore", "Npgsql", "TargetLedger.*")
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddMeter("Microsoft.AspNetCore.*", "System.Runtime", "Npgsql", "TargetLedger.*")
                .AddOtlpExporter())));
    }

    public void Dispose() => sdk?.Dispose();
}
