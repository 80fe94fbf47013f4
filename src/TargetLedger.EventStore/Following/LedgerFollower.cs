using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>
/// Hands out the ledger's events in position order, each once, to any number of followers in a process. One connection
/// listens for all of them; the connection string must lead to the primary itself, not through a transaction pool.
/// </summary>
public sealed class LedgerFollower : IAsyncDisposable
{
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(2);
    private readonly NpgsqlDataSource dataSource;
    private readonly FollowOptions options;
    private readonly TimeProvider systemTime;
    private readonly ILogger logger;
    private readonly Lazy<HeadWatch> watch;

    public LedgerFollower(
        NpgsqlDataSource dataSource,
        LedgerReader reader,
        FollowOptions? options = null,
        TimeProvider? systemTime = null,
        ILoggerFactory? loggers = null)
    {
        this.dataSource = dataSource;
        Reader = reader;
        this.options = options ?? new();
        this.systemTime = systemTime ?? TimeProvider.System;
        logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<LedgerFollower>();
        watch = new(() => new HeadWatch(dataSource, this.options.PollInterval, this.systemTime, logger));
    }

    /// <summary>Reads the same ledger.</summary>
    public LedgerReader Reader { get; }

    /// <summary>The highest position heard of; 0 before the first follower has started.</summary>
    public long Head => watch.IsValueCreated ? watch.Value.Head.Value : 0;

    /// <summary>The most events a batch holds.</summary>
    public int MaxBatchEvents => options.MaxBatchEvents;

    /// <summary>The ledger's last position at this moment.</summary>
    public Task<long> ReadHeadAsync(CancellationToken cancellationToken = default) => Reader.HeadAsync(cancellationToken);

    /// <summary>
    /// Every event after <paramref name="afterPosition"/>, for ever, in batches that are never empty. Lost connections are
    /// made again; ends only by cancellation, by a <see cref="LedgerGapException"/>, or by a fault that retrying cannot mend.
    /// </summary>
    public async IAsyncEnumerable<IReadOnlyList<StoredEvent>> FollowAsync(
        long afterPosition,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterPosition);
        await using var pages = new PageReader(dataSource, options.MaxBatchBytes);
        var position = afterPosition;
        while (true)
        {
            var head = await watch.Value.Head.ReachedAsync(position + 1, cancellationToken);
            await foreach (var batch in ReadBatchesAsync(pages, position, head, cancellationToken))
            {
                yield return batch;
                position = batch[^1].Position;
            }
        }
    }

    /// <summary>The events after one position up to another that is known to be committed, in batches that are never empty.</summary>
    public async IAsyncEnumerable<IReadOnlyList<StoredEvent>> ReadBatchesAsync(
        long afterPosition,
        long throughPosition,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var pages = new PageReader(dataSource, options.MaxBatchBytes);
        await foreach (var batch in ReadBatchesAsync(pages, afterPosition, throughPosition, cancellationToken))
            yield return batch;
    }

    public async ValueTask DisposeAsync()
    {
        if (watch.IsValueCreated)
            await watch.Value.DisposeAsync();
    }

    private async IAsyncEnumerable<IReadOnlyList<StoredEvent>> ReadBatchesAsync(
        PageReader pages,
        long afterPosition,
        long throughPosition,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var position = afterPosition;
        var span = options.MaxBatchEvents;
        while (position < throughPosition)
        {
            var last = Math.Min(throughPosition, position + span);
            var batch = await ReadBatchAsync(pages, position, last, cancellationToken);
            // Where events are large, ask for no more than will be used, so that little is sent in vain.
            span = batch[^1].Position < last ? batch.Count : Math.Min(span * 2, options.MaxBatchEvents);
            position = batch[^1].Position;
            yield return batch;
        }
    }

    private async Task<IReadOnlyList<StoredEvent>> ReadBatchAsync(PageReader pages, long after, long last, CancellationToken cancellationToken)
    {
        var backoff = new Backoff(systemTime, LongestBackoff);
        while (true)
        {
            try
            {
                return await pages.ReadAsync(after, last, cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested && DatabaseFault.IsTransient(fault))
            {
                logger.LogWarning(fault, "Reading events after position {Position} failed; trying again", after);
                await backoff.WaitAsync(cancellationToken);
            }
        }
    }
}
