using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Planning;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class RevisingTargetTests : CommitmentSpecs
{
    private static readonly Target Raised = new(Bound.AtLeast, 1_500, "1500名");
    private static readonly DateOnly July = Day(7, 1);

    private static ReviseTarget Revise(Target target, DateOnly from) => new(target, from, "年中调整", "9号");

    private static TargetRevised Revised(Target target, DateOnly from) => new(target, from, "年中调整", "9号");

    [Fact]
    public void Earlier_days_keep_the_earlier_target()
    {
        var after = Given(Training).When(Revise(Raised, July)).Then(Revised(Raised, July));

        var state = Fold(after.Events);
        state.TargetOn(Day(6, 30))!.Value.ShouldBe(1_200);
        state.TargetOn(July)!.Value.ShouldBe(1_500);
    }

    [Fact]
    public void What_about_means_is_frozen_when_the_target_is_set()
        => Given(Training).Under(Rules.Default with { ApproxTolerancePercent = 7 })
            .When(Revise(new(Bound.Approx, 1_500, "1500名左右"), July))
            .Then(Revised(new(Bound.Approx, 1_500, "1500名左右", TolerancePercent: 7), July));

    [Fact]
    public void A_tolerance_that_is_stated_stays_as_stated()
        => Given(Training).When(Revise(new(Bound.Approx, 1_500, "1500名左右", TolerancePercent: 3), July))
            .Then(Revised(new(Bound.Approx, 1_500, "1500名左右", TolerancePercent: 3), July));

    [Fact]
    public void Sending_the_same_words_again_under_another_tolerance_thaws_nothing()
    {
        var approx = new Target(Bound.Approx, 1_500, "1500名左右");
        Given(Training, Revised(approx with { TolerancePercent = 7 }, July)).Under(Rules.Default with { ApproxTolerancePercent = 20 }).When(Revise(approx, July)).ThenNothing();
    }

    [Fact]
    public void Setting_the_target_that_holds_changes_nothing()
    {
        Given(Training).When(Revise(Training.Target!, July)).ThenNothing();
        Given(Training, Revised(Raised, July)).When(Revise(Raised, Day(8, 1))).ThenNothing();
    }

    [Fact]
    public void A_target_planned_for_later_gives_way_to_one_set_from_an_earlier_day()
    {
        var planned = Revised(Raised, Day(10, 1));
        var after = Given(Training, planned).When(Revise(Training.Target!, July)).Then(Revised(Training.Target!, July));

        Fold(after.Events).TargetOn(Day(11, 1))!.Value.ShouldBe(1_200);
    }

    [Fact]
    public void A_target_set_for_the_first_day_replaces_the_whole_history()
    {
        var after = Given(Training, Revised(Raised, July)).When(Revise(new(Bound.AtLeast, 900, "900名"), Day(1, 1))).Then(Revised(new(Bound.AtLeast, 900, "900名"), Day(1, 1)));

        Fold(after.Events).Targets.ShouldHaveSingleItem().Value.Value.ShouldBe(900);
    }

    [Fact]
    public void A_target_says_what_its_bound_needs_and_no_more()
    {
        void Refused(Target target, params string[] reasons) => Given(Training).When(Revise(target, July)).ThenRefused(reasons);

        Refused(new(Bound.AtLeast, 0, ""), "value_not_positive at /target/value", "value_missing at /target/asWritten");
        Refused(new(Bound.Range, 5, "5个"), "range_upper_missing at /target/upper");
        Refused(new(Bound.Range, 5, "5-5个", Upper: 5), "range_upper_missing at /target/upper");
        Refused(new(Bound.AtLeast, 5, "5个", Upper: 8), "upper_not_expected at /target/upper");
        Refused(new(Bound.AtLeast, 5, "5个", TolerancePercent: 8), "tolerance_not_expected at /target/tolerancePercent");
        Refused(new(Bound.Approx, 5, "5个左右", TolerancePercent: 100), "tolerance_out_of_range at /target/tolerancePercent");
        Refused(new(Bound.Growth, 5, "增长5%"), "baseline_missing at /target/baseline", "growth_unit_missing at /target/growthIn");
        Refused(new(Bound.Growth, 1, "翻一番", Baseline: 100, GrowthIn: GrowthIn.Times), "growth_not_upward at /target/value");
        Refused(new(Bound.AtMost, 5, "不超过5个", Baseline: 1, GrowthIn: GrowthIn.Points), "baseline_not_expected at /target/baseline", "growth_unit_not_expected at /target/growthIn");
    }

    [Fact]
    public void It_takes_effect_on_a_day_of_the_period()
        => Given(Training).When(Revise(Raised, new(2015, 1, 1))).ThenRefused("period_outside_commitment at /effectiveFrom");

    [Fact]
    public void A_task_without_a_figure_gets_none_by_revision()
        => Given(Scheme).When(Revise(Raised, July)).ThenRefused("figure_not_expected at /target");

    [Fact]
    public void What_does_not_run_is_not_revised()
        => Given(Training, new CommitmentWithdrawn(July, "r", "a")).When(Revise(Raised, July)).ThenRefused("commitment_withdrawn");
}
