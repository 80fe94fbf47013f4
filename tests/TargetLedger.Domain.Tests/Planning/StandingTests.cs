using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Planning;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class StandingTests : CommitmentSpecs
{
    private static readonly SuspendCommitment Suspend = new(Day(6, 20), "升级改造", "4号");
    private static readonly CommitmentSuspended Suspended = new(Day(6, 20), "升级改造", "4号");
    private static readonly ResumeCommitment Resume = new(Day(10, 8), "改造完成", "11号");
    private static readonly CommitmentResumed Resumed = new(Day(10, 8), "改造完成", "11号");
    private static readonly WithdrawCommitment Withdraw = new(Day(8, 1), "任务取消", "12号");
    private static readonly CommitmentWithdrawn Withdrawn = new(Day(8, 1), "任务取消", "12号");
    private static readonly CompletionAccepted ClosedOut = new(Day(6, 30));

    [Fact]
    public void A_commitment_is_suspended_from_a_day_until_it_runs_again()
    {
        var suspended = Given(Training).When(Suspend).Then(Suspended);
        var state = Fold(suspended.When(Resume).Then(Resumed).Events);

        state.Standing.ShouldBe(Standing.Active);
        state.StandingOn(Day(6, 19)).ShouldBe(Standing.Active);
        state.StandingOn(Day(6, 20)).ShouldBe(Standing.Suspended);
        state.StandingOn(Day(10, 7)).ShouldBe(Standing.Suspended);
        state.StandingOn(Day(10, 8)).ShouldBe(Standing.Active);
    }

    [Fact]
    public void Suspending_resuming_and_withdrawing_twice_is_doing_it_once()
    {
        Given(Training, Suspended).When(Suspend).ThenNothing();
        Given(Training, Suspended, Resumed).When(Resume).ThenNothing();
        Given(Training, Withdrawn).When(Withdraw).ThenNothing();
    }

    [Fact]
    public void It_cannot_resume_before_it_was_suspended()
        => Given(Training, Suspended).When(Resume with { On = Day(6, 19) }).ThenRefused("dates_reversed at /on");

    [Fact]
    public void Resumed_on_the_day_it_was_suspended_it_never_stood_still()
        => Fold(Given(Training, Suspended).When(Resume with { On = Day(6, 20) }).Then(Resumed with { On = Day(6, 20) }).Events).StandingOn(Day(6, 20)).ShouldBe(Standing.Active);

    [Fact]
    public void Nothing_stops_or_goes_on_ahead_of_its_day()
    {
        Given(Training).On(Day(6, 19)).When(Suspend).ThenRefused("date_in_future at /from");
        Given(Training).On(Day(7, 31)).When(Withdraw).ThenRefused("date_in_future at /on");
        Given(Training, Suspended).On(Day(10, 7)).When(Resume).ThenRefused("date_in_future at /on");
    }

    [Fact]
    public void It_may_be_suspended_again()
        => Given(Training, Suspended, Resumed).When(Suspend with { From = Day(11, 1) }).Then(Suspended with { From = Day(11, 1) });

    [Fact]
    public void A_commitment_that_leaves_the_list_keeps_its_history()
    {
        var after = Given(Training, Reported(1, Hrss, 6, 5, 5), new CompletionClaimed(Hrss, Day(6, 30), "s")).When(Withdraw).Then(Withdrawn);

        var state = Fold(after.Events);
        state.StandingOn(Day(7, 31)).ShouldBe(Standing.Active);
        state.StandingOn(Day(8, 1)).ShouldBe(Standing.Withdrawn);
        state.Reports.Count.ShouldBe(1);
        state.Claim.ShouldBeNull();
    }

    [Fact]
    public void A_suspended_commitment_may_leave_the_list()
    {
        var state = Fold(Given(Training, Suspended).When(Withdraw).Then(Withdrawn).Events);
        state.StandingOn(Day(7, 1)).ShouldBe(Standing.Suspended);
        state.StandingOn(Day(9, 1)).ShouldBe(Standing.Withdrawn);
    }

    [Fact]
    public void What_has_left_the_list_neither_pauses_nor_resumes()
    {
        Given(Training, Withdrawn).When(Suspend).ThenRefused("commitment_withdrawn");
        Given(Training, Withdrawn).When(Resume).ThenRefused("commitment_withdrawn");
    }

    [Fact]
    public void What_is_closed_out_neither_pauses_nor_resumes_nor_leaves()
    {
        Given(Training, ClosedOut).When(Suspend).ThenRefused("commitment_closed_out");
        Given(Training, ClosedOut).When(Resume).ThenRefused("commitment_closed_out");
        Given(Training, ClosedOut).When(Withdraw).ThenRefused("commitment_closed_out");
    }

    [Fact]
    public void It_happens_on_a_day_of_the_period()
    {
        Given(Training).When(Suspend with { From = new(2015, 1, 1) }).ThenRefused("period_outside_commitment at /from");
        Given(Training).When(Withdraw with { On = new(2013, 12, 31) }).ThenRefused("period_outside_commitment at /on");
    }
}
