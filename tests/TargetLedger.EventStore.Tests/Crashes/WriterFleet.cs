using TargetLedger.EventStore.Tests.Checker;

namespace TargetLedger.EventStore.Tests.Crashes;

/// <summary>
/// Several nodes in processes of their own. For one that is killed another steps in at once; it was started a little before,
/// since starting takes longer than most of them live.
/// </summary>
internal sealed class WriterFleet : IAsyncDisposable
{
    private readonly string connectionString;
    private readonly WriterProcess[] nodes;
    private WriterProcess spare;
    private Task spareIsReady;

    public WriterFleet(string connectionString, int count)
    {
        this.connectionString = connectionString;
        nodes = [.. Enumerable.Range(0, count).Select(_ => WriterProcess.Start(connectionString))];
        (spare, spareIsReady) = StartSpare();
    }

    public int Count => nodes.Length;

    public WriterProcess this[int node] => Volatile.Read(ref nodes[node]);

    /// <summary>The way to whichever process stands in each place at the moment.</summary>
    public IEnumerable<Appender> Ways => Enumerable.Range(0, Count).Select(node => (Appender)((request, patience) => this[node].AppendAsync(request, patience)));

    /// <summary>Whoever steps in next can do so at full speed.</summary>
    public Task UntilSpareIsReadyAsync() => spareIsReady;

    public Task UntilReadyAsync() => Task.WhenAll(nodes.Select(node => node.UntilReadyAsync()));

    /// <returns>How many requests were under way.</returns>
    public async Task<int> ReplaceAsync(int node)
    {
        var killed = this[node];
        Volatile.Write(ref nodes[node], spare);
        (spare, spareIsReady) = StartSpare();
        var unanswered = killed.Unanswered;
        await killed.KillAsync();
        return unanswered;
    }

    /// <summary>Lets every node answer what it has been asked, and end.</summary>
    public async Task EndAsync()
    {
        foreach (var node in nodes.Append(spare))
            await node.DisposeAsync();
    }

    public async ValueTask DisposeAsync() => await EndAsync();

    private (WriterProcess Spare, Task IsReady) StartSpare()
    {
        var started = WriterProcess.Start(connectionString);
        return (started, started.UntilReadyAsync());
    }
}
