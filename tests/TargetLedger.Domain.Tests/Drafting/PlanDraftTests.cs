using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Drafting;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

/// <summary>A draft of a list is put right by its keeper until it is confirmed or discarded.</summary>
public sealed class PlanDraftTests
{
    private static readonly DraftedTask Skills = new("t1", "高技能人才", [new("市人社局", Role.Lead, Inferred: true)], "11");
    private static readonly Reading Studios = new("r1", "t1", ReadingKind.Quantity, "新建技能大师工作室", "5-8个", 5, 8, Bound.Range, "个", Confidence: 0.9m);
    private static readonly Reading Growth = new("r2", "t1", ReadingKind.Quantity, "技工院校招生", "增长10%", 10, Bound: Bound.Growth, GrowthIn: GrowthIn.Percent, Confidence: 0.8m);

    private static readonly DraftedQuestion[] Questions =
    [
        new("q1", "issuer_missing", "没有找到发文机关,请填写", "no issuer was found: enter it"),
        new("q2", "baseline_missing", "“增长10%”的基数是多少?", "what is it measured against?", "t1", "r2"),
        new("q3", "declared_tasks", "文中写“17项”,读出1项任务", "17 are declared, 1 was found"),
        new("q4", "lead_inferred", "按首位推定牵头单位,请确认", "the lead is inferred", "t1"),
    ];

    [Fact]
    public void What_has_to_be_known_first_stands_in_the_way_and_each_is_named()
        => DraftQuestions.InTheWayOf(Draft()).Select(r => r.Member).ShouldBe(["/questions/q1", "/questions/q2", "/questions/q3"]);

    [Fact]
    public void An_answer_in_words_settles_what_only_had_to_be_looked_into()
    {
        var answered = Draft(new PlanDraftAnswered([new("q3", "附件另行印发")]));
        DraftQuestions.StateOf(answered, Questions[2]).ShouldBe(DraftedQuestionState.Answered);
        Refused(AnswerQuestions.Decide(Draft(), new([new("q1", "市委"), new("q2", "去年的"), new("q9", "?")])))
            .ShouldBe([("question_needs_edit", "/answers/0/question"), ("question_needs_edit", "/answers/1/question"), ("question_unknown", "/answers/2/question")]);
        AnswerQuestions.Decide(answered, new([new("q3", "附件另行印发")])).ShouldBeOfType<Decision.Nothing>();
    }

    [Fact]
    public void Filling_in_what_is_missing_settles_its_question_and_so_does_dropping_what_it_is_about()
    {
        var edited = EditReading.Edit(Draft(), "r2", new(Baseline: 2_000, Unit: "人")).ShouldBeOfType<Decision.Record>().Events.ShouldHaveSingleItem();
        DraftQuestions.OpenOf(Draft(edited)).ShouldNotContain(q => q.Id == "q2");
        DraftQuestions.OpenOf(Draft(new PlanDraftReadingDropped("r2", "上年数"))).ShouldNotContain(q => q.Id == "q2");
        DraftQuestions.OpenOf(Draft(new PlanDraftTaskDropped("t1", "重复"))).Select(q => q.Id).ShouldBe(["q1", "q3"]);
        DraftQuestions.OpenOf(Draft(new PlanDraftHeadEdited(new(Issuer: "市委")))).ShouldNotContain(q => q.Id == "q1");
        var confirmed = EditDraftTask.Edit(Draft(), "t1", new(Units: [new("市人社局", Role.Lead)])).ShouldBeOfType<Decision.Record>().Events.ShouldHaveSingleItem();
        DraftQuestions.OpenOf(Draft(confirmed)).ShouldNotContain(q => q.Id == "q4");
    }

    [Fact]
    public void Another_bound_takes_what_belonged_to_the_one_before_away()
    {
        var edited = EditReading.Edit(Draft(), "r1", new(Bound: Bound.AtLeast)).ShouldBeOfType<Decision.Record>().Events.ShouldHaveSingleItem().ShouldBeOfType<PlanDraftReadingEdited>();
        (edited.Reading.Bound, edited.Reading.Upper, edited.Reading.Measure).ShouldBe((Bound.AtLeast, null, "新建技能大师工作室"));

        var milestone = EditReading.Edit(Draft(), "r1", new(Kind: ReadingKind.Milestone)).ShouldBeOfType<Decision.Record>().Events.ShouldHaveSingleItem().ShouldBeOfType<PlanDraftReadingEdited>();
        (milestone.Reading.Value, milestone.Reading.Bound, milestone.Reading.Unit).ShouldBe((null, null, null));
    }

    [Fact]
    public void A_reading_that_no_list_could_hold_is_refused_with_every_fault()
        => Refused(EditReading.Add(Draft(), "t1", new(ReadingKind.Quantity, Measure: " ", Value: -1, Bound: Bound.Range)))
            .ShouldBe([("value_missing", "/measure"), ("value_not_positive", "/value"), ("range_upper_missing", "/upper")]);

    [Fact]
    public void A_reading_is_split_into_parts_that_keep_what_they_do_not_say_and_the_whole_is_no_more()
    {
        var split = EditReading.Split(Draft(), "r1", [new(Measure: "新建省级工作室", Value: 2, Bound: Bound.AtLeast), new(Measure: "新建市级工作室", Value: 3, Upper: 6)])
            .ShouldBeOfType<Decision.Record>().Events.ShouldHaveSingleItem().ShouldBeOfType<PlanDraftReadingSplit>();
        split.Parts.Select(p => (p.Id, p.Value, p.Upper, p.Unit)).ShouldBe([("r3", 2, null, "个"), ("r4", 3, 6, "个")]);

        var draft = Draft(split);
        draft.ReadingsToList(Skills).Select(r => r.Id).ShouldBe(["r3", "r4", "r2"]);
        Refused(EditReading.Edit(draft, "r1", new(Value: 4))).ShouldBe([("draft_part_dropped", "")]);
    }

    [Fact]
    public void What_was_missed_is_added_by_hand_with_ids_nobody_had()
    {
        var task = EditDraftTask.Add(Draft(new PlanDraftTaskDropped("t1", "重复")), new(Title: "补充的任务")).ShouldBeOfType<Decision.Record>().Events.ShouldHaveSingleItem().ShouldBeOfType<PlanDraftTaskAdded>();
        task.Task.Id.ShouldBe("t2");
        var reading = EditReading.Add(Draft(task), "t2", new(Measure: "培训", Value: 300, Unit: "人")).ShouldBeOfType<Decision.Record>().Events.ShouldHaveSingleItem().ShouldBeOfType<PlanDraftReadingAdded>();
        (reading.Reading.Id, reading.Reading.Bound, reading.Reading.AsWritten).ShouldBe(("r3", Bound.AtLeast, "300人"));
    }

    [Fact]
    public void An_edit_that_says_what_is_there_already_changes_nothing()
    {
        EditReading.Edit(Draft(), "r1", new(Value: 5, Upper: 8)).ShouldBeOfType<Decision.Nothing>();
        EditDraftTask.Edit(Draft(), "t1", new(Units: [new("市人社局", Role.Lead, Inferred: true)])).ShouldBeOfType<Decision.Nothing>();
        EditDraftHead.Decide(Draft(), new(Title: "要点")).ShouldBeOfType<Decision.Nothing>();
        EditReading.Drop(Draft(new PlanDraftReadingDropped("r1", "a")), "r1", "b").ShouldBeOfType<Decision.Nothing>();
    }

    [Fact]
    public void Nothing_is_changed_in_a_draft_that_is_confirmed_or_discarded()
    {
        foreach (var end in new object[] { new PlanDraftConfirmed("plan-1"), new PlanDraftDiscarded("重来") })
        {
            var draft = Draft(end);
            Decision[] decisions =
            [
                AnswerQuestions.Decide(draft, new([new("q3", "a")])),
                EditDraftHead.Decide(draft, new(Title: "b")),
                EditDraftTask.Add(draft, new(Title: "b")),
                EditDraftTask.Edit(draft, "t1", new(Title: "b")),
                EditDraftTask.Drop(draft, "t1", "b"),
                EditReading.Add(draft, "t1", new(Measure: "b", Value: 1)),
                EditReading.Edit(draft, "r1", new(Value: 1)),
                EditReading.Split(draft, "r1", [new(), new()]),
                EditReading.Drop(draft, "r1", "b"),
            ];
            foreach (var decision in decisions)
                Refused(decision).ShouldBe([("plan_draft_not_open", "")]);
        }

        PlanDraft.Discard(Draft(new PlanDraftDiscarded("重来")), "again").ShouldBeOfType<Decision.Nothing>();
        Refused(PlanDraft.Discard(Draft(new PlanDraftConfirmed("plan-1")), "late")).ShouldBe([("plan_draft_not_open", "")]);
    }

    private static PlanDraft Draft(params object[] later) => PlanDraft.Fold(
        Id(1),
        Record(
        [
            new PlanDrafted(new("aa", "要点.txt", 10), new("要点", Period: new(new(2014, 1, 1), new(2014, 12, 31)), IssuedOn: new(2014, 6, 4)), 0),
            new PlanDraftRead([Skills], [Studios, Growth], Questions, [], []),
            .. later,
        ]))!;

    private static IEnumerable<(string Code, string Member)> Refused(Decision decision)
        => decision.ShouldBeOfType<Decision.Refuse>().Reasons.Select(r => (r.Code, r.Member ?? ""));
}
