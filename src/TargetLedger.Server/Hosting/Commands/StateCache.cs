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
        if (known is not null && maxAge > TimeSpan.Zero && system.GetElapsedTime(known.ReadAt) < maxAge)
            return (T?)known.State;

        var readAt = system.GetTimestamp();
        var version = known?.Version ?? 0;
        var state = await reader.FoldStreamAsync(
            stream,
            (T?)known?.State,
            (folded, e) =>
            {
                version = e.Version;
                return evolve(folded, RecordedEvent.Of(e, time.Zone));
            },
            version,
            cancellationToken: cancellationToken);
        // That there is no such stream is known as well: a ledger without rules of its own is asked for them by every request.
        Keep(new(stream, state, version, readAt, (folded, e) => evolve((T?)folded, e)));
        return state;
    }

    /// <summary>Several streams in one reading at most; those that there are.</summary>
    public async Task<IReadOnlyDictionary<string, T>> ReadManyAsync<T>(
        IReadOnlyList<string> streams, Func<string, T?, Recorded, T> evolve, TimeSpan maxAge, CancellationToken cancellationToken)
        where T : class
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var stream in streams)
        {
            if (Find(stream) is not { } known || maxAge <= TimeSpan.Zero || system.GetElapsedTime(known.ReadAt) >= maxAge)
                missing.Add(stream);
            else if (known.State is T state)
                found[stream] = state;
        }

        if (missing.Count == 0)
            return found;

        var readAt = system.GetTimestamp();
        var versions = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var stored in await reader.ReadStreamsAsync([.. missing], [.. missing.Select(_ => long.MaxValue)], cancellationToken))
        {
            found[stored.Stream] = evolve(stored.Stream, found.GetValueOrDefault(stored.Stream), RecordedEvent.Of(stored, time.Zone));
            versions[stored.Stream] = stored.Version;
        }

        foreach (var (stream, version) in versions)
            Keep(new(stream, found[stream], version, readAt, (folded, e) => evolve(stream, (T?)folded, e)));
        return found;
    }

    /// <summary>
    /// After an append: the states it was decided on go on by what was recorded, as if it had been read. One that stands
    /// elsewhere is brought up to date by whoever reads it next.
    /// </summary>
    public void Advance(AppendRequest request, AppendResult.Appended appended)
    {
        var position = appended.FirstPosition;
        foreach (var (stream, version) in request.Streams.Zip(appended.Versions))
        {
            var before = version - stream.Events.Count;
            var known = Find(stream.Stream);
            if (known is not null && known.Version == before)
                Keep(known with { State = Fold(known, stream, before, position, request.Actor.Account, appended), Version = version });
            position += stream.Events.Count;
        }
    }

    private object? Fold(Entry known, StreamAppend stream, long version, long position, string actor, AppendResult.Appended appended)
    {
        var state = known.State;
        foreach (var e in stream.Events)
        {
            // A batch's timestamps follow on each other by a microsecond.
            var at = Moment.Of(appended.Timestamp.AddMicroseconds(position - appended.LastPosition), time.Zone);
            // Read from the stored form, so that this fold and one of the events read later are equal.
            state = known.Evolve(state, new(EventCatalog.Read(e.Type, e.Data.Span), position++, ++version, at, actor));
        }

        return state;
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

    private sealed record Entry(string Stream, object? State, long Version, long ReadAt, Func<object?, Recorded, object> Evolve);
}
