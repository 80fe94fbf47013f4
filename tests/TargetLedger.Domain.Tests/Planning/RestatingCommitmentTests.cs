using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Planning;
using TargetLedger.Domain.Plans;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class RestatingCommitmentTests : CommitmentSpecs
{
    private static readonly RestateCommitment Restate = new("培养技能人才", Strength.Stretch, "修订", "9号");
    private static readonly CommitmentRestated Restated = new("培养技能人才", Strength.Stretch, "修订", "9号");

    [Fact]
    public void An_item_in_other_words_keeps_its_number_its_figure_and_its_reports()
    {
        var after = Given(Training, Reported(1, Hrss, 6, 5, 5)).When(Restate).Then(Restated);

        var state = Fold(after.Events);
        (state.Title, state.Strength, state.Number, state.Reports.Count).ShouldBe(("培养技能人才", Strength.Stretch, "11-1", 1));
        state.TargetOn(Day(7, 1)).ShouldBe(Training.Target);
    }

    [Fact]
    public void The_same_words_again_change_nothing() => Given(Training, Restated).When(Restate).ThenNothing();

    [Fact]
    public void What_has_left_the_list_is_not_restated()
        => Given(Training, new CommitmentWithdrawn(Day(6, 1), "r", "a")).When(Restate).ThenRefused("commitment_withdrawn");

    [Fact]
    public void A_plan_takes_up_sections_and_tasks_at_its_end_and_a_task_another_title()
    {
        object[] events =
        [
            new PlanDrawnUp("P", "要点", "市委", Day(1, 1), Year, [], [new("一", "甲")]),
            new TaskListed("一", "1", "培训", []),
            new PlanConfirmed(1),
            new SectionListed("二", "乙"),
            new TaskListed("二", "2", "就业", []),
            new TaskRetitled("1", "技能培训", "修订", "9号"),
        ];
        var plan = Plan.Fold("plan-1", events.Select((e, i) => new Recorded(e, i + 1, i + 1, At(Day(6, 1)), "keeper")))!;

        plan.Confirmed.ShouldBeTrue();
        plan.Sections.SelectMany(s => s.Tasks.Select(t => (s.Title, t.Number, t.Title))).ShouldBe([("甲", "1", "技能培训"), ("乙", "2", "就业")]);
    }
}
