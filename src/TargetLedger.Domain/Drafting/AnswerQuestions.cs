namespace TargetLedger.Domain.Drafting;

/// <summary>The keeper answers what only the keeper can. An answer is a record of what was found out; it changes no reading.</summary>
public sealed record AnswerQuestions(IReadOnlyList<QuestionAnswer> Answers)
{
    public static Decision Decide(PlanDraft draft, AnswerQuestions command)
    {
        if (draft.Status != PlanDraftStatus.Open)
            return Decision.No(PlanDraft.NotOpen);

        var refusals = new List<Refusal>();
        foreach (var (i, answer) in command.Answers.Index())
        {
            var question = draft.Questions.Find(q => q.Id == answer.Question);
            if (question is null)
                refusals.Add(new("question_unknown", $"没有问题 {answer.Question}", $"there is no question {answer.Question}", $"/answers/{i}/question"));
            else if (DraftQuestions.NeedsEdit(question) && DraftQuestions.StateOf(draft, question) == DraftedQuestionState.Open)
                refusals.Add(new("question_needs_edit", $"问题 {question.Id} 须直接填写相应内容:{question.Zh}", $"question {question.Id} is settled by filling in what it asks for: {question.En}", $"/answers/{i}/question"));
        }

        if (refusals.Count > 0)
            return Decision.No(refusals);
        return command.Answers.All(a => draft.Answers.TryGetValue(a.Question, out var known) && known == a.Answer)
            ? Decision.Done
            : Decision.Of(new PlanDraftAnswered(command.Answers));
    }
}
