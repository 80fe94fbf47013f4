using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>
/// Records everything a process appends, one transaction after the other. Each takes whatever waits by then; there is no
/// timer, so a lone request is not delayed and a crowd shares its commits. Behind a batch that is under way a crowd's next
/// one is made and sent already: it waits in the database, and nothing between the two is left idle.
/// </summary>
internal sealed class GroupCommitWriter : IAsyncDisposable
{
    private const string ClockBehind = "TL003";
    private const int MaxClockReadings = 3;
    private const int MaxTurnsForCallers = 8;

    // From here on making a batch and reading its answers takes longer than another commit.
    private const int Crowd = 64;

    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);

    private readonly NpgsqlDataSource dataSource;
    private readonly AppendConnection[] connections;
    private readonly TimeProvider businessClock;
    private readonly LedgerOptions options;
    private readonly ILogger logger;
    private readonly Channel<PendingAppend> waiting = Channel.CreateUnbounded<PendingAppend>(new() { SingleReader = true });
    private readonly List<PendingAppend> heldBack = [];
    private readonly Task running;

    // What stands in the channel and what is held back: all that has not got its place in a batch.
    private int waitingAppends;
    private long waitingBytes;
    private volatile bool closing;

    // Set while somebody waits for so many to wait.
    private TaskCompletionSource? gathering;
    private int wanted;

    public GroupCommitWriter(NpgsqlDataSource dataSource, TimeProvider businessClock, LedgerOptions options, ILogger logger)
    {
        this.dataSource = dataSource;
        this.businessClock = businessClock;
        this.options = options;
        this.logger = logger;
        connections = [new(dataSource, businessClock, options.CommitTimeout), new(dataSource, businessClock, options.CommitTimeout)];
        running = Task.Run(RunAsync);
    }

    /// <exception cref="LedgerOverloadedException">The queue is full.</exception>
    /// <exception cref="ObjectDisposedException">The ledger is being closed.</exception>
    public void Enqueue(PendingAppend append)
    {
        var count = Interlocked.Increment(ref waitingAppends);
        var bytes = Interlocked.Add(ref waitingBytes, append.Append.Bytes);
        if (count <= options.MaxWaitingAppends && bytes <= options.MaxWaitingBytes && waiting.Writer.TryWrite(append))
        {
            if (Volatile.Read(ref gathering) is { } gathered && count >= Volatile.Read(ref wanted))
                gathered.TrySetResult();
            return;
        }

        WaitsNoMore(append);
        ObjectDisposedException.ThrowIf(closing, typeof(Ledger));
        LedgerMetrics.Overloaded.Add(1);
        throw new LedgerOverloadedException();
    }

    /// <summary>Takes nothing in any more, and ends when what waits is recorded.</summary>
    public async ValueTask DisposeAsync()
    {
        closing = true;
        waiting.Writer.TryComplete();
        await running;
        foreach (var connection in connections)
            await connection.DisposeAsync();
    }

    private async Task RunAsync()
    {
        BatchUnderWay? ahead = null;
        while (ahead is not null || heldBack.Count > 0 || await waiting.Reader.WaitToReadAsync())
        {
            if (ahead is null)
            {
                ahead = Start(connections[0]);
            }
            else if (await IsCrowdedAsync(ahead))
            {
                var behind = Start(ahead.Connection == connections[0] ? connections[1] : connections[0]);
                await ahead.Recording;
                ahead = behind;
            }
            else
            {
                // Of a crowd only half: the others are the next batch, sent behind this one.
                var awaited = ahead.Appends < 2 * Crowd ? ahead.Appends : ahead.Appends / 2;
                ahead = null;
                await LetCallersReturnAsync(awaited);
            }
        }
    }

    /// <summary>Null when all that waited had been withdrawn.</summary>
    private BatchUnderWay? Start(AppendConnection connection)
    {
        var batch = TakeBatch();
        return batch.Count == 0 ? null : new(connection, batch.Count, RecordOrFailAsync(connection, batch));
    }

    /// <summary>True as soon as a crowd waits behind a batch, and no smaller one than is under way; false when that is recorded before.</summary>
    private async Task<bool> IsCrowdedAsync(BatchUnderWay ahead)
    {
        var gathered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref wanted, Math.Max(Crowd, ahead.Appends));
        // A full fence: whoever comes now sees that he is waited for, or is seen by the next line.
        Interlocked.Exchange(ref gathering, gathered);
        if (Volatile.Read(ref waitingAppends) >= wanted)
            gathered.TrySetResult();
        await Task.WhenAny(ahead.Recording, gathered.Task);
        Volatile.Write(ref gathering, null);
        return !ahead.Recording.IsCompleted;
    }

    /// <summary>
    /// Those who were just answered may have more to record, and a batch taken before they ran would leave most of them to
    /// the next commit. Whatever is ready to run goes first; with nobody about this costs a few microseconds and no wait.
    /// </summary>
    private async Task LetCallersReturnAsync(int awaited)
    {
        for (var turn = 0; turn < MaxTurnsForCallers && Volatile.Read(ref waitingAppends) < awaited; turn++)
            await Task.Yield();
    }

    /// <summary>
    /// The last resort. What was not foreseen (a fault of the clock, of who listens to metrics) must not end the loop: nobody
    /// would record any more, and every caller would wait for ever.
    /// </summary>
    private async Task RecordOrFailAsync(AppendConnection connection, List<PendingAppend> batch)
    {
        try
        {
            await RecordAsync(connection, batch, Stopwatch.GetTimestamp());
        }
        catch (Exception fault)
        {
            logger.LogError(fault, "A batch of {Appends} requests ended in an unforeseen fault; whoever has no answer yet is told that the outcome is unknown", batch.Count);
            FailAll(batch, () => new AppendOutcomeUnknownException(fault.Message, fault));
            await connection.DropAsync();
        }
    }

    private List<PendingAppend> TakeBatch()
    {
        var batch = new List<PendingAppend>();
        var keys = new HashSet<(string Account, string Key)>();
        var bytes = 0L;

        // What was held back came before what stands in the channel.
        var again = heldBack.ToArray();
        heldBack.Clear();
        foreach (var append in again)
        {
            if (HasRoom(append))
                Take(append);
            else
                heldBack.Add(append);
        }

        while (waiting.Reader.TryPeek(out var next) && HasRoom(next) && waiting.Reader.TryRead(out next))
            Take(next);
        return batch;

        bool HasRoom(PendingAppend append)
            => batch.Count == 0 || (batch.Count < options.MaxAppendsPerBatch && bytes + append.Append.Bytes <= options.MaxBytesPerBatch);

        void Take(PendingAppend append)
        {
            // A key may stand in a batch once: its second request is answered from what the first recorded. It goes on waiting.
            if (append.Key is { } key && keys.Contains(key))
            {
                heldBack.Add(append);
                return;
            }

            WaitsNoMore(append);
            if (!append.TryTake())
                return;
            if (append.Key is { } taken)
                keys.Add(taken);
            batch.Add(append);
            bytes += append.Append.Bytes;
        }
    }

    private void WaitsNoMore(PendingAppend append)
    {
        Interlocked.Decrement(ref waitingAppends);
        Interlocked.Add(ref waitingBytes, -append.Append.Bytes);
    }

    /// <param name="began">When the batch was first offered.</param>
    private async Task RecordAsync(AppendConnection connection, List<PendingAppend> batch, long began, int clockReadings = 1)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var results = await connection.ExecuteAsync(batch);
            for (var i = 0; i < results.Length; i++)
                batch[i].Succeed(results[i]);
            LedgerMetrics.RecordBatch(batch.Count, Stopwatch.GetElapsedTime(started));
        }
        catch (RolledBackException fault) when (IsFaultOfData(fault.Cause) && batch.Count > 1)
        {
            // Somebody's data is unfit. Halves are tried by themselves, in order, until the culprit is alone.
            await RecordAsync(connection, batch.GetRange(0, batch.Count / 2), began);
            await RecordAsync(connection, batch.GetRange(batch.Count / 2, batch.Count - batch.Count / 2), began);
        }
        catch (RolledBackException fault) when (IsFaultOfData(fault.Cause))
        {
            batch[0].Fail(new AppendRefusedException(fault.Cause));
        }
        catch (RolledBackException fault) when (fault.Cause.SqlState is ClockBehind)
        {
            await RetryOrRefuseAsync(connection, batch, fault.Cause, began, clockReadings);
        }
        catch (RolledBackException fault) when (fault.Cause.SqlState is PostgresErrorCodes.LockNotAvailable && Stopwatch.GetElapsedTime(began) < options.CommitTimeout)
        {
            await StalledHolder.EndAsync(dataSource);
            await RecordAsync(connection, batch, began);
        }
        catch (RolledBackException fault)
        {
            FailAll(batch, () => new LedgerUnavailableException(fault.Message, fault.Cause));
        }
        catch (LedgerUnavailableException fault)
        {
            FailAll(batch, () => new LedgerUnavailableException(fault.InnerException!.Message, fault.InnerException));
        }
        catch (AppendOutcomeUnknownException fault)
        {
            FailAll(batch, () => new AppendOutcomeUnknownException(fault.InnerException?.Message ?? fault.Message, fault.InnerException));
        }
    }

    /// <summary>The clock was read before the lock was waited for; only if it is behind now is it behind.</summary>
    private async Task RetryOrRefuseAsync(AppendConnection connection, List<PendingAppend> batch, PostgresException fault, long began, int clockReadings)
    {
        var standsAt = DateTimeOffset.Parse(fault.Hint!, CultureInfo.InvariantCulture);
        var clock = businessClock.GetUtcNow();
        if (clock >= standsAt - ClockTolerance && clockReadings < MaxClockReadings)
            await RecordAsync(connection, batch, began, clockReadings + 1);
        else
            FailAll(batch, () => new ClockBehindException(clock, standsAt));
    }

    /// <summary>What depends on the values of a request (PostgreSQL, appendix A): data, integrity, limits of a row or index.</summary>
    private static bool IsFaultOfData(PostgresException fault) => fault.SqlState[..2] is "22" or "23" or "54";

    private static void FailAll(List<PendingAppend> batch, Func<Exception> fault)
    {
        // Each caller gets an exception of its own: a shared one would have its stack trace written over.
        foreach (var append in batch)
            append.Fail(fault());
    }

    private sealed record BatchUnderWay(AppendConnection Connection, int Appends, Task Recording);
}
