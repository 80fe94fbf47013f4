using System.Globalization;
using TargetLedger.Boards;
using TargetLedger.Documents.Comparing;
using TargetLedger.Documents.Confirming;
using TargetLedger.Domain;
using TargetLedger.Domain.Drafting;
using TargetLedger.Domain.Units;
using TargetLedger.EventStore;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>What keepers ask about drafts. An office has dozens of them, so that they are folded when they are asked for.</summary>
internal sealed class PlanDraftQueries(Ledger ledger, StateCache states, BoardQueries boards, LedgerTime time)
{
    private static readonly Dictionary<string, string> NoNames = [];
    private static readonly string[] Milestones = ["plan_drafted", "plan_draft_head_edited", "plan_draft_confirmed", "plan_draft_discarded"];

    /// <summary>Every draft, the newest first, without what was read.</summary>
    public async Task<PlanDraftList> ListAsync(CancellationToken cancellationToken)
    {
        var drafts = new Dictionary<string, (PlanDraft State, DateTimeOffset Made, string By, long Position)>(StringComparer.Ordinal);
        foreach (var stored in await ledger.Reader.ReadTypeEventsAsync(StreamIds.PlanDraftType, Milestones, cancellationToken))
        {
            var recorded = RecordedEvent.Of(stored, time.Zone);
            var before = drafts.GetValueOrDefault(stored.Stream);
            drafts[stored.Stream] = before.State is null
                ? (PlanDraft.Evolve(IdOf(stored.Stream), null, recorded), recorded.At.Utc, recorded.Actor, stored.Position)
                : before with { State = PlanDraft.Evolve(before.State.Id, before.State, recorded) };
        }

        return new([.. drafts.Values.OrderByDescending(d => d.Position).Select(d => new PlanDraftSummary(d.State.Id, d.State.Status, d.State.Plan, d.State.Document, d.State.Head, d.Made, d.By))]);
    }

    /// <exception cref="ProblemException">404.</exception>
    public async Task<PlanDraft> FindAsync(string draft, CancellationToken cancellationToken)
        => await new LedgerView(states, fresh: true).PlanDraftAsync(RouteNames.Id(draft), cancellationToken) ?? throw new ProblemException(ProblemKind.NotFound);

    /// <exception cref="ProblemException">404.</exception>
    public async Task<PlanDraftPage> PageAsync(string draft, CancellationToken cancellationToken)
    {
        var state = await FindAsync(draft, cancellationToken);
        return PlanDraftPage.Of(state, UnitResolution.Of(state, await RegisteredAsync(cancellationToken), NoNames, register: false));
    }

    /// <param name="plan">The code or the stream.</param>
    /// <param name="on">The day the list is looked at; today unless stated.</param>
    /// <exception cref="ProblemException">404 where no such plan is in force.</exception>
    public async Task<(ListInForce List, ListComparison Compared)> CompareAsync(PlanDraft draft, string plan, AsOf at, CancellationToken cancellationToken, DateOnly? on = null)
    {
        var list = await boards.ListAsync(plan, at, cancellationToken) ?? throw new ProblemException(ProblemKind.NotFound);
        draft = ForPeriodOf(list, draft);
        // Names nobody has registered are compared as names.
        var units = UnitResolution.Of(draft, await RegisteredAsync(cancellationToken), NoNames, register: true);
        return (list, ListComparison.Of(draft, units, list.Plan, list.Commitments, on ?? time.Now.Day));
    }

    /// <summary>Where a revised document does not say for what period it is, it is for the list's.</summary>
    public static PlanDraft ForPeriodOf(ListInForce list, PlanDraft draft)
        => draft with { Head = draft.Head with { Period = draft.Head.Period ?? list.Plan.Period } };

    /// <summary>As recorded this moment: boards may be a moment behind, and a unit must not be registered twice.</summary>
    public async Task<RegisteredUnits> RegisteredAsync(CancellationToken cancellationToken)
    {
        var (units, groups) = (new Dictionary<string, Unit>(StringComparer.Ordinal), new Dictionary<string, UnitGroup>(StringComparer.Ordinal));
        await foreach (var stored in ledger.Reader.ReadTypesAsync([StreamIds.UnitType, StreamIds.GroupType], [], long.MaxValue, cancellationToken))
        {
            var recorded = RecordedEvent.Of(stored, time.Zone);
            if (stored.StreamType == StreamIds.UnitType)
                units[stored.Stream] = Unit.Evolve(units.GetValueOrDefault(stored.Stream), recorded);
            else
                groups[stored.Stream] = UnitGroup.Evolve(groups.GetValueOrDefault(stored.Stream), recorded);
        }

        return new([.. units.Values.OrderBy(u => u.Code, StringComparer.Ordinal)], [.. groups.Values.OrderBy(g => g.Code, StringComparer.Ordinal)]);
    }

    private static Guid IdOf(string stream) => Guid.Parse(stream.AsSpan(StreamIds.PlanDraftType.Length + 1), CultureInfo.InvariantCulture);
}

/// <summary>Every draft, the newest first.</summary>
public sealed record PlanDraftList(IReadOnlyList<PlanDraftSummary> Drafts);

/// <param name="Plan">The stream of the plan it became.</param>
/// <param name="By">The account that sent the document.</param>
public sealed record PlanDraftSummary(
    Guid Id, PlanDraftStatus Status, string? Plan, DraftedDocument Document, DraftedHead Head, DateTimeOffset Made, string By);
