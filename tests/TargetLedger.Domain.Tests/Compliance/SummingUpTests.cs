using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Units;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

/// <summary>Jinjiang and Qingyang are members from January, Wuhou from July.</summary>
public sealed class SummingUpTests
{
    private static readonly DateOnly Printed = Day(6, 30);
    private static readonly Quota[] Quotas = [new(Jinjiang, 700), new(Qingyang, 500)];

    [Fact]
    public void Where_the_lead_reports_the_whole_the_members_sum_and_the_difference_stand_beside_it()
    {
        var judged = Judging.On(Printed, Divided(SummingUp.LeadReports, Quotas), Stands(1, Hrss, EndOf(6), 650), Stands(2, Jinjiang, EndOf(6), 400), Stands(3, Qingyang, EndOf(5), 200));

        judged.Totals.Counted.ShouldBe(650);
        judged.Totals.Basis.ShouldBe([2]);
        var group = judged.Totals.Group!;
        (group.Reported, group.Expected, group.MembersSum, group.Difference, group.Own).ShouldBe((2, 2, 600, 50, null));
        group.Members.Select(m => m with { Parts = [] }).ShouldBe([new(Jinjiang, 700, 400, EndOf(6), 3, null, 400), new(Qingyang, 500, 200, EndOf(5), 4, null, 200)]);
        judged.Said().ShouldBe("Green OnPace at_pace");
    }

    [Fact]
    public void Before_the_lead_reports_the_members_sum_is_shown_and_nothing_is_judged()
    {
        var judged = Judging.On(Printed, Divided(SummingUp.LeadReports, Quotas), Stands(1, Jinjiang, EndOf(6), 400));
        judged.Said().ShouldBe("None Unknown no_data");
        (judged.Totals.Group!.MembersSum, judged.Totals.Group.Difference, judged.Totals.Group.Reported).ShouldBe((400, null, 1));
    }

    [Fact]
    public void Members_levels_are_never_summed_not_even_beside_the_lead_s()
    {
        var divided = Park with { Apportionment = new(SummingUp.LeadReports, Districts, []) };
        var group = Judging.On(Printed, divided, Stands(1, Hrss, EndOf(6), 65), Stands(2, Jinjiang, EndOf(6), 40), Stands(3, Qingyang, EndOf(6), 20)).Totals.Group!;
        (group.MembersSum, group.Difference, group.Reported).ShouldBe((null, null, 2));
    }

    [Fact]
    public void Members_and_the_own_share_add_up()
    {
        var judged = Judging.On(Printed, Divided(SummingUp.MembersAddUp, Quotas), Stands(1, Hrss, EndOf(6), 50), Stands(2, Jinjiang, EndOf(6), 400), Stands(3, Qingyang, EndOf(6), 200));

        (judged.Totals.Reported, judged.Totals.Counted, judged.Totals.Cutoff).ShouldBe((650, 650, EndOf(6)));
        judged.Totals.Basis.ShouldBe([2, 3, 4]);
        var group = judged.Totals.Group!;
        (group.Reported, group.Expected, group.MembersSum, group.Own, group.Difference).ShouldBe((2, 2, 600, 50, null));
    }

    [Fact]
    public void Members_with_data_of_different_dates_are_added_up_at_the_earliest()
    {
        object[] events =
        [
            Divided(SummingUp.MembersAddUp, Quotas),
            Reported(1, Jinjiang, Months(1, 5), 300, 300), Reported(2, Jinjiang, 6, 100, 400), Reported(3, Qingyang, Months(1, 5), 200, 200),
        ];
        var judged = Judging.On(Printed, events);
        (judged.Totals.Counted, judged.Totals.Cutoff).ShouldBe((500, EndOf(5)));
        judged.Totals.Basis.ShouldBe([2, 4]);
        judged.Totals.Group!.MembersSum.ShouldBe(500);
        judged.Totals.Group.Members.Select(m => m.Total).ShouldBe([400, 200]);

        Judging.On(Printed, [.. events, Reported(4, Qingyang, 6, 60, 260)]).Totals.Counted.ShouldBe(660);
    }

    [Fact]
    public void A_member_that_has_not_reported_is_missing_from_the_count_and_holds_nobody_up()
    {
        var judged = Judging.On(Printed, Divided(SummingUp.MembersAddUp, Quotas), Stands(1, Jinjiang, EndOf(6), 600));
        (judged.Totals.Counted, judged.Totals.Group!.Reported, judged.Totals.Group.Expected).ShouldBe((600, 1, 2));
        judged.Totals.Group.Members[1].ShouldBe(new(Qingyang, 500, null, null, null, null));
    }

    [Fact]
    public void Who_is_expected_follows_the_membership_of_the_day()
    {
        object[] events = [Divided(SummingUp.MembersAddUp, Quotas), Stands(1, Jinjiang, EndOf(6), 600)];
        Judging.On(Day(6, 30), events).Totals.Group!.Expected.ShouldBe(2);
        Judging.On(Day(7, 1), events).Totals.Group!.Expected.ShouldBe(3);
    }

    [Fact]
    public void How_many_have_reported_is_said_of_reports_also_where_verified_amounts_count()
    {
        var strict = Rules.Default with { CountedAmount = CountedAmount.Verified };
        foreach (var way in Enum.GetValues<SummingUp>())
        {
            var group = Judging.On(Printed, strict, Divided(way, Quotas), Stands(1, Jinjiang, EndOf(6), 600), new ProgressVerified(Id(1), 590), Stands(2, Qingyang, EndOf(6), 300)).Totals.Group!;
            (group.Reported, group.Expected).ShouldBe((2, 2));
            group.Members.Select(m => m.Total).ShouldBe([590, null]);
        }
    }

    [Fact]
    public void Verified_amounts_add_up_at_the_date_up_to_which_they_are_verified()
    {
        var strict = Rules.Default with { CountedAmount = CountedAmount.Verified };
        var judged = Judging.On(
            Printed,
            strict,
            Divided(SummingUp.MembersAddUp, Quotas),
            Reported(1, Jinjiang, Months(1, 5), 300, 300),
            new ProgressVerified(Id(1), 290),
            Reported(2, Jinjiang, 6, 100, 400),
            Stands(3, Qingyang, EndOf(6), 200),
            new ProgressVerified(Id(3), 200));
        (judged.Totals.Counted, judged.Totals.Verified, judged.Totals.Reported, judged.Totals.Cutoff).ShouldBe((290, 290, 300, EndOf(5)));
    }

    [Fact]
    public void Each_for_itself_counts_who_met_and_sums_nothing()
    {
        var judged = Judging.On(Printed, Divided(SummingUp.EachForItself, Quotas), Stands(1, Jinjiang, EndOf(6), 700), Stands(2, Qingyang, EndOf(6), 200));

        (judged.Totals.Counted, judged.Totals.Group!.MembersSum, judged.Completion, judged.IsMet).ShouldBe((null, null, 50, false));
        judged.Said().ShouldBe("Yellow Behind members");
        judged.Verdict.Reason.Zh.ShouldBe("2 个成员:达标 1,黄 1,红 0,未报 0");
        judged.Totals.Group.Members.Select(m => m.Light).ShouldBe([Light.Green, Light.Yellow]);
        judged.Totals.Basis.ShouldBe([2, 3]);
    }

    [Fact]
    public void Each_for_itself_is_met_when_everybody_has_met_it()
    {
        var judged = Judging.On(Printed, Divided(SummingUp.EachForItself, Quotas), Stands(1, Jinjiang, EndOf(6), 700), Stands(2, Qingyang, EndOf(6), 500));
        (judged.Said(), judged.IsMet).ShouldBe(("Green Completed members", true));
    }

    [Fact]
    public void The_furthest_behind_gives_the_light_of_all()
        => Judging.On(Printed, Divided(SummingUp.EachForItself, Quotas), Stands(1, Jinjiang, EndOf(6), 700), Stands(2, Qingyang, EndOf(6), 0)).Said().ShouldBe("Red Behind members");

    [Fact]
    public void The_silent_are_counted_and_red_only_when_it_is_overdue()
    {
        object[] events = [Divided(SummingUp.EachForItself, Quotas), Stands(1, Jinjiang, EndOf(6), 700)];
        var judged = Judging.On(Printed, events);
        judged.Said().ShouldBe("Green OnPace members");
        judged.Verdict.Reason.Zh.ShouldBe("2 个成员:达标 1,黄 0,红 0,未报 1");
        judged.Totals.Group!.Members[1].Light.ShouldBe(Light.None);

        Judging.On(new(2015, 1, 26), events).Said().ShouldBe("Red Behind members");
        Judging.On(Printed, Divided(SummingUp.EachForItself, Quotas)).Said().ShouldBe("None Unknown members");
    }

    [Fact]
    public void Without_quotas_the_target_is_each_member_s_own()
    {
        var judged = Judging.On(Printed, Divided(SummingUp.EachForItself) with { Target = new(Bound.Range, 5, "各5-8个", Upper: 8) }, Stands(1, Jinjiang, EndOf(6), 6), Stands(2, Qingyang, EndOf(6), 9));
        (judged.IsMet, judged.Said()).ShouldBe((true, "Green Completed members"));
    }

    [Fact]
    public void A_quota_is_a_figure_to_reach_also_where_the_whole_is_a_range_or_growth()
    {
        foreach (var whole in new[] { new Target(Bound.Range, 1_000, "w", Upper: 1_200), new(Bound.Growth, 20, "w", Baseline: 1_000, GrowthIn: GrowthIn.Percent) })
        {
            var judged = Judging.On(Printed, Divided(SummingUp.EachForItself, Quotas) with { Target = whole }, Stands(1, Jinjiang, EndOf(6), 700), Stands(2, Qingyang, EndOf(6), 499));
            judged.Totals.Group!.Members.Select(m => m.Light).ShouldBe([Light.Green, Light.Green]);
            (judged.IsMet, judged.Completion).ShouldBe((false, 50));
        }
    }

    [Fact]
    public void Members_of_a_stretch_goal_that_reported_are_not_called_silent()
    {
        var judged = Judging.On(Printed, Divided(SummingUp.EachForItself, Quotas) with { Strength = Strength.Stretch }, Stands(1, Jinjiang, EndOf(6), 1), Stands(2, Qingyang, EndOf(6), 1));
        judged.Said().ShouldBe("None Unknown members");
        judged.Verdict.Reason.En.ShouldBe("2 members: 0 met, 0 yellow, 0 red, 0 silent");
    }

    [Fact]
    public void A_lead_that_is_a_member_too_is_counted_once()
    {
        var directory = Grouped(new Membership(Jinjiang, new(2014, 1, 1)), new Membership(Hrss, new(2014, 1, 1)));
        object[] reports = [Stands(1, Hrss, EndOf(6), 300), Stands(2, Jinjiang, EndOf(6), 300)];

        var sum = Judging.On(Printed, Rules.Default, directory, [Divided(SummingUp.MembersAddUp), .. reports]).Totals;
        (sum.Counted, sum.Group!.Expected, sum.Group.Reported, sum.Group.Own).ShouldBe((600, 1, 1, 300));

        var each = Judging.On(Printed, Rules.Default, directory, [Divided(SummingUp.EachForItself), .. reports]).Totals.Group!;
        each.Members.Select(m => (m.Unit, m.Total)).ShouldBe([(Jinjiang, 300m), (Hrss, 300m)]);
    }

    [Fact]
    public void What_a_member_said_in_words_before_the_division_is_no_figure()
    {
        var judged = Judging.On(
            Printed,
            Training,
            Words(1, Jinjiang, Months(1, 3)),
            new TargetApportioned(new(SummingUp.MembersAddUp, Districts, Quotas)),
            Reported(2, Hrss, Months(1, 6), 600, 600));
        (judged.Totals.Cutoff, judged.Totals.Group!.Reported, judged.Totals.Counted).ShouldBe((EndOf(6), 0, 600));
        judged.Totals.Basis.ShouldBe([4]);
    }

    [Fact]
    public void A_group_without_members_leaves_nothing_to_judge()
        => Judging.On(Printed, Rules.Default, Grouped(), Divided(SummingUp.EachForItself, Quotas)).Said().ShouldBe("None Unknown members");
}
