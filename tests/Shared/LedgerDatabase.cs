using Npgsql;
using TargetLedger.EventStore;
using TargetLedger.LocalPostgres;
using TargetLedger.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace TargetLedger.Testing;

/// <summary>One private PostgreSQL cluster for the tests of an assembly, with a migrated database to copy.</summary>
public sealed class TestCluster : IAsyncLifetime
{
    private const string Template = "ledger_template";
    private static TestCluster? current;
    private LocalCluster? cluster;

    public static LocalCluster Current =>
        current?.cluster ?? throw new InvalidOperationException("The test cluster is not running.");

    public async ValueTask InitializeAsync()
    {
        cluster = await LocalCluster.StartAsync(new LocalPostgresOptions { Durable = false });
        await cluster.EnsureDatabaseAsync(Template);
        await LedgerMigrations.MigrateAsync(cluster.AdminConnectionString(Template));
        current = this;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (cluster is not null)
            await cluster.DisposeAsync();
    }

    internal static string TemplateName => Template;
}

/// <summary>
/// An empty ledger of a test's own: <c>await using var database = await LedgerDatabase.CreateAsync();</c>. It is gone
/// when disposed of, whoever is still connected.
/// </summary>
public sealed class LedgerDatabase : IAsyncDisposable
{
    private static int count;
    private readonly LocalCluster cluster;

    private LedgerDatabase(LocalCluster cluster, string name)
    {
        this.cluster = cluster;
        Name = name;
        DataSource = NpgsqlDataSource.Create(ServerConnectionString);
    }

    public string Name { get; }

    /// <summary>As the cluster's superuser.</summary>
    public string AdminConnectionString => cluster.AdminConnectionString(Name);

    /// <summary>As the server's own login.</summary>
    public string ServerConnectionString => cluster.ConnectionString(Name, "ledger_server");

    /// <summary>As the server's own login; belongs to the database.</summary>
    public NpgsqlDataSource DataSource { get; }

    public static async Task<LedgerDatabase> CreateAsync()
    {
        var name = $"ledger_{Interlocked.Increment(ref count)}";
        await ExecuteAsync(TestCluster.Current.AdminConnectionString(), $"CREATE DATABASE {name} TEMPLATE {TestCluster.TemplateName}");
        return new(TestCluster.Current, name);
    }

    /// <summary>Runs a statement as the superuser, with no regard to the ledger's rights.</summary>
    public Task ExecuteAsAdminAsync(string sql) => ExecuteAsync(AdminConnectionString, sql);

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await ExecuteAsync(cluster.AdminConnectionString(), $"DROP DATABASE {Name} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
