using TargetLedger.Documents.PlanFiles;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.EventStore;

namespace TargetLedger.Server.Planning;

/// <summary>
/// Whether what is recorded is what a file says. The rules' tolerance is frozen on a target on the day of its import, so a
/// file is held against what it would have meant under the tolerance recorded then.
/// </summary>
internal sealed class RecordedContent(PlanFile file, Rules rules)
{
    private static readonly HashSet<string> None = new(StringComparer.Ordinal);
    private readonly Dictionary<decimal, Dictionary<(string Stream, long Version), byte[]>> contents = [];

    /// <param name="stored">One of the events that an import of the file would have recorded.</param>
    public bool IsSame(StoredEvent stored)
    {
        var tolerance = EventCatalog.Read(stored.Type, stored.Data.Span) is CommitmentMade { Target.TolerancePercent: { } frozen } ? frozen : rules.ApproxTolerancePercent;
        return Under(tolerance).TryGetValue((stored.Stream, stored.Version), out var content)
               && content.AsSpan().SequenceEqual(CanonicalJson.Canonicalize(stored.Data));
    }

    private Dictionary<(string Stream, long Version), byte[]> Under(decimal tolerance)
    {
        if (!contents.TryGetValue(tolerance, out var content))
        {
            content = PlanImport.Of(file, None, None, rules with { ApproxTolerancePercent = tolerance }).Streams
                .SelectMany(s => s.Events.Select((e, i) => (Key: (s.Stream, s.Version + i + 1), Content: CanonicalJson.Canonicalize(EventCatalog.Write(e)))))
                .ToDictionary(c => c.Key, c => c.Content);
            contents.Add(tolerance, content);
        }

        return content;
    }
}
