using FsCheck;
using FsCheck.Fluent;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class ComplianceProperties
{
    private static readonly Gen<(Period Period, DateOnly? Start)> Stretch =
        from start in Gen.Choose(0, 800)
        from length in Gen.Choose(0, 1_200)
        from late in Gen.Choose(-100, 1_300)
        let period = new Period(new DateOnly(2014, 1, 1).AddDays(start), new DateOnly(2014, 1, 1).AddDays(start + length))
        select (period, late < 0 ? (DateOnly?)null : period.Start.AddDays(late));

    [Fact]
    public void Pace_only_rises_with_the_days_from_nothing_to_all()
        => Prop.ForAll(Arb.From(Stretch), Arb.From(Gen.Choose(-60, 2_100)), Arb.From(Gen.Choose(0, 400)), (stretch, day, later) =>
            Enum.GetValues<PaceBy>().All(by =>
            {
                var first = new DateOnly(2014, 1, 1).AddDays(day);
                var before = Pace.Percent(stretch.Period, stretch.Start, first, by);
                var after = Pace.Percent(stretch.Period, stretch.Start, first.AddDays(later), by);
                return 0 <= before && before <= after && after <= 100 && Pace.Percent(stretch.Period, stretch.Start, stretch.Period.End, by) == 100;
            })).Check(Stories.Cases(3_000));

    [Fact]
    public void More_done_by_the_same_day_is_never_a_worse_light()
        => Prop.ForAll(Arb.From(Stories.Target), Arb.From(Gen.Choose(0, 2_500).Two()), Arb.From(Stories.DayOfYear), (target, totals, cutoff) =>
        {
            if (target.Bound is Bound.AtMost or Bound.Exactly)
                return true;

            var (less, more) = totals.Item1 <= totals.Item2 ? totals : (totals.Item2, totals.Item1);
            return Presets.All(rules => LightOf(target, more, cutoff, rules) <= LightOf(target, less, cutoff, rules));
        }).Check(Stories.Cases(1_500));

    [Fact]
    public void More_used_of_a_limit_by_the_same_day_is_never_a_better_light()
        => Prop.ForAll(Arb.From(Gen.Choose(1, 2_000)), Arb.From(Gen.Choose(0, 2_500).Two()), Arb.From(Stories.DayOfYear), (limit, totals, cutoff) =>
        {
            var (less, more) = totals.Item1 <= totals.Item2 ? totals : (totals.Item2, totals.Item1);
            var target = new Target(Bound.AtMost, limit, "w");
            return Presets.All(rules => LightOf(target, more, cutoff, rules) >= LightOf(target, less, cutoff, rules));
        }).Check(Stories.Cases(1_500));

    /// <summary>Both shipped presets, by days and by months. Green, yellow and red are ordered by their numbers.</summary>
    private static IEnumerable<Rules> Presets =>
        from rules in new[] { Rules.Default, Rules.Default with { LightBy = LightBy.ShareOfPace, YellowTo = 50 } }
        from paceBy in Enum.GetValues<PaceBy>()
        select rules with { PaceBy = paceBy };

    private static Light LightOf(Target target, int total, DateOnly cutoff, Rules rules)
        => Judging.At(cutoff, WithTarget(target), total, rules).Verdict.Light;
}
