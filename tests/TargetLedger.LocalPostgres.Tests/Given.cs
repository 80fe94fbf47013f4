using System.Diagnostics;
using Npgsql;

namespace TargetLedger.LocalPostgres.Tests;

/// <summary>What the tests start from: directories of their own, other processes, questions to a cluster.</summary>
internal static class Given
{
    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static LocalPostgresOptions Fast(string? directory = null) => new()
    {
        DataDirectory = directory,
        Durable = false,
        Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["shared_buffers"] = "16MB" },
    };

    public static Task<LocalCluster> ACluster(string? directory = null) => LocalCluster.StartAsync(Fast(directory), Ct);

    public static async Task<object?> Ask(this LocalCluster cluster, string sql, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(cluster.AdminConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Ct);
    }

    /// <summary>Waits for what another process does in its own time.</summary>
    public static async Task Until(Func<bool> condition, string what)
    {
        for (var waited = Stopwatch.StartNew(); !condition(); await Task.Delay(20, Ct))
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), what);
    }

    public static void Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>A zombie is dead already: its state stays Z until its parent asks for it, which may be a slow init.</summary>
    public static bool IsAlive(int pid) => Stat(pid) is [not "Z", ..];

    /// <summary>The backends and helpers of a postmaster.</summary>
    public static IReadOnlyList<int> ChildrenOf(int parent) =>
        [.. Directory.EnumerateDirectories("/proc")
            .Select(entry => int.TryParse(Path.GetFileName(entry), out var pid) ? pid : 0)
            .Where(pid => pid > 0 && ParentOf(pid) == parent)];

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

/// <summary>A directory that does not exist yet, reachable by every user, removed afterwards.</summary>
internal sealed class Place : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "pgtest-" + Guid.NewGuid().ToString("N")[..12]);

    public string Data => System.IO.Path.Combine(Path, "pgdata");

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}

/// <summary>Another process that uses a cluster, to be killed or to leave in order.</summary>
internal sealed class Holder : IDisposable
{
    private readonly Process _process;

    private Holder(Process process, string[] words)
    {
        _process = process;
        Owned = bool.Parse(words[0]);
        PostmasterPid = int.Parse(words[1]);
        DataDirectory = words[2];
    }

    public bool Owned { get; }

    public int PostmasterPid { get; }

    public string DataDirectory { get; }

    public static async Task<Holder> Start(string? directory = null)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : Self)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        string[] arguments = start.FileName == Self ? ["hold"] : ["exec", typeof(Holder).Assembly.Location, "hold"];
        foreach (var argument in directory is null ? arguments : [.. arguments, directory])
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync(Given.Ct);
        return new Holder(process, line.ShouldNotBeNull("the other process has a cluster").Split(' '));
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public async Task Leave()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(Given.Ct);
        _process.ExitCode.ShouldBe(0);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    private static string Self => Path.ChangeExtension(typeof(Holder).Assembly.Location, null);
}
