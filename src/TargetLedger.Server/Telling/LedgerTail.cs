using System.Runtime.CompilerServices;
using TargetLedger.EventStore;

namespace TargetLedger.Server.Telling;

/// <summary>
/// The end of the ledger, read once for any number of people who follow it: a connection for each of them would leave none for
/// those who write. What has gone from memory is read from the ledger, by a few at a time.
/// </summary>
internal sealed class LedgerTail(LedgerFollower follower, IHostApplicationLifetime lifetime)
{
    private const int MostEvents = 2_048;
    private const int MostBytes = 16 * 1024 * 1024;
    private const int HandedOutAtOnce = 256;

    private readonly SemaphoreSlim catchingUp = new(4);
    private readonly Lock gate = new();
    private readonly Queue<StoredEvent> recent = new();
    private Task? following;
    private long end;
    private int bytes;
    private TaskCompletionSource moved = NewSource();

    /// <summary>Every event after a position, in order and each once, for ever, in batches that are never empty.</summary>
    public async IAsyncEnumerable<IReadOnlyList<StoredEvent>> FollowAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        var position = after;
        while (true)
        {
            var (batch, reached, next) = After(position);
            if (batch.Count == 0 && reached > position)
            {
                // Pages of the reader's own are short reads; nothing is held while the caller takes his time.
                batch = await ReadAsync(position, Math.Min(reached, position + HandedOutAtOnce), cancellationToken);
            }

            if (batch.Count == 0)
            {
                await next.WaitAsync(cancellationToken);
                continue;
            }

            yield return batch;
            position = batch[^1].Position;
        }
    }

    /// <summary>What is remembered after a position, how far the ledger is known to go, and when to look again.</summary>
    private (IReadOnlyList<StoredEvent> Batch, long Reached, Task Next) After(long position)
    {
        lock (gate)
        {
            var known = recent.TryPeek(out var first) && position >= first.Position - 1;
            IReadOnlyList<StoredEvent> batch = known ? [.. recent.SkipWhile(e => e.Position <= position).Take(HandedOutAtOnce)] : [];
            return (batch, end, moved.Task);
        }
    }

    private async Task<IReadOnlyList<StoredEvent>> ReadAsync(long after, long through, CancellationToken cancellationToken)
    {
        await catchingUp.WaitAsync(cancellationToken);
        try
        {
            return await follower.Reader.ReadAllAsync(after, through, cancellationToken).ToListAsync(cancellationToken);
        }
        finally
        {
            catchingUp.Release();
        }
    }

    /// <summary>By whoever comes first, and anew after a fault.</summary>
    private async Task StartAsync(CancellationToken cancellationToken)
    {
        var head = await follower.ReadHeadAsync(cancellationToken);
        lock (gate)
        {
            if (following is { IsCompleted: false })
                return;
            recent.Clear();
            (end, bytes) = (head, 0);
            following = RunAsync(head);
        }
    }

    private async Task RunAsync(long from)
    {
        // Whoever starts it holds the gate.
        await Task.Yield();
        try
        {
            await foreach (var batch in follower.FollowAsync(from, lifetime.ApplicationStopping))
                Add(batch);
        }
        catch (Exception fault)
        {
            // Those who follow are told; they come again, and it is tried again.
            TaskCompletionSource waiting;
            lock (gate)
                (waiting, moved) = (moved, NewSource());
            waiting.TrySetException(fault);
        }
    }

    private void Add(IReadOnlyList<StoredEvent> batch)
    {
        TaskCompletionSource waiting;
        lock (gate)
        {
            foreach (var stored in batch)
            {
                recent.Enqueue(stored);
                bytes += stored.Data.Length;
            }

            while (recent.Count > 1 && (recent.Count > MostEvents || bytes > MostBytes))
                bytes -= recent.Dequeue().Data.Length;
            end = batch[^1].Position;
            (waiting, moved) = (moved, NewSource());
        }

        waiting.TrySetResult();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
