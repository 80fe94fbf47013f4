using System.Diagnostics;
using System.Text.RegularExpressions;

namespace TargetLedger.LocalPostgres;

/// <summary>Makes, starts and stops the server of one home. Every call is made under the home's lock.</summary>
internal sealed partial class ServerControl(ClusterHome home, PostgresBinaries binaries)
{
    public const string Superuser = "ledger_admin";

    private static readonly TimeSpan InitTimeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan OrphanGrace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FastStop = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ImmediateStop = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private const long LogLimitBytes = 16 << 20;

    /// <summary>Makes the cluster when there is none; an unfinished one of an earlier, interrupted start is thrown away.</summary>
    public async Task EnsureInitialisedAsync(bool durable, CancellationToken ct)
    {
        await home.RemoveUnfinishedDataAsync(ct);
        if (File.Exists(Path.Combine(home.Data, "PG_VERSION")))
            return;
        if (Directory.Exists(home.Data))
            throw new LocalPostgresException(
                $"{home.Data} 存在,却不是 PostgreSQL 数据目录",
                $"{home.Data} exists but is no PostgreSQL data directory");

        var unfinished = await home.MakeUnfinishedDataAsync(ct);
        string[] initdb =
        [
            binaries.Initdb, "-D", unfinished, "-U", Superuser, "--encoding=UTF8", "--locale=C",
            "--auth-local=trust", "--auth-host=reject", "--no-instructions", .. durable ? [] : new[] { "--no-sync" },
        ];
        // Not cancelled: it takes a second or two, and killed it would leave its own children writing.
        var made = await home.User.RunAsync(initdb, InitTimeout, CancellationToken.None);
        if (made is not { Succeeded: true })
            throw new LocalPostgresException(
                $"initdb 失败:{made?.Reason ?? "超时"}",
                $"initdb failed: {made?.Reason ?? "timed out"}");
        await File.AppendAllTextAsync(Path.Combine(unfinished, "postgresql.conf"), $"\ninclude = '{ServerSettings.FileName}'\n", ct);
        Directory.Move(unfinished, home.Data);
        // The rename is on disk before anything is acknowledged from inside it.
        if (durable)
            await Command.RunAsync(["sync", home.Root], InitTimeout, ct);
    }

    /// <summary>Starts the server and waits until it takes connections, crash recovery included.</summary>
    public async Task StartAsync(LocalPostgresOptions options, TimeSpan timeout, CancellationToken ct)
    {
        await EndOrphansAsync(ct);
        if (Postmaster.Claimed(home.Data) is { } stale)
        {
            if (stale.Data == home.Data)
                home.ForgetSocketDirectory(stale.SocketDirectory);
            // PostgreSQL ignores a pid file whose pid is gone, but refuses to start when the pid is a stranger's by now.
            if (Postmaster.Exists(stale.Pid))
                File.Delete(Postmaster.PidFile(home.Data));
        }
        var socketDirectory = await home.PrepareSocketDirectoryAsync(ct);
        await File.WriteAllTextAsync(Path.Combine(home.Data, ServerSettings.FileName), ServerSettings.Render(options, socketDirectory), ct);
        if (new FileInfo(home.Log) is { Exists: true, Length: > LogLimitBytes } log)
            log.MoveTo(home.Log + ".1", overwrite: true);
        var logStart = new FileInfo(home.Log) is { Exists: true } current ? current.Length : 0;

        // pg_ctl gives the server its own session, so that neither Ctrl-C nor the end of this process reaches it.
        var seconds = Math.Max(1, (int)timeout.TotalSeconds);
        var started = await home.User.RunAsync(
            [binaries.PgCtl, "start", "-D", home.Data, "-l", home.Log, "-w", "-t", seconds.ToString()], timeout + TimeSpan.FromSeconds(5), ct);
        if (started is { Succeeded: true })
            return;
        var reason = ReasonInLog(logStart) ?? started?.Reason ?? "timeout";
        throw new LocalPostgresException(
            $"本地数据库启动失败:{reason}(日志 {home.Log})",
            $"the local database did not start: {reason} (log {home.Log})");
    }

    /// <summary>Stops the server if one runs: politely, then at once, then by force. Bounded.</summary>
    public async Task StopAsync(bool dataIsKept)
    {
        var running = home.Running();
        if (running is not null)
        {
            if (!(dataIsKept && await StopAsync("fast", FastStop)) && !await StopAsync("immediate", ImmediateStop))
                Kill(Postmaster.ProcessesOf(home.Data));
            home.ForgetSocketDirectory(running.SocketDirectory);
        }
        await EndOrphansAsync(CancellationToken.None);
    }

    private async Task<bool> StopAsync(string mode, TimeSpan timeout) =>
        await home.User.RunAsync(
            [binaries.PgCtl, "stop", "-D", home.Data, "-m", mode, "-w", "-t", ((int)timeout.TotalSeconds).ToString()],
            timeout + TimeSpan.FromSeconds(5),
            CancellationToken.None) is { Succeeded: true };

    // Backends whose postmaster was killed leave by themselves when they next look; a busy one can take long, and until the last
    // has gone the shared memory is in use and no new server starts.
    private async Task EndOrphansAsync(CancellationToken ct)
    {
        for (var waited = Stopwatch.StartNew(); Postmaster.ProcessesOf(home.Data) is { Count: > 0 } orphans; await Task.Delay(Pause, ct))
        {
            if (waited.Elapsed > OrphanGrace)
                Kill(orphans);
            // A process waiting for a dead disk ends for no signal.
            if (waited.Elapsed > 4 * OrphanGrace)
                throw new LocalPostgresException(
                    $"{home.Data} 的数据库进程无法结束:{string.Join(' ', orphans)}",
                    $"server processes of {home.Data} do not end: {string.Join(' ', orphans)}");
        }
    }

    private static void Kill(IReadOnlyList<int> pids)
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

    private string? ReasonInLog(long from)
    {
        if (!File.Exists(home.Log))
            return null;
        using var log = new FileStream(home.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Seek(Math.Min(from, log.Length), SeekOrigin.Begin);
        using var reader = new StreamReader(log);
        var messages = Message().Matches(reader.ReadToEnd());
        var last = messages.LastOrDefault(message => message.Groups["level"].ValueSpan is not "LOG");
        // "configuration file … contains errors" does not say which; the messages before it do.
        if (last is not null && last.Groups["text"].Value.EndsWith("contains errors", StringComparison.Ordinal))
            last = messages[0];
        return last?.Groups["text"].Value;
    }

    [GeneratedRegex(@"\b(?<level>LOG|FATAL|PANIC):  (?<text>.*)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Message();
}
