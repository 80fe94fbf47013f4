using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace TargetLedger.EventStore;

internal static class ReadAhead
{
    /// <summary>Makes the next item while the current one is worked on, on a thread of its own.</summary>
    public static async IAsyncEnumerable<T> ReadingAheadAsync<T>(
        this IAsyncEnumerable<T> items,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var made = Channel.CreateBounded<T>(new BoundedChannelOptions(1) { SingleReader = true, SingleWriter = true });
        var making = Task.Run(() => MakeAsync(items, made.Writer, stopping.Token), CancellationToken.None);
        try
        {
            await foreach (var item in made.Reader.ReadAllAsync(cancellationToken))
                yield return item;
        }
        finally
        {
            await stopping.CancelAsync();
            await making;
        }
    }

    private static async Task MakeAsync<T>(IAsyncEnumerable<T> items, ChannelWriter<T> made, CancellationToken cancellationToken)
    {
        Exception? end = null;
        try
        {
            await foreach (var item in items.WithCancellation(cancellationToken))
                await made.WriteAsync(item, cancellationToken);
        }
        catch (Exception fault)
        {
            // Thrown where the items are read, behind those that were made before it.
            end = fault;
        }

        made.Complete(end);
    }
}
