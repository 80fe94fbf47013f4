using System.Runtime.CompilerServices;
using TargetLedger.Boards;
using TargetLedger.Documents.Lists;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;
using TargetLedger.EventStore;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>The rows of a list with what boards do not keep: where each stands in its document, and what linked items are called.</summary>
internal sealed class ListItems(Ledger ledger, StateCache states, LedgerTime time)
{
    private const int RowsAtOnce = 1_000;

    public async IAsyncEnumerable<ListItem> OfAsync(IAsyncEnumerable<ListRow> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in rows.Chunk(RowsAtOnce).WithCancellation(cancellationToken))
        {
            var places = await PlacesAsync(page, cancellationToken);
            foreach (var row in page)
                yield return Of(row, places.GetValueOrDefault(row.Commitment), row.Links.Count == 0 ? [] : await LinksAsync(row.Links, cancellationToken));
        }
    }

    private static ListItem Of(ListRow row, string? place, IReadOnlyList<ListedLink> links) => new(
        row.Plan,
        row.Section,
        row.SectionTitle,
        row.Task,
        row.TaskTitle,
        row.Number,
        row.Title,
        row.Measure,
        row.Target,
        row.Strength,
        row.Cadence,
        row.Period,
        row.PaceStart,
        place,
        row.Responsible,
        [.. row.Nodes.Select(n => n.Node)],
        row.Apportionment,
        SheetWords.Of(row.Standing),
        links);

    /// <summary>Said by the first event of each, and by no later one.</summary>
    private async Task<Dictionary<string, string?>> PlacesAsync(ListRow[] page, CancellationToken cancellationToken)
    {
        var places = new Dictionary<string, string?>(StringComparer.Ordinal);
        var begun = await ledger.Reader.ReadStreamsAsync([.. page.Select(r => r.Commitment)], [.. page.Select(_ => 1L)], cancellationToken);
        foreach (var stored in begun)
        {
            if (RecordedEvent.Of(stored, time.Zone).Event is CommitmentMade { Sources: [var document, ..] })
                places[stored.Stream] = document.Place;
        }

        return places;
    }

    private async Task<IReadOnlyList<ListedLink>> LinksAsync(IReadOnlyList<CountingLink> links, CancellationToken cancellationToken)
    {
        var view = new LedgerView(states, fresh: false);
        var listed = new List<ListedLink>();
        foreach (var link in links)
        {
            if (await view.CommitmentAsync(link.Other, cancellationToken) is { } other && await view.PlanAsync(other.Plan, cancellationToken) is { } plan)
                listed.Add(new(link.End == LinkEnd.CountsIn, plan.Code, other.Number, link.From, link.Until, link.Authority));
        }

        return listed;
    }
}
