using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class PaceTests
{
    [Fact]
    public void A_plan_issued_on_4_June_is_at_155_of_365_that_day()
        => Pace.Percent(Year, null, Day(6, 4), PaceBy.Day).ShouldBe(100m * 155 / 365);

    [Fact]
    public void A_year_with_a_29th_of_February_has_366_days()
        => Pace.Percent(new(new(2016, 1, 1), new(2016, 12, 31)), null, new(2016, 6, 4), PaceBy.Day).ShouldBe(100m * 156 / 366);

    [Theory]
    [InlineData(11, 30, "91.7")]
    [InlineData(11, 29, "83.3")]
    [InlineData(6, 30, "50.0")]
    [InlineData(1, 30, "0.0")]
    [InlineData(1, 31, "8.3")]
    [InlineData(12, 30, "91.7")]
    [InlineData(12, 31, "100.0")]
    public void By_finished_months_January_to_November_is_91_point_7(int month, int day, string pace)
        => Pace.Percent(Year, null, Day(month, day), PaceBy.FinishedMonths).ToString("0.0").ShouldBe(pace);

    [Fact]
    public void A_stated_start_takes_the_place_of_the_period_s()
    {
        Pace.Percent(Year, Day(6, 4), Day(6, 3), PaceBy.Day).ShouldBe(0);
        Pace.Percent(Year, Day(6, 4), Day(6, 4), PaceBy.Day).ShouldBe(100m / 211);
        Pace.Percent(Year, Day(6, 4), Day(6, 30), PaceBy.FinishedMonths).ShouldBe(100m / 7);
        Pace.Percent(Year, Day(6, 4), Day(12, 31), PaceBy.Day).ShouldBe(100);
    }

    [Fact]
    public void Before_the_period_nothing_is_expected_and_after_it_all()
    {
        foreach (var by in Enum.GetValues<PaceBy>())
        {
            Pace.Percent(Year, null, new(2013, 12, 31), by).ShouldBe(0);
            Pace.Percent(Year, null, new(2015, 6, 1), by).ShouldBe(100);
        }
    }

    [Fact]
    public void A_period_cut_short_before_its_stated_start_is_over_when_it_is_over()
        => Pace.Percent(Months(1, 3), Day(6, 4), Day(4, 30), PaceBy.Day).ShouldBe(100);

    [Fact]
    public void A_period_within_one_month_is_paced_by_months_only_at_its_end()
    {
        var short_ = new Period(Day(6, 5), Day(6, 20));
        Pace.Percent(short_, null, Day(6, 19), PaceBy.FinishedMonths).ShouldBe(0);
        Pace.Percent(short_, null, Day(6, 20), PaceBy.FinishedMonths).ShouldBe(100);
    }

    [Fact]
    public void Several_years_are_one_stretch_of_days()
        => Pace.Percent(new(new(2014, 1, 1), new(2016, 12, 31)), null, new(2015, 12, 31), PaceBy.Day).ShouldBe(100m * 730 / 1_096);

    [Theory]
    [InlineData(3, 31, 15)]
    [InlineData(6, 30, 40)]
    [InlineData(9, 30, 65)]
    [InlineData(12, 31, 100)]
    public void By_stages_a_quarter_s_end_has_what_the_curve_states_by_day_and_by_months(int month, int day, int percent)
    {
        Pace.Percent(Year, null, Day(month, day), Staged(PaceBy.Day)).ShouldBe(percent);
        Pace.Percent(Year, null, Day(month, day), Staged(PaceBy.FinishedMonths)).ShouldBe(percent);
    }

    [Fact]
    public void Within_a_stage_pace_rises_evenly_by_its_days_or_by_its_months()
    {
        Pace.Percent(Year, null, Day(2, 15), Staged(PaceBy.Day)).ShouldBe(15m * 46 / 90);
        Pace.Percent(Year, null, Day(1, 30), Staged(PaceBy.FinishedMonths)).ShouldBe(0);
        Pace.Percent(Year, null, Day(2, 28), Staged(PaceBy.FinishedMonths)).ShouldBe(10);
        Pace.Percent(Year, null, Day(11, 30), Staged(PaceBy.FinishedMonths)).ShouldBe(65 + 35m * 2 / 3);
    }

    [Fact]
    public void With_a_stated_start_the_rest_of_the_curve_is_the_whole()
    {
        // By 3 June 64 of the 91 days of the second quarter have passed.
        var before = 15 + 25m * 64 / 91;
        Pace.Percent(Year, Day(6, 4), Day(6, 3), Staged(PaceBy.Day)).ShouldBe(0);
        Pace.Percent(Year, Day(6, 4), EndOf(6), Staged(PaceBy.Day)).ShouldBe(100 * (40 - before) / (100 - before));
        Pace.Percent(Year, Day(6, 4), EndOf(12), Staged(PaceBy.Day)).ShouldBe(100);
        Pace.StagesOf(Year, Day(6, 4), Staged(PaceBy.Day)).Select(s => s.End).ShouldBe([EndOf(6), EndOf(9), EndOf(12)]);

        // What was all to be done before the start is due at once.
        Pace.Percent(Year, Day(7, 1), Day(7, 1), Rules.Default with { PaceCurve = new([100, 100]) }).ShouldBe(100);
    }

    [Fact]
    public void Where_months_do_not_divide_stages_are_equal_shares_of_the_days()
    {
        var curve = new PaceCurve([10, 50, 100]);
        curve.EndsOf(new(Day(6, 4), Day(6, 12))).ShouldBe([Day(6, 6), Day(6, 9), Day(6, 12)]);
        curve.EndsOf(new(Day(6, 4), Day(6, 5))).ShouldBe([Day(6, 4), Day(6, 5), Day(6, 5)]);
        curve.EndsOf(Months(1, 6)).ShouldBe([EndOf(2), EndOf(4), EndOf(6)]);
        curve.EndsOf(new(Day(1, 1), new(2016, 12, 31))).ShouldBe([EndOf(12), new(2015, 12, 31), new(2016, 12, 31)]);
    }

    [Fact]
    public void Without_a_curve_there_is_one_stage()
        => Pace.StagesOf(Year, null, Rules.Default).ShouldBe([new(EndOf(12), 100)]);

    [Fact]
    public void A_curve_is_written_as_its_stages()
    {
        PaceCurve.Parse("15, 40\uFF0C65、100")!.ToString().ShouldBe("15,40,65,100");
        PaceCurve.Parse("12.5,100").ShouldBe(new([12.5m, 100]));
        PaceCurve.Parse("15;40").ShouldBeNull();
        PaceCurve.Parse("15,,100").ShouldBeNull();
        PaceCurve.Parse("0.00001,100").ShouldBeNull();
    }

    private static Rules Staged(PaceBy by) => RulesPresets.Of(RulesPreset.StagedByQuarter) with { PaceBy = by };
}
