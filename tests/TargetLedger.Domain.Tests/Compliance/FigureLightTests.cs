using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

/// <summary>The pace on 30 June is 181 of 365 days, 49.59 %; of 1,200 that is 595.07.</summary>
public sealed class FigureLightTests
{
    private static readonly DateOnly HalfYear = Day(6, 30);
    private static readonly Rules ShareOfPace = Rules.Default with { LightBy = LightBy.ShareOfPace, YellowTo = 50 };

    [Theory]
    [InlineData(1_200, "Green Completed target_met")]
    [InlineData(720, "Green Ahead at_pace")]
    [InlineData(715, "Green OnPace at_pace")]
    [InlineData(596, "Green OnPace at_pace")]
    [InlineData(595, "Yellow Behind behind_pace")]
    [InlineData(236, "Yellow Behind behind_pace")]
    [InlineData(235, "Red Behind behind_pace")]
    [InlineData(0, "Red Behind behind_pace")]
    public void By_the_gap_in_points_green_ends_at_pace_and_yellow_30_points_below(decimal total, string said)
        => Judging.At(HalfYear, Training, total).Said().ShouldBe(said);

    [Theory]
    [InlineData(596, "Green OnPace at_pace")]
    [InlineData(595, "Yellow Behind behind_pace")]
    [InlineData(298, "Yellow Behind behind_pace")]
    [InlineData(297, "Red Behind behind_pace")]
    public void By_the_share_of_pace_yellow_ends_where_half_of_it_is_missing(decimal total, string said)
        => Judging.At(HalfYear, Training, total, ShareOfPace).Said().ShouldBe(said);

    [Fact]
    public void A_verdict_is_made_on_exact_values_and_shown_in_two_decimals()
    {
        var judged = Judging.At(HalfYear, Training, 595);
        (judged.Completion, judged.Pace).ShouldBe((49.58m, 49.59m));
        judged.Verdict.Reason.Zh.ShouldBe("完成 49.6%,序时 49.6%,落后 0.0 个百分点");
        judged.Verdict.Reason.En.ShouldStartWith("49.6% done");
    }

    [Fact]
    public void Over_fulfilment_is_shown_and_not_clamped()
        => Judging.At(HalfYear, Training, 1_500).Completion.ShouldBe(125);

    [Theory]
    [InlineData(1_079, "Green Ahead at_pace")]
    [InlineData(1_080, "Green Completed target_met")]
    public void About_is_met_within_its_tolerance(decimal total, string said)
        => Judging.At(HalfYear, WithTarget(new(Bound.Approx, 1_200, "1200名左右", TolerancePercent: 10)), total).Said().ShouldBe(said);

    [Theory]
    [InlineData(1_200, "Green Ahead at_pace")]
    [InlineData(1_201, "Green Completed target_met")]
    public void More_than_excludes_the_number(decimal total, string said)
        => Judging.At(HalfYear, WithTarget(new(Bound.MoreThan, 1_200, "1200余名")), total).Said().ShouldBe(said);

    [Theory]
    [InlineData(4, "Green Ahead at_pace")]
    [InlineData(5, "Green Completed target_met")]
    [InlineData(8, "Green Completed target_met")]
    [InlineData(9, "Green Completed above_range")]
    public void Within_a_range_is_met_and_above_it_is_said(decimal total, string said)
        => Judging.At(HalfYear, WithTarget(new(Bound.Range, 5, "5-8个", Upper: 8)), total).Said().ShouldBe(said);

    [Theory]
    [InlineData(600, "Green OnPace at_pace")]
    [InlineData(1_200, "Green Completed target_met")]
    [InlineData(1_201, "Yellow Behind limit_exceeded")]
    public void Exactly_is_neither_less_nor_more(decimal total, string said)
        => Judging.At(HalfYear, WithTarget(new(Bound.Exactly, 1_200, "1200名")), total).Said().ShouldBe(said);

    [Fact]
    public void Exactly_missed_upwards_is_red_once_the_period_is_long_over()
        => Judging.On(new(2015, 1, 26), WithTarget(new(Bound.Exactly, 1_200, "1200名")), Stands(1, Hrss, Day(12, 31), 1_201)).Said().ShouldBe("Red Behind limit_exceeded");

    [Theory]
    [InlineData(595, "Green OnPace within_limit")]
    [InlineData(596, "Yellow Behind used_ahead_of_pace")]
    [InlineData(955, "Yellow Behind used_ahead_of_pace")]
    [InlineData(956, "Red Behind used_ahead_of_pace")]
    [InlineData(1_201, "Red Behind limit_exceeded")]
    public void A_limit_is_green_while_it_is_used_no_faster_than_the_year_goes(decimal total, string said)
        => Judging.At(HalfYear, WithTarget(new(Bound.AtMost, 1_200, "不超过1200")), total).Said().ShouldBe(said);

    [Theory]
    [InlineData(892, "Yellow Behind used_ahead_of_pace")]
    [InlineData(893, "Red Behind used_ahead_of_pace")]
    public void By_the_share_of_pace_a_limit_is_yellow_until_half_as_much_again_is_used(decimal total, string said)
        => Judging.At(HalfYear, WithTarget(new(Bound.AtMost, 1_200, "不超过1200")), total, ShareOfPace).Said().ShouldBe(said);

    [Fact]
    public void A_limit_on_a_level_asks_only_whether_it_is_kept()
    {
        var limit = Park with { Target = new(Bound.AtMost, 100, "不超过100") };
        Judging.At(HalfYear, limit, 100).Said().ShouldBe("Green OnPace within_limit");
        Judging.At(HalfYear, limit, 101).Said().ShouldBe("Red Behind limit_exceeded");
    }

    [Fact]
    public void A_limit_is_fulfilled_when_the_period_is_over_and_not_before()
    {
        var limit = WithTarget(new(Bound.AtMost, 1_200, "不超过1200"));
        Judging.At(Day(12, 30), limit, 600).IsMet.ShouldBeFalse();

        var kept = Judging.At(Day(12, 31), limit, 600);
        (kept.IsMet, kept.Said()).ShouldBe((true, "Green Completed within_limit"));
    }

    [Fact]
    public void A_limit_whose_last_figures_never_came_is_not_green_for_ever()
    {
        object[] events = [WithTarget(new(Bound.AtMost, 1_200, "不超过1200")), Stands(1, Hrss, HalfYear, 300)];
        Judging.On(new(2015, 1, 25), events).Said().ShouldBe("Green OnPace within_limit");
        Judging.On(new(2015, 1, 26), events).Said().ShouldBe("Red Behind overdue");
    }

    [Theory]
    [InlineData(GrowthIn.Percent, 20, 119, "Green Ahead at_pace")]
    [InlineData(GrowthIn.Percent, 20, 120, "Green Completed target_met")]
    [InlineData(GrowthIn.Times, 2, 199, "Green Ahead at_pace")]
    [InlineData(GrowthIn.Times, 2, 200, "Green Completed target_met")]
    [InlineData(GrowthIn.Points, 5, 104, "Green Ahead at_pace")]
    [InlineData(GrowthIn.Points, 5, 105, "Green Completed target_met")]
    public void Growth_is_met_at_its_baseline_grown(GrowthIn growth, decimal value, decimal total, string said)
        => Judging.At(HalfYear, WithTarget(new(Bound.Growth, value, "w", Baseline: 100, GrowthIn: growth)), total).Said().ShouldBe(said);

    [Fact]
    public void A_level_that_fell_before_its_pace_began_is_judged_in_points_under_either_preset()
    {
        var growing = Park with { Target = new(Bound.Growth, 20, "增长20%", Baseline: 100, GrowthIn: GrowthIn.Percent), PaceStart = Day(7, 1) };
        Judging.At(HalfYear, growing, 98).Said().ShouldBe("Yellow Behind behind_pace");
        Judging.At(HalfYear, growing, 98, ShareOfPace).Said().ShouldBe("Yellow Behind behind_pace");
        Judging.At(HalfYear, growing, 98).Pace.ShouldBe(0);
    }

    [Theory]
    [InlineData(0, "None Unknown stretch")]
    [InlineData(500, "None Unknown stretch")]
    [InlineData(600, "Green OnPace at_pace")]
    [InlineData(1_200, "Green Completed target_met")]
    public void A_stretch_goal_is_shown_and_never_a_failure(decimal total, string said)
    {
        var stretch = Training with { Strength = Strength.Stretch };
        Judging.At(HalfYear, stretch, total).Said().ShouldBe(said);
        Judging.At(HalfYear, stretch, total).Completion.ShouldBe(Judging.At(HalfYear, Training, total).Completion);
    }

    [Fact]
    public void A_stretch_goal_is_not_even_overdue()
    {
        Judging.On(new(2015, 6, 1), Training with { Strength = Strength.Stretch }).Said().ShouldBe("None Unknown no_data");
        Judging.On(new(2015, 6, 1), Training with { Strength = Strength.Stretch }, Stands(1, Hrss, HalfYear, 5)).Said().ShouldBe("None Unknown stretch");
    }

    [Fact]
    public void Without_data_nothing_can_be_said_until_it_is_overdue()
    {
        Judging.On(HalfYear, Training).Said().ShouldBe("None Unknown no_data");
        var judged = Judging.On(new(2015, 1, 25), Training);
        (judged.Said(), judged.Completion, judged.Pace, judged.Totals.Cutoff).ShouldBe(("None Unknown no_data", null, null, null));
        Judging.On(new(2015, 1, 26), Training).Said().ShouldBe("Red Behind overdue");
    }

    [Fact]
    public void The_days_of_grace_after_the_end_are_a_rule()
    {
        object[] events = [Training, Stands(1, Hrss, Day(12, 31), 1_150)];
        Judging.On(new(2015, 1, 25), events).Said().ShouldBe("Yellow Behind behind_pace");
        Judging.On(new(2015, 1, 26), events).Said().ShouldBe("Red Behind overdue");
        Judging.On(new(2015, 1, 26), Rules.Default with { OverdueGraceDays = 30 }, events).Said().ShouldBe("Yellow Behind behind_pace");
    }

    [Fact]
    public void No_light_worsens_because_a_report_is_not_yet_due()
    {
        object[] events = [Training, Stands(1, Hrss, HalfYear, 600)];
        foreach (var day in new[] { HalfYear, Day(7, 31), Day(9, 30), Day(12, 31) })
        {
            var judged = Judging.On(day, events);
            (judged.Said(), judged.Totals.Cutoff, judged.Pace).ShouldBe(("Green OnPace at_pace", HalfYear, 49.59m));
        }
    }

    [Fact]
    public void Completion_is_compared_with_the_pace_of_the_data_s_date_and_not_of_the_period_reported()
    {
        var early = Stands(1, Hrss, Day(6, 15), 550) with { Period = Months(1, 6) };
        var judged = Judging.On(Day(7, 10), Training, early);
        (judged.Totals.Cutoff, judged.Pace, judged.Said()).ShouldBe((Day(6, 15), 45.48m, "Green OnPace at_pace"));
    }

    [Fact]
    public void A_target_revised_holds_from_its_day_and_earlier_days_keep_theirs()
    {
        object[] events = [Training, Stands(1, Hrss, HalfYear, 600), new TargetRevised(new(Bound.AtLeast, 2_400, "2400名"), Day(8, 1), "r", "a")];
        Judging.On(Day(7, 31), events).Completion.ShouldBe(50);
        Judging.On(Day(8, 1), events).Completion.ShouldBe(25);
        Judging.On(Day(8, 1), events).Target!.AsWritten.ShouldBe("2400名");
    }

    [Fact]
    public void An_extended_period_slows_the_pace_from_its_day_on()
    {
        object[] events = [Training, Stands(1, Hrss, HalfYear, 400), new PeriodRevised(new(new(2014, 1, 1), new(2015, 12, 31)), Day(8, 1), "r", "a")];
        Judging.On(Day(7, 31), events).Pace.ShouldBe(49.59m);
        Judging.On(Day(8, 1), events).Pace.ShouldBe(24.79m);
        Judging.On(Day(8, 1), events).Said().ShouldBe("Green OnPace at_pace");
    }

    [Fact]
    public void By_finished_months_the_same_figure_stands_beside_another_pace()
    {
        var byMonths = Rules.Default with { PaceBy = PaceBy.FinishedMonths };
        Judging.At(HalfYear, Training, 599, byMonths).Said().ShouldBe("Yellow Behind behind_pace");
        Judging.At(HalfYear, Training, 600, byMonths).Said().ShouldBe("Green OnPace at_pace");
    }

    [Fact]
    public void A_plan_that_starts_in_June_is_paced_from_there()
        => Judging.At(HalfYear, Training with { PaceStart = Day(6, 4) }, 160).Said().ShouldBe("Green OnPace at_pace");

    [Fact]
    public void What_is_closed_out_is_done_and_what_is_suspended_is_paused_with_the_figures_still_shown()
    {
        var done = Judging.On(Day(10, 1), Training, Stands(1, Hrss, HalfYear, 1_200), new CompletionAccepted(Day(9, 28)));
        (done.Said(), done.Completion).ShouldBe(("Done Completed closed_out", 100));
        done.Verdict.Reason.Zh.ShouldBe("已销号(2014-09-28 完成)");

        var paused = Judging.On(Day(10, 1), Training, Stands(1, Hrss, HalfYear, 12), new CommitmentSuspended(Day(7, 1), "r", "a"));
        (paused.Said(), paused.Completion).ShouldBe(("Paused Paused suspended", 1));
    }

    [Fact]
    public void Days_before_a_close_out_or_a_pause_keep_their_lights()
    {
        object[] events = [Training, Stands(1, Hrss, HalfYear, 1_200), new CompletionAccepted(Day(9, 28)), new CommitmentReopened(Day(11, 3), "r")];
        Judging.On(Day(9, 27), events).Verdict.Light.ShouldBe(Light.Green);
        Judging.On(Day(9, 28), events).Verdict.Light.ShouldBe(Light.Done);
        Judging.On(Day(11, 2), events).Verdict.Light.ShouldBe(Light.Done);
        Judging.On(Day(11, 3), events).Verdict.Light.ShouldBe(Light.Green);
    }
}
