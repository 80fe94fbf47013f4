using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Supervision;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class VerifyingProgressTests : CommitmentSpecs
{
    private static readonly object[] June = [Training, Reported(1, Hrss, 6, 100, 100)];
    private static readonly object[] JuneWithNode = [Scheme, Words(1, Hrss, Month(6), Reached("n1", Day(6, 18)), new("n2", Progress.InProgress))];

    [Fact]
    public void A_report_is_accepted_whole()
        => Given(June).When(new VerifyProgress(Id(1))).Then(new ProgressVerified(Id(1), 100));

    [Fact]
    public void A_report_is_accepted_in_part_and_both_figures_are_kept()
    {
        var after = Given(June).When(new VerifyProgress(Id(1), 90, "核减 10 名")).Then(new ProgressVerified(Id(1), 90, "核减 10 名"));

        var june = Fold(after.Events).FindReport(Id(1))!;
        (june.Total, june.VerifiedTotal).ShouldBe((100, 90));
    }

    [Fact]
    public void No_more_and_nothing_negative_is_accepted()
    {
        Given(June).When(new VerifyProgress(Id(1), 101, "c")).ThenRefused("verified_exceeds_reported at /verifiedTotal");
        Given(June).When(new VerifyProgress(Id(1), -1, "c")).ThenRefused("value_negative at /verifiedTotal");
        Given(June).When(new VerifyProgress(Id(1), 0, "名册不实")).Then(new ProgressVerified(Id(1), 0, "名册不实"));
    }

    [Fact]
    public void A_supervisor_may_think_again()
        => Given([.. June, new ProgressVerified(Id(1), 90)]).When(new VerifyProgress(Id(1), 95, "复核")).Then(new ProgressVerified(Id(1), 95, "复核"));

    [Fact]
    public void Verifying_twice_is_verifying_once()
    {
        Given([.. June, new ProgressVerified(Id(1), 100)]).When(new VerifyProgress(Id(1))).ThenNothing();
        Given([.. JuneWithNode, new ProgressVerified(Id(1)), new NodeReached("n1", Day(6, 18), Id(1))]).When(new VerifyProgress(Id(1))).ThenNothing();
    }

    [Fact]
    public void With_the_report_the_nodes_it_says_are_reached_are_confirmed()
        => Given(JuneWithNode).When(new VerifyProgress(Id(1))).Then(new ProgressVerified(Id(1)), new NodeReached("n1", Day(6, 18), Id(1)));

    [Fact]
    public void A_node_confirmed_before_is_not_confirmed_again()
        => Given([.. JuneWithNode, new ProgressVerified(Id(1)), new NodeReached("n1", Day(6, 18), Id(1)), Words(2, Hrss, Month(7), Reached("n1", Day(6, 19)))])
            .When(new VerifyProgress(Id(2))).Then(new ProgressVerified(Id(2)));

    [Fact]
    public void A_node_said_twice_in_one_report_is_confirmed_once()
        => Given(Scheme, Words(1, Hrss, Month(6), Reached("n1", Day(6, 18)), Reached("n1", Day(6, 18))))
            .When(new VerifyProgress(Id(1))).Then(new ProgressVerified(Id(1)), new NodeReached("n1", Day(6, 18), Id(1)));

    [Fact]
    public void A_report_in_words_has_no_figure_to_accept()
        => Given(JuneWithNode).When(new VerifyProgress(Id(1), 5)).ThenRefused("figure_not_expected at /verifiedTotal");

    [Fact]
    public void The_last_reports_are_verified_also_after_close_out()
        => Given([.. June, new CompletionAccepted(Day(6, 30))]).When(new VerifyProgress(Id(1))).Then(new ProgressVerified(Id(1), 100));

    [Fact]
    public void What_is_unknown_withdrawn_or_returned_is_not_verified()
    {
        Given(June).When(new VerifyProgress(Id(2))).ThenRefused("report_unknown");
        Given([.. June, new ProgressWithdrawn(Id(1), "r")]).When(new VerifyProgress(Id(1))).ThenRefused("report_withdrawn");
        Given([.. June, new ProgressReturned(Id(1), "r")]).When(new VerifyProgress(Id(1))).ThenRefused("report_returned");
    }

    [Fact]
    public void Accepting_less_needs_a_reason()
    {
        Given(June).When(new VerifyProgress(Id(1), 90)).ThenRefused("reason_missing at /comment");
        Given(June).When(new VerifyProgress(Id(1), 90, " ")).ThenRefused("reason_missing at /comment");
        Given(June).When(new VerifyProgress(Id(1), 100)).Then(new ProgressVerified(Id(1), 100));
    }

    [Fact]
    public void What_was_not_accepted_stays_out_when_the_next_report_is_accepted_whole()
    {
        object[] july = [.. June, new ProgressVerified(Id(1), 90, "核减 10 名"), Reported(2, Hrss, 7, 50, 150)];

        Given(july).When(new VerifyProgress(Id(2))).Then(new ProgressVerified(Id(2), 140));
        Given(july).When(new VerifyProgress(Id(2), 150)).Then(new ProgressVerified(Id(2), 150));
        // Corrected, June waits to be verified anew and nothing of it is known not to count.
        Given([.. july, new ProgressCorrected(Id(1), "更正", 95, 95)]).When(new VerifyProgress(Id(2))).Then(new ProgressVerified(Id(2), 150));
        Given(Park, Reported(1, Hrss, 6, 0, 100), new ProgressVerified(Id(1), 90, "c"), Reported(2, Hrss, 7, 50, 150)).When(new VerifyProgress(Id(2))).Then(new ProgressVerified(Id(2), 150));
    }
}
