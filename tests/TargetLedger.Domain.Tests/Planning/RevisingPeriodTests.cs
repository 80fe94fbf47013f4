using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Planning;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class RevisingPeriodTests : CommitmentSpecs
{
    private static readonly Period Longer = new(new(2014, 1, 1), new(2015, 3, 31));

    private static RevisePeriod Revise(Period period, DateOnly from) => new(period, from, "延期", "9号");

    private static PeriodRevised Revised(Period period, DateOnly from) => new(period, from, "延期", "9号");

    [Fact]
    public void Earlier_days_keep_the_earlier_period()
    {
        var after = Given(Training).When(Revise(Longer, Day(12, 1))).Then(Revised(Longer, Day(12, 1)));

        var state = Fold(after.Events);
        state.PeriodOn(Day(11, 30)).ShouldBe(Year);
        state.PeriodOn(Day(12, 1)).ShouldBe(Longer);
    }

    [Fact]
    public void After_an_extension_the_months_it_adds_are_reported()
    {
        var period = new Period(new(2015, 1, 1), new(2015, 1, 10));
        Given(Training, Revised(Longer, Day(12, 1))).When(new Reporting.ReportProgress(Id(1), Hrss, period, Amount: 5)).Then(Reported(1, Hrss, period, 5, 5));
    }

    [Fact]
    public void Reports_are_not_left_outside_not_even_returned_ones()
    {
        var june = Reported(1, Hrss, 6, 5, 5);
        Given(Training, june).When(Revise(Months(7, 12), Day(7, 1))).ThenRefused("reports_outside_period at /period");
        Given(Training, june, new ProgressReturned(Id(1), "r")).When(Revise(Months(7, 12), Day(7, 1))).ThenRefused("reports_outside_period at /period");
        Given(Training, june, new ProgressWithdrawn(Id(1), "r")).When(Revise(Months(7, 12), Day(7, 1))).Then(Revised(Months(7, 12), Day(7, 1)));
    }

    [Fact]
    public void A_period_ends_after_it_starts()
        => Given(Training).When(Revise(new(Day(6, 30), Day(6, 1)), Day(6, 1))).ThenRefused("dates_reversed at /period/end");

    [Fact]
    public void It_takes_effect_on_a_day_of_the_period_so_far()
        => Given(Training).When(Revise(Longer, new(2015, 1, 5))).ThenRefused("period_outside_commitment at /effectiveFrom");

    [Fact]
    public void Setting_the_period_that_holds_changes_nothing_unless_another_was_planned()
    {
        Given(Training).When(Revise(Year, Day(7, 1))).ThenNothing();
        Given(Training, Revised(Longer, Day(12, 1))).When(Revise(Year, Day(7, 1))).Then(Revised(Year, Day(7, 1)));
    }
}
