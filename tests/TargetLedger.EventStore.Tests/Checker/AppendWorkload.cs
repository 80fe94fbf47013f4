using System.Diagnostics;
using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Checker;

/// <summary>One node's way into the ledger: a <see cref="Ledger"/> of this process, or one behind a pipe.</summary>
internal delegate Task<AppendResult> Appender(AppendRequest request, CancellationToken cancellationToken);

/// <summary>
/// Clients as a server has them: with and without keys and expected versions, over one stream or several, impatient ones
/// that cancel, careful ones that repeat, and one that reads. Everything they do goes into the history.
/// </summary>
/// <param name="pause">Between one writer's requests; none for as much load as there can be.</param>
internal sealed class AppendWorkload(IReadOnlyList<Appender> nodes, LedgerReader reader, int writers, int streams, TimeSpan pause = default)
{
    private readonly string[] streamIds = [.. Enumerable.Range(0, streams).Select(_ => NewStream())];
    private readonly long[] lastSeen = new long[streams];
    private int acknowledged;

    /// <summary>Requests answered so far.</summary>
    public int Acknowledged => Volatile.Read(ref acknowledged);

    public AppendHistory History { get; } = new();

    public Task RunAsync(TimeSpan duration, CancellationToken stop = default)
    {
        var watch = Stopwatch.StartNew();
        bool Over() => stop.IsCancellationRequested || watch.Elapsed > duration;
        return Task.WhenAll(
            Enumerable.Range(0, writers).Select(writer => Task.Run(() => WriteAsync(writer, Over), CancellationToken.None))
                .Append(Task.Run(() => ReadAsync(Over), CancellationToken.None)));
    }

    /// <summary>Waits for so many more answers; fails when none comes for long.</summary>
    public async Task UntilAnsweredAsync(int more)
    {
        var seen = Acknowledged;
        var wanted = seen + more;
        for (var since = Stopwatch.StartNew(); Acknowledged < wanted; await Task.Delay(10, CancellationToken.None))
        {
            if (Acknowledged > seen)
                since.Restart();
            seen = Acknowledged;
            since.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1), "nothing is answered any more");
        }
    }

    private async Task WriteAsync(int writer, Func<bool> over)
    {
        var random = new Random(writer);
        for (var n = 0; !over(); n++)
        {
            var key = random.Next(4) > 0 ? Key($"w{writer}-{n}") : null;
            var request = NewRequest(random) with { Key = key };
            var outcome = await AttemptAsync(random, request);
            // The same request again, at whatever node: after an unknown outcome because it must, sometimes because it may.
            for (var again = 0; again < 300 && key is not null && (outcome is null || random.Next(8) == 0); again++)
                outcome = await AttemptAsync(random, request);
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause * random.NextDouble() * 2, CancellationToken.None);
        }
    }

    private AppendRequest NewRequest(Random random)
    {
        var chosen = Enumerable.Range(0, streamIds.Length).OrderBy(_ => random.Next()).Take(random.Next(10) == 0 ? 3 : 1);
        return Request([.. chosen.Select(i => To(streamIds[i], Expected(i), Events(random.Next(10) == 0 ? 5 : 1)))]);

        ExpectedVersion Expected(int stream) =>
            random.Next(2) == 0 ? ExpectedVersion.Any
            : Interlocked.Read(ref lastSeen[stream]) is var version and > 0 ? ExpectedVersion.Exactly(version)
            : ExpectedVersion.None;
    }

    /// <returns>Null when the outcome is unknown or the ledger could not be written to.</returns>
    private async Task<AppendResult?> AttemptAsync(Random random, AppendRequest request)
    {
        using var impatient = new CancellationTokenSource();
        if (random.Next(20) == 0)
            impatient.CancelAfter(TimeSpan.FromMilliseconds(random.Next(5)));
        var attempt = History.Invoke(request);
        try
        {
            var result = await nodes[random.Next(nodes.Count)](request, impatient.Token);
            attempt.Answered(result);
            Interlocked.Increment(ref acknowledged);
            Remember(request, result);
            return result;
        }
        catch (Exception fault) when (fault is OperationCanceledException or LedgerOverloadedException)
        {
            attempt.Failed();
            return null;
        }
        catch (LedgerUnavailableException)
        {
            attempt.Failed();
            await Task.Delay(100, CancellationToken.None);
            return null;
        }
        catch (AppendOutcomeUnknownException)
        {
            return null;
        }
    }

    private void Remember(AppendRequest request, AppendResult result)
    {
        if (result is AppendResult.Conflict conflict)
            Interlocked.Exchange(ref lastSeen[Array.IndexOf(streamIds, conflict.Stream)], conflict.Actual);
        if (result is AppendResult.Appended appended)
            foreach (var (stream, version) in request.Streams.Zip(appended.Versions))
                Interlocked.Exchange(ref lastSeen[Array.IndexOf(streamIds, stream.Stream)], version);
    }

    // From the beginning while that is cheap, then only what is new: either way what was once seen must stand in the end.
    private async Task ReadAsync(Func<bool> over)
    {
        const int cheap = 5_000;
        var seen = 0L;
        while (!over())
        {
            try
            {
                var invokedAt = Stopwatch.GetTimestamp();
                var after = seen < cheap ? 0 : seen;
                var events = await ReadAllAsync(reader, after);
                History.Observe(invokedAt, events, after);
                seen = after + events.Count;
            }
            catch (Exception fault) when (fault is Npgsql.NpgsqlException or TimeoutException)
            {
                // The database is down; what was not read is not observed.
            }

            await Task.Delay(200, CancellationToken.None);
        }
    }

    public static async Task<List<StoredEvent>> ReadAllAsync(LedgerReader reader, long after = 0)
    {
        var all = new List<StoredEvent>();
        await foreach (var stored in reader.ReadAllAsync(after))
            all.Add(stored);
        return all;
    }
}
