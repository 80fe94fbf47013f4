using System.Collections.Immutable;

namespace TargetLedger.Domain.Telling;

/// <summary>已阅: somebody has seen these items of an inbox.</summary>
/// <param name="Owner">Whose inbox: a unit's code, <see cref="InboxMarks.Supervision"/> or <see cref="InboxMarks.Keeping"/>.</param>
/// <param name="Items">Their keys.</param>
public sealed record InboxItemsSeen(string Owner, IReadOnlyList<string> Items);

/// <summary>已办: an item is dealt with as far as its owner is concerned. What it is about is not changed by that.</summary>
public sealed record InboxItemsDone(string Owner, IReadOnlyList<string> Items, string? Note = null);

/// <summary>What became of an item; an item itself is computed, never stored.</summary>
public sealed record InboxMark(string? SeenBy, DateTimeOffset? SeenAt, string? DoneBy = null, DateTimeOffset? DoneAt = null, string? Note = null);

/// <summary>Which items of an inbox were seen and done, by whom and when.</summary>
public sealed record InboxMarks(string Owner, ImmutableDictionary<string, InboxMark> Items, long Version)
{
    /// <summary>The inbox of 督查. No unit's code: those begin with a letter or digit.</summary>
    public const string Supervision = "_supervision";

    /// <summary>The inbox of 目标办.</summary>
    public const string Keeping = "_keeping";

    public static InboxMarks None(string owner) => new(owner, ImmutableDictionary<string, InboxMark>.Empty.WithComparers(StringComparer.Ordinal), 0);

    public InboxMark? Of(string item) => Items.GetValueOrDefault(item);

    public static InboxMarks? Fold(IEnumerable<Recorded> history) => history.Aggregate((InboxMarks?)null, Evolve);

    public static InboxMarks Evolve(InboxMarks? state, Recorded recorded) => recorded.Event switch
    {
        InboxItemsSeen e => (state ?? None(e.Owner)).With(e.Items, recorded, before => before ?? new(recorded.Actor, recorded.At.Utc)),
        InboxItemsDone e => (state ?? None(e.Owner)).With(
            e.Items, recorded, before => (before ?? new(recorded.Actor, recorded.At.Utc)) with { DoneBy = recorded.Actor, DoneAt = recorded.At.Utc, Note = e.Note }),
        _ => throw new InvalidOperationException($"An inbox does not know {recorded.Event.GetType().Name}."),
    };

    /// <summary>Only what nobody has seen yet is recorded.</summary>
    public static Decision See(InboxMarks marks, IReadOnlyList<string> items)
        => items.Distinct(StringComparer.Ordinal).Where(i => marks.Of(i) is null).ToList() is { Count: > 0 } unseen
            ? Decision.Of(new InboxItemsSeen(marks.Owner, unseen))
            : Decision.Done;

    public static Decision Finish(InboxMarks marks, IReadOnlyList<string> items, string? note)
        => items.Distinct(StringComparer.Ordinal).Where(i => marks.Of(i)?.DoneBy is null).ToList() is { Count: > 0 } undone
            ? Decision.Of(new InboxItemsDone(marks.Owner, undone, note))
            : Decision.Done;

    private InboxMarks With(IReadOnlyList<string> items, Recorded recorded, Func<InboxMark?, InboxMark> mark)
        => this with { Items = Items.SetItems(items.Select(i => KeyValuePair.Create(i, mark(Of(i))))), Version = recorded.Version };
}
