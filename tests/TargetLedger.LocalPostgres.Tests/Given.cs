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
        var start = directory is null ? Processes.Itself("hold") : Processes.Itself("hold", directory);
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
}
