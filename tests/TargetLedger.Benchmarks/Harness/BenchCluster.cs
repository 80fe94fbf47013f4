using Npgsql;
using TargetLedger.EventStore;
using TargetLedger.LocalPostgres;

namespace TargetLedger.Benchmarks;

/// <summary>The cluster that is measured: a private one with PostgreSQL's default durability, or one that is named.</summary>
internal sealed class BenchCluster : IAsyncDisposable
{
    // What the figures of Marten and of the floors that the bars were set by were measured with.
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal) { ["shared_buffers"] = "1GB", ["max_wal_size"] = "8GB" };

    private readonly LocalCluster? own;
    private readonly string admin;
    private int databases;

    private BenchCluster(LocalCluster? own, string admin)
    {
        this.own = own;
        this.admin = admin;
    }

    /// <summary>An administrator's, to the cluster's own database.</summary>
    public string AdminConnectionString => admin;

    /// <summary>How often the private cluster is too large for memory is the machine's affair; it is removed at the end.</summary>
    public static async Task<BenchCluster> OpenAsync(string? connectionString, CancellationToken cancellationToken)
    {
        if (connectionString is not null)
            return new(null, connectionString);
        var cluster = await LocalCluster.StartAsync(new() { Settings = Settings }, cancellationToken);
        return new(cluster, cluster.AdminConnectionString());
    }

    /// <summary>An empty ledger with the shipped roles, triggers and indexes; dropped when disposed of.</summary>
    public async Task<BenchLedger> CreateLedgerAsync(CancellationToken cancellationToken)
    {
        var name = $"ledger_benchmark_{Environment.ProcessId}_{++databases}";
        await ExecuteAsync(admin, $"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'", cancellationToken);
        var ledger = new BenchLedger(admin, name);
        await LedgerMigrations.MigrateAsync(ledger.AdminConnectionString, null, cancellationToken);
        return ledger;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (own is not null)
            await own.DisposeAsync();
    }

    public static async Task ExecuteAsync(string connectionString, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>A database of a benchmark's own.</summary>
internal sealed class BenchLedger : IAsyncDisposable
{
    private readonly string cluster;
    private readonly string name;

    public BenchLedger(string cluster, string name)
    {
        this.cluster = cluster;
        this.name = name;
        AdminConnectionString = new NpgsqlConnectionStringBuilder(cluster) { Database = name }.ConnectionString;
        ServerConnectionString = new NpgsqlConnectionStringBuilder(cluster) { Database = name, Username = "ledger_server", MaxPoolSize = 100 }.ConnectionString;
        DataSource = NpgsqlDataSource.Create(ServerConnectionString);
    }

    public string AdminConnectionString { get; }

    /// <summary>As the server's own login.</summary>
    public string ServerConnectionString { get; }

    /// <summary>As the server's own login.</summary>
    public NpgsqlDataSource DataSource { get; }

    public Task ExecuteAsAdminAsync(string sql, CancellationToken cancellationToken) => BenchCluster.ExecuteAsync(AdminConnectionString, sql, cancellationToken);

    /// <summary>So that no run pays for the dirty pages of the one before.</summary>
    public Task CheckpointAsync(CancellationToken cancellationToken) => ExecuteAsAdminAsync("CHECKPOINT", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await BenchCluster.ExecuteAsync(cluster, $"DROP DATABASE {name} WITH (FORCE)", CancellationToken.None);
    }
}
