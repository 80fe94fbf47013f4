using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Planning;
using TargetLedger.Domain.Units;
using static TargetLedger.Domain.Tests.City;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class QuotaFitTests : CommitmentSpecs
{
    private static IReadOnlyList<DivisionFit> FitsOn(DateOnly day, params object[] events) => DivisionFit.Of(Fold([Training, .. events]), day, City.Directory);

    [Theory]
    [InlineData(700, null, QuotaFit.Exact, 0)]
    [InlineData(600, null, QuotaFit.Short, -100)]
    [InlineData(600, 100, QuotaFit.Exact, 0)]
    [InlineData(900, null, QuotaFit.Surplus, 200)]
    public void Quotas_are_exact_short_or_in_surplus_by_the_gap(int quota, int? own, QuotaFit fit, int gap)
    {
        var whole = FitsOn(Day(6, 30), City.Divided(SummingUp.MembersAddUp, MemberDays.OnTheDay, own, (Jinjiang, quota), (Qingyang, 500))).ShouldHaveSingleItem();
        (whole.Fit, whole.Gap, whole.Fits).ShouldBe((fit, gap, fit != QuotaFit.Short));
    }

    [Fact]
    public void A_raised_target_leaves_its_quotas_short_from_that_day_on()
    {
        object[] events = [City.Divided(SummingUp.MembersAddUp, MemberDays.OnTheDay, null, (Jinjiang, 700), (Qingyang, 500)), new TargetRevised(new(Bound.AtLeast, 1_500, "1500名"), Day(7, 1), "r", "a")];
        FitsOn(Day(6, 30), events)[0].Fit.ShouldBe(QuotaFit.Exact);
        (FitsOn(Day(7, 1), events)[0].Fit, FitsOn(Day(7, 1), events)[0].Gap).ShouldBe((QuotaFit.Short, -300));
    }

    [Fact]
    public void A_cut_quota_leaves_the_division_below_it_in_surplus_and_a_raised_one_short()
    {
        object[] Below(decimal jinjiang) =>
        [
            City.Divided(SummingUp.MembersAddUp, MemberDays.OnTheDay, 700, (Jinjiang, 600), (Qingyang, 500)),
            City.Below(Jinjiang, SummingUp.MembersAddUp, null, (Chunxi, 300), (Dongda, 300)),
            City.Divided(SummingUp.MembersAddUp, MemberDays.OnTheDay, 700, (Jinjiang, jinjiang), (Qingyang, 500)),
        ];
        FitsOn(Day(6, 30), Below(600)).Select(f => (f.Unit, f.Fit)).ShouldBe([(null, QuotaFit.Surplus), (Jinjiang, QuotaFit.Exact)]);
        FitsOn(Day(6, 30), Below(650))[1].ShouldSatisfyAllConditions(f => f.Fit.ShouldBe(QuotaFit.Short), f => f.Gap.ShouldBe(-50), f => f.Fits.ShouldBeFalse());
        FitsOn(Day(6, 30), Below(500))[1].ShouldSatisfyAllConditions(f => f.Fit.ShouldBe(QuotaFit.Surplus), f => f.Fits.ShouldBeTrue());
    }

    [Fact]
    public void Who_joined_without_a_quota_and_who_left_with_one_are_named()
    {
        var divided = City.Divided(SummingUp.MembersAddUp, MemberDays.OnTheDay, null, (Jinjiang, 700), (Qingyang, 500));
        FitsOn(Day(6, 30), divided)[0].Fits.ShouldBeTrue();
        FitsOn(Day(7, 1), divided)[0].ShouldSatisfyAllConditions(f => f.WithoutQuota.ShouldBe([Wuhou]), f => f.Fits.ShouldBeFalse());
        FitsOn(Day(9, 1), divided)[0].ShouldSatisfyAllConditions(f => f.NotMembers.ShouldBe([Qingyang]), f => (f.Fit, f.Gap).ShouldBe((QuotaFit.Short, -500)));
    }

    [Fact]
    public void Quotas_of_a_limit_beyond_it_do_not_fit()
    {
        var limit = Training with { Target = new(Bound.AtMost, 1_000, "不超过1000") };
        var fit = DivisionFit.Of(Fold(limit, City.Divided(SummingUp.MembersAddUp, MemberDays.OnTheDay, null, (Jinjiang, 700), (Qingyang, 500))), Day(6, 30), City.Directory)[0];
        (fit.Fit, fit.Gap, fit.Fits).ShouldBe((QuotaFit.Over, 200, false));
    }

    private static ApportionTarget Divide(string unit, string group, params (string Unit, decimal Value)[] quotas)
        => new(SummingUp.MembersAddUp, group, [.. quotas.Select(q => new Quota(q.Unit, q.Value))], Unit: unit);

    private static readonly TargetApportioned Whole = City.Divided(SummingUp.MembersAddUp, MemberDays.OnTheDay, null, (Jinjiang, 700), (Qingyang, 500));

    [Fact]
    public void A_member_s_quota_is_divided_further_and_short_quotas_are_refused_there_too()
    {
        var situation = Given(Training, Whole).Knowing(City.Directory).On(Day(6, 30));
        situation.When(Divide(Jinjiang, Streets, (Chunxi, 300), (Dongda, 399))).ThenRefused("quotas_short at /quotas");
        situation.When(Divide(Jinjiang, Streets, (Chunxi, 300), (Dongda, 400)))
            .Then(new TargetApportioned(new(SummingUp.MembersAddUp, Streets, [new(Chunxi, 300), new(Dongda, 400)]), Unit: Jinjiang));
    }

    [Fact]
    public void Without_a_quota_above_there_is_nothing_to_hold_it_against()
        => Given(Training, City.Divided(SummingUp.LeadReports, MemberDays.OnTheDay, null)).Knowing(City.Directory).On(Day(6, 30))
            .When(Divide(Jinjiang, Streets, (Chunxi, 1)))
            .Then(new TargetApportioned(new(SummingUp.MembersAddUp, Streets, [new(Chunxi, 1)]), Unit: Jinjiang));

    [Fact]
    public void Who_has_no_place_in_the_division_divides_nothing_further()
        => Given(Training, Whole).Knowing(City.Directory).On(Day(6, 30)).When(Divide(Finance, Streets, (Chunxi, 1))).ThenRefused("not_a_member at /unit");

    [Fact]
    public void A_unit_has_one_place_in_the_tree()
    {
        var situation = Given(Training, Whole).Knowing(City.Directory).On(Day(6, 30));
        situation.When(Divide(Jinjiang, Districts)).ThenRefused("member_placed_twice at /group", "member_placed_twice at /group");
        situation.When(Divide(Jinjiang, Streets) with { MemberCadence = Cadence.Quarterly }).ThenRefused("member_cadence_of_the_whole at /memberCadence");
    }

    [Fact]
    public void A_division_takes_effect_in_the_commitment_s_own_period()
        => Given(Training).Knowing(City.Directory).On(Day(6, 30))
            .When(new ApportionTarget(SummingUp.LeadReports, Districts, [], EffectiveFrom: new(2015, 2, 1))).ThenRefused("period_outside_commitment at /effectiveFrom");

    [Fact]
    public void A_division_that_starts_later_leaves_the_one_before_in_force_until_then()
        => Given(Training, Whole).Knowing(City.Directory).On(Day(6, 30))
            .When(new ApportionTarget(SummingUp.EachForItself, Districts, [], EffectiveFrom: Day(7, 1), MemberDays: MemberDays.ForItsDays))
            .Then(new TargetApportioned(new(SummingUp.EachForItself, Districts, []), Day(7, 1), null, null, MemberDays.ForItsDays));
}
