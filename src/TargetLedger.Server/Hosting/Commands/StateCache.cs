using TargetLedger.Boards;
using TargetLedger.Domain;
using TargetLedger.EventStore;

namespace TargetLedger.Server.Hosting;

/// <summary>
/// Folded streams by id, the least recently used forgotten first. A state is brought up to date by reading only what came
/// after it; a decision made on an old one is caught by the append's expected version.
/// </summary>
internal sealed class StateCache(LedgerReader reader, LedgerTime time, TimeProvider system, int capacity)
{
    private readonly Dictionary<string, LinkedListNode<Entry>> entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> recent = new();
    private readonly Lock gate = new();

    /// <summary>The state, or null where there is no such stream.</summary>
    /// <param name="maxAge">How long ago the state may have been looked at; zero reads what was recorded since.</param>
    public async Task<T?> ReadAsync<T>(string stream, Func<T?, Recorded, T> evolve, TimeSpan maxAge, CancellationToken cancellationToken)
        where T : class
    {
        var known = Find(stream);
        if (known is { IsOld: false } && maxAge > TimeSpan.Zero && system.GetElapsedTime(known.ReadAt) < maxAge)
            return (T)known.State;

        var readAt = system.GetTimestamp();
        var events = await reader.ReadStreamAsync(stream, known?.Version ?? 0, cancellationToken: cancellationToken);
        var state = events.Aggregate((T?)known?.State, (folded, e) => evolve(folded, RecordedEvent.Of(e, time.Zone)));
        if (state is not null)
            Keep(new(stream, state, events is [.., var last] ? last.Version : known!.Version, readAt));
        return state;
    }

    /// <summary>After an append to the stream: whoever comes next reads what was added.</summary>
    public void MarkOld(string stream)
    {
        lock (gate)
        {
            if (entries.TryGetValue(stream, out var node))
                node.Value = node.Value with { IsOld = true };
        }
    }

    private Entry? Find(string stream)
    {
        lock (gate)
        {
            if (!entries.TryGetValue(stream, out var node))
                return null;
            recent.Remove(node);
            recent.AddFirst(node);
            return node.Value;
        }
    }

    private void Keep(Entry entry)
    {
        lock (gate)
        {
            if (entries.Remove(entry.Stream, out var old))
            {
                recent.Remove(old);
                // Two readings at once may end in either order.
                if (old.Value.Version > entry.Version)
                    entry = old.Value;
            }

            entries[entry.Stream] = recent.AddFirst(entry);
            if (entries.Count > capacity && recent.Last is { } last)
            {
                entries.Remove(last.Value.Stream);
                recent.RemoveLast();
            }
        }
    }

    private sealed record Entry(string Stream, object State, long Version, long ReadAt, bool IsOld = false);
}
