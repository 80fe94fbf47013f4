using FsCheck;
using FsCheck.Fluent;
using TargetLedger.Domain.Compliance;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

/// <summary>Rules as offices might adopt them: sound, of every preset, for the ledger or for one plan.</summary>
internal static class RuleStories
{
    /// <summary>Sound ones: stages that rise, or stand still, to all.</summary>
    public static Gen<PaceCurve> Curve { get; } =
        from count in Gen.Choose(2, 12)
        from percents in Gen.ListOf(Gen.Choose(0, 1_000), count - 1)
        select new PaceCurve([.. percents.Order().Select(p => p / 10m), 100]);

    public static Gen<Rules> Rules { get; } =
        from lightBy in Gen.Elements(Enum.GetValues<LightBy>())
        from paceBy in Gen.Elements(Enum.GetValues<PaceBy>())
        from counted in Gen.Elements(Enum.GetValues<CountedAmount>())
        from yellow in Gen.Choose(5, 60)
        from other in Gen.Choose(1, 30)
        from green in Gen.Choose(0, 4)
        from banded in Gen.Elements(true, false)
        from grace in Gen.Choose(0, 40)
        from nodeYellow in Gen.Choose(0, 40)
        from curve in Gen.Frequency((2, Gen.Constant<PaceCurve?>(null)), (1, Curve.Select(c => (PaceCurve?)c)))
        let rules = new Rules(lightBy, yellow, paceBy, counted, 10, 10, grace, 40 - grace, nodeYellow, PaceCurve: curve)
        select lightBy is LightBy.MonthlyCompletion or LightBy.TimeLeft
            ? rules with { GreenTo = yellow + other }
            : rules with { GreenTo = green == 0 ? null : green, UndefinedTo = banded && yellow > green + 1 ? Math.Min(yellow, green + other) : null };

    private static Gen<object> Act { get; } =
        from rules in Rules
        from day in Stories.DayOfYear
        from plan in Gen.Elements<string?>(null, null, "plan-1", "plan-1", "plan-2")
        from lifted in Gen.Choose(0, 4)
        select lifted == 0 && plan is not null ? (object)new PlanRulesLifted(plan, day, "a") : new RulesAdopted("r", day, rules, "a", plan);

    public static Arbitrary<RulesBook> Books { get; } = Arb.From(
        from acts in Gen.ListOf(Act, 4)
        from count in Gen.Choose(0, 4)
        select Record(acts.Take(count)).Aggregate(RulesBook.Empty, RulesBook.Evolve));
}
