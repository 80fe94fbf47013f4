namespace TargetLedger.Domain.Drafting;

/// <summary>A document was read into a draft. What was read follows in <see cref="PlanDraftRead"/>, in the same append.</summary>
/// <param name="CleaningChanges">How many changes cleaning made in all; of very many only the first are kept in the draft.</param>
public sealed record PlanDrafted(DraftedDocument Document, DraftedHead Head, int CleaningChanges);

/// <summary>A part of what was read, as much as fits into an entry.</summary>
/// <param name="Listed">Of an exported list that is read again; of many units some in each part.</param>
public sealed record PlanDraftRead(
    IReadOnlyList<DraftedTask> Tasks,
    IReadOnlyList<Reading> Readings,
    IReadOnlyList<DraftedQuestion> Questions,
    IReadOnlyList<CleaningNote> Cleaning,
    IReadOnlyList<FigurePassedOver> PassedOver,
    ListedBackground? Listed = null);

/// <param name="Answers">The keeper's words by question.</param>
public sealed record PlanDraftAnswered(IReadOnlyList<QuestionAnswer> Answers);

/// <param name="Question">The question's id.</param>
public sealed record QuestionAnswer(string Question, string Answer);

public sealed record PlanDraftHeadEdited(DraftedHead Head);

/// <param name="Task">As it is now.</param>
public sealed record PlanDraftTaskEdited(DraftedTask Task);

public sealed record PlanDraftTaskAdded(DraftedTask Task);

/// <param name="Task">The task's id; its readings go with it.</param>
public sealed record PlanDraftTaskDropped(string Task, string Reason);

/// <param name="Reading">As it is now.</param>
public sealed record PlanDraftReadingEdited(Reading Reading);

public sealed record PlanDraftReadingAdded(Reading Reading);

/// <param name="Reading">The id of the one that is no more.</param>
/// <param name="Parts">What it was split into.</param>
public sealed record PlanDraftReadingSplit(string Reading, IReadOnlyList<Reading> Parts);

public sealed record PlanDraftReadingDropped(string Reading, string Reason);

public sealed record PlanDraftDiscarded(string Reason);

/// <summary>
/// Of a revised document: what the keeper takes of it and what is left as the list has it. In the append that changes the
/// list; of very many choices some in each event.
/// </summary>
/// <param name="Plan">The stream of the plan that is revised.</param>
/// <param name="Authority">The document, as the changes of commitments name it.</param>
public sealed record PlanDraftChosen(string Plan, DateOnly EffectiveFrom, string Reason, string Authority, IReadOnlyList<RevisionChoice> Choices);

/// <summary>What becomes of one item's differences.</summary>
/// <param name="Item">The commitment's number on the list; of what is new the reading's id.</param>
/// <param name="Accept">Whether the list follows the document: changes as it says, takes up what is new, lets go what is gone.</param>
/// <param name="Fields">Of a changed commitment: which of its differences; all of them where null.</param>
public sealed record RevisionChoice(string Item, bool Accept, IReadOnlyList<string>? Fields = null);

/// <summary>Confirmed: in the same append, or after those of a very long list, the plan comes into force.</summary>
/// <param name="Plan">The plan's stream.</param>
public sealed record PlanDraftConfirmed(string Plan);
