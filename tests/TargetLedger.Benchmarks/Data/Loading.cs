using TargetLedger.EventStore;

namespace TargetLedger.Benchmarks;

/// <summary>Records many events as an import does: in requests as large as the ledger takes, several under way at once.</summary>
internal static class Loading
{
    private const int RequestsUnderWay = 8;

    public static async Task AppendAsync(Ledger ledger, IEnumerable<(string Stream, object Event)> events, CancellationToken cancellationToken)
    {
        var underWay = new Queue<Task<AppendResult>>();
        foreach (var part in events.Chunk(AppendRequest.MaxEvents))
        {
            if (underWay.Count == RequestsUnderWay)
                await EndAsync(underWay.Dequeue());
            // Requests are recorded in the order they are given to the ledger; what takes time here is done beside it.
            underWay.Enqueue(ledger.AppendAsync(RequestOf(part), cancellationToken));
        }

        while (underWay.TryDequeue(out var request))
            await EndAsync(request);
    }

    private static AppendRequest RequestOf((string Stream, object Event)[] part) => new(
        [
            .. part.GroupBy(e => e.Stream, StringComparer.Ordinal).Select(s => new StreamAppend(
                s.Key,
                s.Key[..s.Key.IndexOf('-', StringComparison.Ordinal)],
                ExpectedVersion.Any,
                [.. s.Select(e => SampleEvents.Of(e.Event))])),
        ],
        new(SampleEvents.Account));

    private static async Task EndAsync(Task<AppendResult> request)
    {
        if (await request is not AppendResult.Appended)
            throw new InvalidOperationException("Nobody else writes to these streams.");
    }
}
