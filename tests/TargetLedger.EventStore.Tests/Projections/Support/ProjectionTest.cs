using Npgsql;
using TargetLedger.Testing;

namespace TargetLedger.EventStore.Tests.Projections;

/// <summary>A test with a ledger to append to, and nodes that follow it and can be cut off from it.</summary>
public abstract class ProjectionTest : IAsyncLifetime
{
    protected static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);
    private readonly List<Node> nodes = [];
    private LedgerDatabase? database;
    private NpgsqlDataSource? admin;
    private Ledger? ledger;

    public async ValueTask InitializeAsync()
    {
        database = await LedgerDatabase.CreateAsync();
        admin = NpgsqlDataSource.Create(database.AdminConnectionString);
        ledger = new(database.DataSource, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var node in nodes)
            await node.DisposeAsync();
        await ledger!.DisposeAsync();
        await admin!.DisposeAsync();
        await database!.DisposeAsync();
    }

    /// <summary>A process of its own as far as the database can tell: its sessions carry its name.</summary>
    protected Node StartNode(string name, FollowOptions? following = null)
    {
        var node = new Node(name, database!.ServerConnectionString, following);
        nodes.Add(node);
        return node;
    }

    /// <summary>Returns the position of the last event.</summary>
    protected async Task<long> AppendAsync(int count, string type = "counted", string? stream = null)
    {
        var events = Enumerable.Range(0, count).Select(_ => Sample.Event(type: type)).ToArray();
        var request = Sample.Request(Sample.To(stream ?? Sample.NewStream(), ExpectedVersion.Any, events));
        return (await ledger!.AppendAsync(request)).ShouldBeAppended().LastPosition;
    }

    protected async Task<long> AppendThousandsAsync(int thousands)
    {
        var last = 0L;
        for (var i = 0; i < thousands; i++)
            last = await AppendAsync(1_000);
        return last;
    }

    protected async Task<T> QueryAsync<T>(string sql)
    {
        await using var command = admin!.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>As the superuser, whom nothing stops.</summary>
    protected Task ExecuteAsync(string sql) => database!.ExecuteAsAdminAsync(sql);

    /// <summary>Ends every session a node has at this moment; returns how many there were.</summary>
    protected Task<long> EndSessionsAsync(Node node) => QueryAsync<long>(
        $"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = '{node.Name}' AND datname = current_database()");

    /// <summary>From here on the node reaches the database no more, and has not been able to say goodbye.</summary>
    protected async Task CutOffAsync(Node node)
    {
        node.IsCutOff = true;
        // A session may have been let in just before.
        await Eventually.TrueAsync(async () => await EndSessionsAsync(node) == 0);
    }

    protected Task ShouldBeTheFoldOfTheLedgerAsync(CountingProjection projection, int build = 1) => LedgerFold.ShouldBeAsync(admin!, projection, build);

    protected static Task<long> ReadPositionAsync(Node node, IProjection projection) =>
        new ProjectionReader(node.DataSource).ReadAsync(projection, (snapshot, _) => Task.FromResult(snapshot.Position));
}
