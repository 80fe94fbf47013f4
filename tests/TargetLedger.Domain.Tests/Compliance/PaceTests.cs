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
}
