using Npgsql;
using TargetLedger.LocalPostgres;

namespace TargetLedger.Cli;

/// <summary>An opened database, and the private cluster under it where there is one.</summary>
internal sealed class Database : IAsyncDisposable
{
    /// <summary>The server keeps its ledger under this name in a private cluster.</summary>
    public const string Name = "ledger";

    private readonly LocalCluster? cluster;

    private Database(string connectionString, LocalCluster? cluster)
    {
        ConnectionString = connectionString;
        this.cluster = cluster;
        DataSource = NpgsqlDataSource.Create(connectionString);
    }

    public string ConnectionString { get; }

    public NpgsqlDataSource DataSource { get; }

    public static Database Named(string connectionString)
    {
        try
        {
            return new(connectionString, null);
        }
        catch (ArgumentException malformed)
        {
            throw new Failure(ExitCode.Usage, "usage", "连接字符串无效", $"the connection string is not valid: {malformed.Message}", malformed);
        }
    }

    /// <summary>Joins the cluster of a directory, or starts it when no server runs on it.</summary>
    public static async Task<Database> OfClusterAsync(string directory, bool asAdministrator, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(directory))
            throw new Failure(ExitCode.Unavailable, "cannot_connect", $"没有数据目录 {directory}", $"there is no data directory {directory}");
        var joined = await LocalCluster.StartAsync(new LocalPostgresOptions { DataDirectory = directory }, cancellationToken);
        return new(asAdministrator ? joined.AdminConnectionString(Name) : joined.ConnectionString(Name, "ledger_server"), joined);
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        if (cluster is not null)
            await cluster.DisposeAsync();
    }
}
