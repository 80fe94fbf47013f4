using System.Diagnostics;

namespace TargetLedger.LocalPostgres;

/// <summary>Runs one program to its end, bounded.</summary>
internal static class Command
{
    public sealed record Result(int ExitCode, string Output, string Error)
    {
        public bool Succeeded => ExitCode == 0;

        /// <summary>The line that says why, for a message of one line.</summary>
        public string Reason =>
            (Error + "\n" + Output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [.., var last] ? last : $"exit code {ExitCode}";
    }

    /// <summary>The result, or null when the program was still running after <paramref name="timeout"/> and was killed.</summary>
    public static async Task<Result?> RunAsync(IReadOnlyList<string> commandLine, TimeSpan timeout, CancellationToken ct)
    {
        var start = new ProcessStartInfo(commandLine[0], commandLine.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The caller's own directory may be closed to the user the program runs as.
            WorkingDirectory = "/",
        };
        // A caller's PGDATA, PGPORT or PGOPTIONS must not reach another cluster's programs; messages are read by code, hence C.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";

        using var process = TryStart(start, out var missing);
        if (process is null)
            return new Result(127, "", missing); // The shell's code for a command that is not there.
        process.StandardInput.Close();
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(ct);
        bounded.CancelAfter(timeout);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(bounded.Token);
            var error = process.StandardError.ReadToEndAsync(bounded.Token);
            await process.WaitForExitAsync(bounded.Token);
            return new Result(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            ct.ThrowIfCancellationRequested();
            return null;
        }
    }

    private static Process? TryStart(ProcessStartInfo start, out string missing)
    {
        try
        {
            missing = "";
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception failed)
        {
            missing = failed.Message;
            return null;
        }
    }
}
