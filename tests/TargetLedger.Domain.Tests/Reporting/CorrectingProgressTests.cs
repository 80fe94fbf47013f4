using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Reporting;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class CorrectingProgressTests : CommitmentSpecs
{
    private static readonly object[] FirstHalf = [Training, Reported(1, Hrss, Months(1, 5), 500, 500), Reported(2, Hrss, 6, 100, 600)];

    [Fact]
    public void A_correction_gives_the_amount_and_the_total_follows()
        => Given(FirstHalf).When(new CorrectProgress(Id(2), "漏计", Amount: 120)).Then(new ProgressCorrected(Id(2), "漏计", 120, 620));

    [Fact]
    public void A_correction_gives_the_total_and_the_amount_follows()
        => Given(FirstHalf).When(new CorrectProgress(Id(2), "漏计", Total: 620)).Then(new ProgressCorrected(Id(2), "漏计", 120, 620));

    [Fact]
    public void What_does_not_tie_or_falls_is_refused()
    {
        Given(FirstHalf).When(new CorrectProgress(Id(2), "r", Amount: 120, Total: 600)).ThenRefused("amounts_do_not_tie at /total");
        Given(FirstHalf).When(new CorrectProgress(Id(2), "r", Total: 480)).ThenRefused("total_falls at /total");
    }

    [Fact]
    public void Correcting_an_old_period_leaves_later_ones_alone()
    {
        var after = Given(FirstHalf).When(new CorrectProgress(Id(1), "重复计算", Amount: 450)).Then(new ProgressCorrected(Id(1), "重复计算", 450, 450));

        var june = Fold(after.Events).FindReport(Id(2))!;
        (june.Amount, june.Total, june.Corrections, june.ChangedAt).ShouldBe((100, 600, 0, 3));
    }

    [Fact]
    public void An_old_period_may_be_corrected_above_a_later_total_which_still_stands()
    {
        var after = Given(FirstHalf).When(new CorrectProgress(Id(1), "r", Total: 700)).Then(new ProgressCorrected(Id(1), "r", 700, 700));

        Fold(after.Events).FindReport(Id(2))!.Total.ShouldBe(600);
    }

    [Fact]
    public void A_later_period_is_tied_anew_only_when_it_is_corrected_itself()
        => Given([.. FirstHalf, new ProgressCorrected(Id(1), "r", 450, 450)])
            .When(new CorrectProgress(Id(2), "随前期更正", Amount: 100)).Then(new ProgressCorrected(Id(2), "随前期更正", 100, 550));

    [Fact]
    public void Words_of_a_period_are_corrected_without_touching_its_figures()
    {
        var after = Given(FirstHalf).When(new CorrectProgress(Id(2), "补充说明", Text: new("完成第三期"))).Then(new ProgressCorrected(Id(2), "补充说明", Text: new("完成第三期")));

        var june = Fold(after.Events).FindReport(Id(2))!;
        (june.Amount, june.Total, june.Text!.Done, june.Corrections).ShouldBe((100, 600, "完成第三期", 1));
    }

    [Fact]
    public void A_correction_that_changes_nothing_is_not_recorded()
    {
        var evidence = new Evidence("aa", "a.pdf", 1, "application/pdf");
        var given = Given(Scheme, Words(1, Hrss, Month(6), Reached("n1", Day(6, 18))) with { Text = new("a"), Evidence = [evidence] });
        given.When(new CorrectProgress(Id(1), "r", Text: new("a"), Nodes: [Reached("n1", Day(6, 18))], Evidence: [evidence with { }], Through: EndOf(6), Progress: Progress.InProgress)).ThenNothing();
        given.When(new CorrectProgress(Id(1), "r")).ThenNothing();
        Given(FirstHalf).When(new CorrectProgress(Id(2), "r", Amount: 100, Total: 600)).ThenNothing();
    }

    [Fact]
    public void Evidence_is_replaced_as_a_whole()
        => Given(FirstHalf).When(new CorrectProgress(Id(2), "补佐证", Evidence: [new("aa", "a.pdf", 1, "application/pdf")]))
            .Then(new ProgressCorrected(Id(2), "补佐证", Evidence: [new("aa", "a.pdf", 1, "application/pdf")]));

    [Fact]
    public void A_returned_report_is_resubmitted_by_its_correction()
    {
        var after = Given([.. FirstHalf, new ProgressReturned(Id(2), "缺佐证")]).When(new CorrectProgress(Id(2), "核减", Amount: 90)).Then(new ProgressCorrected(Id(2), "核减", 90, 590));

        var june = Fold(after.Events).FindReport(Id(2))!;
        (june.Status, june.ReturnReason, june.Total).ShouldBe((ReportStatus.Submitted, null, 590));
    }

    [Fact]
    public void A_returned_report_may_stand_by_what_it_said()
        => Given([.. FirstHalf, new ProgressReturned(Id(2), "存疑")]).When(new CorrectProgress(Id(2), "数据无误")).Then(new ProgressCorrected(Id(2), "数据无误"));

    [Fact]
    public void A_corrected_report_is_to_be_verified_again()
    {
        var after = Given([.. FirstHalf, new ProgressVerified(Id(2), 600)]).When(new CorrectProgress(Id(2), "r", Amount: 90)).Then(new ProgressCorrected(Id(2), "r", 90, 590));

        var june = Fold(after.Events).FindReport(Id(2))!;
        (june.Status, june.VerifiedTotal).ShouldBe((ReportStatus.Submitted, null));
    }

    [Fact]
    public void Nodes_a_verified_report_confirmed_wait_for_its_verification_again()
    {
        object[] verified = [Scheme, Words(1, Hrss, Month(6), Reached("n1", Day(6, 18))), new ProgressVerified(Id(1)), new NodeReached("n1", Day(6, 18), Id(1))];
        Fold(verified).Nodes[0].ConfirmedOn.ShouldBe(Day(6, 18));

        var after = Given(verified).When(new CorrectProgress(Id(1), "日期有误", Nodes: [Reached("n1", Day(6, 25))])).Then(new ProgressCorrected(Id(1), "日期有误", Nodes: [Reached("n1", Day(6, 25))]));
        Fold(after.Events).Nodes[0].ConfirmedOn.ShouldBeNull();

        var again = after.When(new Supervision.VerifyProgress(Id(1))).Then(new ProgressVerified(Id(1)), new NodeReached("n1", Day(6, 25), Id(1)));
        Fold(again.Events).Nodes[0].ConfirmedOn.ShouldBe(Day(6, 25));
    }

    [Fact]
    public void No_progress_corrected_to_an_amount_is_progress()
    {
        object[] idle = [Training, Reported(1, Hrss, 6, 0, 0) with { NoProgress = true }];
        Fold(idle).FindReport(Id(1))!.NoProgress.ShouldBeTrue();

        var after = Given(idle).When(new CorrectProgress(Id(1), "r", Amount: 5)).Then(new ProgressCorrected(Id(1), "r", 5, 5));
        Fold(after.Events).FindReport(Id(1))!.NoProgress.ShouldBeFalse();
    }

    [Fact]
    public void The_date_of_the_data_stays_within_the_period_and_out_of_the_future()
    {
        Given(FirstHalf).When(new CorrectProgress(Id(2), "r", Through: Day(6, 25))).Then(new ProgressCorrected(Id(2), "r", Through: Day(6, 25)));
        Given(FirstHalf).When(new CorrectProgress(Id(2), "r", Through: Day(5, 31))).ThenRefused("through_outside_period at /through");
        Given(FirstHalf).On(Day(6, 20)).When(new CorrectProgress(Id(2), "r", Through: Day(6, 25))).ThenRefused("date_in_future at /through");
    }

    [Fact]
    public void The_date_of_the_data_cannot_move_before_a_node_it_says_is_reached()
        => Given(Scheme, Words(1, Hrss, Month(6), Reached("n1", Day(6, 25)))).When(new CorrectProgress(Id(1), "r", Through: Day(6, 20))).ThenRefused("date_after_cutoff at /nodes/0/reachedOn");

    [Fact]
    public void A_report_in_words_takes_no_figure()
    {
        Given(Scheme, Words(1, Hrss, Month(6))).When(new CorrectProgress(Id(1), "r", Amount: 5)).ThenRefused("figure_not_expected at /amount");
        Given(Training, Words(1, Finance, Month(6))).When(new CorrectProgress(Id(1), "r", Total: 5)).ThenRefused("figure_not_expected at /total");
    }

    [Fact]
    public void The_first_level_is_corrected_without_a_report_before_it()
    {
        var first = Reported(1, Hrss, 5, 0, 90) with { Amount = null };
        Given(Park, first).When(new CorrectProgress(Id(1), "r", Total: 85)).Then(new ProgressCorrected(Id(1), "r", null, 85));
        Given(Park, first).When(new CorrectProgress(Id(1), "r", Amount: 3)).Then(new ProgressCorrected(Id(1), "r", 3, 90));
    }

    [Fact]
    public void What_is_unknown_withdrawn_or_closed_is_not_corrected()
    {
        Given(FirstHalf).When(new CorrectProgress(Id(7), "r", Amount: 1)).ThenRefused("report_unknown");
        Given([.. FirstHalf, new ProgressWithdrawn(Id(2), "r")]).When(new CorrectProgress(Id(2), "r", Amount: 1)).ThenRefused("report_withdrawn");
        Given([.. FirstHalf, new CompletionAccepted(Day(6, 30))]).When(new CorrectProgress(Id(2), "r", Amount: 1)).ThenRefused("commitment_closed_out");
    }
}
