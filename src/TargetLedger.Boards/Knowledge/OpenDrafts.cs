using TargetLedger.Domain.Reporting;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>The tables know which drafts are open; what they say stays in their streams.</summary>
internal static class OpenDrafts
{
    public static async Task<DraftList> ReadAsync(
        ReadSnapshot snapshot, string commitment, IReadOnlyList<string> units, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var query = new RowQuery(snapshot);
        var open = query.Add<DraftRow>(new() { Value = commitment }, new() { Value = units.ToArray() });
        await query.ExecuteAsync(cancellationToken);

        var history = await LedgerReader.ReadStreamsAsync(
            snapshot.Connection, [.. open.Select(d => d.Draft)], [.. open.Select(d => d.Version)], cancellationToken);
        var drafts = new OrderedDictionary<string, Aggregate>(StringComparer.Ordinal);
        foreach (var stored in history)
            drafts[stored.Stream] = Aggregate.Evolve(drafts.GetValueOrDefault(stored.Stream), stored, zone);
        return new(snapshot.Position, [.. drafts.Values.Select(d => (ReportDraft)d.State)]);
    }
}
