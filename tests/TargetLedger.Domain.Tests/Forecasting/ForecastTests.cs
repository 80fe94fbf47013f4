using FsCheck;
using FsCheck.Fluent;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Forecasting;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class ForecastTests
{
    private static readonly DateOnly July = Day(7, 10);

    [Fact]
    public void An_even_pace_is_carried_on_to_the_end()
    {
        var forecast = Single(July, Training, Steady(6, 100)).Forecast!;

        // 500 from the end of January to that of June: 150 days; 184 are left.
        (forecast.End, forecast.Value, forecast.Completion).ShouldBe((Day(12, 31), 1_213.33m, 101.11m));
        (forecast.Basis.Periods, forecast.Basis.From, forecast.Basis.Through, forecast.Basis.PerDay).ShouldBe((5, Day(1, 31), Day(6, 30), 3.3333m));
        forecast.Basis.Positions.ShouldBe([2, 3, 4, 5, 6, 7]);
        (forecast.Outlook, forecast.Basis.Certainty).ShouldBe((Outlook.Likely, Certainty.Fair));
        forecast.ReachedOn.ShouldBe(Day(12, 27));
    }

    [Fact]
    public void Where_pace_follows_a_curve_the_end_of_the_stage_is_forecast_beside_what_the_curve_asks_there()
    {
        var staged = RulesPresets.Of(RulesPreset.StagedByQuarter);
        Of(staged, Training).NextStage.ShouldBe(new(EndOf(9), 65, 780, 906.67m));

        // Of a level that is to grow, from its baseline on.
        var growth = Park with { Target = new(Bound.Growth, 50, "增长50%", Baseline: 400, GrowthIn: GrowthIn.Percent) };
        Of(staged, growth).NextStage.ShouldBe(new(EndOf(9), 65, 530, 906.67m));
        Of(Rules.Default, Training).NextStage.ShouldBeNull();
        Forecasts.Of(Fold([Training, .. Steady(12, 100)]), new(2015, 1, 10), staged, Known).ShouldHaveSingleItem().Forecast.ShouldBeNull();

        static Forecast Of(Rules rules, CommitmentMade made)
            => Forecasts.Of(Fold([made, .. Steady(6, 100)]), July, rules, Known).ShouldHaveSingleItem().Forecast!;
    }

    [Fact]
    public void Uneven_periods_give_a_wide_range_and_little_certainty()
    {
        var forecast = Single(July, Training, Stands(1, Hrss, EndOf(2), 100), Stands(2, Hrss, EndOf(3), 110), Stands(3, Hrss, EndOf(4), 400), Stands(4, Hrss, EndOf(5), 405)).Forecast!;
        (forecast.Low < 450, forecast.High > 2_000).ShouldBe((true, true));
        (forecast.Outlook, forecast.Basis.Certainty).ShouldBe((Outlook.Doubtful, Certainty.Weak));
        (forecast.EarliestOn < forecast.End, forecast.ReachedOn > forecast.End, forecast.LatestOn).ShouldBe((true, true, null));
    }

    [Fact]
    public void Standing_still_reaches_nothing()
    {
        var forecast = Single(July, Training, Steady(6, 0)).Forecast!;
        (forecast.Value, forecast.ReachedOn, forecast.Outlook).ShouldBe((0, null, Outlook.OffCourse));
    }

    [Fact]
    public void What_is_met_already_is_forecast_by_how_much()
    {
        var forecast = Single(July, Training, Steady(6, 250)).Forecast!;
        (forecast.Outlook, forecast.ReachedOn).ShouldBe((Outlook.Met, Day(6, 30)));
        forecast.Value.ShouldBeGreaterThan(3_000);
    }

    [Fact]
    public void Of_a_limit_the_fastest_rate_is_the_worst_and_no_day_is_foreseen()
    {
        var limit = WithTarget(new(Bound.AtMost, 1_200, "不超过1200"));
        var forecast = Single(July, limit, Steady(6, 100)).Forecast!;
        (forecast.Outlook, forecast.ReachedOn).ShouldBe((Outlook.Doubtful, null));
    }

    [Theory]
    [InlineData(0, "no_data")]
    [InlineData(3, "too_few_periods")]
    public void Too_few_data_carry_no_forecast(int months, string why)
        => Why(July, Training, Steady(months, 100)).ShouldBe(why);

    [Fact]
    public void Data_that_fell_is_old_or_all_in_carries_no_forecast()
    {
        Why(July, Training, [.. Steady(5, 100), Stands(9, Hrss, EndOf(6), 450)]).ShouldBe("figures_fell");
        Why(Day(10, 9), Training, Steady(6, 100)).ShouldBe("data_too_old");
        Why(Day(10, 8), Training, Steady(6, 100)).ShouldBeNull();
        Why(new(2015, 1, 5), Training, Steady(12, 90)).ShouldBe("period_over");
        Why(July, Training, [.. Steady(6, 100), new CommitmentSuspended(Day(7, 1), "r", "a")]).ShouldBe("not_active");
    }

    [Fact]
    public void A_level_may_fall()
        => Single(July, Park, Stands(1, Hrss, EndOf(3), 90), Stands(2, Hrss, EndOf(4), 88), Stands(3, Hrss, EndOf(5), 89), Stands(4, Hrss, EndOf(6), 87)).Forecast.ShouldNotBeNull();

    [Fact]
    public void A_task_without_a_figure_has_no_quantity()
        => Forecasts.Of(Fold(Scheme, Words(1, Hrss, Month(6))), July, Rules.Default, Known).ShouldBeEmpty();

    [Fact]
    public void Members_each_for_itself_are_each_foreseen_against_their_quota()
    {
        object[] reports = [.. Enumerable.Range(1, 6).Select(m => Stands(m, Jinjiang, EndOf(m), 20 * m))];
        var quantities = Forecasts.Of(Fold([Divided(SummingUp.EachForItself, new Quota(Jinjiang, 200)), .. reports]), July, Rules.Default, Known);
        quantities.Select(q => (q.Unit, q.Goal, q.Forecast?.Outlook, q.Why?.Code)).ShouldBe(
            [(Jinjiang, 200, Outlook.OnCourse, null), (Qingyang, 1_200, null, "no_data"), (Wuhou, 1_200, null, "no_data")]);
    }

    [Fact]
    public void Where_verified_amounts_count_only_what_is_verified_is_carried_on()
        => Forecasts.Of(Fold([Training, .. Steady(6, 100)]), July, Rules.Default with { CountedAmount = CountedAmount.Verified }, Known)
            .ShouldHaveSingleItem().Why!.Code.ShouldBe("no_data");

    [Fact]
    public void A_forecast_lies_in_its_range_names_reports_that_count_and_knows_nothing_of_later_days()
    {
        var made = 0;
        Prop.ForAll(Years, Arb.From(Stories.DayOfYear), (reports, day) =>
        {
            var state = Fold([Training, .. reports]);
            var quantity = Forecasts.Of(state, day, Rules.Default, Known).ShouldHaveSingleItem();
            var known = Forecasts.Of(state with { Reports = state.Reports.RemoveAll(r => r.Through > day) }, day, Rules.Default, Known).ShouldHaveSingleItem();
            var counting = state.Reports.Where(r => r.Counts && r.Through <= day).Select(r => r.Position).ToHashSet();
            made += quantity.Forecast is null ? 0 : 1;
            return (quantity.Forecast?.Value, quantity.Why) == (known.Forecast?.Value, known.Why)
                && (quantity.Forecast is null) == (quantity.Why is not null)
                && (quantity.Forecast is not { } f || (f.Low <= f.Value && f.Value <= f.High
                    && f.Basis.SlowestPerDay <= f.Basis.PerDay && f.Basis.PerDay <= f.Basis.FastestPerDay
                    && f.Value >= quantity.Latest && (f.ReachedOn is null || f.EarliestOn <= f.ReachedOn) && (f.LatestOn is null || f.ReachedOn <= f.LatestOn)
                    && f.Basis.Through <= day && f.Basis.Positions.All(counting.Contains)));
        }).Check(Stories.Cases(500));
        made.ShouldBeGreaterThan(100);
    }

    /// <summary>What a year's months add, some of them silent, some taken back.</summary>
    private static Arbitrary<object[]> Years { get; } = Arb.From(
        from added in Gen.ListOf(Gen.Choose(-60, 240), 12)
        from taken in Gen.Choose(1, 24)
        let totals = added.Select((_, i) => added.Take(i + 1).Sum(a => Math.Max(0, a))).ToList()
        let reports = added.Select((a, i) => (a, i)).Where(m => m.a > -30).Select(m => (object)Stands(m.i + 1, Hrss, EndOf(m.i + 1), totals[m.i])).ToList()
        select (object[])[.. reports, .. reports.OfType<ProgressReported>().Where(r => r.Report == Id(taken)).Select(r => new ProgressWithdrawn(r.Report, "r"))]);

    private static object[] Steady(int months, decimal each) => [.. Enumerable.Range(1, months).Select(m => Stands(m, Hrss, EndOf(m), each * m))];

    private static QuantityForecast Single(DateOnly on, CommitmentMade made, params object[] reports)
        => Forecasts.Of(Fold([made, .. reports]), on, Rules.Default, Known).ShouldHaveSingleItem();

    private static string? Why(DateOnly on, CommitmentMade made, object[] reports) => Single(on, made, reports).Why?.Code;
}
