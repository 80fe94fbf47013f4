using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Units;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>
/// What was known at a position: the events up to it, folded by the folds the tables are made with. Where only some
/// commitments are asked for, no other's stream is read.
/// </summary>
internal static class KnowledgeAsOf
{
    // What every answer needs and what stays small however many reports there are.
    private static readonly string[] AlwaysKnown = [StreamIds.PlanType, StreamIds.UnitType, StreamIds.GroupType, StreamIds.RulesType, StreamIds.ScheduleType];

    public static async Task<Knowledge> ReadAsync(
        LedgerReader ledger, TimeZoneInfo zone, long position, KnowledgeScope scope, CancellationToken cancellationToken)
    {
        var states = new Dictionary<string, Aggregate>(StringComparer.Ordinal);
        await foreach (var stored in Read(ledger, position, scope).WithCancellation(cancellationToken))
        {
            // The types no board knows; every report has been one of the first.
            if (stored.StreamType is not (StreamIds.DraftType or StreamIds.PlanDraftType or StreamIds.SampleType) && !StreamIds.IsBesideBoards(stored.StreamType))
                states[stored.Stream] = Aggregate.Evolve(states.GetValueOrDefault(stored.Stream), stored, zone);
        }

        var known = states.Values.Select(s => s.State).ToList();
        return Knowledge.Of(
            position,
            known.OfType<Plan>(),
            known.OfType<Unit>(),
            known.OfType<UnitGroup>(),
            known.OfType<RulesBook>().SingleOrDefault() ?? RulesBook.Empty,
            known.OfType<ReportingSchedule>().SingleOrDefault() ?? ReportingSchedule.Empty,
            known.OfType<Commitment>());
    }

    private static IAsyncEnumerable<StoredEvent> Read(LedgerReader ledger, long position, KnowledgeScope scope)
        => scope.Commitments is { } commitments
            ? ledger.ReadTypesAsync(AlwaysKnown, [.. commitments.Where(IsCommitment).Distinct(StringComparer.Ordinal)], position)
            : ledger.ReadAllAsync(0, position);

    private static bool IsCommitment(string stream) => stream.StartsWith($"{StreamIds.CommitmentType}-", StringComparison.Ordinal);
}
