using NpgsqlTypes;
using TargetLedger.Domain;
using TargetLedger.Domain.Reporting;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>The tables know which drafts are open, and were at a position; what they say stays in their streams.</summary>
internal static class OpenDrafts
{
    /// <summary>Oldest first, as they were at the position or, where the tables have not come so far, as the tables stand.</summary>
    /// <param name="commitment">Null for every commitment.</param>
    public static async Task<IReadOnlyList<ReportDraft>> ReadAsync(
        ReadSnapshot snapshot, string? commitment, IReadOnlyList<string> units, long position, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var query = new RowQuery(snapshot);
        var open = query.Add<DraftRow>(
            new() { Value = (object?)commitment ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text }, new() { Value = units.ToArray() }, new() { Value = position });
        await query.ExecuteAsync(cancellationToken);

        var history = await LedgerReader.ReadStreamsAsync(
            snapshot.Connection, [.. open.Select(d => d.Draft)], [.. open.Select(d => d.Version)], cancellationToken);
        return [.. Fold([], history.Where(e => e.Position <= position), zone).Values.Where(d => d.Status == DraftStatus.Open)];
    }

    /// <summary>From where the tables stand to a later position.</summary>
    public static async Task<IReadOnlyList<ReportDraft>> GoOnAsync(
        LedgerReader ledger,
        IReadOnlyList<ReportDraft> known,
        IReadOnlyList<string> units,
        long reached,
        long position,
        TimeZoneInfo zone,
        CancellationToken cancellationToken)
    {
        var drafts = new OrderedDictionary<string, ReportDraft>(StringComparer.Ordinal);
        foreach (var draft in known)
            drafts[StreamIds.Draft(draft.Id)] = draft;
        var later = await ledger.ReadAllAsync(reached, position, cancellationToken)
            .Where(e => e.StreamType == StreamIds.DraftType && (e.Version == 1 || drafts.ContainsKey(e.Stream)))
            .ToListAsync(cancellationToken);
        foreach (var begun in later.Where(e => e.Version == 1))
            drafts.TryAdd(begun.Stream, null!);
        return [.. Fold(drafts, later, zone).Values.Where(d => d.Status == DraftStatus.Open && units.Contains(d.Unit, StringComparer.Ordinal))];
    }

    private static OrderedDictionary<string, ReportDraft> Fold(OrderedDictionary<string, ReportDraft> drafts, IEnumerable<StoredEvent> events, TimeZoneInfo zone)
    {
        foreach (var stored in events)
        {
            var before = drafts.GetValueOrDefault(stored.Stream);
            var id = Guid.ParseExact(stored.Stream.AsSpan(StreamIds.DraftType.Length + 1), "D");
            drafts[stored.Stream] = ReportDraft.Evolve(id, before, RecordedEvent.Of(stored, zone));
        }

        return drafts;
    }
}
