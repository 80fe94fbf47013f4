using Npgsql;
using TargetLedger.EventStore;
using TargetLedger.LocalPostgres;

namespace TargetLedger.Server.Hosting;

/// <summary>
/// The database of the ledger: an operator's own, whose schema must be the one this program knows, or a private cluster
/// that is made, started and migrated here.
/// </summary>
internal sealed class ServerDatabase : IAsyncDisposable
{
    private const string Name = "ledger";
    private const string Login = "ledger_server";
    private readonly LocalCluster? cluster;

    private ServerDatabase(NpgsqlDataSource dataSource, LocalCluster? cluster) => (DataSource, this.cluster) = (dataSource, cluster);

    /// <summary>As the server's own login, which can neither change nor remove what is recorded.</summary>
    public NpgsqlDataSource DataSource { get; }

    public static async Task<ServerDatabase> OpenAsync(ServerSettings settings, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        if (settings.ConnectionString is { } own)
        {
            var opened = new ServerDatabase(SourceOf(own, loggers), null);
            await LedgerMigrations.CheckAsync(opened.DataSource, cancellationToken);
            return opened;
        }

        var started = await LocalCluster.StartAsync(new LocalPostgresOptions { DataDirectory = settings.DataDirectory }, cancellationToken);
        try
        {
            await started.EnsureDatabaseAsync(Name, cancellationToken);
            await LedgerMigrations.MigrateAsync(started.AdminConnectionString(Name), progress: null, cancellationToken);
            return new(SourceOf(started.ConnectionString(Name, Login), loggers), started);
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        if (cluster is not null)
            await cluster.DisposeAsync();
    }

    private static NpgsqlDataSource SourceOf(string connectionString, ILoggerFactory loggers)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString) { Name = Name };
        builder.ConnectionStringBuilder.ApplicationName ??= "targetledger-server";
        return builder.UseLoggerFactory(loggers).Build();
    }
}
