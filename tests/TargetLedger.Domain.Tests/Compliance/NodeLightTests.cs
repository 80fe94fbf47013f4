using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

/// <summary>n1 is planned for 20 June, n2 for 31 October.</summary>
public sealed class NodeLightTests
{
    private static readonly ProgressReported May = Words(1, Hrss, Months(1, 5));

    private static ProgressReported Through(DateOnly day, params NodeStatement[] nodes)
        => Words(2, Hrss, new(Day(6, 1), day), nodes);

    [Fact]
    public void Without_figure_and_nodes_nothing_can_be_said_whatever_is_reported()
    {
        var bare = Scheme with { Nodes = [] };
        Judging.On(Day(7, 10), bare).Said().ShouldBe("None Unknown no_nodes");
        Judging.On(new(2015, 6, 1), bare, Words(1, Hrss, Months(1, 12)) with { Progress = Progress.Completed }).Said().ShouldBe("None Unknown no_nodes");
    }

    [Fact]
    public void Before_anything_is_reported_nothing_can_be_said()
        => Judging.On(Day(6, 4), Scheme).Said().ShouldBe("None Unknown no_data");

    [Fact]
    public void Nodes_on_time_are_green_and_all_reached_complete()
    {
        Judging.On(Day(6, 10), Scheme, May).Said().ShouldBe("Green OnPace nodes_on_time");
        Judging.On(Day(7, 10), Scheme, May, Through(Day(6, 30), Reached("n1", Day(6, 18)))).Said().ShouldBe("Green OnPace nodes_on_time");

        var all = Judging.On(Day(7, 10), Scheme, Through(Day(6, 30), Reached("n1", Day(6, 18)), Reached("n2", Day(6, 20))));
        (all.Said(), all.IsMet, all.Completion).ShouldBe(("Green Completed nodes_reached", true, 100));
    }

    [Theory]
    [InlineData(6, 19, "Green OnPace nodes_on_time")]
    [InlineData(6, 20, "Yellow Behind node_overdue")]
    [InlineData(7, 20, "Yellow Behind node_overdue")]
    [InlineData(7, 21, "Red Behind node_overdue")]
    public void A_node_that_the_data_of_its_date_does_not_show_is_late_by_the_data_s_date(int month, int day, string said)
        => Judging.On(Day(month, day), Scheme, May, Through(Day(month, day))).Said().ShouldBe(said);

    [Theory]
    [InlineData(7, 25, "Green OnPace nodes_on_time")]
    [InlineData(7, 26, "Yellow Behind node_overdue")]
    [InlineData(7, 30, "Yellow Behind node_overdue")]
    [InlineData(7, 31, "Red Behind node_overdue")]
    public void While_its_report_is_not_yet_in_a_node_has_days_of_grace_from_the_cut_off_on(int month, int day, string said)
        => Judging.On(Day(month, day), Scheme with { Nodes = [Scheme.Nodes[0] with { Planned = EndOf(6) }] }, May).Said().ShouldBe(said);

    [Fact]
    public void A_node_that_was_late_for_long_when_patience_ends_is_red_at_once()
        => Judging.On(Day(7, 26), Scheme, May).Said().ShouldBe("Red Behind node_overdue");

    [Fact]
    public void A_unit_that_never_says_anything_is_not_spared()
        => Judging.On(Day(7, 26), Scheme).Said().ShouldBe("Red Behind node_overdue");

    [Theory]
    [InlineData(Cadence.ByNode, 6, 20)]
    [InlineData(Cadence.Monthly, 6, 30)]
    [InlineData(Cadence.Quarterly, 6, 30)]
    [InlineData(Cadence.HalfYearly, 6, 30)]
    [InlineData(Cadence.Yearly, 12, 31)]
    public void Patience_begins_when_the_period_a_node_falls_in_has_ended(Cadence cadence, int month, int day)
    {
        var made = Scheme with { Cadence = cadence, Nodes = [Scheme.Nodes[0]] };
        var judged = Judging.On(Day(month, day).AddDays(25), made, May);
        (judged.Said(), judged.Nodes[0].PatienceUntil(Rules.Default)).ShouldBe(("Green OnPace nodes_on_time", Day(month, day).AddDays(25)));
        Judging.On(Day(month, day).AddDays(26), made, May).Verdict.Light.IsWarning().ShouldBeTrue();
    }

    [Fact]
    public void Of_a_period_that_ends_within_a_month_the_cut_off_is_its_end_and_of_a_node_beyond_it_the_node_s_own_date()
    {
        var made = Scheme with { Period = new(Day(1, 1), Day(6, 25)) };
        Judging.On(Day(6, 26), made, May).Nodes.Select(n => n.Cutoff).ShouldBe([Day(6, 25), Day(10, 31)]);
    }

    [Fact]
    public void The_latest_node_gives_the_reason()
    {
        var judged = Judging.On(Day(11, 20), Scheme, Words(1, Hrss, Months(1, 10)));
        judged.Verdict.Reason.Zh.ShouldBe("节点“印发方案”逾期 133 天(计划 2014-06-20)");
    }

    [Fact]
    public void A_partner_that_reports_early_makes_nobody_late()
    {
        object[] events = [Scheme, May, Words(2, Finance, Month(6))];
        var judged = Judging.On(Day(7, 2), events);
        (judged.Said(), judged.Totals.Cutoff).ShouldBe(("Green OnPace nodes_on_time", EndOf(5)));
    }

    [Fact]
    public void What_was_reached_after_the_day_in_question_was_not_reached_on_it()
    {
        object[] events = [Scheme, May, Through(Day(7, 31), Reached("n1", Day(7, 25)))];
        Judging.On(Day(7, 24), events).Nodes[0].ReachedOn.ShouldBeNull();
        Judging.On(Day(7, 30), events).Nodes[0].ReachedOn.ShouldBeNull();
        Judging.On(Day(7, 31), events).Nodes[0].ReachedOn.ShouldBe(Day(7, 25));
    }

    [Fact]
    public void A_node_reached_late_is_no_longer_late()
        => Judging.On(Day(8, 10), Scheme, May, Through(Day(7, 31), Reached("n1", Day(7, 25)))).Said().ShouldBe("Green OnPace nodes_on_time");

    [Fact]
    public void Where_verified_amounts_count_only_a_confirmed_node_is_reached()
    {
        var strict = Rules.Default with { CountedAmount = CountedAmount.Verified };
        object[] stated = [Scheme, Through(Day(6, 30), Reached("n1", Day(6, 18)))];
        Judging.On(Day(7, 1), strict, stated).Nodes[0].ShouldBe(new(Scheme.Nodes[0], null, false, EndOf(6)));
        Judging.On(Day(7, 1), stated).Nodes[0].ShouldBe(new(Scheme.Nodes[0], Day(6, 18), false, EndOf(6)));

        object[] confirmed = [.. stated, new ProgressVerified(Id(2)), new NodeReached("n1", Day(6, 18), Id(2))];
        Judging.On(Day(7, 1), strict, confirmed).Nodes[0].ShouldBe(new(Scheme.Nodes[0], Day(6, 18), true, EndOf(6)));
    }

    [Fact]
    public void A_returned_report_reaches_no_node()
        => Judging.On(Day(7, 10), Scheme, May, Through(Day(6, 30), Reached("n1", Day(6, 18))), new ProgressReturned(Id(2), "r")).Nodes[0].ReachedOn.ShouldBeNull();

    [Fact]
    public void Weights_give_completion_and_pace_their_shares()
    {
        var weighted = Scheme with { Nodes = [Scheme.Nodes[0] with { Weight = 3 }, Scheme.Nodes[1]] };
        var judged = Judging.On(Day(7, 10), weighted, Through(Day(6, 30), Reached("n1", Day(6, 18))));
        (judged.Completion, judged.Pace).ShouldBe((75, 75));
    }

    [Fact]
    public void A_node_planned_anew_is_late_by_its_new_date()
        => Judging.On(Day(7, 10), Scheme, May, Through(Day(6, 30)), new NodePlanned(Scheme.Nodes[0] with { Planned = Day(7, 20) })).Said().ShouldBe("Green OnPace nodes_on_time");

    [Fact]
    public void Past_the_period_and_its_grace_unreached_nodes_are_overdue()
    {
        var planned = Scheme with { Nodes = [new("n1", "n", Day(12, 31))] };
        object[] events = [planned, Words(1, Hrss, Months(1, 12))];
        Judging.On(new(2015, 1, 25), events).Said().ShouldBe("Yellow Behind node_overdue");
        Judging.On(new(2015, 1, 26), events).Said().ShouldBe("Red Behind overdue");
    }

    [Fact]
    public void A_stretch_task_is_never_a_failure()
    {
        Judging.On(Day(10, 1), Scheme with { Strength = Strength.Stretch }, May).Said().ShouldBe("None Unknown stretch");
        Judging.On(new(2015, 6, 1), Scheme with { Strength = Strength.Stretch }, May).Said().ShouldBe("None Unknown stretch");
    }

    [Fact]
    public void Beside_a_figure_nodes_are_shown_and_the_figure_gives_the_light()
    {
        var judged = Judging.On(Day(10, 1), Training with { Nodes = Scheme.Nodes }, Stands(1, Hrss, Day(6, 30), 600));
        judged.Said().ShouldBe("Green OnPace at_pace");
        judged.Nodes.Count.ShouldBe(2);
    }
}
