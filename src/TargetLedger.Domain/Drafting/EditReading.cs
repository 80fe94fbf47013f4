using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Drafting;

/// <summary>What is wrong with a reading, or what one that was missed says; what is null stays.</summary>
/// <param name="Units">Its own, with their roles, where they are not the task's.</param>
public sealed record ReadingChange(
    ReadingKind? Kind = null,
    string? Measure = null,
    string? AsWritten = null,
    decimal? Value = null,
    decimal? Upper = null,
    Bound? Bound = null,
    string? Unit = null,
    decimal? Baseline = null,
    GrowthIn? GrowthIn = null,
    bool? Down = null,
    MeasureKind? Counts = null,
    bool? Aspirational = null,
    IReadOnlyList<string>? Per = null,
    Period? Period = null,
    DateOnly? Due = null,
    Cadence? Cadence = null,
    IReadOnlyList<DraftedUnit>? Units = null);

/// <summary>A keeper puts readings right: edits, splits, drops and adds them. Whatever comes of it is held to a list's own rules.</summary>
public static class EditReading
{
    public static Decision Edit(PlanDraft draft, string id, ReadingChange change)
    {
        if (Find(draft, id, out var reading) is { } refusal)
            return Decision.No(refusal);

        var edited = Changed(reading, change);
        var refusals = Faults(edited, "");
        if (refusals.Count > 0)
            return Decision.No(refusals);
        return Same.As(edited, reading) ? Decision.Done : Decision.Of(new PlanDraftReadingEdited(edited));
    }

    /// <summary>A reading that was missed, or that is in no document.</summary>
    public static Decision Add(PlanDraft draft, string task, ReadingChange added)
    {
        if (draft.Status != PlanDraftStatus.Open)
            return Decision.No(PlanDraft.NotOpen);
        if (!draft.Tasks.Exists(t => t.Id == task))
            return Decision.No(EditDraftTask.Unknown(task));
        if (draft.Dropped.ContainsKey(task))
            return Decision.No(EditDraftTask.Gone(task));

        var reading = Changed(new(NewId(draft, 1), task, added.Kind ?? (added.Value is null ? ReadingKind.Milestone : ReadingKind.Quantity), "", ""), added);
        reading = reading with { AsWritten = reading.AsWritten.Length > 0 ? reading.AsWritten : Written(reading) };
        var refusals = Faults(reading, "");
        return refusals.Count > 0 ? Decision.No(refusals) : Decision.Of(new PlanDraftReadingAdded(reading));
    }

    /// <summary>One reading that is several: each part has what it does not say itself from the whole.</summary>
    public static Decision Split(PlanDraft draft, string id, IReadOnlyList<ReadingChange> parts)
    {
        if (Find(draft, id, out var reading) is { } refusal)
            return Decision.No(refusal);

        IReadOnlyList<Reading> split = [.. parts.Select((part, i) => Changed(reading with { Id = NewId(draft, i + 1) }, part))];
        Refusal[] refusals = [.. split.SelectMany((part, i) => Faults(part, $"/parts/{i}"))];
        return refusals.Length > 0 ? Decision.No(refusals) : Decision.Of(new PlanDraftReadingSplit(id, split));
    }

    public static Decision Drop(PlanDraft draft, string id, string reason)
    {
        if (draft.Status != PlanDraftStatus.Open)
            return Decision.No(PlanDraft.NotOpen);
        if (!draft.Readings.Exists(r => r.Id == id))
            return Decision.No(Unknown(id));
        return draft.Dropped.ContainsKey(id) ? Decision.Done : Decision.Of(new PlanDraftReadingDropped(id, reason));
    }

    private static Refusal? Find(PlanDraft draft, string id, out Reading reading)
    {
        reading = draft.Readings.Find(r => r.Id == id)!;
        if (draft.Status != PlanDraftStatus.Open)
            return PlanDraft.NotOpen;
        if (reading is null)
            return Unknown(id);
        return draft.Dropped.ContainsKey(id) || draft.Dropped.ContainsKey(reading.Task) ? EditDraftTask.Gone(id) : null;
    }

    // Dropped ones stay in the list, so that no id is given twice.
    private static string NewId(PlanDraft draft, int ordinal) => $"r{draft.Readings.Count + ordinal}";

    private static Reading Changed(Reading reading, ReadingChange change)
    {
        var changed = reading with
        {
            Kind = change.Kind ?? reading.Kind,
            Measure = change.Measure ?? reading.Measure,
            AsWritten = change.AsWritten ?? reading.AsWritten,
            Value = change.Value ?? reading.Value,
            Upper = change.Upper ?? reading.Upper,
            Bound = change.Bound ?? reading.Bound,
            Unit = change.Unit ?? reading.Unit,
            Baseline = change.Baseline ?? reading.Baseline,
            GrowthIn = change.GrowthIn ?? reading.GrowthIn,
            Down = change.Down ?? reading.Down,
            Counts = change.Counts ?? reading.Counts,
            Aspirational = change.Aspirational ?? reading.Aspirational,
            Per = change.Per ?? reading.Per,
            Period = change.Period ?? reading.Period,
            Due = change.Due ?? reading.Due,
            Cadence = change.Cadence ?? reading.Cadence,
            Units = change.Units ?? reading.Units,
        };
        if (changed.Kind == ReadingKind.Milestone)
            return changed with { Value = null, Upper = null, Bound = null, Unit = null, Baseline = null, GrowthIn = null, Down = false, Counts = null };

        // What belongs to a bound goes with it.
        var bound = changed.Bound ?? Commitments.Bound.AtLeast;
        return changed with
        {
            Bound = bound,
            Upper = bound == Commitments.Bound.Range ? changed.Upper : null,
            Baseline = bound == Commitments.Bound.Growth ? changed.Baseline : null,
            GrowthIn = bound == Commitments.Bound.Growth ? changed.GrowthIn ?? Commitments.GrowthIn.Percent : null,
            Down = bound == Commitments.Bound.Growth && changed.Down,
        };
    }

    private static List<Refusal> Faults(Reading reading, string member)
    {
        var faults = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(reading.Measure))
            faults.Add(new("value_missing", "请写明指标或事项名称", "say what is measured, or what is to happen", member + "/measure"));
        if (reading.Kind == ReadingKind.Milestone)
            return faults;
        if (reading.Value is null)
            faults.Add(new("value_missing", "请填写数值", "a figure is needed", member + "/value"));
        else if (reading.Value < 0 || (reading.Value == 0 && reading.Bound != Commitments.Bound.AtMost))
            faults.Add(new("value_not_positive", "目标值应大于 0", "the value must be above zero", member + "/value"));
        if (reading.Bound == Commitments.Bound.Range && !(reading.Upper > reading.Value))
            faults.Add(new("range_upper_missing", "区间须有大于下限的上限", "a range needs an upper end above its lower end", member + "/upper"));
        return faults;
    }

    private static string Written(Reading reading) => reading.Kind == ReadingKind.Milestone ? reading.Measure : FormattableString.Invariant($"{reading.Value}{reading.Unit}");

    private static Refusal Unknown(string id) => new("reading_unknown", $"草稿中没有事项 {id}", $"the draft has no reading {id}", "/reading");
}
