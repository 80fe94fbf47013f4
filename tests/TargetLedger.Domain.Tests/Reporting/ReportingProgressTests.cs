using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Reporting;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class ReportingProgressTests : CommitmentSpecs
{
    private static ReportProgress June(decimal? amount = null, decimal? total = null, bool noProgress = false)
        => new(Id(9), Hrss, Month(6), Amount: amount, Total: total, NoProgress: noProgress);

    private static ProgressReported JanuaryToMay { get; } = Reported(1, Hrss, Months(1, 5), 500, 500);

    [Fact]
    public void Amount_and_total_that_tie_are_recorded_with_the_period_s_end_as_cut_off()
        => Given(Training, JanuaryToMay).When(June(100, 600)).Then(Reported(9, Hrss, 6, 100, 600));

    [Fact]
    public void Amount_and_total_that_do_not_tie_are_asked_about()
        => Given(Training, JanuaryToMay).When(June(100, 610)).ThenRefused("amounts_do_not_tie at /total");

    [Fact]
    public void From_the_amount_alone_follows_the_total()
        => Given(Training, JanuaryToMay).When(June(amount: 100)).Then(Reported(9, Hrss, 6, 100, 600));

    [Fact]
    public void From_the_total_alone_follows_the_amount()
        => Given(Training, JanuaryToMay).When(June(total: 600)).Then(Reported(9, Hrss, 6, 100, 600));

    [Fact]
    public void No_progress_is_one_act_and_keeps_the_total()
        => Given(Training, JanuaryToMay).When(June(noProgress: true)).Then(Reported(9, Hrss, 6, 0, 500) with { NoProgress = true });

    [Fact]
    public void No_progress_may_repeat_the_total_but_brings_no_amount()
    {
        Given(Training, JanuaryToMay).When(June(0, 500, noProgress: true)).Then(Reported(9, Hrss, 6, 0, 500) with { NoProgress = true });
        Given(Training, JanuaryToMay).When(June(3, noProgress: true)).ThenRefused("no_progress_with_amount at /amount");
        Given(Training, JanuaryToMay).When(June(total: 503, noProgress: true)).ThenRefused("amounts_do_not_tie at /total");
    }

    [Fact]
    public void A_report_without_any_figure_is_asked_about()
        => Given(Training, JanuaryToMay).When(June()).ThenRefused("figure_missing at /amount");

    [Fact]
    public void The_first_report_of_a_plan_issued_in_June_covers_January_to_May()
        => Given(Training).On(Day(6, 6)).When(new ReportProgress(Id(1), Hrss, Months(1, 5), Total: 500)).Then(JanuaryToMay);

    [Fact]
    public void A_running_total_cannot_fall()
    {
        Given(Training, JanuaryToMay).When(June(total: 480)).ThenRefused("total_falls at /total");
        Given(Training, JanuaryToMay).When(June(amount: -20)).ThenRefused("total_falls at /amount");
    }

    [Fact]
    public void A_level_may_fall()
        => Given(Park, Reported(1, Hrss, 5, 90, 90)).When(June(total: 80)).Then(Reported(9, Hrss, 6, -10, 80));

    [Fact]
    public void A_level_that_did_not_move_is_no_progress()
        => Given(Park, Reported(1, Hrss, 5, 90, 90)).When(June(noProgress: true)).Then(Reported(9, Hrss, 6, 0, 90) with { NoProgress = true });

    [Fact]
    public void The_first_report_of_a_level_says_where_it_stands_and_what_was_added_need_not_start_from_nothing()
    {
        Given(Park).When(June(amount: 5)).ThenRefused("level_missing at /total");
        Given(Park).When(June(noProgress: true)).ThenRefused("level_missing at /total");
        Given(Park).When(June(amount: 5, total: 90)).Then(Reported(9, Hrss, 6, 5, 90));
        Given(Park).When(June(total: 90)).Then(Reported(9, Hrss, 6, 0, 90) with { Amount = null });
    }

    [Fact]
    public void A_period_is_reported_once_and_then_corrected()
        => Given(Training, JanuaryToMay).When(new ReportProgress(Id(9), Hrss, Months(5, 6), Total: 600)).ThenRefused("period_already_reported at /period");

    [Fact]
    public void A_returned_report_still_holds_its_period()
        => Given(Training, JanuaryToMay, new ProgressReturned(Id(1), "缺佐证")).When(new ReportProgress(Id(9), Hrss, Months(1, 5), Total: 500)).ThenRefused("period_already_reported at /period");

    [Fact]
    public void The_period_of_a_withdrawn_report_is_free_again()
        => Given(Training, JanuaryToMay, new ProgressWithdrawn(Id(1), "重复")).When(new ReportProgress(Id(9), Hrss, Months(1, 5), Total: 480)).Then(Reported(9, Hrss, Months(1, 5), 480, 480));

    [Fact]
    public void Two_units_report_the_same_period_each_for_itself()
        => Given(Training, Reported(1, Hrss, 6, 100, 100)).When(new ReportProgress(Id(9), Finance, Month(6), Text: new("经费已拨付")))
            .Then(new ProgressReported(Id(9), Finance, Month(6), EndOf(6), Text: new("经费已拨付")));

    [Fact]
    public void A_gap_filed_late_follows_on_what_came_before_it_and_leaves_what_came_after()
    {
        var after = Given(Training, Reported(1, Hrss, 1, 100, 100), Reported(2, Hrss, 3, 250, 350))
            .When(new ReportProgress(Id(9), Hrss, Month(2), Amount: 120)).Then(Reported(9, Hrss, 2, 120, 220));

        Fold(after.Events).FindReport(Id(2))!.Total.ShouldBe(350);
    }

    [Fact]
    public void A_returned_report_is_not_what_the_next_one_follows_on()
        => Given(Training, Reported(1, Hrss, 4, 300, 300), Reported(2, Hrss, 5, 900, 1_200), new ProgressReturned(Id(2), "虚报"))
            .When(June(amount: 10)).Then(Reported(9, Hrss, 6, 10, 310));

    [Fact]
    public void A_partner_reports_in_words_and_not_in_figures()
    {
        Given(Training).When(new ReportProgress(Id(9), Finance, Month(6), Amount: 5)).ThenRefused("figure_not_yours at /amount");
        Given(Training).When(new ReportProgress(Id(9), Finance, Month(6), Total: 5)).ThenRefused("figure_not_yours at /total");
    }

    [Fact]
    public void A_member_of_a_divided_target_reports_its_own_figures()
        => Given(Divided(SummingUp.MembersAddUp), Reported(1, Hrss, 6, 700, 700)).When(new ReportProgress(Id(9), Jinjiang, Month(6), Amount: 40)).Then(Reported(9, Jinjiang, 6, 40, 40));

    [Fact]
    public void A_unit_that_joined_in_July_is_no_member_in_June()
    {
        Given(Divided(SummingUp.MembersAddUp)).When(new ReportProgress(Id(9), Wuhou, Month(6), Amount: 40)).ThenRefused("figure_not_yours at /amount");
        Given(Divided(SummingUp.MembersAddUp)).When(new ReportProgress(Id(9), Wuhou, Month(7), Amount: 40)).Then(Reported(9, Wuhou, 7, 40, 40));
    }

    [Fact]
    public void A_task_without_a_figure_takes_none()
    {
        Given(Scheme).When(June(amount: 5)).ThenRefused("figure_not_expected at /amount");
        Given(Scheme).When(June(total: 5)).ThenRefused("figure_not_expected at /total");
        Given(Scheme).When(new ReportProgress(Id(9), Hrss, Month(6), Progress: Progress.InProgress)).Then(Words(9, Hrss, Month(6)));
    }

    [Fact]
    public void Each_of_two_leads_of_a_task_without_a_figure_reports_for_itself()
        => Given(Scheme with { Responsible = [Lead(Hrss), Lead(Education)] }, Words(1, Hrss, Month(6)))
            .When(new ReportProgress(Id(9), Education, Month(6), Progress: Progress.InProgress)).Then(Words(9, Education, Month(6)));

    [Fact]
    public void Two_leads_of_one_figure_share_one_running_total()
        => Given(Training with { Responsible = [Lead(Hrss), Lead(Education)] }, JanuaryToMay)
            .When(new ReportProgress(Id(9), Education, Month(6), Amount: 50)).Then(Reported(9, Education, 6, 50, 550));

    [Fact]
    public void Nothing_is_reported_on_what_does_not_run()
    {
        Given(Training, new CompletionClaimed(Hrss, Day(6, 1), "完成"), new CompletionAccepted(Day(6, 1))).When(June(5)).ThenRefused("commitment_closed_out");
        Given(Training, new CommitmentSuspended(Day(6, 1), "r", "a")).When(June(5)).ThenRefused("commitment_suspended");
        Given(Training, new CommitmentWithdrawn(Day(6, 1), "r", "a")).When(June(5)).ThenRefused("commitment_withdrawn");
    }

    [Fact]
    public void What_runs_again_is_reported_on_again()
        => Given(Training, new CommitmentSuspended(Day(6, 1), "r", "a"), new CommitmentResumed(Day(6, 10), "r", "a")).When(June(5)).Then(Reported(9, Hrss, 6, 5, 5));

    [Fact]
    public void A_period_outside_the_commitment_s_own_is_refused()
        => Given(Training with { Period = Months(3, 12) }).When(new ReportProgress(Id(9), Hrss, Months(2, 3), Amount: 5)).ThenRefused("period_outside_commitment at /period");

    [Fact]
    public void A_period_that_ends_before_it_starts_is_refused()
        => Given(Training).When(new ReportProgress(Id(9), Hrss, new(Day(6, 30), Day(6, 1)), Through: Day(6, 15), Amount: 5))
            .ThenRefused("dates_reversed at /period/end", "through_outside_period at /through");

    [Fact]
    public void Data_of_a_day_to_come_is_refused()
    {
        Given(Training).On(Day(6, 20)).When(June(5)).ThenRefused("date_in_future at /through");
        Given(Training).On(Day(6, 20)).When(June(5) with { Through = Day(6, 20) }).Then(Reported(9, Hrss, 6, 5, 5) with { Through = Day(6, 20) });
    }

    [Fact]
    public void Data_of_a_day_outside_the_reporting_period_is_refused()
        => Given(Training).When(June(5) with { Through = Day(7, 1) }).ThenRefused("through_outside_period at /through");

    [Fact]
    public void Every_fault_is_named_in_one_answer()
        => Given(Training, JanuaryToMay).On(Day(6, 20))
            .When(June(-10, 600) with { Nodes = [Reached("n9", Day(7, 1))] })
            .ThenRefused("date_in_future at /through", "node_unknown at /nodes/0/node", "date_after_cutoff at /nodes/0/reachedOn", "amounts_do_not_tie at /total");

    [Fact]
    public void Nodes_are_stated_with_the_date_they_were_reached_within_the_data()
    {
        var june = new ReportProgress(Id(9), Hrss, Month(6), Progress: Progress.InProgress);
        Given(Scheme).When(june with { Nodes = [Reached("n1", Day(6, 18))] }).Then(Words(9, Hrss, Month(6), Reached("n1", Day(6, 18))));
        Given(Scheme).When(june with { Nodes = [new("n1", Progress.Completed)] }).ThenRefused("date_missing at /nodes/0/reachedOn");
        Given(Scheme).When(june with { Nodes = [new("n7", Progress.InProgress)] }).ThenRefused("node_unknown at /nodes/0/node");
        Given(Scheme).When(june with { Through = Day(6, 15), Nodes = [new("n2", Progress.NotStarted), Reached("n1", Day(6, 18))] }).ThenRefused("date_after_cutoff at /nodes/1/reachedOn");
    }

    [Fact]
    public void Figures_that_cannot_be_stored_are_refused_also_when_they_were_worked_out()
        => Given(Training with { Target = new(Bound.AtLeast, 999_999_999_999_999, "w") }, Reported(1, Hrss, 5, 999_999_999_999_999, 999_999_999_999_999))
            .When(June(amount: 1)).ThenRefused("figure_out_of_limits at /total");

    [Fact]
    public void A_report_sent_twice_is_recorded_once()
        => Given(Training, Reported(9, Hrss, 6, 5, 5)).When(June(5)).ThenNothing();

    [Fact]
    public void A_report_sent_again_after_close_out_is_still_satisfied()
        => Given(Training, Reported(9, Hrss, 6, 5, 5), new CompletionAccepted(Day(6, 30))).When(June(5)).ThenNothing();
}
