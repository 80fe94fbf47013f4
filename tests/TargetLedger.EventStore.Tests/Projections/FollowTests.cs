using System.Collections.Concurrent;

namespace TargetLedger.EventStore.Tests.Projections;

public sealed class FollowTests : ProjectionTest
{
    [Fact]
    public async Task A_follower_sees_each_event_once_and_in_order_while_writers_race_and_connections_drop()
    {
        const int writers = 4, appends = 100, each = 5, all = writers * appends * each;
        var node = StartNode("follower", new() { PollInterval = TimeSpan.FromMilliseconds(200), MaxBatchEvents = 50 });
        using var done = new CancellationTokenSource();
        var enough = new TaskCompletionSource();
        var dropping = DropSessionsAsync(node, enough, done.Token);

        var writing = Enumerable.Range(0, writers).Select(async _ =>
        {
            for (var i = 0; i < appends; i++)
            {
                // Half is kept back until connections have really been dropped, however fast the machine is.
                if (i == appends / 2)
                    await enough.Task.WaitAsync(TimeSpan.FromMinutes(3));
                await AppendAsync(each);
            }
        }).ToArray();
        var seen = await TakeAsync(node.Follower, all);

        await Task.WhenAll(writing);
        await done.CancelAsync();
        await dropping;
        seen.ShouldBe(Enumerable.Range(1, all).Select(i => (long)i));
    }

    [Fact]
    public async Task A_follower_is_woken_by_an_append_and_need_not_ask()
    {
        var node = StartNode("follower", new() { PollInterval = TimeSpan.FromHours(1) });
        await AppendAsync(1);
        var positions = new ConcurrentQueue<long>();
        using var stop = new CancellationTokenSource();
        var following = CollectAsync(node.Follower, positions, stop.Token);
        await Eventually.TrueAsync(() => positions.Count == 1);

        await AppendAsync(1);

        await Eventually.TrueAsync(() => positions.Count == 2);
        await stop.CancelAsync();
        await following;
    }

    [Fact]
    public async Task An_append_that_nobody_announced_is_found_by_asking()
    {
        var node = StartNode("follower", new() { PollInterval = TimeSpan.FromMilliseconds(100) });
        await AppendAsync(1);
        var positions = new ConcurrentQueue<long>();
        using var stop = new CancellationTokenSource();
        var following = CollectAsync(node.Follower, positions, stop.Token);
        await Eventually.TrueAsync(() => positions.Count == 1);

        await InsertSilentlyAsync(2);

        await Eventually.TrueAsync(() => positions.Count == 2);
        await stop.CancelAsync();
        await following;
    }

    [Fact]
    public async Task A_gap_stops_the_follower_after_what_comes_before_it()
    {
        var node = StartNode("follower", new() { PollInterval = TimeSpan.FromMilliseconds(100) });
        await AppendAsync(3);
        await InsertSilentlyAsync(5);
        var positions = new ConcurrentQueue<long>();
        using var bound = new CancellationTokenSource(Bound);

        var gap = await Should.ThrowAsync<LedgerGapException>(() => CollectAsync(node.Follower, positions, bound.Token));

        gap.Expected.ShouldBe(4);
        positions.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_batch_ends_at_its_bound_of_events_or_of_bytes()
    {
        await AppendAsync(100);
        var few = StartNode("few", new() { MaxBatchEvents = 30 });
        var small = StartNode("small", new() { MaxBatchBytes = 1 });

        (await SizesAsync(few.Follower)).ShouldBe([30, 30, 30, 10]);
        (await SizesAsync(small.Follower)).ShouldBe(Enumerable.Repeat(1, 100));
    }

    private static async Task<List<int>> SizesAsync(LedgerFollower follower)
    {
        var sizes = new List<int>();
        await foreach (var batch in follower.ReadBatchesAsync(0, 100))
            sizes.Add(batch.Count);
        return sizes;
    }

    private static async Task<List<long>> TakeAsync(LedgerFollower follower, int count)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var positions = new List<long>();
        await foreach (var batch in follower.FollowAsync(0, bound.Token))
        {
            positions.AddRange(batch.Select(stored => stored.Position));
            if (positions.Count >= count)
                break;
        }

        return positions;
    }

    private static async Task CollectAsync(LedgerFollower follower, ConcurrentQueue<long> positions, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var batch in follower.FollowAsync(0, cancellationToken))
                foreach (var stored in batch)
                    positions.Enqueue(stored.Position);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The test has seen enough.
        }
    }

    private async Task DropSessionsAsync(Node node, TaskCompletionSource enough, CancellationToken cancellationToken)
    {
        var drops = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var dropped = await EndSessionsAsync(node) > 0;
            drops += dropped ? 1 : 0;
            if (drops > 5)
                enough.TrySetResult();
            // Sessions that were ended again before they could be opened anew would only measure how fast a machine opens them.
            await Task.Delay(dropped ? 250 : 20, CancellationToken.None);
        }
    }

    private Task InsertSilentlyAsync(long position) => ExecuteAsync(
        $$"""
        INSERT INTO ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, user_name)
        VALUES ({{position}}, gen_random_uuid(), 'commitment-' || gen_random_uuid(), 1, '{}', 'counted', clock_timestamp(), 'account-1')
        """);
}
