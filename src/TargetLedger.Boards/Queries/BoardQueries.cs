using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Reporting;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>
/// The questions people ask of the ledger. Every answer says of which position it is true and is the same for ever for the
/// same position and day, whether read from the boards' tables or replayed from the events. Where no day is given it is the
/// business day of the knowledge: today, or the day of the position or moment asked for.
/// </summary>
/// <exception cref="ProjectionNotReadyException">The boards are still being built.</exception>
/// <exception cref="MomentNotReachedException">The moment asked for is still to come.</exception>
/// <exception cref="PositionNotReachedException">The position asked for is still to come.</exception>
/// <exception cref="InvalidCursorException">The cursor is not of this listing.</exception>
public sealed class BoardQueries
{
    private readonly LedgerReader ledger;
    private readonly BoardsProjection boards;
    private readonly KnowledgeSource source;
    private readonly LightBoards counted;

    public BoardQueries(LedgerReader ledger, ProjectionReader projections, BoardsProjection boards, LightsProjection lights)
    {
        (this.ledger, this.boards) = (ledger, boards);
        source = new(ledger, projections, boards);
        counted = new(ledger, projections, lights);
        Matters = new(counted);
    }

    /// <summary>What is kept of past knowledge is kept for all questions.</summary>
    internal KnowledgeSource Source => source;

    /// <summary>Lists that are counted and not read.</summary>
    internal MatterBoards Matters { get; }

    /// <summary>Finds out now what lists of a day are counted from, as far as it is not known yet.</summary>
    public Task PrepareListsAsync(DateOnly on, CancellationToken cancellationToken = default) => counted.MattersAsync(new AsOf.Now(on), on, cancellationToken);

    /// <summary>What is not a commitment.</summary>
    internal async Task<Knowledge> FrameAsync(AsOf at, CancellationToken cancellationToken)
        => await counted.FrameAsync(at, cancellationToken) ?? await source.ReadAsync(at, KnowledgeScope.NoCommitments, cancellationToken);

    /// <inheritdoc cref="LightBoards.EachAsync"/>
    internal Task<bool> EachAsync(string? plan, string? section, Action<Knowledge> add, CancellationToken cancellationToken)
        => counted.EachAsync(plan, section, add, cancellationToken);

    /// <summary>Everything some units may have to do with.</summary>
    internal async Task<Knowledge> OfUnitsAsync(IReadOnlyList<string> units, AsOf at, CancellationToken cancellationToken)
    {
        if (await counted.OfUnitsAsync(units, at, cancellationToken) is not var (view, knowledge))
            return await source.ReadAsync(at, new(Units: units), cancellationToken);
        // What hangs on it is asked for as of the same position.
        counted.Keep(view, null);
        return knowledge;
    }

    public async Task<Page<ComplianceBoard>> ComplianceAsync(
        BoardFilter filter, AsOf at, DateOnly? on, PageRequest page, CancellationToken cancellationToken = default)
    {
        object listing = new { list = "compliance", filter };
        var place = await PlaceAsync(at, on, page, listing, cancellationToken);
        if (await counted.ComplianceAsync(filter, place.At, place.On, place.Offset, page.Limit, cancellationToken) is { } known)
            return new(known.Board, CursorOf(known.Board.Position, place.On, known.Next, listing));

        var scope = KnowledgeScope.Of(filter);
        var knowledge = await source.ReadAsync(place.At, scope, cancellationToken);
        var (board, next) = ComplianceBoard.Of(knowledge, filter, place.On, place.Offset, page.Limit);
        return new(board, CursorOf(knowledge, scope, place.On, next, listing));
    }

    /// <summary>台账: the list itself, without judging it.</summary>
    public async Task<Page<ResponsibilityList>> ListAsync(
        BoardFilter filter, AsOf at, DateOnly? on, PageRequest page, CancellationToken cancellationToken = default)
    {
        object listing = new { list = "responsibilities", filter };
        var place = await PlaceAsync(at, on, page, listing, cancellationToken);
        if (await counted.ListAsync(filter, place.At, place.On, place.Offset, page.Limit, cancellationToken) is { } known)
            return new(known.List, CursorOf(known.List.Position, place.On, known.Next, listing));

        var scope = KnowledgeScope.Of(filter);
        var knowledge = await source.ReadAsync(place.At, scope, cancellationToken);
        var (list, next) = ResponsibilityList.Of(knowledge, filter, place.On, place.Offset, page.Limit);
        return new(list, CursorOf(knowledge, scope, place.On, next, listing));
    }

    /// <summary>填报表: what a unit owes for the periods that end in a month, to be filled in.</summary>
    /// <param name="unit">The code.</param>
    /// <param name="month">Any day of it.</param>
    /// <returns>Null when no such unit is known.</returns>
    public async Task<ReportingForm?> FormAsync(string unit, DateOnly month, AsOf at, DateOnly? on, CancellationToken cancellationToken = default)
    {
        var day = on ?? await source.DayOfAsync(at, cancellationToken);
        return ReportingForm.Of(await OfUnitsAsync([unit], at, cancellationToken), unit, month, day);
    }

    /// <summary>When a position was recorded; null before the first.</summary>
    public Task<DateTimeOffset?> MomentOfAsync(long position, CancellationToken cancellationToken = default)
        => source.MomentOfAsync(position, cancellationToken);

    /// <summary>A board under rules nobody has adopted, beside what is in force.</summary>
    /// <returns>A page of it, or what is wrong with the rules.</returns>
    public async Task<(Page<WhatIfBoard>? Page, IReadOnlyList<Fault> Faults)> WhatIfAsync(
        BoardFilter filter, WhatIfWish wish, AsOf at, DateOnly? on, PageRequest page, CancellationToken cancellationToken = default)
    {
        object listing = new { list = "what-if", filter, wish };
        var place = await PlaceAsync(at, on, page, listing, cancellationToken);
        if (await counted.WhatIfAsync(filter, wish, place.At, place.On, place.Offset, page.Limit, cancellationToken) is var (known, following, wrong))
            return known is null ? (null, wrong) : (new(known, CursorOf(known.Position, place.On, following, listing)), wrong);

        var scope = KnowledgeScope.Of(filter);
        var knowledge = await source.ReadAsync(place.At, scope, cancellationToken);
        if (Candidate.Of(knowledge, wish, place.On, out var faults) is not { } candidate)
            return (null, faults);
        var (board, next) = WhatIfBoard.Of(knowledge, filter, candidate, place.On, place.Offset, page.Limit);
        return (new(board, CursorOf(knowledge, scope, place.On, next, listing)), faults);
    }

    /// <param name="commitment">The stream.</param>
    /// <returns>No answer and no fault when no such commitment is known.</returns>
    public async Task<(WhatIfCommitment? Answer, IReadOnlyList<Fault> Faults)> WhatIfAsync(
        string commitment, WhatIfWish wish, AsOf at, DateOnly? on, CancellationToken cancellationToken = default)
    {
        var day = on ?? await source.DayOfAsync(at, cancellationToken);
        var knowledge = await source.ReadAsync(at, KnowledgeScope.OfCommitment(commitment), cancellationToken);
        if (knowledge.Commitments is not [var known])
            return (null, []);
        return Candidate.Of(knowledge, wish with { ForPlan = known.Plan }, day, out var faults) is { } candidate
            ? (WhatIfCommitment.Of(knowledge, known, candidate, day), faults)
            : (null, faults);
    }

    /// <summary>Why a commitment shows its light: the rule, its version, the figures, and where these are recorded.</summary>
    /// <inheritdoc cref="CommitmentAsync"/>
    public async Task<LightExplanation?> ExplainAsync(string commitment, AsOf at, DateOnly? on, CancellationToken cancellationToken = default)
    {
        var day = on ?? await source.DayOfAsync(at, cancellationToken);
        var knowledge = await source.ReadAsync(at, KnowledgeScope.OfCommitment(commitment), cancellationToken);
        return knowledge.Commitments is [var known] ? LightExplanation.Of(knowledge, known, day) : null;
    }

    /// <inheritdoc cref="CommitmentAsync"/>
    public async Task<CommitmentForecast?> ForecastAsync(string commitment, AsOf at, DateOnly? on, CancellationToken cancellationToken = default)
    {
        var day = on ?? await source.DayOfAsync(at, cancellationToken);
        var knowledge = await source.ReadAsync(at, KnowledgeScope.OfCommitment(commitment), cancellationToken);
        return knowledge.Commitments is [var known] ? CommitmentForecast.Of(knowledge, known, day) : null;
    }

    /// <param name="about">Its light is not looked at: what waits, waits whichever it shows.</param>
    /// <param name="kind">Null for all kinds.</param>
    public async Task<Page<SupervisionQueue>> QueueAsync(
        BoardFilter about, QueueKind? kind, AsOf at, DateOnly? on, PageRequest page, CancellationToken cancellationToken = default)
    {
        object listing = new { list = "queue", about, kind };
        var place = await PlaceAsync(at, on, page, listing, cancellationToken);
        if (await Matters.QueueAsync(about, kind, place.At, place.On, place.Offset, page.Limit, cancellationToken) is var (found, following))
            return new(found, CursorOf(found.Position, place.On, following, listing));

        var scope = KnowledgeScope.Of(about);
        var knowledge = await source.ReadAsync(place.At, scope, cancellationToken);
        var (queue, next) = SupervisionQueue.Of(knowledge, about, kind, place.On, place.Offset, page.Limit);
        return new(queue, CursorOf(knowledge, scope, place.On, next, listing));
    }

    public async Task<Page<DivisionList>> DivisionsAsync(
        DivisionFilter filter, AsOf at, DateOnly? on, PageRequest page, CancellationToken cancellationToken = default)
    {
        object listing = new { list = "divisions", filter };
        var place = await PlaceAsync(at, on, page, listing, cancellationToken);
        if (await Matters.DivisionsAsync(filter, place.At, place.On, place.Offset, page.Limit, cancellationToken) is var (found, following))
            return new(found, CursorOf(found.Position, place.On, following, listing));

        var scope = new KnowledgeScope(filter.Plan, Group: filter.Group);
        var knowledge = await source.ReadAsync(place.At, scope, cancellationToken);
        var known = filter.Plan is { } plan ? knowledge with { Commitments = [.. knowledge.Commitments.Where(c => plan == c.Plan || plan == knowledge.PlanOf(c).Code)] } : knowledge;
        var (list, next) = DivisionList.Of(known, filter, place.On, place.Offset, page.Limit);
        return new(list, CursorOf(knowledge, scope, place.On, next, listing));
    }

    /// <param name="unit">The code.</param>
    /// <returns>Null when no such unit is known.</returns>
    public async Task<UnitPage?> UnitAsync(string unit, AsOf at, DateOnly? on, CancellationToken cancellationToken = default)
    {
        var day = on ?? await source.DayOfAsync(at, cancellationToken);
        if (await counted.UnitAsync(unit, at, day, cancellationToken) is (var known, true))
            return known;

        var knowledge = await source.ReadAsync(at, new(Units: [unit]), cancellationToken);
        return UnitPage.Of(knowledge, unit, day);
    }

    /// <param name="commitment">The stream; see <see cref="CommitmentReference"/>.</param>
    /// <returns>Null when no such commitment is known, or its plan is not in force.</returns>
    public async Task<CommitmentPage?> CommitmentAsync(
        string commitment, AsOf at, DateOnly? on, CancellationToken cancellationToken = default)
    {
        var day = on ?? await source.DayOfAsync(at, cancellationToken);
        var knowledge = await source.ReadAsync(at, KnowledgeScope.OfCommitment(commitment), cancellationToken);
        if (knowledge.Commitments.Count == 0)
            return null;

        var whole = await ledger.FoldStreamAsync<Commitment>(
            commitment,
            null,
            (state, e) => Commitment.Evolve(commitment, state, RecordedEvent.Of(e, boards.Zone)),
            throughPosition: knowledge.Position,
            cancellationToken: cancellationToken);
        return CommitmentPage.Of(knowledge, whole!, day);
    }

    /// <summary>A figure of a commitment's row down to its reports, in numbers alone.</summary>
    /// <param name="member">A unit's code: that member's figure; null for the commitment's.</param>
    /// <inheritdoc cref="CommitmentAsync"/>
    public async Task<FigureExplanation?> ExplainFigureAsync(
        string commitment, RowFigure figure, string? member, AsOf at, DateOnly? on, CancellationToken cancellationToken = default)
    {
        var day = on ?? await source.DayOfAsync(at, cancellationToken);
        var knowledge = await source.ReadAsync(at, KnowledgeScope.OfCommitment(commitment), cancellationToken);
        return knowledge.Commitments is [var known] ? FigureExplanation.Of(knowledge, known, figure, member, day) : null;
    }

    /// <inheritdoc cref="CommitmentAsync"/>
    public async Task<Page<CommitmentHistory>?> HistoryAsync(
        string commitment, AsOf at, PageRequest page, CancellationToken cancellationToken = default)
    {
        object listing = new { list = "history", commitment };
        var place = await PlaceAsync(at, DateOnly.MinValue, page, listing, cancellationToken);
        var scope = KnowledgeScope.OfCommitment(commitment);
        var knowledge = await source.ReadAsync(place.At, scope, cancellationToken);
        if (knowledge.Commitments.Count == 0)
            return null;

        var last = knowledge.Commitments[0].Version;
        var through = Math.Min(last, (long)place.Offset + page.Limit);
        var events = await ledger.ReadStreamAsync(commitment, place.Offset, through, cancellationToken: cancellationToken);
        return new(
            new(commitment, knowledge.Position, [.. events.Select(HistoryEvent.Of)]),
            CursorOf(knowledge, scope, place.On, through < last ? (int)through : null, listing));
    }

    public async Task<PlanList> PlansAsync(AsOf at, CancellationToken cancellationToken = default)
        => PlanList.Of(await source.ReadAsync(at, KnowledgeScope.NoCommitments, cancellationToken));

    /// <param name="plan">The code or the stream.</param>
    /// <returns>Null when no such plan is in force.</returns>
    public async Task<PlanPage?> PlanAsync(string plan, AsOf at, CancellationToken cancellationToken = default)
    {
        var knowledge = await source.ReadAsync(at, new(Plan: plan), cancellationToken);
        if (knowledge.Plans.Values.FirstOrDefault(p => p.Id == plan || p.Code == plan) is not { } known)
            return null;

        var whole = await PlanDocumentsAsync([known.Id], knowledge.Position, cancellationToken);
        return PlanPage.Of(knowledge, whole[0]);
    }

    /// <summary>Plans with their words, which boards do not keep, as known at a position and in the order they are named; what is not known by then is left out.</summary>
    /// <param name="plans">The streams.</param>
    public async Task<IReadOnlyList<Plan>> PlanDocumentsAsync(IReadOnlyList<string> plans, long position, CancellationToken cancellationToken = default)
    {
        var history = await ledger.ReadStreamsAsync([.. plans], [.. plans.Select(_ => long.MaxValue)], cancellationToken);
        var known = history.Where(e => e.Position <= position)
            .GroupBy(e => e.Stream, StringComparer.Ordinal)
            .ToDictionary(s => s.Key, s => s.Aggregate((Plan?)null, (state, e) => Plan.Evolve(s.Key, state, RecordedEvent.Of(e, boards.Zone))), StringComparer.Ordinal);
        return [.. plans.Select(known.GetValueOrDefault).OfType<Plan>()];
    }

    /// <summary>A list with its commitments as boards know them: a document can be held against it.</summary>
    /// <inheritdoc cref="PlanAsync"/>
    public async Task<ListInForce?> ListAsync(string plan, AsOf at, CancellationToken cancellationToken = default)
    {
        var knowledge = await source.ReadAsync(at, new(Plan: plan), cancellationToken);
        return knowledge.Plans.Values.FirstOrDefault(p => p.Id == plan || p.Code == plan) is { } known
            ? new(knowledge.Position, known, [.. knowledge.Commitments.Where(c => c.Plan == known.Id)])
            : null;
    }

    public async Task<UnitList> UnitsAsync(AsOf at, CancellationToken cancellationToken = default)
        => UnitList.Of(await source.ReadAsync(at, KnowledgeScope.NoCommitments, cancellationToken));

    public async Task<RulesList> RulesAsync(AsOf at, CancellationToken cancellationToken = default)
        => RulesList.Of(await source.ReadAsync(at, KnowledgeScope.NoCommitments, cancellationToken));

    /// <summary>The open drafts of these units for a commitment, oldest first.</summary>
    public Task<DraftList> DraftsAsync(string commitment, IReadOnlyList<string> units, CancellationToken cancellationToken = default)
        => source.ReadDraftsAsync(commitment, units, cancellationToken);

    /// <summary>A later page stands where the first one stood, whatever was recorded since.</summary>
    private async Task<Place> PlaceAsync(AsOf at, DateOnly? on, PageRequest page, object listing, CancellationToken cancellationToken)
    {
        if (page.Cursor is null)
            return new(at, on ?? await source.DayOfAsync(at, cancellationToken), 0);

        var cursor = PageCursor.Read(page.Cursor, listing);
        return new(new AsOf.AtPosition(cursor.Position), cursor.On, cursor.Offset);
    }

    private string? CursorOf(Knowledge knowledge, KnowledgeScope scope, DateOnly on, int? next, object listing)
    {
        if (next is not null)
            source.Keep(knowledge, scope);
        return CursorOf(knowledge.Position, on, next, listing);
    }

    private static string? CursorOf(long position, DateOnly on, int? next, object listing)
        => next is { } offset ? new PageCursor(position, on, offset).Write(listing) : null;

    private sealed record Place(AsOf At, DateOnly On, int Offset);
}
