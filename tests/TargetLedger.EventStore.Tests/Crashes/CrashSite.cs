using System.Diagnostics;
using Npgsql;
using TargetLedger.EventStore.Tests.Checker;
using TargetLedger.EventStore.Tests.Projections;
using TargetLedger.LocalPostgres;
using TargetLedger.Testing;

namespace TargetLedger.EventStore.Tests.Crashes;

/// <summary>A ledger on a server of its own, with durable settings, that may be killed and is started again.</summary>
internal sealed class CrashSite : IAsyncDisposable
{
    private const string Database = "ledger";
    private const string Login = "ledger_server";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly LocalPostgresOptions options;
    private LocalCluster cluster;

    private CrashSite(LocalPostgresOptions options, LocalCluster cluster)
    {
        this.options = options with { DataDirectory = cluster.DataDirectory };
        this.cluster = cluster;
        Admin = NpgsqlDataSource.Create(cluster.AdminConnectionString(Database));
    }

    /// <summary>As the server's own login.</summary>
    public string ConnectionString => cluster.ConnectionString(Database, Login);

    public NpgsqlDataSource Admin { get; }

    public int Kills { get; private set; }

    public static async Task<CrashSite> StartAsync(bool durable = true)
    {
        var wanted = new LocalPostgresOptions
        {
            Durable = durable,
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["shared_buffers"] = "64MB",
                // Checkpoints come often, so that kills hit them too.
                ["max_wal_size"] = "64MB",
                ["checkpoint_timeout"] = "30s",
                // Recovery begins by syncing every file of the directory, one by one unless it is told to do it at once.
                ["recovery_init_sync_method"] = "syncfs",
            },
        };
        var started = await LocalCluster.StartAsync(wanted);
        await started.EnsureDatabaseAsync(Database);
        await LedgerMigrations.MigrateAsync(started.AdminConnectionString(Database));
        return new(wanted, started);
    }

    /// <summary>
    /// SIGKILL for the server: usually for all of it, sometimes for the postmaster alone, whose children must notice, or for one
    /// child, after which the postmaster throws out the others and recovers by itself.
    /// </summary>
    public async Task KillServerAsync(Random random)
    {
        var postmaster = await PostmasterAsync();
        var children = Processes.ChildrenOf(postmaster);
        switch (random.Next(8))
        {
            case 0:
                Processes.Kill(postmaster);
                break;
            case 1:
                Processes.KillAll([children[random.Next(children.Count)]]);
                break;
            default:
                KillAll(postmaster, children);
                break;
        }

        Kills++;
    }

    /// <summary>SIGKILL for the postmaster, then for every child of it.</summary>
    public async Task KillWholeServerAsync()
    {
        var postmaster = await PostmasterAsync();
        KillAll(postmaster, Processes.ChildrenOf(postmaster));
        Kills++;
    }

    /// <summary>As an operator would: the start recovers, and finds the sessions of before gone.</summary>
    public async Task RestartAsync()
    {
        var before = cluster;
        cluster = await LocalCluster.StartAsync(options);
        await before.DisposeAsync();
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Admin.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>
    /// Waits until nothing is under way any more: a session whose client was killed still does what it was sent, and only then
    /// notices.
    /// </summary>
    public async Task UntilQuietAsync()
    {
        Admin.Clear();
        var watch = Stopwatch.StartNew();
        while (await ReadAsync($"SELECT count(*) FROM pg_stat_activity WHERE usename = '{Login}'") > 0)
        {
            watch.Elapsed.ShouldBeLessThan(Patience, "sessions of killed nodes stayed");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    /// <summary>The log, read with nobody about; every rule of the checker, and the projection against a fresh fold.</summary>
    /// <returns>What happened, for people.</returns>
    public async Task<string> ShouldBeSoundAsync(AppendHistory history)
    {
        await UntilQuietAsync();
        await using var node = new Node("auditor", ConnectionString, following: null);
        var log = await AppendWorkload.ReadAllAsync(new LedgerReader(node.DataSource, TimeProvider.System));
        var findings = LedgerChecker.Check(history, log);
        var happened = $"{Kills} kills; {history}; {log.Count} events; {findings.Count} findings";
        log.ShouldNotBeEmpty(happened);
        findings.Select(found => $"{found.Rule}: {found.What}").Take(20).ShouldBeEmpty(happened);

        var counting = new CountingProjection();
        await node.Runner(counting, WriterNode.Impatient).CatchUpAsync();
        await LedgerFold.ShouldBeAsync(Admin, counting);
        return happened;
    }

    /// <summary>Counts a kill of somebody else than the server.</summary>
    public void Killed() => Kills++;

    public async ValueTask DisposeAsync()
    {
        await Admin.DisposeAsync();
        await cluster.DisposeAsync();
    }

    private static void KillAll(int postmaster, IReadOnlyList<int> children)
    {
        Processes.Kill(postmaster);
        Processes.KillAll(children);
    }

    private async Task<int> PostmasterAsync()
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(10))
            if (cluster.PostmasterPid is { } pid)
                return pid;
        throw new TimeoutException("No server runs.");
    }

    private async Task<long> ReadAsync(string sql)
    {
        await using var command = Admin.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
