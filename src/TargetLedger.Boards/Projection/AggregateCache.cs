using System.Diagnostics.CodeAnalysis;

namespace TargetLedger.Boards;

/// <summary>
/// The streams written to lately, folded. States are immutable and true of a version for ever, so one found at the wanted
/// version is right whichever build or transaction put it there.
/// </summary>
internal sealed class AggregateCache(int capacity)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Stream, Aggregate State)>> byStream = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Stream, Aggregate State)> byUse = [];

    public bool TryGet(string stream, long version, [NotNullWhen(true)] out Aggregate? state)
    {
        lock (gate)
        {
            state = byStream.TryGetValue(stream, out var found) && found.Value.State.Version == version ? found.Value.State : null;
            return state is not null;
        }
    }

    public void Put(string stream, Aggregate state)
    {
        lock (gate)
        {
            if (byStream.Remove(stream, out var old))
                byUse.Remove(old);
            byStream[stream] = byUse.AddLast((stream, state));
            if (byUse.Count > capacity)
            {
                byStream.Remove(byUse.First!.Value.Stream);
                byUse.RemoveFirst();
            }
        }
    }
}
