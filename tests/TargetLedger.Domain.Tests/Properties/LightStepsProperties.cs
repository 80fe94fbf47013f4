using FsCheck;
using FsCheck.Fluent;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

/// <summary>Lights as steps of the day are what judging says, day by day, however they were come by.</summary>
public sealed class LightStepsProperties
{
    private static readonly DateOnly First = new(2013, 11, 1);
    private static readonly DateOnly Last = new(2015, 6, 30);

    private static Arbitrary<RulesBook> Books => RuleStories.Books;

    [Fact]
    public void The_step_a_day_falls_in_says_what_judging_says_of_that_day()
    {
        var lights = new HashSet<Light>();
        Prop.ForAll(Stories.Year, Books, (story, rules) =>
        {
            var state = Fold(story.Events);
            var steps = LightSteps.From(state, DateOnly.MinValue, rules, Known);
            for (var day = First; day <= Last; day = day.AddDays(1))
            {
                var step = steps.Last(s => s.From <= day);
                var withdrawn = state.StandingOn(day) == Standing.Withdrawn;
                var light = Judgement.Of(state, day, rules.On(day, state.Plan), Known).Verdict.Light;
                if (step.Withdrawn != withdrawn || (!withdrawn && step.Light != light) || !step.Responsible.SequenceEqual(state.ResponsibleOn(day)) || step.Groups != string.Join('\n', state.GroupsOn(day, Known)))
                    return false;
                lights.Add(light);
            }

            return true;
        }).Check(Stories.Cases(150));

        // Else the stories would have shown little.
        lights.ShouldBe(Enum.GetValues<Light>(), ignoreOrder: true);
    }

    [Fact]
    public void An_event_changes_no_step_before_the_first_day_it_may_change()
    {
        var kept = 0;
        Prop.ForAll(Stories.Year, Books, (story, rules) =>
        {
            var events = Record(story.Events);
            var before = Commitment.Evolve("commitment-1", null, events[0]);
            var steps = LightSteps.From(before, DateOnly.MinValue, rules, Known);
            foreach (var recorded in events.Skip(1))
            {
                var after = Commitment.Evolve("commitment-1", before, recorded);
                var first = LightSteps.FirstChanged(before, recorded.Event);
                var whole = LightSteps.From(after, DateOnly.MinValue, rules, Known);
                LightStep[] early = [.. steps.Where(s => first is null || s.From < first)];
                kept += early.Length;
                LightStep[] late = first is { } day ? [.. LightSteps.From(after, day, rules, Known)] : [];
                if (!Merged([.. early, .. late]).SequenceEqual(whole.Select(Shown)))
                    return false;
                (before, steps) = (after, whole);
            }

            return true;
        }).Check(Stories.Cases(200));

        kept.ShouldBeGreaterThan(1_000);
    }

    private static IEnumerable<(DateOnly, Light?, bool, string)> Merged(IReadOnlyList<LightStep> steps)
        => steps.Select(Shown).Where((s, i) => i == 0 || (s.Item2, s.Item3, s.Item4) != (Shown(steps[i - 1]).Item2, Shown(steps[i - 1]).Item3, Shown(steps[i - 1]).Item4));

    private static (DateOnly From, Light? Light, bool Withdrawn, string Responsible) Shown(LightStep step)
        => (step.From, step.Light, step.Withdrawn, $"{string.Join(',', step.Responsible)} {step.Groups}");
}
