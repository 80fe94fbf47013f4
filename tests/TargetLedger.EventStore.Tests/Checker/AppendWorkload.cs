using System.Diagnostics;
using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Checker;

/// <summary>
/// Clients as a server has them: with and without keys and expected versions, over one stream or several, impatient ones
/// that cancel, careful ones that repeat, and one that reads. Everything they do goes into the history.
/// </summary>
internal sealed class AppendWorkload(IReadOnlyList<Ledger> nodes, int writers, int streams)
{
    private readonly string[] streamIds = [.. Enumerable.Range(0, streams).Select(_ => NewStream())];
    private readonly long[] lastSeen = new long[streams];

    public AppendHistory History { get; } = new();

    public Task RunAsync(TimeSpan duration, CancellationToken stop = default)
    {
        var watch = Stopwatch.StartNew();
        bool Over() => stop.IsCancellationRequested || watch.Elapsed > duration;
        return Task.WhenAll(
            Enumerable.Range(0, writers).Select(writer => Task.Run(() => WriteAsync(writer, Over), CancellationToken.None))
                .Append(Task.Run(() => ReadAsync(Over), CancellationToken.None)));
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
            for (var again = 0; again < 50 && key is not null && (outcome is null || random.Next(8) == 0); again++)
                outcome = await AttemptAsync(random, request);
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
            var result = await nodes[random.Next(nodes.Count)].AppendAsync(request, impatient.Token);
            attempt.Answered(result);
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
            await Task.Delay(20, CancellationToken.None);
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

    private async Task ReadAsync(Func<bool> over)
    {
        while (!over())
        {
            try
            {
                var invokedAt = Stopwatch.GetTimestamp();
                History.Observe(invokedAt, await ReadAllAsync(nodes[0]));
            }
            catch (Exception fault) when (fault is Npgsql.NpgsqlException or TimeoutException)
            {
                // The database is down; what was not read is not observed.
            }

            await Task.Delay(200, CancellationToken.None);
        }
    }

    public static async Task<List<StoredEvent>> ReadAllAsync(Ledger node)
    {
        var all = new List<StoredEvent>();
        await foreach (var stored in node.Reader.ReadAllAsync())
            all.Add(stored);
        return all;
    }
}
