using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Supervision;

namespace TargetLedger.Boards;

/// <summary>
/// Warning signs over all there is: the same evidence and the same class only show when every report is laid beside every other.
/// Like every board, an answer is the same for ever for the same position and day.
/// </summary>
/// <exception cref="TargetLedger.EventStore.ProjectionNotReadyException">The boards are still being built.</exception>
/// <exception cref="TargetLedger.EventStore.MomentNotReachedException">The moment asked for is still to come.</exception>
/// <exception cref="PositionNotReachedException">The position asked for is still to come.</exception>
/// <exception cref="InvalidCursorException">The cursor is not of this listing.</exception>
public sealed class WarningQueries(BoardQueries boards, CommitmentSlices slices)
{
    // All units and pages that ask at one position cost one look.
    private readonly LatestUsed<(long Position, DateOnly On), WarningList> known = new(2);

    /// <param name="onlyUnits">Codes: warnings that rest on reports of these alone, for who may see no others; null for all.</param>
    /// <returns>Null where there is no such commitment or unit.</returns>
    public async Task<Page<WarningList>?> ListAsync(
        WarningFilter filter, IReadOnlyList<string>? onlyUnits, AsOf at, DateOnly? on, PageRequest page, CancellationToken cancellationToken = default)
    {
        object listing = new { list = "warnings", filter, onlyUnits };
        var (asOf, day, offset) = (at, on, 0);
        if (page.Cursor is not null)
        {
            var cursor = PageCursor.Read(page.Cursor, listing);
            (asOf, day, offset) = (new AsOf.AtPosition(cursor.Position), cursor.On, cursor.Offset);
        }

        if (!await KnowsAsync(filter, asOf, cancellationToken))
            return null;

        var all = await AllAsync(asOf, day ?? await boards.Source.DayOfAsync(asOf, cancellationToken), cancellationToken);
        var ofFilter = all.Warnings
            .Where(w => (filter with { Kind = null }).Holds(w) && (onlyUnits is null || w.Reports.All(r => onlyUnits.Contains(r.Unit.Code, StringComparer.Ordinal))))
            .ToList();
        var wanted = filter.Kind is null ? ofFilter : ofFilter.FindAll(filter.Holds);
        var next = Paging.Next(offset, page.Limit, wanted.Count);
        return new(
            all with { Counts = WarningCounts.Of(ofFilter), Warnings = [.. wanted.Skip(offset).Take(page.Limit)] },
            next is { } place ? new PageCursor(all.Position, all.On, place).Write(listing) : null);
    }

    /// <summary>A figure down to its reports, and beside them who else reports a class they hold: on whatever commitment.</summary>
    /// <param name="member">A unit's code: that member's figure; null for the commitment's.</param>
    /// <param name="onlyUnits">Codes: of shared classes those alone that only these units report; null for all.</param>
    /// <returns>Null where there is no such commitment.</returns>
    public async Task<FigureExplanation?> ExplainFigureAsync(
        string commitment, RowFigure figure, string? member, IReadOnlyList<string>? onlyUnits, AsOf at, DateOnly? on, CancellationToken cancellationToken = default)
    {
        var explanation = await boards.ExplainFigureAsync(commitment, figure, member, at, on, cancellationToken);
        // Most reports name no classes; then nobody need look over everything.
        if (explanation?.Reports.Any(r => r.Classes is not null) is not true)
            return explanation;

        var all = await AllAsync(at, explanation.On, cancellationToken);
        if (all.Position != explanation.Position)
            explanation = await boards.ExplainFigureAsync(commitment, figure, member, new AsOf.AtPosition(all.Position), explanation.On, cancellationToken);
        var made = explanation!.Reports.Select(r => r.Position).ToHashSet();
        return explanation with
        {
            SharedClasses =
            [
                .. all.Warnings.Where(w => w.Kind == WarningKind.SameClass
                    && w.Reports.Any(r => made.Contains(r.Position))
                    && (onlyUnits is null || w.Reports.All(r => onlyUnits.Contains(r.Unit.Code, StringComparer.Ordinal)))),
            ],
        };
    }

    private async Task<bool> KnowsAsync(WarningFilter filter, AsOf at, CancellationToken cancellationToken)
    {
        if (filter.Commitment is null && filter.Unit is null)
            return true;
        var knowledge = filter.Commitment is { } commitment
            ? await boards.Source.ReadAsync(at, KnowledgeScope.OfCommitment(commitment), cancellationToken)
            : await boards.FrameAsync(at, cancellationToken);
        return (filter.Commitment is null || knowledge.Commitments.Count > 0) && (filter.Unit is null || knowledge.Directory.Units.ContainsKey(filter.Unit));
    }

    private async Task<WarningList> AllAsync(AsOf at, DateOnly on, CancellationToken cancellationToken)
    {
        if (await boards.Matters.WarningsAsync(at, on, cancellationToken) is { } counted)
            return counted;
        if (at is AsOf.AtPosition(var asked) && known.TryGet((asked, on), out var kept))
            return kept;

        WarningList found;
        if (at is AsOf.Now)
        {
            var frame = await boards.Source.ReadAsync(at, KnowledgeScope.NoCommitments, cancellationToken);
            if (known.TryGet((frame.Position, on), out kept))
                return kept;
            var gathered = await slices.AddUpAsync(KnowledgeScope.Everything, () => new WarningGathering(on), (sum, k) => sum.Add(k), cancellationToken);
            found = gathered.ToList(frame);
        }
        else
        {
            var gathered = new WarningGathering(on);
            var knowledge = await boards.Source.ReadAsync(at, KnowledgeScope.Everything, cancellationToken);
            gathered.Add(knowledge);
            found = gathered.ToList(knowledge);
        }

        known.Put((found.Position, on), found);
        return found;
    }
}
