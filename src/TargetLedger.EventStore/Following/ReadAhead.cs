using System.Runtime.CompilerServices;

namespace TargetLedger.EventStore;

internal static class ReadAhead
{
    /// <summary>Fetches the next item while the current one is worked on.</summary>
    public static async IAsyncEnumerable<T> ReadingAheadAsync<T>(
        this IAsyncEnumerable<T> items,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var source = items.GetAsyncEnumerator(cancellationToken);
        var next = source.MoveNextAsync().AsTask();
        try
        {
            while (await next)
            {
                var item = source.Current;
                next = source.MoveNextAsync().AsTask();
                yield return item;
            }
        }
        finally
        {
            // An enumerator may not be disposed of while it moves.
            await next.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }
}
