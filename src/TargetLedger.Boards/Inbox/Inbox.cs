using TargetLedger.Domain.Telling;

namespace TargetLedger.Boards;

/// <summary>收件箱: what waits for a unit, or for supervisors, on a day, as known at a position.</summary>
/// <param name="Counts">Over all kinds, whichever are listed; what is done is not counted.</param>
/// <param name="Items">One page of them, the most pressing first.</param>
public sealed record Inbox(DateOnly On, long Position, IReadOnlyList<InboxCount> Counts, IReadOnlyList<InboxItem> Items)
{
    /// <returns>The inbox and whether items follow on this page.</returns>
    internal static (Inbox Inbox, int? Next) Of(
        InboxView view, InboxFilter filter, Func<InboxItem, InboxMark?> markOf, int offset, int limit)
    {
        // OrderBy is stable: what is equally pressing stays in the list's order.
        List<InboxItem> all =
        [
            .. InboxSources.Of(filter.Owner)
                .SelectMany(source => source(view))
                .Select(item => item with { Mark = markOf(item) })
                .OrderBy(item => item.Kind)
                .ThenBy(item => item.Due ?? item.Since),
        ];
        var open = all.FindAll(i => i.Mark?.DoneBy is null);
        var listed = (filter.Done ? all : open).FindAll(i => filter.Kind is null || i.Kind == filter.Kind);
        return (
            new(
                view.On,
                view.Knowledge.Position,
                [.. open.GroupBy(i => i.Kind).Select(g => new InboxCount(g.Key, g.Count(), g.Count(i => i.Mark is null)))],
                [.. listed.Skip(offset).Take(limit)]),
            Paging.Next(offset, limit, listed.Count));
    }
}

/// <param name="Unseen">Those nobody has seen.</param>
public sealed record InboxCount(InboxKind Kind, int Count, int Unseen);

/// <param name="Units">Codes; for supervisors and keepers null for all.</param>
/// <param name="Done">With what is done already.</param>
public sealed record InboxFilter(InboxOwner Owner, IReadOnlyList<string>? Units, InboxKind? Kind = null, bool Done = false);

/// <summary>Whose an inbox is.</summary>
public enum InboxOwner
{
    /// <summary>责任单位: each has its own.</summary>
    Units,

    /// <summary>督查.</summary>
    Supervision,

    /// <summary>目标办.</summary>
    Keeping,
}
