using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Supervision;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class ClosingOutTests : CommitmentSpecs
{
    private static readonly object[] Claimed = [Training, Stands(1, Hrss, Day(9, 30), 1_200), new CompletionClaimed(Hrss, Day(9, 28), "全部完成")];
    private static readonly object[] ClosedOut = [.. Claimed, new CompletionAccepted(Day(9, 28))];

    [Fact]
    public void An_accepted_claim_closes_the_commitment_out_from_the_day_it_was_complete()
    {
        var after = Given(Claimed).When(new AcceptCompletion("现场核查属实")).Then(new CompletionAccepted(Day(9, 28), "现场核查属实"));

        var state = Fold(after.Events);
        state.StandingOn(Day(9, 27)).ShouldBe(Standing.Active);
        state.StandingOn(Day(9, 28)).ShouldBe(Standing.ClosedOut);
        state.Claim.ShouldBeNull();
    }

    [Fact]
    public void Accepting_twice_is_accepting_once()
        => Given(ClosedOut).When(new AcceptCompletion()).ThenNothing();

    [Fact]
    public void Without_a_claim_there_is_nothing_to_accept_or_reject()
    {
        Given(Training).When(new AcceptCompletion()).ThenRefused("claim_missing");
        Given(Training).When(new RejectCompletion("r")).ThenRefused("claim_missing");
        Given(ClosedOut).When(new RejectCompletion("r")).ThenRefused("claim_missing");
    }

    [Fact]
    public void A_claim_turned_down_leaves_the_commitment_running_and_may_be_made_again()
    {
        var after = Given(Claimed).On(Day(10, 10)).When(new RejectCompletion("佐证不足")).Then(new CompletionRejected("佐证不足"));

        after.When(new Reporting.ClaimCompletion(Hrss, Day(9, 28), "已补佐证")).Then(new CompletionClaimed(Hrss, Day(9, 28), "已补佐证"));
    }

    [Fact]
    public void A_claim_on_a_suspended_commitment_waits()
        => Given([.. Claimed, new CommitmentSuspended(Day(10, 1), "r", "a")]).When(new AcceptCompletion()).ThenRefused("commitment_suspended");

    [Fact]
    public void A_closed_out_commitment_is_opened_again_from_the_day_it_is_decided()
    {
        var after = Given(ClosedOut).On(Day(11, 3)).When(new ReopenCommitment("抽查不实")).Then(new CommitmentReopened(Day(11, 3), "抽查不实"));

        var state = Fold(after.Events);
        state.StandingOn(Day(11, 2)).ShouldBe(Standing.ClosedOut);
        state.StandingOn(Day(11, 3)).ShouldBe(Standing.Active);
    }

    [Fact]
    public void What_is_open_is_not_opened()
        => Given(Training).When(new ReopenCommitment("r")).ThenRefused("not_closed_out");

    [Fact]
    public void Opened_again_it_is_reported_on_corrected_and_closed_out_again()
    {
        var reopened = Given([.. ClosedOut, new CommitmentReopened(Day(11, 3), "r")]).On(Day(12, 1));
        reopened.When(new Reporting.CorrectProgress(Id(1), "核减", Total: 1_150)).Then(new ProgressCorrected(Id(1), "核减", 1_150, 1_150))
            .When(new Reporting.ReportProgress(Id(2), Hrss, Months(10, 11), Amount: 60)).Then(Reported(2, Hrss, Months(10, 11), 60, 1_210))
            .When(new Reporting.ClaimCompletion(Hrss, Day(11, 20), "s")).Then(new CompletionClaimed(Hrss, Day(11, 20), "s"))
            .When(new AcceptCompletion()).Then(new CompletionAccepted(Day(11, 20)));
    }
}
