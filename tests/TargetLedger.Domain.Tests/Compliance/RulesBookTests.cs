using TargetLedger.Domain.Compliance;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class RulesBookTests
{
    private static readonly RulesAdopted January = new("甲", Day(1, 1), Rules.Default with { YellowTo = 20 }, "1号");
    private static readonly RulesAdopted July = new("乙", Day(7, 1), Rules.Default with { YellowTo = 40 }, "2号");

    [Fact]
    public void Until_rules_are_adopted_the_defaults_hold()
    {
        RulesBook.Empty.On(Day(6, 30)).ShouldBe(Rules.Default);
        Book(July).On(Day(6, 30)).ShouldBe(Rules.Default);
        Book(July).VersionOn(Day(6, 30)).ShouldBeNull();
    }

    [Fact]
    public void The_rules_of_a_day_are_the_latest_effective_by_then_in_whatever_order_they_were_adopted()
    {
        foreach (var book in new[] { Book(January, July), Book(July, January) })
        {
            book.VersionOn(Day(6, 30))!.Name.ShouldBe("甲");
            book.VersionOn(Day(7, 1))!.Name.ShouldBe("乙");
        }
    }

    [Fact]
    public void Of_two_for_one_day_the_later_recorded_wins()
        => Book(July, July with { Name = "丙" }).VersionOn(Day(8, 1))!.Name.ShouldBe("丙");

    [Fact]
    public void Adopting_the_same_twice_is_adopting_it_once()
    {
        RulesBook.Adopt(Book(January), January with { }).ShouldBeOfType<Decision.Nothing>();
        RulesBook.Adopt(Book(January, July), January).ShouldBeOfType<Decision.Nothing>();
        RulesBook.Adopt(Book(January), July).ShouldBeOfType<Decision.Record>().Events.ShouldBe([July]);
    }

    [Fact]
    public void Going_back_to_an_earlier_version_is_a_decision_of_its_own()
    {
        var replaced = Book(January, January with { Name = "甲二", Rules = Rules.Default });
        RulesBook.Adopt(replaced, January).ShouldBeOfType<Decision.Record>().Events.ShouldBe([January]);
    }

    [Fact]
    public void Rules_outside_their_limits_are_refused_all_at_once()
        => RulesBook.Adopt(RulesBook.Empty, January with
        {
            Rules = new(LightBy.GapInPoints, 0, PaceBy.Day, CountedAmount.Reported, 100, -1, 367, -1, 367),
        }).ShouldBeOfType<Decision.Refuse>().Reasons.Select(r => r.Member)
            .ShouldBe(["/rules/yellowTo", "/rules/approxTolerancePercent", "/rules/aheadFromPoints", "/rules/overdueGraceDays", "/rules/nodeGraceDays", "/rules/nodeYellowDays"]);

    [Fact]
    public void A_plan_s_own_rules_go_before_the_ledger_s_until_they_are_lifted()
    {
        var own = January with { Name = "方案自定", Plan = "plan-1", EffectiveFrom = Day(3, 1) };
        var book = Book(January, own, July, new PlanRulesLifted("plan-1", Day(9, 1), "3号"));

        book.VersionOn(Day(2, 28), "plan-1")!.Name.ShouldBe("甲");
        book.VersionOn(Day(3, 1), "plan-1")!.Name.ShouldBe("方案自定");
        book.VersionOn(Day(8, 31), "plan-1")!.Name.ShouldBe("方案自定");
        book.VersionOn(Day(9, 1), "plan-1")!.Name.ShouldBe("乙");
        book.VersionOn(Day(8, 31), "plan-2")!.Name.ShouldBe("乙");
        book.VersionOn(Day(8, 31))!.Name.ShouldBe("乙");
    }

    [Fact]
    public void Only_rules_a_plan_has_can_be_lifted_and_once()
    {
        var lift = new PlanRulesLifted("plan-1", Day(9, 1), "3号");
        var own = January with { Plan = "plan-1" };
        RulesBook.Lift(Book(January), lift).ShouldBeOfType<Decision.Refuse>().Reasons.ShouldHaveSingleItem().Code.ShouldBe("plan_rules_missing");
        RulesBook.Lift(Book(own), lift).ShouldBeOfType<Decision.Record>().Events.ShouldBe([lift]);
        RulesBook.Lift(Book(own, lift), lift).ShouldBeOfType<Decision.Nothing>();
        RulesBook.Adopt(Book(own), own).ShouldBeOfType<Decision.Nothing>();
        RulesBook.Adopt(Book(own), January).ShouldBeOfType<Decision.Record>();
    }

    [Fact]
    public void Rules_stored_before_there_were_bands_hold_as_they_did()
    {
        var before = new RulesAdoptedV1("旧", Day(1, 1), new(LightBy.ShareOfPace, 50, PaceBy.FinishedMonths, CountedAmount.Verified, 7.5m, 10, 20, 15, 30), "1号");
        Book(before).On(Day(6, 30)).ShouldBe(new(LightBy.ShareOfPace, 50, PaceBy.FinishedMonths, CountedAmount.Verified, 7.5m, 10, 20, 15, 30));
    }

    [Fact]
    public void Bands_that_do_not_follow_one_another_are_refused_all_at_once()
    {
        Faults(Rules.Default with { GreenTo = 30, UndefinedTo = 31 }).ShouldBe(["/greenTo bands_reversed", "/undefinedTo bands_reversed"]);
        Faults(RulesPresets.Of(RulesPreset.TimeLeft) with { GreenTo = 15, UndefinedTo = 5 }).ShouldBe(["/yellowTo bands_reversed", "/undefinedTo band_not_expected"]);
        Faults(RulesPresets.Of(RulesPreset.MonthlyCompletion) with { GreenTo = null }).ShouldBe(["/greenTo value_missing"]);
        foreach (var preset in Enum.GetValues<RulesPreset>())
            Faults(RulesPresets.Of(preset)).ShouldBeEmpty(preset.ToString());
    }

    [Fact]
    public void A_draft_changes_what_it_states_and_starts_the_thresholds_of_another_measure_from_its_preset()
    {
        new RulesDraft(YellowTo: 20).Over(Rules.Default).ShouldBe(Rules.Default with { YellowTo = 20 });
        new RulesDraft(RulesPreset.MonthlyCompletion, YellowTo: 50).Over(January.Rules).ShouldBe(RulesPresets.Of(RulesPreset.MonthlyCompletion) with { YellowTo = 50 });
        new RulesDraft(UndefinedTo: 0).Over(RulesPresets.Of(RulesPreset.GapWithUndefinedBand)).ShouldBe(RulesPresets.Of(RulesPreset.GapInPoints));
        new RulesDraft(LightBy: LightBy.TimeLeft).Over(Rules.Default with { NodeYellowDays = 7, UndefinedTo = 10 })
            .ShouldBe(Rules.Default with { NodeYellowDays = 7, LightBy = LightBy.TimeLeft, GreenTo = 30, YellowTo = 15 });
    }

    [Fact]
    public void A_curve_that_falls_passes_all_or_stops_short_is_refused_with_every_fault()
    {
        Faults(Rules.Default with { PaceCurve = new([40, 15, 120, 90]) }).ShouldBe(
            ["/paceCurve/stages/1 curve_falls", "/paceCurve/stages/2 value_out_of_range", "/paceCurve/stages/3 curve_falls", "/paceCurve/stages/3 curve_ends_short"]);
        Faults(Rules.Default with { PaceCurve = new([-5, 100]) }).ShouldBe(["/paceCurve/stages/0 value_out_of_range"]);
        Faults(Rules.Default with { PaceCurve = new([]) }).ShouldBe(["/paceCurve/stages curve_stages_out_of_range"]);
        Faults(Rules.Default with { PaceCurve = new([100]) }).ShouldBe(["/paceCurve/stages curve_stages_out_of_range"]);
        Faults(Rules.Default with { PaceCurve = new([.. Enumerable.Repeat(100m, 54)]) }).ShouldBe(["/paceCurve/stages curve_stages_out_of_range"]);
        Faults(Rules.Default with { PaceCurve = new([0, 50, 50, 100]) }).ShouldBeEmpty();
        RulesBook.Adopt(RulesBook.Empty, January with { Rules = Rules.Default with { PaceCurve = new([40, 15]) } }).ShouldBeOfType<Decision.Refuse>().Reasons
            .ShouldContain(r => r.Member == "/rules/paceCurve/stages/1" && r.Zh == "第 2 段(15%)低于第 1 段(40%):曲线只升不降" && r.En.Contains("never falls"));
    }

    [Fact]
    public void The_same_curve_is_the_same_rules_and_a_draft_puts_one_in_or_takes_it_away()
    {
        var staged = January with { Rules = Rules.Default with { PaceCurve = new([15, 40, 65, 100]) } };
        RulesBook.Adopt(Book(staged), staged with { Rules = Rules.Default with { PaceCurve = new([15, 40, 65, 100]) } }).ShouldBeOfType<Decision.Nothing>();
        RulesBook.Adopt(Book(staged), staged with { Rules = Rules.Default with { PaceCurve = new([15, 40, 70, 100]) } }).ShouldBeOfType<Decision.Record>();

        new RulesDraft(PaceCurve: new([15, 40, 65, 100])).Over(January.Rules).ShouldBe(January.Rules with { PaceCurve = staged.Rules.PaceCurve });
        new RulesDraft(YellowTo: 20).Over(staged.Rules).PaceCurve.ShouldBe(staged.Rules.PaceCurve);
        new RulesDraft(PaceCurve: new([100])).Over(staged.Rules).ShouldBe(Rules.Default);
        new RulesDraft(RulesPreset.StagedByQuarter, LightBy.ShareOfPace).Over(Rules.Default).ShouldBe(RulesPresets.Of(RulesPreset.ShareOfPace) with { PaceCurve = staged.Rules.PaceCurve });
    }

    private static IEnumerable<string> Faults(Rules rules) => RulesChecks.Check(rules).Select(f => $"{f.Pointer} {f.Code}");

    private static RulesBook Book(params object[] adopted) => Record(adopted).Aggregate(RulesBook.Empty, RulesBook.Evolve);
}
