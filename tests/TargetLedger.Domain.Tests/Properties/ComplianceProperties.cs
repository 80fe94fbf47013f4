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
    public void Whatever_the_rules_a_light_never_worsens_between_a_due_date_and_a_report()
    {
        var worsened = 0;
        Prop.ForAll(Stories.Year, Arb.From(RuleStories.Rules), (story, rules) =>
        {
            // Of what is recorded, only the data moves a light: until the next is in, or a patience the rules name has ended, it stays.
            var state = Fold([story.Events[0], .. story.Events.OfType<ProgressReported>()]);
            if (state.Measure is null)
                return true;
            Judgement? before = null;
            for (var day = new DateOnly(2014, 1, 1); day <= World.Year.End.AddDays(rules.OverdueGraceDays); day = day.AddDays(1))
            {
                var judged = Judgement.Of(state, day, rules, Known);
                var newData = state.Reports.Exists(r => r.Through == day) || Known.Groups[Districts].Members.Any(m => m.From == day);
                if (before is not null && !newData && judged.Verdict != before.Verdict)
                    return false;
                worsened += newData && before is not null && LightOrder.Of(judged.Verdict.Light) > LightOrder.Of(before.Verdict.Light) ? 1 : 0;
                before = judged;
            }

            return true;
        }).Check(Stories.Cases(250));

        // Reports do worsen lights, or the stories would show little.
        worsened.ShouldBeGreaterThan(20);
    }

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
