using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Drafting;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Supervision;
using TargetLedger.Domain.Units;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>The state of one stream after one of its events.</summary>
/// <param name="State">What the domain folds streams of its type into.</param>
internal sealed record Aggregate(object State, long Version)
{
    /// <param name="before">Null for the stream's first event.</param>
    public static Aggregate Evolve(Aggregate? before, StoredEvent stored, TimeZoneInfo zone) => Evolve(before, stored, RecordedEvent.Of(stored, zone));

    /// <param name="recorded">The event as folds see it, where the caller looks at it too.</param>
    public static Aggregate Evolve(Aggregate? before, StoredEvent stored, Recorded recorded)
    {
        if (stored.Version != (before?.Version ?? 0) + 1)
            throw new InvalidOperationException($"Event {stored.Position} is version {stored.Version} of {stored.Stream}, which was read to {before?.Version ?? 0}.");

        return new(Evolve(before?.State, stored, recorded), stored.Version);
    }

    private static object Evolve(object? state, StoredEvent stored, Recorded recorded) => stored.StreamType switch
    {
        StreamIds.CommitmentType => Commitment.Evolve(stored.Stream, (Commitment?)state, recorded),
        StreamIds.PlanType => Plan.Evolve(stored.Stream, (Plan?)state, recorded),
        StreamIds.UnitType => Unit.Evolve((Unit?)state, recorded),
        StreamIds.GroupType => UnitGroup.Evolve((UnitGroup?)state, recorded),
        StreamIds.RulesType => RulesBook.Evolve((RulesBook?)state ?? RulesBook.Empty, recorded),
        StreamIds.ScheduleType => ReportingSchedule.Evolve((ReportingSchedule?)state ?? ReportingSchedule.Empty, recorded),
        StreamIds.SampleType => Sample.Evolve(IdOf(stored.Stream, StreamIds.SampleType), (Sample?)state, recorded),
        StreamIds.DraftType => ReportDraft.Evolve(IdOf(stored.Stream, StreamIds.DraftType), (ReportDraft?)state, recorded),
        StreamIds.PlanDraftType => PlanDraft.Evolve(IdOf(stored.Stream, StreamIds.PlanDraftType), (PlanDraft?)state, recorded),
        _ when StreamIds.IsBesideBoards(stored.StreamType) => BesideBoards.State,
        _ => throw new InvalidOperationException($"流类型未知，请升级本节点：{stored.StreamType} / unknown stream type, upgrade this node: {stored.StreamType}"),
    };

    private static Guid IdOf(string stream, string type) => Guid.ParseExact(stream.AsSpan(type.Length + 1), "D");
}

/// <summary>What stands for a stream no board is made of: its events are known and leave no row.</summary>
internal sealed record BesideBoards
{
    public static BesideBoards State { get; } = new();
}
