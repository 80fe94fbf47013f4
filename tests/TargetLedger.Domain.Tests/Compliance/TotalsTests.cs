using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class TotalsTests
{
    private static readonly DateOnly Printed = Day(8, 10);
    private static readonly Rules CountVerified = Rules.Default with { CountedAmount = CountedAmount.Verified };

    [Fact]
    public void The_total_is_the_declared_one_and_not_the_sum_of_the_periods()
    {
        var totals = Judging.On(Printed, Training, Reported(1, Hrss, Months(1, 5), 500, 500), Reported(2, Hrss, 6, 100, 600), new ProgressCorrected(Id(1), "r", 450, 450)).Totals;
        (totals.Reported, totals.Counted, totals.Cutoff).ShouldBe((600, 600, EndOf(6)));
        totals.Basis.ShouldBe([3]);
    }

    [Fact]
    public void Reports_of_after_the_day_do_not_count()
    {
        object[] events = [Training, Reported(1, Hrss, 6, 100, 100), Reported(2, Hrss, 7, 50, 150)];
        Judging.On(Day(7, 30), events).Totals.Counted.ShouldBe(100);
        Judging.On(Day(7, 31), events).Totals.Counted.ShouldBe(150);
        Judging.On(Day(6, 29), events).Totals.Counted.ShouldBeNull();
    }

    [Fact]
    public void A_report_counts_from_the_date_of_its_data_although_its_period_runs_on()
    {
        object[] events = [Training, Reported(1, Hrss, Months(6, 9), 100, 100) with { Through = Day(7, 15) }];
        Judging.On(Day(7, 14), events).Totals.Counted.ShouldBeNull();
        Judging.On(Day(7, 15), events).Totals.Counted.ShouldBe(100);
    }

    [Fact]
    public void A_gap_filed_late_does_not_displace_what_is_newer()
        => Judging.On(Printed, Training, Reported(1, Hrss, 1, 100, 100), Reported(2, Hrss, 3, 250, 350), Reported(3, Hrss, 2, 120, 220)).Totals.Counted.ShouldBe(350);

    [Fact]
    public void Returned_and_withdrawn_reports_do_not_count()
    {
        object[] events = [Training, Reported(1, Hrss, 6, 100, 100), Reported(2, Hrss, 7, 50, 150)];
        Judging.On(Printed, [.. events, new ProgressReturned(Id(2), "r")]).Totals.Counted.ShouldBe(100);
        Judging.On(Printed, [.. events, new ProgressWithdrawn(Id(2), "r")]).Totals.Counted.ShouldBe(100);
    }

    [Fact]
    public void Reported_and_verified_stand_side_by_side_and_a_rule_says_which_counts()
    {
        object[] events = [Training, Reported(1, Hrss, 6, 100, 100), new ProgressVerified(Id(1), 90), Reported(2, Hrss, 7, 50, 150)];

        var reported = Judging.On(Printed, events).Totals;
        (reported.Reported, reported.Verified, reported.Counted, reported.Cutoff).ShouldBe((150, 90, 150, EndOf(7)));
        reported.Basis.ShouldBe([4]);

        var verified = Judging.On(Printed, CountVerified, events).Totals;
        (verified.Reported, verified.Verified, verified.Counted, verified.Cutoff).ShouldBe((150, 90, 90, EndOf(6)));
        verified.Basis.ShouldBe([2]);
    }

    [Fact]
    public void Where_verified_amounts_count_nothing_verified_is_no_data()
        => Judging.On(Printed, CountVerified, Training, Reported(1, Hrss, 6, 100, 100)).Said().ShouldBe("None Unknown no_data");

    [Fact]
    public void A_partner_s_words_leave_the_figure_and_its_cut_off_alone()
    {
        var totals = Judging.On(Printed, Training, Reported(1, Hrss, 6, 100, 100), Words(2, Finance, Month(7))).Totals;
        (totals.Counted, totals.Cutoff).ShouldBe((100, EndOf(6)));
    }

    [Fact]
    public void A_lead_s_report_without_a_figure_leaves_the_figure_before_it_standing()
    {
        var totals = Judging.On(Printed, Training, Reported(1, Hrss, Months(1, 5), 500, 500), Words(2, Hrss, Month(6))).Totals;
        (totals.Counted, totals.Cutoff).ShouldBe((500, EndOf(5)));
    }

    [Fact]
    public void After_a_change_of_lead_the_total_goes_on()
    {
        object[] events =
        [
            Training, Reported(1, Hrss, Months(1, 6), 600, 600),
            new ResponsibilityReassigned([Lead(Education), Partner(Hrss)], Day(7, 1), "r", "a"),
            Words(2, Hrss, Month(7)),
        ];
        Judging.On(Printed, events).Totals.Counted.ShouldBe(600);
        Judging.On(Printed, [.. events, Reported(3, Education, 7, 50, 650)]).Totals.Counted.ShouldBe(650);
        Judging.On(Day(7, 30), [.. events, Reported(3, Education, 7, 50, 650)]).Totals.Counted.ShouldBe(600);
    }

    [Fact]
    public void A_lead_that_comes_back_takes_the_series_up_again()
    {
        object[] events =
        [
            Training, Reported(1, Hrss, Months(1, 3), 300, 300),
            new ResponsibilityReassigned([Lead(Education)], Day(4, 1), "r", "a"), Reported(2, Education, Months(4, 5), 200, 500),
            new ResponsibilityReassigned([Lead(Hrss)], Day(6, 1), "r", "a"), Reported(3, Hrss, 6, 100, 600),
        ];
        Judging.On(Printed, events).Totals.Counted.ShouldBe(600);
        Fold(events).ReportBefore(Hrss, Month(7))!.Id.ShouldBe(Id(3));
        Fold(events).ReportBefore(Hrss, Month(6))!.Id.ShouldBe(Id(2));
    }
}
