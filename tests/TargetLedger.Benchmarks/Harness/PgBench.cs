using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using TargetLedger.LocalPostgres;

namespace TargetLedger.Benchmarks;

/// <summary>PostgreSQL's own load generator, for floors: what a client in C that does nothing else gets out of the cluster.</summary>
internal static partial class PgBench
{
    /// <param name="script">A file of <c>Floors</c>; each transaction runs it once, its statements prepared.</param>
    /// <returns>Transactions a second, connecting left out.</returns>
    public static async Task<double> RunAsync(
        string connectionString, string script, int clients, TimeSpan duration, CancellationToken cancellationToken)
    {
        var file = Path.Combine(Path.GetTempPath(), $"floor-{Guid.NewGuid():N}.sql");
        await File.WriteAllTextAsync(file, Floor.Read(script), cancellationToken);
        try
        {
            var output = await RunAsync(connectionString, ["-n", "-M", "prepared", "-c", $"{clients}", "-j", "2", "-T", $"{Math.Max(1, (int)duration.TotalSeconds)}", "-f", file], cancellationToken);
            return double.Parse(Rate.Match(output).Groups["tps"].ValueSpan, CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> RunAsync(string connectionString, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        var program = PostgresBinaries.Find() is { } found && File.Exists(Path.Combine(found.Directory, "pgbench")) ? Path.Combine(found.Directory, "pgbench") : "pgbench";
        var start = new ProcessStartInfo(program, [.. arguments, "-h", to.Host!, "-p", $"{to.Port}", "-U", to.Username!, to.Database!])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (to.Password is { } password)
            start.Environment["PGPASSWORD"] = password;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"pgbench: {await error}");
    }

    [GeneratedRegex(@"^tps = (?<tps>[0-9.]+) \(without initial connection time\)", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Rate { get; }
}
