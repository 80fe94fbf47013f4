namespace TargetLedger.Domain.Drafting;

/// <summary>Which questions of a draft are open, and which of those stand in the way of its confirmation.</summary>
public static class DraftQuestions
{
    public const string IssuedMissing = "issued_missing";

    // Words do not fill in what the list cannot be without: only the edit settles these.
    private static readonly HashSet<string> SettledByEdit = new(StringComparer.Ordinal)
    {
        "title_missing", "issuer_missing", "period_missing", IssuedMissing, "units_missing", "unit_missing", "baseline_missing",
    };

    // What the list says itself, marked as inferred or open, or what merely asks to look again.
    private static readonly HashSet<string> Notes = new(StringComparer.Ordinal)
    {
        "lead_inferred", "period_inferred", "number_gap", "table_sum", "figure_rounded", "open_list", "unit_group", "unit_alias", "links_to_approve",
    };

    private static readonly HashSet<string> KnownOfTheList = new(StringComparer.Ordinal) { "title_missing", "issuer_missing", "period_missing", IssuedMissing };

    private static Refusal AsRefusal(DraftedQuestion q) => new("question_open", $"待答问题 {q.Id}:{q.Zh}", $"question {q.Id} is open: {q.En}", $"/questions/{q.Id}");

    public static bool IsBlocking(DraftedQuestion question) => !Notes.Contains(question.Code);

    public static bool NeedsEdit(DraftedQuestion question) => SettledByEdit.Contains(question.Code);

    public static DraftedQuestionState StateOf(PlanDraft draft, DraftedQuestion question)
        => IsSettled(draft, question) ? DraftedQuestionState.Settled
            : draft.Answers.ContainsKey(question.Id) ? DraftedQuestionState.Answered
            : DraftedQuestionState.Open;

    public static IEnumerable<DraftedQuestion> OpenOf(PlanDraft draft)
        => draft.Questions.Where(q => StateOf(draft, q) == DraftedQuestionState.Open);

    /// <summary>One refusal for each question that has to be answered first.</summary>
    public static IReadOnlyList<Refusal> InTheWayOf(PlanDraft draft) =>
    [
        .. OpenOf(draft).Where(IsBlocking).Select(AsRefusal),
    ];

    /// <summary>Of a revised document only what is taken of it has to be sure; what it does not say of itself the list knows, or its file is called.</summary>
    public static IReadOnlyList<Refusal> InTheWayOf(PlanDraft draft, IReadOnlySet<string> readings, IReadOnlySet<string> tasks) =>
    [
        .. OpenOf(draft)
            .Where(q => IsBlocking(q) && (q.Reading is { } reading ? readings.Contains(reading) : q.Task is { } task ? tasks.Contains(task) : !KnownOfTheList.Contains(q.Code)))
            .Select(AsRefusal),
    ];

    /// <summary>By what the keeper has edited or dropped, without any words about it.</summary>
    private static bool IsSettled(PlanDraft draft, DraftedQuestion question)
    {
        if ((question.Task is { } gone && draft.Dropped.ContainsKey(gone)) || (question.Reading is { } left && draft.Dropped.ContainsKey(left)))
            return true;

        var task = question.Task is { } t ? draft.Tasks.Find(one => one.Id == t) : null;
        var reading = question.Reading is { } r ? draft.Readings.Find(one => one.Id == r) : null;
        return question.Code switch
        {
            "title_missing" => draft.Head.Title is not null,
            "issuer_missing" => draft.Head.Issuer is not null,
            "period_missing" => draft.Head.Period is not null,
            IssuedMissing => draft.Head.IssuedOn is not null,
            "units_missing" => task is { Units.Count: > 0 },
            "lead_inferred" => task is not null && !task.Units.Any(u => u.Inferred),
            "deadline_unread" => task?.Deadline is not null,
            "unit_missing" => !string.IsNullOrEmpty(reading?.Unit),
            "baseline_missing" => reading is not null && (reading.Bound != Commitments.Bound.Growth || (reading.Baseline > 0 && !string.IsNullOrEmpty(reading.Unit))),
            _ => reading is not null && draft.Edited.Contains(reading.Id),
        };
    }
}

public enum DraftedQuestionState
{
    Open,

    /// <summary>In words.</summary>
    Answered,

    /// <summary>By an edit, or because what it was about was dropped.</summary>
    Settled,
}
