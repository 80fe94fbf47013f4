using TargetLedger.Documents.Confirming;
using TargetLedger.Documents.PlanFiles;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Drafting;
using TargetLedger.Domain.Plans;

namespace TargetLedger.Documents.Comparing;

/// <summary>A draft held against a list in force: what a revised document brings, changes and leaves out.</summary>
/// <param name="Plan">The list's code.</param>
/// <param name="On">The day the list is looked at.</param>
/// <param name="Items">What is new, changed and unchanged in the draft's order, then what is gone in the list's.</param>
public sealed record ListComparison(string Plan, DateOnly On, ComparisonCounts Counts, IReadOnlyList<ComparedItem> Items)
{
    /// <param name="commitments">Of the list; those withdrawn by the day are not held against the draft.</param>
    /// <param name="units">The draft's names; those it does not know stay names.</param>
    public static ListComparison Of(
        PlanDraft draft, UnitResolution units, Plan plan, IReadOnlyList<Commitment> commitments, DateOnly on)
    {
        var file = DraftPlanFile.Of(draft, plan.Code, units);
        IReadOnlyList<ListedItem> listed = [.. commitments.Where(c => c.StandingOn(on) != Standing.Withdrawn).Select(c => ListedItem.Of(c, plan, on))];
        IReadOnlyList<DraftedItem> drafted = DraftedItem.Of(file, draft);
        var matches = ItemMatching.Of(drafted, listed);
        var fields = new FieldComparison(units);
        var found = drafted.Select(d => matches.TryGetValue(d, out var known)
            ? Compared(d, known, fields.Changes(d, known))
            : new ComparedItem(ComparedAs.New, null, d.Reading.Id, d.TaskTitle, d.Item.Title, [], d.Reading.Source));
        var taken = matches.Values.ToHashSet();
        var gone = listed.Where(l => !taken.Contains(l)).Select(l => new ComparedItem(ComparedAs.Gone, l.Commitment.Number, null, l.TaskTitle, l.Commitment.Title, []));
        IReadOnlyList<ComparedItem> items = [.. found, .. gone];
        return new(
            plan.Code,
            on,
            new(
                items.Count(i => i.As == ComparedAs.New),
                items.Count(i => i.As == ComparedAs.Changed),
                items.Count(i => i.As == ComparedAs.Gone),
                items.Count(i => i.As == ComparedAs.Unchanged)),
            items);
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

public sealed record ComparisonCounts(int New, int Changed, int Gone, int Unchanged);

public enum ComparedAs
{
    New,
    Changed,

    /// <summary>On the list, and not in the draft.</summary>
    Gone,
    Unchanged,
}

/// <param name="Commitment">Its number on the list; null for a new one.</param>
/// <param name="Reading">The reading of the draft; null for one that is gone.</param>
/// <param name="Task">The title of its task.</param>
public sealed record ComparedItem(
    ComparedAs As, string? Commitment, string? Reading, string Task, string Title, IReadOnlyList<FieldChange> Changes, SourcePlace? Source = null);

/// <param name="Field">task, title, target, strength, period, lead, partners, due.</param>
/// <param name="From">As the list has it; null for nothing.</param>
/// <param name="To">As the draft has it; null for nothing.</param>
public sealed record FieldChange(string Field, string? From, string? To);

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
internal sealed record DraftedItem(
    Domain.Drafting.Reading Reading, PlanFileCommitment Item, string Task, string TaskTitle, Period Period, IReadOnlyList<Responsibility> Responsible)
{
    public static IReadOnlyList<DraftedItem> Of(DraftPlanFile file, PlanDraft draft)
    {
        var readings = draft.Readings.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var items = new List<DraftedItem>();
        foreach (var (s, section) in file.File.Sections.Index())
        {
            foreach (var (t, task) in section.Tasks.Index())
            {
                foreach (var (c, item) in task.Commitments.Index())
                {
                    var id = file.Parts[$"/sections/{s}/tasks/{t}/commitments/{c}"]["/readings/".Length..];
                    items.Add(new(readings[id], item, task.Number, task.Title, item.Period ?? file.File.Plan.Period, item.Responsible ?? task.Responsible));
                }
            }
        }

        return items;
    }
}
