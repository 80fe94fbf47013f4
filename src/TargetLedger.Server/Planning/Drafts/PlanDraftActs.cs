using FluentValidation;
using TargetLedger.Domain;
using TargetLedger.Domain.Drafting;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>What a keeper does with a draft that is open. Programs send it as JSON, the page as a form; it is the same act.</summary>
internal static class PlanDraftActs
{
    private const int MostUnits = 300;

    public static WriteUseCase<EditDraftHead, PlanDraft> EditHead { get; } = Act("edit-draft-head", new HeadShape(), (c, draft) => EditDraftHead.Decide(draft, c.Body));

    public static WriteUseCase<AnswerQuestions, PlanDraft> Answer { get; } = Act("answer-draft-questions", new AnswersShape(), (c, draft) => AnswerQuestions.Decide(draft, c.Body));

    public static WriteUseCase<TaskChange, PlanDraft> AddTask { get; } = Act("add-draft-task", new TaskShape(), (c, draft) => EditDraftTask.Add(draft, c.Body));

    public static WriteUseCase<TaskChange, PlanDraft> EditTask { get; } = Act("edit-draft-task", new TaskShape(), (c, draft) => EditDraftTask.Edit(draft, c.RouteText("task"), c.Body));

    public static WriteUseCase<DropReason, PlanDraft> DropTask { get; } = Act("drop-draft-task", new ReasonShape(), (c, draft) => EditDraftTask.Drop(draft, c.RouteText("task"), c.Body.Reason));

    public static WriteUseCase<ReadingChange, PlanDraft> AddReading { get; } = Act("add-reading", new ReadingShape(), (c, draft) => EditReading.Add(draft, c.RouteText("task"), c.Body));

    public static WriteUseCase<ReadingChange, PlanDraft> Edit { get; } = Act("edit-reading", new ReadingShape(), (c, draft) => EditReading.Edit(draft, c.RouteText("reading"), c.Body));

    public static WriteUseCase<SplitReading, PlanDraft> Split { get; } = Act("split-reading", new SplitShape(), (c, draft) => EditReading.Split(draft, c.RouteText("reading"), c.Body.Parts));

    public static WriteUseCase<DropReason, PlanDraft> Drop { get; } = Act("drop-reading", new ReasonShape(), (c, draft) => EditReading.Drop(draft, c.RouteText("reading"), c.Body.Reason));

    public static WriteUseCase<DropReason, PlanDraft> Discard { get; } = Act("discard-plan-draft", new ReasonShape(), (c, draft) => PlanDraft.Discard(draft, c.Body.Reason));

    private static WriteUseCase<TBody, PlanDraft> Act<TBody>(string name, IValidator<TBody> shape, Func<Command<TBody>, PlanDraft, Decision> decide) => new(
        name,
        shape,
        (command, view, cancellationToken) => view.PlanDraftAsync(command.RouteId("draft"), cancellationToken),
        draft => draft.Version,
        (_, _) => Access.Granted,
        (command, draft) => Proposal.Of(decide(command, draft), StreamIds.PlanDraftType, StreamIds.PlanDraft(draft.Id), draft.Version, draft.Id));

    private sealed class HeadShape : AbstractValidator<EditDraftHead>
    {
        public HeadShape()
        {
            RuleFor(h => h.Title!).IsStated().FitsIn(500).When(h => h.Title is not null);
            RuleFor(h => h.Issuer!).IsStated().FitsIn(200).When(h => h.Issuer is not null);
            RuleFor(h => h.DocumentNumber!).IsStated().FitsIn(200).When(h => h.DocumentNumber is not null);
            RuleFor(h => h.Period!.Value).RunsForward().OverridePropertyName(nameof(EditDraftHead.Period)).When(h => h.Period is not null);
        }
    }

    private sealed class AnswersShape : AbstractValidator<AnswerQuestions>
    {
        public AnswersShape()
        {
            RuleFor(a => a.Answers).Must(a => a.Count > 0).Says("list_empty", "至少要有一项", "at least one is needed");
            RuleFor(a => a.Answers).HasAtMost(500);
            RuleForEach(a => a.Answers).ChildRules(answer => answer.RuleFor(a => a.Answer).IsStated().FitsIn(1_000));
        }
    }

    private sealed class TaskShape : AbstractValidator<TaskChange>
    {
        public TaskShape()
        {
            RuleFor(t => t.Title!).IsStated().FitsIn(500).When(t => t.Title is not null);
            RuleFor(t => t.Section!).IsStated().FitsIn(500).When(t => t.Section is not null);
            RuleFor(t => t.Number!).IsStated().FitsIn(20).When(t => t.Number is not null);
            RuleFor(t => t.Units!).HasAtMost(MostUnits);
            RuleForEach(t => t.Units).SetValidator(new UnitShape());
            RuleFor(t => t.Deadline!).Must(IsOne).Says("deadline_invalid", "时限须为日期、周期(R/P1M 等)、长期之一,只填一个", "a deadline is one of a date, a recurrence (R/P1M) and ongoing").When(t => t.Deadline is not null);
        }

        private static bool IsOne(TaskDeadline due)
            => (due.Date is null ? 0 : 1) + (due.Recurrence is null ? 0 : 1) + (due.Ongoing ? 1 : 0) == 1
               && (due.Recurrence is null || Recurrences.IsOne(due.Recurrence));
    }

    private sealed class UnitShape : AbstractValidator<DraftedUnit>
    {
        public UnitShape()
        {
            RuleFor(u => u.Name).IsStated().FitsIn(200);
            RuleFor(u => u.Alias!).IsStated().FitsIn(200).When(u => u.Alias is not null);
            RuleFor(u => u.Side!).IsStated().FitsIn(50).When(u => u.Side is not null);
            RuleFor(u => u.Code!).IsCode().When(u => u.Code is not null);
        }
    }

    private sealed class ReadingShape : AbstractValidator<ReadingChange>
    {
        public ReadingShape()
        {
            RuleFor(r => r.Measure!).IsStated().FitsIn(500).When(r => r.Measure is not null);
            RuleFor(r => r.AsWritten!).IsStated().FitsIn(500).When(r => r.AsWritten is not null);
            RuleFor(r => r.Unit!).IsStated().FitsIn(50).When(r => r.Unit is not null);
            RuleFor(r => r.Per!).HasAtMost(100);
            RuleForEach(r => r.Per).IsStated().FitsIn(100);
            RuleFor(r => r.Period!.Value).RunsForward().OverridePropertyName(nameof(ReadingChange.Period)).When(r => r.Period is not null);
            RuleFor(r => r.Units!).HasAtMost(MostUnits);
            RuleForEach(r => r.Units).SetValidator(new UnitShape());
        }
    }

    private sealed class SplitShape : AbstractValidator<SplitReading>
    {
        public SplitShape()
        {
            RuleFor(s => s.Parts).Must(p => p.Count >= 2).Says("list_too_short", "至少拆成两项", "a split makes at least two");
            RuleFor(s => s.Parts).HasAtMost(50);
            RuleForEach(s => s.Parts).SetValidator(new ReadingShape());
        }
    }

    private sealed class ReasonShape : AbstractValidator<DropReason>
    {
        public ReasonShape() => RuleFor(d => d.Reason).IsStated().FitsIn(500);
    }
}

/// <param name="Reason">It stays in the draft beside what was dropped.</param>
internal sealed record DropReason(string Reason);

/// <param name="Parts">At least two; what a part does not say it has from the reading that is split.</param>
internal sealed record SplitReading(IReadOnlyList<ReadingChange> Parts);
