using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>
/// Boards over all commitments, counted from their entries. Only what is shown row by row is folded and judged; the counts
/// and the rows are true of the same position.
/// </summary>
internal sealed class LightBoards(LedgerReader ledger, ProjectionReader projections, LightsProjection lights)
{
    // Who wants more on one page wants everything, and everything is read faster in one piece.
    private const int MostRows = 5_000;
    private const int CachedPastCommitments = 2_000;
    private const int ReadAtOnce = 2_000;
    private const int ReadAttempts = 20;
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromMilliseconds(50);

    private readonly LightSource source = new(ledger, projections, lights);
    private readonly AggregateCache pastCommitments = new(CachedPastCommitments);
    private readonly CandidateInputs inputs = new();
    private readonly MatterSource matters = new();

    /// <returns>Null where entries cannot give the answer; whoever knows everything can.</returns>
    public async Task<(ComplianceBoard Board, int? Next)?> ComplianceAsync(
        BoardFilter filter, AsOf at, DateOnly on, int offset, int limit, CancellationToken cancellationToken)
        => await PageAsync(filter, at, on, offset, limit, cancellationToken) is (var knowledge, var count, var next)
            ? (ComplianceBoard.Of(knowledge, filter, on, count), next)
            : null;

    /// <inheritdoc cref="ComplianceAsync"/>
    public async Task<(ResponsibilityList List, int? Next)?> ListAsync(
        BoardFilter filter, AsOf at, DateOnly on, int offset, int limit, CancellationToken cancellationToken)
        => await PageAsync(filter, at, on, offset, limit, cancellationToken) is (var knowledge, var count, var next)
            ? (ResponsibilityList.Of(knowledge, filter, on, count), next)
            : null;

    private async Task<(Knowledge Page, LightCount Count, int? Next)?> PageAsync(
        BoardFilter filter, AsOf at, DateOnly on, int offset, int limit, CancellationToken cancellationToken)
    {
        if (await source.ReadAsync(at, cancellationToken) is not { } view
            || LightCount.Of(view, filter, on, offset, limit) is not { Page.Count: <= MostRows } count)
        {
            return null;
        }

        var knowledge = view.Know(await CommitmentsAsync(view, count.Page, at, true, cancellationToken));
        var next = Paging.Next(offset, limit, count.Commitments);
        if (next is not null)
            source.Keep(view);
        return (knowledge, count, next);
    }

    /// <inheritdoc cref="ComplianceAsync"/>
    public async Task<(WhatIfBoard? Board, int? Next, IReadOnlyList<Fault> Faults)?> WhatIfAsync(
        BoardFilter filter, WhatIfWish wish, AsOf at, DateOnly on, int offset, int limit, CancellationToken cancellationToken)
    {
        if (await source.ReadAsync(at, cancellationToken) is not { } view)
            return null;
        if (Candidate.Of(view.Frame, wish, on, out var faults) is not { } candidate)
            return (null, null, faults);
        if (WhatIfScope.Of(view, filter, candidate, on) is not { } scope)
            return null;

        var known = await inputs.ReadAsync(
            view,
            on,
            candidate.Rules.CountedAmount,
            scope.Judged,
            (numbers, token) => CommitmentsAsync(view, numbers, new AsOf.AtPosition(view.Position), false, token),
            cancellationToken);
        if (WhatIfCount.Of(view, scope, known, candidate.Rules, offset, limit) is not { Page.Count: <= MostRows } count)
            return null;

        var knowledge = view.Know(await CommitmentsAsync(view, count.Page, at, true, cancellationToken));
        var next = Paging.Next(offset, limit, count.Changed);
        if (next is not null)
            source.Keep(view);
        return (WhatIfBoard.Of(knowledge, filter, candidate, on, count), next, faults);
    }

    /// <inheritdoc cref="ComplianceAsync"/>
    public async Task<(UnitPage? Page, bool IsKnown)> UnitAsync(string unit, AsOf at, DateOnly on, CancellationToken cancellationToken)
    {
        if (await source.ReadAsync(at, cancellationToken) is not { } view || Concerning(unit, on, view) is not { Count: <= MostRows } concerned)
            return (null, false);
        return (UnitPage.Of(view.Know(await CommitmentsAsync(view, concerned, at, false, cancellationToken)), unit, on), true);
    }

    /// <summary>What the lists of a day are counted from, and the entries they go by.</summary>
    /// <inheritdoc cref="ComplianceAsync"/>
    public async Task<(LightView View, DayMatters Matters)?> MattersAsync(AsOf at, DateOnly on, CancellationToken cancellationToken)
        => await source.ReadAsync(at, cancellationToken) is { } view
           && await matters.ReadAsync(view, on, at is AsOf.Now, (numbers, token) => CommitmentsAsync(view, numbers, at, false, token), cancellationToken) is { } found
            ? (view, found)
            : null;

    /// <summary>What is not a commitment.</summary>
    /// <inheritdoc cref="ComplianceAsync"/>
    public async Task<Knowledge?> FrameAsync(AsOf at, CancellationToken cancellationToken) => (await source.ReadAsync(at, cancellationToken))?.Know([]);

    /// <summary>All commitments of a plan and section as known now, some at a time; once at least.</summary>
    /// <returns>False where entries cannot give the answer.</returns>
    public async Task<bool> EachAsync(string? plan, string? section, Action<Knowledge> add, CancellationToken cancellationToken)
    {
        var now = new AsOf.Now(default);
        if (await source.ReadAsync(now, cancellationToken) is not { } view)
            return false;
        add(view.Know([]));
        var holds = new LightFilter(new(plan, section), default, view);
        foreach (var some in view.Listing.Order.Where(n => holds.Holds(n, 0)).Chunk(ReadAtOnce))
            add(view.Know(await CommitmentsAsync(view, some, now, false, cancellationToken)));
        return true;
    }

    /// <summary>A page of commitments as the view has them; in no order.</summary>
    public async Task<Knowledge?> PageAsync(LightView view, IEnumerable<int> numbers, AsOf at, CancellationToken cancellationToken)
        => numbers.Distinct().ToList() is { Count: <= MostRows } page ? view.Know(await CommitmentsAsync(view, page, at, true, cancellationToken)) : null;

    /// <summary>Commitments whose states the caller keeps himself.</summary>
    public Task<IReadOnlyList<Commitment>> CommitmentsAsync(LightView view, IReadOnlyList<int> numbers, AsOf at, CancellationToken cancellationToken)
        => CommitmentsAsync(view, numbers, at, false, cancellationToken);

    /// <summary>For a listing that has another page.</summary>
    public void Keep(LightView view, DayMatters? counted)
    {
        source.Keep(view);
        if (counted is not null)
            matters.Keep(counted);
    }

    /// <summary>Every commitment that units may have anything to do with on any day; in the list's order.</summary>
    /// <inheritdoc cref="ComplianceAsync"/>
    public async Task<(LightView View, Knowledge Knowledge)?> OfUnitsAsync(IReadOnlyList<string> units, AsOf at, CancellationToken cancellationToken)
        => await source.ReadAsync(at, cancellationToken) is { } view && await OfUnitsAsync(units, view, at, cancellationToken) is { } knowledge ? (view, knowledge) : null;

    /// <inheritdoc cref="OfUnitsAsync(IReadOnlyList{string}, AsOf, CancellationToken)"/>
    public async Task<Knowledge?> OfUnitsAsync(IReadOnlyList<string> units, LightView view, AsOf at, CancellationToken cancellationToken)
        => LightUnits.Of(units, view) is { Count: <= MostRows } concerned ? view.Know(await CommitmentsAsync(view, concerned, at, false, cancellationToken)) : null;

    /// <summary>What it answers for on the day, and whatever came back to it; in the list's order.</summary>
    private static List<int> Concerning(string unit, DateOnly on, LightView view)
    {
        var answers = new LightFilter(new(Units: [unit]), on, view);
        var returnedTo = view.Catalog.PartiesOf(unit, PartyBook.Returned).ToHashSet();
        var (entries, places) = (view.Entries, view.Listing.PlaceOf);
        var concerned = new List<int>();
        for (var number = 0; number < places.Length; number++)
        {
            // Of most it takes one look to know that they are somebody else's.
            if (places[number] >= 0 && (entries.OnlyPartiesOf(number) is >= 0 and var parties ? answers.Holds(number, parties) : Concerns(number)))
                concerned.Add(number);
        }

        concerned.Sort((x, y) => places[x].CompareTo(places[y]));
        return concerned;

        bool Concerns(int number)
        {
            var entry = entries.EntryOf(number);
            var (_, returned) = LightEntry.HeadOf(entry);
            return (returned is { } parties && returnedTo.Contains(parties)) || answers.Holds(number, LightEntry.On(entry, on.DayNumber).Parties);
        }
    }

    /// <summary>As of the view's position; those that had to be folded are remembered.</summary>
    /// <param name="keepUnpacked">
    /// Remember the others too, which pays for a page everybody looks at. The pages of a thousand units would push out what the
    /// projection works on, and live just long enough to stop everybody while they are collected.
    /// </param>
    private async Task<IReadOnlyList<Commitment>> CommitmentsAsync(
        LightView view, IReadOnlyList<int> numbers, AsOf at, bool keepUnpacked, CancellationToken cancellationToken)
    {
        var cache = at is AsOf.Now ? lights.Commitments : pastCommitments;
        var states = new Commitment?[numbers.Count];
        var missing = new Dictionary<string, (int Index, WantedState Wanted)>(StringComparer.Ordinal);
        for (var i = 0; i < states.Length; i++)
        {
            var wanted = new WantedState(numbers[i], view.Catalog.Commitments[numbers[i]].Commitment, view.Entries.VersionOf(numbers[i]));
            if (lights.Commitments.TryGet(wanted.Stream, wanted.Version, out var known) || pastCommitments.TryGet(wanted.Stream, wanted.Version, out known))
                states[i] = (Commitment)known.State;
            else
                missing.Add(wanted.Stream, (i, wanted));
        }

        if (missing.Count > 0)
        {
            Take(
                await projections.ReadAsync(
                    lights,
                    (snapshot, token) => LightTables.ReadStatesAsync(snapshot.Connection, snapshot.Suffix, [.. missing.Values.Select(m => m.Wanted)], token),
                    cancellationToken),
                keepUnpacked);
        }

        // What was written to since, or has a long history.
        if (missing.Count > 0)
            Take(await FoldAsync([.. missing.Values.Select(m => m.Wanted)], cancellationToken), true);
        return states!;

        void Take(Dictionary<string, Aggregate> read, bool keep)
        {
            foreach (var (stream, state) in read)
            {
                if (keep)
                    cache.Put(stream, state);
                missing.Remove(stream, out var found);
                states[found.Index] = (Commitment)state.State;
            }
        }
    }

    private async Task<Dictionary<string, Aggregate>> FoldAsync(IReadOnlyList<WantedState> wanted, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var states = new Dictionary<string, Aggregate>(StringComparer.Ordinal);
            var history = await ledger.ReadStreamsAsync([.. wanted.Select(w => w.Stream)], [.. wanted.Select(w => w.Version)], cancellationToken);
            foreach (var stored in history)
                states[stored.Stream] = Aggregate.Evolve(states.GetValueOrDefault(stored.Stream), stored, lights.Zone);
            if (wanted.All(w => states.TryGetValue(w.Stream, out var state) && state.Version == w.Version))
                return states.ToDictionary(s => s.Key, s => s.Value with { State = WithoutWords.Of((Commitment)s.Value.State) }, StringComparer.Ordinal);

            // Entries were read on one replica, and this one has not got so far.
            if (attempt == ReadAttempts)
                throw new InvalidOperationException("The database that is read from is behind what it said before.");
            await Task.Delay(ReadAgainAfter, cancellationToken);
        }
    }
}
