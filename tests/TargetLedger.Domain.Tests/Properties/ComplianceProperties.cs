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
    public void Along_a_curve_too_pace_only_rises_from_nothing_to_all()
        => Prop.ForAll(Arb.From(Stretch), Arb.From(RuleStories.Curve), Arb.From(Gen.Choose(-60, 2_100).Two()), (stretch, curve, days) =>
            Enum.GetValues<PaceBy>().All(by =>
            {
                var rules = Rules.Default with { PaceBy = by, PaceCurve = curve };
                var (first, later) = (new DateOnly(2014, 1, 1).AddDays(Math.Min(days.Item1, days.Item2)), new DateOnly(2014, 1, 1).AddDays(Math.Max(days.Item1, days.Item2)));
                var (before, after) = (Pace.Percent(stretch.Period, stretch.Start, first, rules), Pace.Percent(stretch.Period, stretch.Start, later, rules));
                return 0 <= before && before <= after && after <= 100 && Pace.Percent(stretch.Period, stretch.Start, stretch.Period.End, rules) == 100;
            })).Check(Stories.Cases(3_000));

    [Fact]
    public void At_the_end_of_a_stage_pace_is_what_the_curve_states()
        => Prop.ForAll(Arb.From(Stretch), Arb.From(RuleStories.Curve), (stretch, curve) =>
        {
            var ends = curve.EndsOf(stretch.Period).Zip(curve.Stages).GroupBy(s => s.First, s => s.Second);
            return curve.EndsOf(stretch.Period).Last() == stretch.Period.End
                && ends.All(end => Pace.Percent(stretch.Period, null, end.Key, Rules.Default with { PaceCurve = curve }) == end.Max());
        }).Check(Stories.Cases(2_000));

    [Fact]
    public void A_curve_of_equal_months_is_the_even_pace_by_months_from_whatever_start()
        => Prop.ForAll(Arb.From(Gen.Choose(1, 12)), Arb.From(Stories.DayOfYear), Arb.From(Gen.Choose(0, 400)), (stages, day, start) =>
        {
            var even = Rules.Default with { PaceBy = PaceBy.FinishedMonths };
            var curve = even with { PaceCurve = new([.. Enumerable.Range(1, stages).Select(i => 100m * i / stages)]) };
            DateOnly? from = start > 364 ? null : new DateOnly(2014, 1, 1).AddDays(start);
            return Math.Abs(Pace.Percent(World.Year, from, day, curve) - Pace.Percent(World.Year, from, day, even)) < 0.000001m;
        }).Check(Stories.Cases(2_000));

    [Fact]
    public void More_done_by_the_same_day_is_never_a_worse_light()
        => Prop.ForAll(Arb.From(Stories.Target), Arb.From(Gen.Choose(0, 2_500).Two()), Arb.From(Stories.DayOfYear), (target, totals, cutoff) =>
        {
            if (target.Bound is Bound.AtMost or Bound.Exactly)
                return true;

            var (less, more) = totals.Item1 <= totals.Item2 ? totals : (totals.Item2, totals.Item1);
            return Policies.All(rules => Severity(target, more, cutoff, rules) <= Severity(target, less, cutoff, rules));
        }).Check(Stories.Cases(1_500));

    [Fact]
    public void More_used_of_a_limit_by_the_same_day_is_never_a_better_light()
        => Prop.ForAll(Arb.From(Gen.Choose(1, 2_000)), Arb.From(Gen.Choose(0, 2_500).Two()), Arb.From(Stories.DayOfYear), (limit, totals, cutoff) =>
        {
            var (less, more) = totals.Item1 <= totals.Item2 ? totals : (totals.Item2, totals.Item1);
            var target = new Target(Bound.AtMost, limit, "w");
            return Policies.All(rules => Severity(target, more, cutoff, rules) >= Severity(target, less, cutoff, rules));
        }).Check(Stories.Cases(1_500));

    [Fact]
    public void A_stricter_threshold_never_gives_a_better_light()
        => Prop.ForAll(Arb.From(Stories.Target), Arb.From(Gen.Choose(0, 2_500)), Arb.From(Stories.DayOfYear), (target, total, cutoff) =>
            Enum.GetValues<RulesPreset>().All(preset =>
            {
                var rules = RulesPresets.Of(preset) with { UndefinedTo = null };
                var less = 1 + total % 20;
                var stricter = rules.LightBy is LightBy.GapInPoints or LightBy.ShareOfPace
                    ? rules with { YellowTo = rules.YellowTo - less }
                    : rules with { YellowTo = rules.YellowTo + less / 2m, GreenTo = rules.GreenTo + less };
                return Severity(target, total, cutoff, stricter) >= Severity(target, total, cutoff, rules);
            })).Check(Stories.Cases(1_000));

    [Fact]
    public void A_board_tried_out_shows_the_light_judging_gives()
    {
        var lights = new HashSet<Light>();
        Prop.ForAll(Stories.Year, Arb.From(RuleStories.Rules), Arb.From(Gen.Choose(-30, 500)), (story, rules, offset) =>
        {
            var (state, day) = (Fold(story.Events), new DateOnly(2014, 1, 1).AddDays(offset));
            var inputs = LightInputs.Of(state, day, rules.CountedAmount, Known);
            if (inputs is null)
                return state.StandingOn(day) == Standing.Withdrawn;
            lights.Add(inputs.Under(rules));
            return inputs.Under(rules) == Judgement.Of(state, day, rules, Known).Verdict.Light;
        }).Check(Stories.Cases(2_000));
        lights.ShouldBe(Enum.GetValues<Light>(), ignoreOrder: true);
    }

    [Fact]
    public void Corrections_commute_with_replay_under_whatever_rules()
    {
        var corrected = 0;
        Prop.ForAll(Stories.Year, Arb.From(RuleStories.Rules), Arb.From(Stories.DayOfYear), (story, rules, day) =>
        {
            // Known as corrected from the first, or reported and corrected later: the same light of every day.
            var events = story.Events.TakeWhile(e => e is CommitmentMade or ProgressReported or ProgressCorrected).ToList();
            var made = events.FindIndex(e => e is ProgressCorrected);
            if (made < 0)
                return true;
            corrected++;
            var state = Fold(events);
            var atOnce = Fold(events.Where(e => e is not ProgressCorrected).Select(e => e is ProgressReported r ? AsCorrected(r, state) : e));
            return Judgement.Of(state, day, rules, Known).Verdict == Judgement.Of(atOnce, day, rules, Known).Verdict;
        }).Check(Stories.Cases(600));
        corrected.ShouldBeGreaterThan(20);
    }

    private static ProgressReported AsCorrected(ProgressReported reported, Commitment state)
    {
        var stands = state.FindReport(reported.Report)!;
        return reported with { Amount = stands.Amount, Total = stands.Total, Through = stands.Through, Nodes = stands.Nodes, NoProgress = stands.NoProgress };
    }

    /// <summary>Every shipped preset, by days and by months, and tolerances of their own.</summary>
    private static IEnumerable<Rules> Policies =>
        from preset in Enum.GetValues<RulesPreset>()
        from paceBy in Enum.GetValues<PaceBy>()
        from green in new[] { 0, 5 }
        let rules = RulesPresets.Of(preset)
        select rules with { PaceBy = paceBy, GreenTo = rules.LightBy is LightBy.GapInPoints or LightBy.ShareOfPace ? green : rules.GreenTo + green };

    /// <summary>What the rules leave undefined lies between green and yellow.</summary>
    private static decimal Severity(Target target, int total, DateOnly cutoff, Rules rules)
        => Judging.At(cutoff, WithTarget(target), total, rules).Verdict.Light is var light && light == Light.None ? 0.5m : LightOrder.Of(light);
}
