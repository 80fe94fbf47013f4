using System.ComponentModel;
using System.Diagnostics;

namespace TargetLedger.Documents.Reading.Programs;

/// <summary>A program of the machine that reads what no library here does, kept to a directory of its own and to a time.</summary>
internal static class ExternalProgram
{
    /// <summary>Where it is, by the search path; null where the machine does not have it.</summary>
    public static string? Find(params ReadOnlySpan<string> names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names)
        {
            if (folders.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists) is { } path)
                return path;
        }

        return null;
    }

    /// <summary>Runs it to its end; killed with all its children when it takes too long or nobody waits any more.</summary>
    /// <returns>Its exit code, and what it said of faults.</returns>
    public static async Task<(int ExitCode, string Error)> RunAsync(
        string program, IEnumerable<string> arguments, string folder, TimeSpan limit, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(limit);
        using var process = Start(program, arguments, folder);
        try
        {
            var error = process.StandardError.ReadToEndAsync(deadline.Token);
            var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            await output;
            return (process.ExitCode, await error);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Refusal.TookTooLong();
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(string program, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        // A desktop's settings and its display are none of a conversion's business.
        start.Environment["HOME"] = folder;
        start.Environment.Remove("DISPLAY");
        try
        {
            var process = Process.Start(start) ?? throw Refusal.ConversionFailed();
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception)
        {
            throw Refusal.ConversionFailed();
        }
    }
}
