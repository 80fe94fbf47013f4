using TargetLedger.Documents.Confirming;
using TargetLedger.Documents.PlanFiles;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Drafting;
using TargetLedger.Domain.Plans;

namespace TargetLedger.Documents.Comparing;

/// <summary>A draft and a list side by side, with everything a change of the list is made of.</summary>
/// <param name="Tasks">Numbers of the list's tasks by those of the draft.</param>
internal sealed record ComparedList(Plan Plan, DateOnly On, IReadOnlyList<ComparedPair> Pairs, IReadOnlyDictionary<string, string> Tasks)
{
    /// <inheritdoc cref="ListComparison.Of(PlanDraft, UnitResolution, Plan, IReadOnlyList{Commitment}, DateOnly)"/>
    public static ComparedList Of(PlanDraft draft, UnitResolution units, Plan plan, IReadOnlyList<Commitment> commitments, DateOnly on)
    {
        IReadOnlyList<ListedItem> listed = [.. commitments.Where(c => c.StandingOn(on) != Standing.Withdrawn).Select(c => ListedItem.Of(c, plan, on))];
        var drafted = DraftedItem.Of(DraftPlanFile.Of(draft, plan.Code, units), draft);
        var matches = ItemMatching.Of(drafted, listed);
        var fields = new FieldComparison(units);
        var found = drafted.Select(d => matches.Items.TryGetValue(d, out var known)
            ? new ComparedPair(Compared(d, known, fields.Changes(d, known)), d, known)
            : new ComparedPair(new(ComparedAs.New, null, d.Reading.Id, d.TaskTitle, d.Item.Title, [], d.Reading.Source), d, null));
        var taken = matches.Items.Values.ToHashSet();
        var gone = listed.Where(l => !taken.Contains(l))
            .Select(l => new ComparedPair(new(ComparedAs.Gone, l.Commitment.Number, null, l.TaskTitle, l.Commitment.Title, []), null, l));
        return new(plan, on, [.. found, .. gone], matches.Tasks);
    }

    private static ComparedItem Compared(DraftedItem drafted, ListedItem known, IReadOnlyList<FieldChange> changes) => new(
        changes.Count > 0 ? ComparedAs.Changed : ComparedAs.Unchanged,
        known.Commitment.Number,
        drafted.Reading.Id,
        drafted.TaskTitle,
        drafted.Item.Title,
        changes,
        drafted.Reading.Source);
}

/// <param name="Drafted">Null for one that is gone.</param>
/// <param name="Known">Null for a new one.</param>
internal sealed record ComparedPair(ComparedItem Item, DraftedItem? Drafted, ListedItem? Known);

/// <summary>A commitment of the list with the words of its task.</summary>
internal sealed record ListedItem(Commitment Commitment, string TaskTitle, Period Period, Target? Target, IReadOnlyList<Responsibility> Responsible)
{
    public static ListedItem Of(Commitment commitment, Plan plan, DateOnly on) => new(
        commitment,
        plan.Sections.SelectMany(s => s.Tasks).FirstOrDefault(t => t.Number == commitment.Task)?.Title ?? "",
        commitment.PeriodOn(on),
        commitment.TargetOn(on),
        commitment.ResponsibleOn(on));
}

/// <summary>A reading as the commitment it would be.</summary>
/// <param name="Source">The task as it was read.</param>
/// <param name="Task">The number the task would have.</param>
internal sealed record DraftedItem(
    Domain.Drafting.Reading Reading,
    DraftedTask Source,
    PlanFileCommitment Item,
    string Task,
    string TaskTitle,
    IReadOnlyList<Responsibility> TaskResponsible,
    Period Period,
    IReadOnlyList<Responsibility> Responsible)
{
    public static IReadOnlyList<DraftedItem> Of(DraftPlanFile file, PlanDraft draft)
    {
        var readings = draft.Readings.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var tasks = draft.Tasks.ToDictionary(t => t.Id, StringComparer.Ordinal);
        var items = new List<DraftedItem>();
        foreach (var (s, section) in file.File.Sections.Index())
        {
            foreach (var (t, task) in section.Tasks.Index())
            {
                foreach (var (c, item) in task.Commitments.Index())
                {
                    var id = file.Parts[$"/sections/{s}/tasks/{t}/commitments/{c}"]["/readings/".Length..];
                    var reading = readings[id];
                    items.Add(new(
                        reading, tasks[reading.Task], item, task.Number, task.Title, task.Responsible, item.Period ?? file.File.Plan.Period, item.Responsible ?? task.Responsible));
                }
            }
        }

        return items;
    }
}
