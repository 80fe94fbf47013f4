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

    // Where the connection string does not say. PostgreSQL itself allows 100 connections unless told otherwise.
    private const int MaxConnections = 30;
    private const int MaxReadConnections = 30;

    private readonly LocalCluster? cluster;

    private ServerDatabase(string connectionString, string? readConnectionString, ILoggerFactory loggers, LocalCluster? cluster)
    {
        DataSource = SourceOf(connectionString, Name, MaxConnections, loggers);
        Reads = SourceOf(readConnectionString ?? connectionString, $"{Name}-reads", MaxReadConnections, loggers);
        this.cluster = cluster;
    }

    /// <summary>
    /// As the server's own login, which can neither change nor remove what is recorded. For what records: the writer, the
    /// listener, the projector with its leases, and the short readings decisions are made on.
    /// </summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>
    /// For boards and readers of the ledger, whose readings are long: however many there are, they take no connection away
    /// from what records.
    /// </summary>
    public NpgsqlDataSource Reads { get; }

    public static async Task<ServerDatabase> OpenAsync(ServerSettings settings, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        if (settings.ConnectionString is { } own)
        {
            var opened = new ServerDatabase(own, settings.ReadConnectionString, loggers, null);
            try
            {
                await LedgerMigrations.CheckAsync(opened.DataSource, cancellationToken);
                return opened;
            }
            catch
            {
                await opened.DisposeAsync();
                throw;
            }
        }

        var started = await LocalCluster.StartAsync(new LocalPostgresOptions { DataDirectory = settings.DataDirectory }, cancellationToken);
        try
        {
            await started.EnsureDatabaseAsync(Name, cancellationToken);
            await LedgerMigrations.MigrateAsync(started.AdminConnectionString(Name), progress: null, cancellationToken);
            return new(started.ConnectionString(Name, Login), null, loggers, started);
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Reads.DisposeAsync();
        await DataSource.DisposeAsync();
        if (cluster is not null)
            await cluster.DisposeAsync();
    }

    private static NpgsqlDataSource SourceOf(string connectionString, string name, int maxConnections, ILoggerFactory loggers)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString) { Name = name };
        builder.ConnectionStringBuilder.ApplicationName ??= "targetledger-server";
        if (!builder.ConnectionStringBuilder.ShouldSerialize("Maximum Pool Size"))
            builder.ConnectionStringBuilder.MaxPoolSize = maxConnections;
        return builder.UseLoggerFactory(loggers).Build();
    }
}
