using Npgsql;

namespace TargetLedger.EventStore.Tests.Projections;

/// <summary>What one server process has: connections, a follower, runners.</summary>
public sealed class Node : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly List<Task> running = [];
    private volatile bool isCutOff;

    public Node(string name, string connectionString, FollowOptions? following)
    {
        Name = name;
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.ConnectionStringBuilder.ApplicationName = name;
        builder.UsePhysicalConnectionInitializer(
            _ => RefuseWhenCutOff(),
            _ =>
            {
                RefuseWhenCutOff();
                return Task.CompletedTask;
            });
        DataSource = builder.Build();
        Follower = new(DataSource, new LedgerReader(DataSource, TimeProvider.System), following);
    }

    public string Name { get; }

    public NpgsqlDataSource DataSource { get; }

    public LedgerFollower Follower { get; }

    /// <summary>No new session is let in while this is set.</summary>
    public bool IsCutOff
    {
        get => isCutOff;
        set => isCutOff = value;
    }

    public ProjectionRunner Runner(IProjection projection, ProjectionOptions? options = null) =>
        new(DataSource, projection, Follower, options: options);

    public ProjectionRunner Run(IProjection projection, ProjectionOptions? options = null)
    {
        var runner = Runner(projection, options);
        running.Add(runner.RunAsync(stopping.Token));
        return runner;
    }

    /// <summary>Ends the node as an operator would.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(running);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Follower.DisposeAsync();
        await DataSource.DisposeAsync();
        stopping.Dispose();
    }

    private void RefuseWhenCutOff()
    {
        if (isCutOff)
            throw new NpgsqlException($"{Name} is cut off from the database.");
    }
}
