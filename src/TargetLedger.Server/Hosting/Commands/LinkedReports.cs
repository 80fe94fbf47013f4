using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;

namespace TargetLedger.Server.Hosting;

/// <summary>
/// 一次填报、多处计数: whatever is recorded of a report goes, in the same append, to every commitment it counts in too. It is done for
/// all writes there are, so that no use case can forget it.
/// </summary>
internal static class LinkedReports
{
    // A keeper approves each link by hand; more than this for one commitment is a fault, not a list.
    private const int MostStreams = 64;

    /// <returns>The changes with those that follow from them; null where a state has moved on and it is to be decided again.</returns>
    public static async Task<IReadOnlyList<StreamChange>?> FollowAsync(
        LedgerView view, IReadOnlyList<StreamChange> changes, Moment at, string actor, CancellationToken cancellationToken)
    {
        var toFollow = new Queue<(string Stream, IReadOnlyList<Guid> Reports)>();
        foreach (var change in changes.Where(c => c.Type == StreamIds.CommitmentType && c.Version > 0))
        {
            // Of nearly all commitments it takes this look to know that nothing follows.
            if (ReportsOf(change.Events) is { Count: > 0 } reports
                && (await view.CommitmentAsync(change.Stream, cancellationToken))?.Links.Exists(l => l.End == LinkEnd.CountsIn) == true)
            {
                toFollow.Enqueue((change.Stream, reports));
            }
        }

        if (toFollow.Count == 0)
            return changes;

        var all = changes.ToDictionary(c => c.Stream, StringComparer.Ordinal);
        var order = changes.Select(c => c.Stream).ToList();
        while (toFollow.TryDequeue(out var next))
        {
            if (await StateAsync(view, all[next.Stream], at, actor, cancellationToken) is not { } source)
                return null;
            foreach (var link in source.Links.Where(l => l.End == LinkEnd.CountsIn))
            {
                if (await view.InViewAsync(link.Other, [], cancellationToken) is not { } other)
                    continue;
                var change = all.GetValueOrDefault(link.Other) ?? new(StreamIds.CommitmentType, link.Other, other.Commitment.Version, []);
                if (await StateAsync(view, change, at, actor, cancellationToken) is not { } target)
                    return null;
                var events = CountedElsewhere.Follow(link, source, target, next.Reports, other.Directory);
                if (events.Count == 0)
                    continue;
                if (all.TryAdd(link.Other, change))
                    order.Add(link.Other);
                all[link.Other] = change with { Events = [.. change.Events, .. events] };
                toFollow.Enqueue((link.Other, ReportsOf(events)));
                if (order.Count > changes.Count * MostStreams)
                    throw ProblemException.Refused([new("links_too_many", "关联的事项过多", "the report would count in too many commitments")]);
            }
        }

        return [.. order.Select(stream => all[stream])];
    }

    private static IReadOnlyList<Guid> ReportsOf(IReadOnlyList<object> events) => [.. events.Select(CountedElsewhere.ReportOf).OfType<Guid>().Distinct()];

    /// <summary>A commitment with what is about to be recorded of it; positions are not known yet and nothing here asks for them.</summary>
    private static async Task<Commitment?> StateAsync(LedgerView view, StreamChange change, Moment at, string actor, CancellationToken cancellationToken)
    {
        if (await view.CommitmentAsync(change.Stream, cancellationToken) is not { } state || state.Version != change.Version)
            return null;
        return change.Events.Aggregate(state, (s, e) => Commitment.Evolve(change.Stream, s, new(e, 0, s.Version + 1, at, actor)));
    }
}
