using FsCheck;
using FsCheck.Fluent;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using static TargetLedger.Domain.Tests.City;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class DividedFigureTests
{
    private static readonly (string, decimal)[] Quotas = [(Jinjiang, 600), (Qingyang, 400), (Wuhou, 400)];

    private static Judgement On(DateOnly day, params object[] events) => Judging.On(day, Rules.Default, City.Directory, [Training, .. events]);

    [Fact]
    public void A_member_that_left_counts_no_more_where_members_of_the_day_count()
    {
        object[] events = [City.Divided(SummingUp.MembersAddUp, MemberDays.OnTheDay, null, Quotas), Stands(1, Jinjiang, Day(8, 31), 300), Stands(2, Qingyang, Day(8, 31), 200)];
        On(Day(8, 31), events).Totals.Counted.ShouldBe(500);
        On(Day(9, 1), events).Totals.Counted.ShouldBe(300);
    }

    [Fact]
    public void A_member_that_left_keeps_what_it_added_while_it_was_one_and_is_not_waited_for()
    {
        var judged = On(
            Day(9, 30),
            City.Divided(SummingUp.MembersAddUp, MemberDays.ForItsDays, null, Quotas),
            Reported(1, Jinjiang, Months(1, 8), 300, 300), Reported(2, Jinjiang, 9, 50, 350),
            Reported(3, Qingyang, Months(1, 8), 200, 200), Reported(4, Qingyang, 9, 90, 290));

        (judged.Totals.Counted, judged.Totals.Cutoff).ShouldBe((550, Day(9, 30)));
        var group = judged.Totals.Group!;
        (group.Expected, group.Reported).ShouldBe((2, 1));
        group.Members.Select(m => (m.Unit, m.InSum)).ShouldBe([(Jinjiang, 350m), (Qingyang, 200m), (Wuhou, null)]);
    }

    [Fact]
    public void A_member_that_joined_counts_with_what_it_added_since()
    {
        var judged = On(
            Day(9, 30),
            City.Divided(SummingUp.MembersAddUp, MemberDays.ForItsDays, null, Quotas),
            Reported(1, Wuhou, Months(1, 6), 80, 80), Reported(2, Wuhou, Months(7, 9), 40, 120));

        judged.Totals.Counted.ShouldBe(40);
        judged.Totals.Basis.ShouldBe([3, 4]);
        var wuhou = judged.Totals.Parts.ShouldHaveSingleItem();
        wuhou.Parts.Select(p => (p.Kind, p.Amount, p.Position)).ShouldBe([(PartKind.Member, 120m, 4L), (PartKind.Before, -80m, 3L)]);
    }

    [Fact]
    public void A_quota_is_for_the_days_of_membership()
    {
        // 243 of 365 days, and 184 of them.
        var group = On(Day(9, 30), City.Divided(SummingUp.MembersAddUp, MemberDays.ForItsDays, null, Quotas)).Totals.Group!;
        group.Members.Select(m => m.Quota).ShouldBe([600, 266.3014m, 201.6438m]);
        (group.Fit!.Fit, group.Fit.Gap).ShouldBe((QuotaFit.Short, -132.0548m));
    }

    [Theory]
    [InlineData(SummingUp.MembersAddUp, 160, 40, null)]
    [InlineData(SummingUp.LeadReports, 160, null, -120)]
    [InlineData(SummingUp.EachForItself, null, null, null)]
    public void A_street_s_figure_and_every_figure_of_its_district_is_explained_by_reports(SummingUp way, int? sum, int? own, int? difference)
    {
        object[] events =
        [
            Training,
            City.Divided(SummingUp.LeadReports, MemberDays.OnTheDay, null, Quotas),
            Below(Jinjiang, way, null, (Chunxi, 300), (Dongda, 200)),
            Stands(1, Chunxi, Day(6, 30), 100), Stands(2, Dongda, Day(6, 30), 60), Stands(3, Jinjiang, Day(6, 30), 40),
        ];
        var group = Judging.On(Day(6, 30), Rules.Default, City.Directory, events).Totals.Group!;
        var below = group.Find(Jinjiang)!.Below!;
        (below.MembersSum, below.Own, below.Difference).ShouldBe((sum, own, difference));
        SumOf(RowFigure.MembersSum, Jinjiang).ShouldBe(sum ?? 0);
        SumOf(RowFigure.Own, Jinjiang).ShouldBe(own ?? 0);
        SumOf(RowFigure.Difference, Jinjiang).ShouldBe(difference ?? 0);
        foreach (var street in new[] { Chunxi, Dongda })
            SumOf(RowFigure.Reported, street).ShouldBe(group.Find(street)!.Reported!.Value);
        group.Find("nobody").ShouldBeNull();

        decimal SumOf(RowFigure figure, string member) => FigureShares.Of(Fold(events), figure, member, Day(6, 30), Rules.Default, City.Directory).Sum(p => p.Value);
    }

    [Fact]
    public void A_district_s_figure_is_what_its_streets_and_itself_add_up_to()
    {
        var judged = On(
            Day(6, 30),
            City.Divided(SummingUp.MembersAddUp, MemberDays.OnTheDay, 200, Quotas),
            Below(Jinjiang, SummingUp.MembersAddUp, 100, (Chunxi, 300), (Dongda, 200)),
            Stands(1, Chunxi, Day(6, 30), 100), Stands(2, Dongda, Day(6, 30), 60), Stands(3, Jinjiang, Day(6, 30), 40),
            Stands(4, Qingyang, Day(6, 30), 150), Stands(5, Hrss, Day(6, 30), 10));

        judged.Totals.Counted.ShouldBe(360);
        judged.Totals.Basis.ShouldBe([4, 5, 6, 7, 8]);
        var group = judged.Totals.Group!;
        (group.MembersSum, group.Own).ShouldBe((350, 10));
        var jinjiang = group.Members[0];
        (jinjiang.Total, jinjiang.InSum, jinjiang.Quota, jinjiang.Position).ShouldBe((200, 200, 600, null));
        (jinjiang.Below!.Reported, jinjiang.Below.Expected, jinjiang.Below.MembersSum, jinjiang.Below.Own).ShouldBe((2, 2, 160, 40));
    }

    [Fact]
    public void A_district_that_reports_the_whole_has_its_streets_beside_it()
    {
        var jinjiang = On(
            Day(6, 30),
            City.Divided(SummingUp.MembersAddUp, MemberDays.OnTheDay, 200, Quotas),
            Below(Jinjiang, SummingUp.LeadReports, null, (Chunxi, 300), (Dongda, 300)),
            Stands(1, Chunxi, Day(6, 30), 100), Stands(2, Jinjiang, Day(6, 30), 130)).Totals.Group!.Members[0];

        (jinjiang.Total, jinjiang.InSum).ShouldBe((130, 130));
        (jinjiang.Below!.MembersSum, jinjiang.Below.Difference, jinjiang.Below.Reported).ShouldBe((100, 30, 1));
    }

    [Fact]
    public void A_division_holds_from_its_day_on_and_earlier_days_keep_the_one_before()
    {
        object[] events =
        [
            City.Divided(SummingUp.MembersAddUp, MemberDays.OnTheDay, null, (Jinjiang, 1_200)),
            new TargetApportioned(new(SummingUp.LeadReports, Districts, [new(Jinjiang, 700), new(Qingyang, 500)]), Day(7, 1)),
            Stands(1, Hrss, Day(6, 30), 10), Stands(2, Jinjiang, Day(6, 30), 100),
        ];
        On(Day(6, 30), events).Totals.Counted.ShouldBe(110);
        On(Day(7, 1), events).Totals.Counted.ShouldBe(10);
    }

    /// <summary>Whoever reports what and whenever members come and go.</summary>
    [Fact]
    public void Sums_equal_their_members_and_every_figure_is_the_sum_of_its_reports()
        => Prop.ForAll(Divided, one =>
        {
            var judged = Judging.On(one.On, Rules.Default with { CountedAmount = one.Counted }, one.Directory, one.Events);
            var (totals, group) = (judged.Totals, judged.Totals.Group!);
            totals.Parts.Sum(p => p.Amount).ShouldBe(totals.Counted ?? 0);
            totals.Parts.ShouldAllBe(p => AddsUp(p));
            totals.Basis.ShouldBe(totals.Counted is null ? [] : FigurePart.PositionsOf(totals.Parts));
            AddUp(group, totals.Counted);
            return true;
        }).Check(Stories.Cases(400));

    private static bool AddsUp(FigurePart part) => part.Position is not null ? part.Parts.Count == 0 : part.Amount == part.Parts.Sum(p => p.Amount) && part.Parts.All(AddsUp);

    private static void AddUp(GroupFigures group, decimal? total)
    {
        if (group.Way == SummingUp.MembersAddUp)
            (group.Members.Sum(m => m.InSum.GetValueOrDefault()) + group.Own.GetValueOrDefault()).ShouldBe(total ?? 0);
        foreach (var member in group.Members)
        {
            if (member.Below is { Way: SummingUp.MembersAddUp } below)
                AddUp(below, member.Below.MembersSum is null ? null : below.MembersSum.GetValueOrDefault() + below.Own.GetValueOrDefault());
        }
    }

    private static Gen<(string Unit, int Month, int Amount, bool Verified)> Report { get; } =
        from unit in Gen.Elements(Hrss, Jinjiang, Qingyang, Wuhou, Chunxi, Dongda)
        from month in Gen.Choose(1, 12)
        from amount in Gen.Choose(0, 400)
        from verified in Gen.Elements(true, true, false)
        select (unit, month, amount, verified);

    private static Arbitrary<(DateOnly On, CountedAmount Counted, Units.UnitDirectory Directory, object[] Events)> Divided { get; } = Arb.From(
        from day in Stories.DayOfYear
        from counted in Gen.Elements(Enum.GetValues<CountedAmount>())
        from way in Gen.Elements(SummingUp.MembersAddUp, SummingUp.MembersAddUp, SummingUp.LeadReports)
        from below in Gen.Elements<SummingUp?>(null, SummingUp.MembersAddUp, SummingUp.LeadReports, SummingUp.EachForItself)
        from days in Gen.Elements(Enum.GetValues<MemberDays>())
        from joined in Stories.DayOfYear
        from left in Stories.DayOfYear
        from reports in Gen.ListOf(Report, 30)
        select (day, counted, Of(new(Jinjiang, new(2014, 1, 1)), new(Qingyang, new(2014, 1, 1), left), new(Wuhou, joined), new(Qingyang, left.AddDays(40))), Events(way, below, days, [.. reports])));

    private static object[] Events(SummingUp way, SummingUp? below, MemberDays days, (string Unit, int Month, int Amount, bool Verified)[] reports)
    {
        var events = new List<object> { Training, City.Divided(way, days, 100, (Jinjiang, 700), (Qingyang, 500)) };
        if (below is { } lower)
            events.Add(Below(Jinjiang, lower, null, (Chunxi, 400), (Dongda, 300)));
        foreach (var (one, i) in reports.DistinctBy(r => (r.Unit, r.Month)).Select((r, i) => (r, i + 1)))
        {
            events.Add(Reported(i, one.Unit, one.Month, one.Amount, one.Month * 10 + one.Amount));
            if (one.Verified)
                events.Add(new ProgressVerified(Id(i), one.Amount));
        }

        return [.. events];
    }
}
