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
            var others = await LinkedAsync(page, cancellationToken);
            foreach (var row in page)
                yield return Of(row, places.GetValueOrDefault(row.Commitment), LinksOf(row, others));
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

    /// <summary>The other ends of all links of a page, read at once: the plan's code and the item's number, by stream.</summary>
    private async Task<Dictionary<string, (string Plan, string Number)>> LinkedAsync(ListRow[] page, CancellationToken cancellationToken)
    {
        string[] streams = [.. page.SelectMany(r => r.Links).Select(l => l.Other).Distinct(StringComparer.Ordinal)];
        var linked = new Dictionary<string, (string Plan, string Number)>(StringComparer.Ordinal);
        if (streams.Length == 0)
            return linked;
        var view = new LedgerView(states, fresh: false);
        foreach (var (stream, other) in await view.CommitmentsAsync(streams, cancellationToken))
        {
            if (await view.PlanAsync(other.Plan, cancellationToken) is { } plan)
                linked.Add(stream, (plan.Code, other.Number));
        }

        return linked;
    }

    private static IReadOnlyList<ListedLink> LinksOf(ListRow row, Dictionary<string, (string Plan, string Number)> others) =>
    [
        .. row.Links
            .Where(l => others.ContainsKey(l.Other))
            .Select(l => new ListedLink(l.End == LinkEnd.CountsIn, others[l.Other].Plan, others[l.Other].Number, l.From, l.Until, l.Authority)),
    ];
}
