using TargetLedger.Boards;
using TargetLedger.EventStore;

namespace TargetLedger.Benchmarks;

/// <summary>A ledger with commitments to report to, and a node that keeps the boards level with it.</summary>
internal sealed class LiveBoards : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly CommitmentStory[] stories;
    private readonly LedgerFollower follower;
    private readonly Ledger ledger;
    private readonly Task running;

    private LiveBoards(BenchLedger database, CommitmentStory[] stories)
    {
        this.stories = stories;
        ledger = new(database.DataSource, TimeProvider.System);
        follower = new(database.DataSource, ledger.Reader);
        Runner = new(database.DataSource, new BoardsProjection(LedgerZone.Default), follower);
        running = Runner.RunAsync(stopping.Token);
    }

    public ProjectionRunner Runner { get; }

    public static async Task<LiveBoards> StartAsync(BenchLedger database, int streams, CancellationToken cancellationToken)
    {
        var made = Enumerable.Range(0, streams).Select(n => new CommitmentStory(n)).ToArray();
        await Filled.InterleavedAsync(database, made, rounds: 5, cancellationToken);
        var live = new LiveBoards(database, made);
        var head = await live.ledger.Reader.HeadAsync(cancellationToken);
        while (!await live.Runner.Watch.WaitForAsync(head, TimeSpan.FromSeconds(10), cancellationToken))
        {
            // The first build.
        }

        return live;
    }

    /// <summary>Appends the next event of one of the commitments; they take turns.</summary>
    /// <returns>Its position.</returns>
    public async Task<long> AppendAsync(int number, CancellationToken cancellationToken)
    {
        var request = new AppendRequest([stories[number % stories.Length].Next(1)], new(SampleEvents.Account));
        return await ledger.AppendAsync(request, cancellationToken) is AppendResult.Appended appended
            ? appended.LastPosition
            : throw new InvalidOperationException("Nobody else writes to this stream.");
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        await follower.DisposeAsync();
        await ledger.DisposeAsync();
        stopping.Dispose();
    }
}
