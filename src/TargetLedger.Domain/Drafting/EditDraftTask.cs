namespace TargetLedger.Domain.Drafting;

/// <summary>What is wrong with a task as it was read, or what one that was missed says; what is null stays.</summary>
/// <param name="Units">All of them, with their roles; they replace those that were read.</param>
public sealed record TaskChange(
    string? Number = null,
    string? Section = null,
    string? Title = null,
    IReadOnlyList<DraftedUnit>? Units = null,
    TaskDeadline? Deadline = null);

public static class EditDraftTask
{
    public static Decision Edit(PlanDraft draft, string id, TaskChange change)
    {
        if (draft.Status != PlanDraftStatus.Open)
            return Decision.No(PlanDraft.NotOpen);
        if (draft.Tasks.Find(t => t.Id == id) is not { } task)
            return Decision.No(Unknown(id));
        if (draft.Dropped.ContainsKey(id))
            return Decision.No(Gone(id));

        var edited = Changed(task, change);
        return Same.As(edited, task) ? Decision.Done : Decision.Of(new PlanDraftTaskEdited(edited));
    }

    public static Decision Add(PlanDraft draft, TaskChange added)
    {
        if (draft.Status != PlanDraftStatus.Open)
            return Decision.No(PlanDraft.NotOpen);
        if (string.IsNullOrWhiteSpace(added.Title))
            return Decision.No(new Refusal("value_missing", "请写明任务名称", "a task needs its title", "/title"));
        return Decision.Of(new PlanDraftTaskAdded(Changed(new($"t{draft.Tasks.Count + 1}", added.Title, []), added)));
    }

    public static Decision Drop(PlanDraft draft, string id, string reason)
    {
        if (draft.Status != PlanDraftStatus.Open)
            return Decision.No(PlanDraft.NotOpen);
        if (!draft.Tasks.Exists(t => t.Id == id))
            return Decision.No(Unknown(id));
        return draft.Dropped.ContainsKey(id) ? Decision.Done : Decision.Of(new PlanDraftTaskDropped(id, reason));
    }

    private static DraftedTask Changed(DraftedTask task, TaskChange change) => task with
    {
        Number = change.Number ?? task.Number,
        Section = change.Section ?? task.Section,
        Title = change.Title ?? task.Title,
        Units = change.Units ?? task.Units,
        Deadline = change.Deadline ?? task.Deadline,
    };

    internal static Refusal Unknown(string id) => new("draft_task_unknown", $"草稿中没有任务 {id}", $"the draft has no task {id}", "/task");

    internal static Refusal Gone(string id) => new("draft_part_dropped", $"{id} 已删去", $"{id} was dropped");
}
