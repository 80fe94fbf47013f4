using System.Collections.Immutable;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>What the events of a batch make of one stream.</summary>
/// <param name="before">Null for a stream that begins in the batch.</param>
internal sealed class StreamChange(Aggregate? before)
{
    private readonly HashSet<int> reports = [];

    public Aggregate? Before { get; } = before;

    public Aggregate? After { get; private set; } = before;

    /// <summary>
    /// Places in the commitment's list of reports outside of which nothing changed; null where that is not known. A stream may
    /// hold thousands of reports, and an event is about one.
    /// </summary>
    public IReadOnlySet<int>? Reports { get; private set; } = ImmutableHashSet<int>.Empty;

    public void Evolve(StoredEvent stored, TimeZoneInfo zone)
    {
        var recorded = RecordedEvent.Of(stored, zone);
        var after = Aggregate.Evolve(After, stored, recorded);
        if (after.State is Commitment commitment && Reports is not null && !ReferenceEquals(commitment.Reports, (After?.State as Commitment)?.Reports))
            Note(recorded.Event, commitment);
        After = after;
    }

    private void Note(object recorded, Commitment commitment)
    {
        if (CountedElsewhere.ReportOf(recorded) is { } report)
        {
            reports.Add(commitment.Reports.FindLastIndex(r => r.Id == report));
            Reports = reports;
        }
        else
        {
            Reports = null;
        }
    }
}
