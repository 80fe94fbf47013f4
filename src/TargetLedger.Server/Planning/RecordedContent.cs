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
    private readonly Dictionary<decimal, Dictionary<string, byte[]>> contents = [];

    /// <param name="first">The first event of a stream.</param>
    public bool IsSame(StoredEvent first)
    {
        var tolerance = EventCatalog.Read(first.Type, first.Data.Span) is CommitmentMade { Target.TolerancePercent: { } frozen } ? frozen : rules.ApproxTolerancePercent;
        return Under(tolerance).TryGetValue(first.Stream, out var content)
               && content.AsSpan().SequenceEqual(CanonicalJson.Canonicalize(first.Data));
    }

    private Dictionary<string, byte[]> Under(decimal tolerance)
    {
        if (!contents.TryGetValue(tolerance, out var content))
        {
            content = PlanImport.Of(file, None, None, rules with { ApproxTolerancePercent = tolerance }).Streams
                .ToDictionary(s => s.Stream, s => CanonicalJson.Canonicalize(EventCatalog.Write(s.Events[0])), StringComparer.Ordinal);
            contents.Add(tolerance, content);
        }

        return content;
    }
}
