using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Reporting;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class ClaimingCompletionTests : CommitmentSpecs
{
    private static readonly DateOnly Today = Day(10, 10);
    private static readonly ClaimCompletion Claim = new(Hrss, Day(9, 28), "全部完成", [new("aa", "名册.pdf", 1, "application/pdf")]);
    private static readonly CompletionClaimed Claimed = new(Hrss, Day(9, 28), "全部完成", Claim.Evidence);
    private static readonly object[] Met = [Training, Stands(1, Hrss, Day(9, 30), 1_200)];

    [Fact]
    public void A_lead_claims_what_its_reports_bear_out()
        => Given(Met).On(Today).When(Claim).Then(Claimed);

    [Fact]
    public void A_figure_that_falls_short_cannot_be_claimed()
        => Given(Training, Stands(1, Hrss, Day(9, 30), 1_199)).On(Today).When(Claim).ThenRefused("target_not_met");

    [Fact]
    public void Where_verified_figures_count_what_is_not_verified_cannot_be_claimed()
    {
        var strict = Rules.Default with { CountedAmount = CountedAmount.Verified };
        Given(Met).On(Today).Under(strict).When(Claim).ThenRefused("target_not_met");
        Given([.. Met, new ProgressVerified(Id(1), 1_200)]).On(Today).Under(strict).When(Claim).Then(Claimed);
    }

    [Fact]
    public void A_task_is_claimed_once_every_node_is_reached()
    {
        var first = Words(1, Hrss, Months(1, 9), Reached("n1", Day(6, 18)));
        var second = first with { Nodes = [Reached("n1", Day(6, 18)), Reached("n2", Day(9, 28))] };
        Given(Scheme, first).On(Today).When(Claim).ThenRefused("target_not_met");
        Given(Scheme, second).On(Today).When(Claim).Then(Claimed);
    }

    [Fact]
    public void Only_the_lead_claims_and_not_the_one_of_last_month()
    {
        Given(Met).On(Today).When(Claim with { Unit = Finance }).ThenRefused("not_the_lead at /unit");
        Given([.. Met, new ResponsibilityReassigned([Lead(Education)], Day(10, 1), "r", "a")]).On(Today).When(Claim).ThenRefused("not_the_lead at /unit");
    }

    [Fact]
    public void A_day_to_come_or_before_the_period_is_no_day_of_completion()
    {
        Given(Met).On(Today).When(Claim with { CompletedOn = Day(10, 11) }).ThenRefused("date_in_future at /completedOn");
        Given(Met).On(Today).When(Claim with { CompletedOn = new(2013, 12, 31) }).ThenRefused("period_outside_commitment at /completedOn");
    }

    [Fact]
    public void Completion_after_the_period_s_end_is_late_and_may_be_claimed()
        => Given(Training, Stands(1, Hrss, Day(12, 31), 1_200)).On(new(2015, 1, 20)).When(Claim with { CompletedOn = new(2015, 1, 15) }).Then(Claimed with { CompletedOn = new(2015, 1, 15) });

    [Fact]
    public void Claiming_twice_is_claiming_once_and_another_claim_waits_for_the_first()
    {
        Given([.. Met, Claimed]).On(Today).When(Claim).ThenNothing();
        Given([.. Met, Claimed]).On(Today).When(Claim with { CompletedOn = Day(9, 29) }).ThenRefused("claim_pending");
    }

    [Fact]
    public void A_limit_is_kept_only_when_its_period_is_over()
    {
        var limit = WithTarget(new(Bound.AtMost, 1_200, "不超过1200"));
        Given(limit, Stands(1, Hrss, Day(9, 30), 600)).On(Today).When(Claim).ThenRefused("target_not_met");
        Given(limit, Stands(1, Hrss, Day(12, 31), 600)).On(new(2015, 1, 10)).When(Claim).Then(Claimed);
    }

    [Fact]
    public void What_does_not_run_is_not_claimed()
        => Given([.. Met, new CommitmentSuspended(Day(9, 1), "r", "a")]).On(Today).When(Claim).ThenRefused("commitment_suspended");
}
