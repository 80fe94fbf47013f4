using System.Collections.Immutable;

namespace TargetLedger.Domain.Drafting;

/// <summary>
/// A list in the making, read from a document and put right by the list keeper. It counts for nothing until it is confirmed;
/// what was dropped stays in it with the reason.
/// </summary>
/// <param name="Answers">The keeper's words by question.</param>
/// <param name="Dropped">Reasons by the id of what was dropped.</param>
/// <param name="Edited">Ids of tasks and readings the keeper has put right.</param>
/// <param name="Plan">The stream of the plan it became.</param>
public sealed record PlanDraft(
    Guid Id,
    DraftedDocument Document,
    DraftedHead Head,
    ImmutableList<DraftedTask> Tasks,
    ImmutableList<Reading> Readings,
    ImmutableList<DraftedQuestion> Questions,
    ImmutableList<CleaningNote> Cleaning,
    int CleaningChanges,
    ImmutableList<FigurePassedOver> PassedOver,
    ImmutableDictionary<string, string> Answers,
    ImmutableDictionary<string, string> Dropped,
    ImmutableHashSet<string> Edited,
    PlanDraftStatus Status,
    string? Plan,
    long Version)
{
    /// <summary>What it is called: by itself, else by whoever sent it.</summary>
    public string Title => Head.Title ?? Document.Name;

    /// <summary>Of a revised document: what was taken of it and what was left; null for one that became a list itself.</summary>
    public DraftedRevision? Revision { get; init; }

    /// <summary>Of an exported list: what it says of its plan and units beside its items.</summary>
    public ListedBackground? Listed { get; init; }

    public const string SplitReason = "已拆分 / split";

    /// <summary>What will be tasks of the list.</summary>
    public IEnumerable<DraftedTask> TasksToList => Tasks.Where(t => !Dropped.ContainsKey(t.Id));

    /// <summary>What will be the task's commitments.</summary>
    public IEnumerable<Reading> ReadingsToList(DraftedTask task) => Readings.Where(r => r.Task == task.Id && !Dropped.ContainsKey(r.Id));

    public static PlanDraft? Fold(Guid id, IEnumerable<Recorded> history)
        => history.Aggregate((PlanDraft?)null, (state, e) => Evolve(id, state, e));

    public static PlanDraft Evolve(Guid id, PlanDraft? state, Recorded recorded)
        => (recorded.Event is PlanDrafted begun ? Begin(id, begun) : Apply(state!, recorded.Event)) with { Version = recorded.Version };

    private static PlanDraft Begin(Guid id, PlanDrafted e) => new(
        id, e.Document, e.Head, [], [], [], [], e.CleaningChanges, [],
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal),
        ImmutableHashSet.Create<string>(StringComparer.Ordinal),
        PlanDraftStatus.Open, null, 0);

    private static PlanDraft Apply(PlanDraft state, object body) => body switch
    {
        PlanDraftRead e => state with
        {
            Tasks = state.Tasks.AddRange(e.Tasks),
            Readings = state.Readings.AddRange(e.Readings),
            Questions = state.Questions.AddRange(e.Questions),
            Cleaning = state.Cleaning.AddRange(e.Cleaning),
            PassedOver = state.PassedOver.AddRange(e.PassedOver),
            Listed = e.Listed is not { } more ? state.Listed
                : state.Listed is not { } before ? more
                : new(before.Sources ?? more.Sources, [.. before.Units, .. more.Units], [.. before.Groups, .. more.Groups]),
        },
        PlanDraftAnswered e => state with { Answers = state.Answers.SetItems(e.Answers.Select(a => KeyValuePair.Create(a.Question, a.Answer))) },
        PlanDraftHeadEdited e => state with { Head = e.Head },
        PlanDraftTaskEdited e => state with { Tasks = Replaced(state.Tasks, e.Task, t => t.Id), Edited = state.Edited.Add(e.Task.Id) },
        PlanDraftTaskAdded e => state with { Tasks = state.Tasks.Add(e.Task), Edited = state.Edited.Add(e.Task.Id) },
        PlanDraftTaskDropped e => state with { Dropped = state.Dropped.SetItem(e.Task, e.Reason) },
        PlanDraftReadingEdited e => state with { Readings = Replaced(state.Readings, e.Reading, r => r.Id), Edited = state.Edited.Add(e.Reading.Id) },
        PlanDraftReadingAdded e => state with { Readings = state.Readings.Add(e.Reading), Edited = state.Edited.Add(e.Reading.Id) },
        PlanDraftReadingSplit e => state with
        {
            Readings = state.Readings.InsertRange(state.Readings.FindIndex(r => r.Id == e.Reading) + 1, e.Parts),
            Dropped = state.Dropped.SetItem(e.Reading, SplitReason),
            Edited = state.Edited.Union(e.Parts.Select(p => p.Id)),
        },
        PlanDraftReadingDropped e => state with { Dropped = state.Dropped.SetItem(e.Reading, e.Reason) },
        PlanDraftDiscarded => state with { Status = PlanDraftStatus.Discarded },
        PlanDraftChosen e => state with
        {
            Revision = new(e.EffectiveFrom, e.Reason, e.Authority, [.. state.Revision?.Choices ?? [], .. e.Choices]),
        },
        PlanDraftConfirmed e => state with { Status = PlanDraftStatus.Confirmed, Plan = e.Plan },
        _ => throw new InvalidOperationException($"A plan draft does not know {body.GetType().Name}."),
    };

    private static ImmutableList<T> Replaced<T>(ImmutableList<T> all, T now, Func<T, string> id)
        => all.SetItem(all.FindIndex(one => id(one) == id(now)), now);

    public static Decision Discard(PlanDraft draft, string reason) => draft.Status switch
    {
        PlanDraftStatus.Open => Decision.Of(new PlanDraftDiscarded(reason)),
        PlanDraftStatus.Discarded => Decision.Done,
        _ => Decision.No(NotOpen),
    };

    public static Refusal NotOpen { get; } = new("plan_draft_not_open", "草稿已确认或已作废", "the draft is confirmed or discarded");
}

/// <param name="Choices">Every difference the document had with the list is in one of them.</param>
public sealed record DraftedRevision(DateOnly EffectiveFrom, string Reason, string Authority, IReadOnlyList<RevisionChoice> Choices);

public enum PlanDraftStatus
{
    Open,
    Confirmed,
    Discarded,
}
