using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

/// <summary>The presets of practice beside the two that were there first; the training is at pace 49.6 % at the half-year.</summary>
public sealed class PresetLightTests
{
    private static readonly DateOnly HalfYear = Day(6, 30);
    private static readonly Rules Undefined = RulesPresets.Of(RulesPreset.GapWithUndefinedBand);
    private static readonly Rules Month = RulesPresets.Of(RulesPreset.MonthlyCompletion);
    private static readonly Rules TimeLeft = RulesPresets.Of(RulesPreset.TimeLeft);

    [Theory]
    [InlineData(596, "Green OnPace at_pace")]
    [InlineData(595, "None Unknown undefined_gap")]
    [InlineData(476, "None Unknown undefined_gap")]
    [InlineData(475, "Yellow Behind behind_pace")]
    [InlineData(234, "Red Behind behind_pace")]
    public void A_gap_the_policy_leaves_undefined_is_neither_green_nor_yellow(decimal total, string said)
        => Judging.At(HalfYear, Training, total, Undefined).Said().ShouldBe(said);

    [Theory]
    [InlineData(536, "Green OnPace within_tolerance")]
    [InlineData(535, "None Unknown undefined_gap")]
    public void A_tolerance_below_pace_is_a_rule_of_its_own(decimal total, string said)
        => Judging.At(HalfYear, Training, total, Undefined with { GreenTo = 5 }).Said().ShouldBe(said);

    [Fact]
    public void A_band_of_a_limit_is_over_pace()
        => Judging.At(HalfYear, WithTarget(new(Bound.AtMost, 1_200, "不超过1200")), 600, Undefined).Said().ShouldBe("None Unknown undefined_gap");

    // June asks for 30 of 365 days: 98.6 of 1,200. May ended at 500.
    [Theory]
    [InlineData(579, "Green Behind month_kept")]
    [InlineData(578, "Yellow Behind month_follow_up")]
    [InlineData(560, "Yellow Behind month_follow_up")]
    [InlineData(559, "Orange Behind month_yellow_card")]
    [InlineData(500, "Orange Behind month_yellow_card")]
    public void A_month_is_held_against_what_the_pace_asks_of_a_month(decimal total, string said)
        => Judging.On(Day(7, 10), Month, Training, Stands(1, Hrss, Day(5, 31), 500), Stands(2, Hrss, HalfYear, total)).Said().ShouldBe(said);

    [Fact]
    public void Who_is_ahead_and_did_nothing_in_the_month_has_its_yellow_card_beside_its_word()
        => Judging.On(Day(7, 10), Month, Training, Stands(1, Hrss, Day(5, 31), 900), Stands(2, Hrss, HalfYear, 900)).Said().ShouldBe("Orange Ahead month_yellow_card");

    [Fact]
    public void A_month_without_a_report_is_made_up_for_with_the_next()
    {
        // Two months of 61 days ask for 200.5.
        object[] events = [Training, Stands(1, Hrss, Day(4, 30), 400), Stands(2, Hrss, HalfYear, 561)];
        Judging.On(Day(7, 10), Month, events).Said().ShouldBe("Green Behind month_kept");
    }

    [Fact]
    public void The_first_report_answers_for_all_the_time_before_it()
        => Judging.At(HalfYear, Training, 477, Month).Said().ShouldBe("Green Behind month_kept");

    [Fact]
    public void Members_are_held_against_their_own_months()
    {
        var judged = Judging.On(
            Day(7, 10),
            Month,
            Divided(SummingUp.EachForItself, new Quota(Jinjiang, 600), new Quota(Qingyang, 600)),
            Stands(1, Jinjiang, Day(5, 31), 250),
            Stands(2, Jinjiang, HalfYear, 300),
            Stands(3, Qingyang, Day(5, 31), 250),
            Stands(4, Qingyang, HalfYear, 250));
        judged.Totals.Group!.Members.Select(m => (m.Unit, m.Light)).ShouldContain((Jinjiang, Light.Green));
        judged.Said().ShouldBe("Orange Behind members");
        judged.Verdict.Reason.Zh.ShouldContain("橙 1");
    }

    // 30 % of 365 days are 109.5, 15 % are 54.75.
    [Theory]
    [InlineData(9, 12, "Green Behind time_left")]
    [InlineData(9, 13, "Yellow Behind time_left")]
    [InlineData(11, 6, "Yellow Behind time_left")]
    [InlineData(11, 7, "Orange Behind time_left")]
    public void What_is_unfulfilled_turns_with_the_time_that_is_left_at_its_cut_off(int month, int day, string said)
        => Judging.At(Day(month, day), Training, 500, TimeLeft).Said().ShouldBe(said);

    [Fact]
    public void Time_left_says_nothing_of_what_is_fulfilled_and_red_of_what_is_overdue()
    {
        Judging.At(Day(12, 1), Training, 1_200, TimeLeft).Said().ShouldBe("Green Completed target_met");
        Judging.On(new(2015, 1, 26), TimeLeft, Training, Stands(1, Hrss, Day(12, 1), 1_000)).Said().ShouldBe("Red Behind overdue");
    }

    [Fact]
    public void A_task_with_nodes_turns_with_the_time_left_too()
    {
        object[] events = [Scheme, Words(1, Hrss, Months(1, 9), Reached("n1", Day(6, 18)))];
        Judging.On(Day(10, 10), events).Said().ShouldBe("Green OnPace nodes_on_time");
        Judging.On(Day(10, 10), TimeLeft, events).Said().ShouldBe("Yellow OnPace time_left");
    }

    [Fact]
    public void A_stretch_goal_is_no_failure_under_any_preset()
    {
        foreach (var preset in Enum.GetValues<RulesPreset>())
            Judging.At(Day(12, 1), Training with { Strength = Strength.Stretch }, 10, RulesPresets.Of(preset)).Said().ShouldBe("None Unknown stretch", preset.ToString());
    }
}
