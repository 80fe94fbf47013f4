using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Planning;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class ApportioningTargetTests : CommitmentSpecs
{
    private static ApportionTarget Divide(SummingUp way, decimal? ownShare, params (string Unit, decimal Value)[] quotas)
        => new(new(way, Districts, [.. quotas.Select(q => new Quota(q.Unit, q.Value))], ownShare));

    private static TargetApportioned Done(ApportionTarget command) => new(command.Apportionment);

    [Theory]
    [InlineData(SummingUp.MembersAddUp)]
    [InlineData(SummingUp.LeadReports)]
    public void Quotas_that_fall_short_are_refused(SummingUp way)
        => Given(Training).When(Divide(way, null, (Jinjiang, 600), (Qingyang, 599))).ThenRefused("quotas_short at /quotas");

    [Theory]
    [InlineData(600, null)]
    [InlineData(900, null)]
    [InlineData(300, 300)]
    public void Quotas_that_reach_the_target_exceed_it_or_leave_the_gap_to_the_own_share_are_accepted(int quota, int? ownShare)
    {
        var command = Divide(SummingUp.MembersAddUp, ownShare, (Jinjiang, 600), (Qingyang, quota));
        Given(Training).When(command).Then(Done(command));
    }

    [Fact]
    public void An_own_share_that_leaves_a_gap_is_not_enough()
        => Given(Training).When(Divide(SummingUp.MembersAddUp, 299, (Jinjiang, 600), (Qingyang, 300))).ThenRefused("quotas_short at /quotas");

    [Fact]
    public void Quotas_below_a_growth_target_s_goal_are_refused()
    {
        var grown = WithTarget(new(Bound.Growth, 20, "增长20%", Baseline: 1_000, GrowthIn: GrowthIn.Percent));
        Given(grown).When(Divide(SummingUp.MembersAddUp, null, (Jinjiang, 1_199))).ThenRefused("quotas_short at /quotas");

        var command = Divide(SummingUp.MembersAddUp, null, (Jinjiang, 1_200));
        Given(grown).When(command).Then(Done(command));
    }

    [Fact]
    public void Quotas_of_a_limit_stay_within_it()
    {
        var limit = WithTarget(new(Bound.AtMost, 1_200, "不超过1200"));
        Given(limit).When(Divide(SummingUp.MembersAddUp, 1, (Jinjiang, 600), (Qingyang, 600))).ThenRefused("quotas_over at /quotas");

        var command = Divide(SummingUp.MembersAddUp, null, (Jinjiang, 100), (Qingyang, 600));
        Given(limit).When(command).Then(Done(command));
    }

    [Fact]
    public void Each_for_itself_has_no_sum_to_hold_against_the_whole()
    {
        var command = Divide(SummingUp.EachForItself, null, (Jinjiang, 5));
        Given(Training).When(command).Then(Done(command));
    }

    [Fact]
    public void Only_the_reporting_may_be_divided()
    {
        var command = Divide(SummingUp.LeadReports, null);
        Given(Training).When(command).Then(Done(command));
    }

    [Fact]
    public void Levels_and_percentages_are_never_summed()
    {
        var share = Training with { Measure = new("覆盖率", "%", MeasureKind.Cumulative), Target = new(Bound.AtLeast, 95, "95%") };
        Given(Park).When(Divide(SummingUp.MembersAddUp, null, (Jinjiang, 200))).ThenRefused("measure_never_summed at /way");
        Given(share).When(Divide(SummingUp.MembersAddUp, null, (Jinjiang, 95))).ThenRefused("measure_never_summed at /way");

        var each = Divide(SummingUp.LeadReports, null, (Jinjiang, 90));
        Given(share).When(each).Then(Done(each));
    }

    [Fact]
    public void Every_fault_of_a_division_is_named()
        => Given(Training).When(Divide(SummingUp.MembersAddUp, -1, (Jinjiang, 2_000), (Jinjiang, 2_000), (Finance, 0)))
            .ThenRefused(
                "code_repeated at /quotas/1/unit",
                "not_a_member at /quotas/2/unit",
                "value_not_positive at /quotas/2/value",
                "value_not_positive at /ownShare");

    [Fact]
    public void Members_are_those_of_the_day_it_is_divided()
    {
        var command = Divide(SummingUp.EachForItself, null, (Wuhou, 5));
        Given(Training).On(Day(6, 30)).When(command).ThenRefused("not_a_member at /quotas/0/unit");
        Given(Training).On(Day(7, 1)).When(command).Then(Done(command));
    }

    [Fact]
    public void Without_a_figure_or_a_group_there_is_nothing_to_divide()
    {
        Given(Scheme).When(Divide(SummingUp.EachForItself, null)).ThenRefused("apportionment_without_target at /way");
        Given(Training).When(new ApportionTarget(new(SummingUp.EachForItself, "nowhere", []))).ThenRefused("group_unknown at /group");
    }

    [Fact]
    public void Dividing_it_the_same_way_again_changes_nothing()
        => Given(Divided(SummingUp.EachForItself, new Quota(Jinjiang, 5))).When(Divide(SummingUp.EachForItself, null, (Jinjiang, 5))).ThenNothing();

    [Fact]
    public void A_division_may_be_made_anew()
    {
        var command = Divide(SummingUp.EachForItself, null, (Jinjiang, 6));
        Given(Divided(SummingUp.EachForItself, new Quota(Jinjiang, 5))).When(command).Then(Done(command));
    }
}
