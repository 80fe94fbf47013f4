using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;

namespace TargetLedger.Benchmarks;

/// <summary>Prints what was measured: for people as it comes, or one JSON object a line.</summary>
internal sealed class Report(bool json)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // Everything that keeps or loses what is recorded, and what the figures depend on most.
    private static readonly string[] Settings =
    [
        "fsync", "synchronous_commit", "full_page_writes", "wal_sync_method", "shared_buffers", "max_wal_size", "wal_buffers", "commit_delay", "jit",
    ];

    public async Task FactsAsync(BenchCluster cluster, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(cluster.AdminConnectionString);
        await connection.OpenAsync(cancellationToken);
        var postgres = new List<string> { $"PostgreSQL {connection.PostgreSqlVersion}" };
        foreach (var setting in Settings)
        {
            await using var command = new NpgsqlCommand("SELECT current_setting($1)", connection) { Parameters = { new() { Value = setting } } };
            postgres.Add($"{setting}={await command.ExecuteScalarAsync(cancellationToken)}");
        }

        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30);
        var machine = $"{Environment.ProcessorCount} cores, {memory} GiB, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}";
        if (json)
            Print(new { machine, postgres = string.Join(' ', postgres) });
        else
            await Console.Out.WriteLineAsync($"{machine}\n{string.Join("  ", postgres)}\n");
    }

    /// <summary>For whoever waits; results go to the standard output alone.</summary>
    public void Progress(string line) => Console.Error.WriteLine($"  {line}");

    public void Add(Measurement m)
    {
        if (json)
        {
            Print(new
            {
                name = m.Name,
                settings = m.Settings,
                unit = m.Unit,
                runs = m.Runs.Select(Round),
                median = Round(m.Median),
                p50_ms = Round(m.P50Ms),
                p99_ms = Round(m.P99Ms),
                floor = Round(m.Floor),
                floor_name = m.FloorName,
                ratio = Round(m.Ratio),
            });
            return;
        }

        var line = string.Create(CultureInfo.InvariantCulture, $"{m.Name,-10} {m.Settings,-44} {m.Median,12:N1} {m.Unit} ±{m.Spread:P0}");
        if (m.P50Ms is { } p50)
            line += string.Create(CultureInfo.InvariantCulture, $"  p50 {p50:N2} ms  p99 {m.P99Ms:N2} ms");
        if (m.Floor is { } floor)
            line += string.Create(CultureInfo.InvariantCulture, $"  {m.FloorName} {floor:N1}  ratio {m.Ratio:N2}");
        Console.Out.WriteLine(line);
    }

    private static void Print<T>(T line) => Console.Out.WriteLine(JsonSerializer.Serialize(line, Options));

    private static double? Round(double? value) => value is { } known ? Round(known) : null;

    // Four significant digits: more would be noise.
    private static double Round(double value) => value == 0 || !double.IsFinite(value) ? 0 : double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
