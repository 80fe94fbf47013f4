using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace TargetLedger.Documents.Reading.Programs;

/// <summary>A program of the machine that reads what no library here does, kept to a directory of its own, to a time and to its memory.</summary>
/// <remarks>
/// Memory is kept by <c>prlimit</c> (util-linux): each process may have so much address space and no more. Where a machine does
/// not have it, only the time is kept.
/// </remarks>
internal static class ExternalProgram
{
    private const int MostErrorCharacters = 16 * 1024;

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
    /// <param name="mostMemory">Bytes of address space each of its processes may have.</param>
    /// <returns>Its exit code, and what it said of faults.</returns>
    public static async Task<(int ExitCode, string Error)> RunAsync(
        string program, IEnumerable<string> arguments, string folder, TimeSpan limit, long mostMemory, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(limit);
        using var process = Find("prlimit") is { } keeper
            ? Start(keeper, [FormattableString.Invariant($"--as={mostMemory}"), "--core=0", "--", program, .. arguments], folder)
            : Start(program, arguments, folder);
        try
        {
            var error = ReadAsync(process.StandardError, deadline.Token);
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

    /// <summary>The beginning of what it says; the rest is passed over, so that it never waits to be read.</summary>
    private static async Task<string> ReadAsync(StreamReader said, CancellationToken cancellation)
    {
        var (kept, buffer) = (new StringBuilder(), new char[4096]);
        while (await said.ReadAsync(buffer, cancellation) is > 0 and var count)
            kept.Append(buffer, 0, Math.Min(count, MostErrorCharacters - kept.Length));
        return kept.ToString();
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
