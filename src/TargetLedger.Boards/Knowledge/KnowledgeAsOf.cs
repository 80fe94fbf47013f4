using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Units;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>What was known at a position: every event up to it, folded by the folds the tables are made with.</summary>
internal static class KnowledgeAsOf
{
    public static async Task<Knowledge> ReadAsync(
        LedgerReader ledger, TimeZoneInfo zone, long position, KnowledgeScope scope, CancellationToken cancellationToken)
    {
        var states = new Dictionary<string, Aggregate>(StringComparer.Ordinal);
        await foreach (var stored in ledger.ReadAllAsync(0, position, cancellationToken))
        {
            if (Matters(stored, scope))
                states[stored.Stream] = Aggregate.Evolve(states.GetValueOrDefault(stored.Stream), stored, zone);
        }

        var known = states.Values.Select(s => s.State).ToList();
        return Knowledge.Of(
            position,
            known.OfType<Plan>(),
            known.OfType<Unit>(),
            known.OfType<UnitGroup>(),
            known.OfType<RulesBook>().SingleOrDefault() ?? RulesBook.Empty,
            known.OfType<Commitment>());
    }

    private static bool Matters(StoredEvent stored, KnowledgeScope scope) => stored.StreamType switch
    {
        StreamIds.DraftType => false,
        StreamIds.CommitmentType => scope.Commitments?.Contains(stored.Stream, StringComparer.Ordinal) ?? true,
        _ => true,
    };
}
