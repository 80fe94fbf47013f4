using System.Diagnostics;

namespace TargetLedger.Testing;

/// <summary>Other processes, and what may befall them.</summary>
internal static class Processes
{
    /// <summary>The running test assembly as a program of its own; its Program.cs knows the words.</summary>
    public static ProcessStartInfo Itself(params string[] words)
    {
        var assembly = typeof(Processes).Assembly.Location;
        var host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : null;
        var start = new ProcessStartInfo(host ?? Path.ChangeExtension(assembly, null))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            // Few live long enough to profit from what the runtime would learn about them.
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        };
        string[] arguments = host is null ? words : ["exec", assembly, .. words];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }

    /// <summary>SIGKILL; gone when this returns.</summary>
    public static void Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>SIGKILL for whoever of them still lives; nobody is waited for.</summary>
    public static void KillAll(IEnumerable<int> pids)
    {
        foreach (var pid in pids)
        {
            try
            {
                using var process = Process.GetProcessById(pid);
                process.Kill();
            }
            catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
            {
                // It ended by itself.
            }
        }
    }

    /// <summary>SIGSTOP: it keeps what it holds and does nothing.</summary>
    public static void Stop(int pid) => Signal("STOP", pid);

    /// <summary>SIGCONT.</summary>
    public static void Continue(int pid) => Signal("CONT", pid);

    /// <summary>A zombie is dead already: its state stays Z until its parent asks for it, which may be a slow init.</summary>
    public static bool IsAlive(int pid) => Stat(pid) is [not "Z", ..];

    /// <summary>The backends and helpers of a postmaster.</summary>
    public static IReadOnlyList<int> ChildrenOf(int parent) =>
        [.. Directory.EnumerateDirectories("/proc")
            .Select(entry => int.TryParse(Path.GetFileName(entry), out var pid) ? pid : 0)
            .Where(pid => pid > 0 && ParentOf(pid) == parent)];

    private static void Signal(string name, int pid)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{pid}"]);
        kill.WaitForExit();
        if (kill.ExitCode != 0)
            throw new InvalidOperationException($"Process {pid} took no SIG{name}.");
    }

    private static int? ParentOf(int pid) => Stat(pid) is [_, var parent, ..] ? int.Parse(parent) : null;

    // From the third field on; the second, the name, may contain anything (proc(5)).
    private static string[]? Stat(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
