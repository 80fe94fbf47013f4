using TargetLedger.Documents.Confirming;
using TargetLedger.Domain.Drafting;

namespace TargetLedger.Server.Planning;

/// <summary>A draft as its keeper sees it: every reading beside its source, what is open, and what stands in the way.</summary>
/// <param name="Plan">The stream of the plan it became, or that it revised.</param>
/// <param name="OpenQuestions">How many are open.</param>
/// <param name="BlockingQuestions">How many of those have to be answered before it can be confirmed.</param>
/// <param name="Units">Every unit and group named, and what is registered under that name.</param>
/// <param name="Revision">Of a revised document: what was accepted of it and what was left.</param>
/// <param name="CleaningChanges">How many changes cleaning made in all; the first of them are listed.</param>
public sealed record PlanDraftPage(
    Guid Id,
    long Version,
    PlanDraftStatus Status,
    string? Plan,
    DraftedDocument Document,
    DraftedHead Head,
    int OpenQuestions,
    int BlockingQuestions,
    IReadOnlyList<AskedQuestion> Questions,
    IReadOnlyList<DraftedTaskEntry> Tasks,
    IReadOnlyList<DraftedUnitName> Units,
    int CleaningChanges,
    IReadOnlyList<CleaningNote> Cleaning,
    IReadOnlyList<FigurePassedOver> PassedOver,
    DraftedRevision? Revision = null)
{
    internal static PlanDraftPage Of(PlanDraft draft, UnitResolution units)
    {
        IReadOnlyList<DraftedQuestion> open = [.. DraftQuestions.OpenOf(draft)];
        var readings = draft.Readings.ToLookup(r => r.Task, StringComparer.Ordinal);
        return new(
            draft.Id,
            draft.Version,
            draft.Status,
            draft.Plan,
            draft.Document,
            draft.Head,
            open.Count,
            open.Count(DraftQuestions.IsBlocking),
            [.. draft.Questions.Select(q => new AskedQuestion(q, DraftQuestions.StateOf(draft, q), DraftQuestions.IsBlocking(q), DraftQuestions.NeedsEdit(q), draft.Answers.GetValueOrDefault(q.Id)))],
            [
                .. draft.Tasks.Select(t => new DraftedTaskEntry(
                    t,
                    draft.Edited.Contains(t.Id),
                    draft.Dropped.GetValueOrDefault(t.Id),
                    [.. readings[t.Id].Select(r => new ReadingEntry(r, draft.Edited.Contains(r.Id), draft.Dropped.GetValueOrDefault(r.Id)))])),
            ],
            [
                .. UnitResolution.NamedIn(draft)
                    .DistinctBy(u => (u.Name, u.IsGroup))
                    .Select(u => new DraftedUnitName(u.Name, u.IsGroup, units[u]?.Code)),
            ],
            draft.CleaningChanges,
            draft.Cleaning,
            draft.PassedOver,
            draft.Revision);
    }
}

/// <param name="Blocking">It has to be answered or settled before the draft can be confirmed.</param>
/// <param name="NeedsEdit">Words do not settle it: what it asks for must be filled in.</param>
public sealed record AskedQuestion(DraftedQuestion Question, DraftedQuestionState State, bool Blocking, bool NeedsEdit, string? Answer);

/// <param name="Edited">The keeper has put it right, or added it.</param>
/// <param name="Dropped">Why it was dropped.</param>
public sealed record DraftedTaskEntry(DraftedTask Task, bool Edited, string? Dropped, IReadOnlyList<ReadingEntry> Readings);

/// <inheritdoc cref="DraftedTaskEntry"/>
public sealed record ReadingEntry(Reading Reading, bool Edited, string? Dropped);

/// <param name="Code">Of the registered unit or group; null where none has this name.</param>
public sealed record DraftedUnitName(string Name, bool IsGroup, string? Code);
