using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Reporting;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class CommitmentProperties
{
    [Fact]
    public void Whatever_was_recorded_folds_and_the_same_command_again_has_no_further_effect()
    {
        var kinds = new HashSet<Type>();
        Prop.ForAll(Stories.Commands, told =>
        {
            var story = new Situation([told.Made]);
            foreach (var command in told.Commands)
            {
                if (story.Decide(command) is not Decision.Record recorded)
                    continue;

                story = story with { Events = [.. story.Events, .. recorded.Events] };
                if (recorded.Events.Count == 0 || story.Decide(command) is Decision.Record)
                    return false;
                kinds.UnionWith(recorded.Events.Select(e => e.GetType()));
            }

            return true;
        }).Check(Stories.Cases(400));

        kinds.ShouldBe(EventCatalog.All.Values.Where(t => t.Namespace == typeof(Commitment).Namespace && t != typeof(CommitmentMade)), ignoreOrder: true);
    }

    [Fact]
    public void A_story_told_again_through_its_stored_bytes_is_the_same_story()
        => Prop.ForAll(Stories.Year, story =>
        {
            var stored = story.Events.Select(e => EventCatalog.Read(EventCatalog.AliasOf(e), EventCatalog.Write(e)));
            return Text(Fold(stored)) == Text(Fold(story.Events));
        }).Check(Stories.Cases(300));

    [Fact]
    public void A_fold_does_not_care_how_its_events_are_batched()
        => Prop.ForAll(Stories.Year, Arb.From(Gen.Choose(0, 45)), (story, cut) =>
        {
            var events = Record(story.Events);
            var first = Commitment.Fold("commitment-1", events.Take(cut));
            var resumed = events.Skip(cut).Aggregate(first, (state, e) => Commitment.Evolve("commitment-1", state, e));
            return Text(resumed!) == Text(Fold(story.Events)) && resumed!.Version == events.Count;
        }).Check(Stories.Cases(300));

    [Fact]
    public void Judging_is_a_function_of_what_is_known_and_the_day()
        => Prop.ForAll(Stories.Year, Arb.From(Stories.DayOfYear), (story, day) =>
        {
            var state = Fold(story.Events);
            var before = Text(state);
            var judged = Text(Judge(state, day));
            return judged == Text(Judge(state, day)) && judged == Text(Judge(Fold(story.Events), day)) && before == Text(state);
        }).Check(Stories.Cases(300));

    [Fact]
    public void What_is_reported_for_later_never_changes_how_a_day_is_judged()
        => Prop.ForAll(Stories.Year, Arb.From(Stories.DayOfYear), (story, day) =>
        {
            var state = Fold(story.Events);
            var known = state with { Reports = state.Reports.RemoveAll(r => r.Through > day) };
            return Text(Judge(state, day)) == Text(Judge(known, day));
        }).Check(Stories.Cases(300));

    [Fact]
    public void Correcting_and_correcting_back_leaves_every_day_judged_as_before()
    {
        var changed = 0;
        Prop.ForAll(Stories.Year, Arb.From(Gen.Choose(0, 2_000)), Arb.From(Stories.DayOfYear), (story, total, day) =>
        {
            var report = Fold(story.Events).Reports.FindLast(r => r.Status == ReportStatus.Submitted && r.Total is not null);
            if (report is null || story.Decide(new CorrectProgress(report.Id, "误改", Total: total)) is not Decision.Record there)
                return true;

            var wrong = story with { Events = [.. story.Events, .. there.Events] };
            if (wrong.Decide(new CorrectProgress(report.Id, "改回", Total: report.Total)) is not Decision.Record back)
                return true;

            changed++;
            return Text(Judge(Fold([.. wrong.Events, .. back.Events]), day)) == Text(Judge(Fold(story.Events), day));
        }).Check(Stories.Cases(300));
        changed.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void A_correction_touches_no_report_but_its_own()
        => Prop.ForAll(Stories.Year, Arb.From(Stories.Command), (story, command) =>
        {
            if (command is not CorrectProgress correction || story.Decide(correction) is not Decision.Record recorded)
                return true;

            var others = Fold(story.Events).Reports.RemoveAll(r => r.Id == correction.Report);
            return Fold([.. story.Events, .. recorded.Events]).Reports.RemoveAll(r => r.Id == correction.Report).SequenceEqual(others);
        }).Check(Stories.Cases(600));

    [Fact]
    public void The_sum_of_members_and_own_share_is_what_its_basis_adds_up_to()
    {
        var summed = 0;
        Prop.ForAll(Stories.Year, Arb.From(Stories.DayOfYear), (story, day) =>
        {
            var state = Fold(story.Events);
            if (state.Measure is null || Judge(state, day).Totals is not { Group: { Way: SummingUp.MembersAddUp } group, Counted: { } counted } totals)
                return true;

            summed++;
            var basis = state.Reports.Where(r => totals.Basis.Contains(r.Position)).ToList();
            return counted == basis.Sum(r => r.Total!.Value)
                && counted == group.MembersSum + group.Own.GetValueOrDefault()
                && basis.TrueForAll(r => r.Through <= totals.Cutoff);
        }).Check(Stories.Cases(600));
        summed.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Members_are_always_counted_against_those_expected()
        => Prop.ForAll(Stories.Year, Arb.From(Stories.DayOfYear), (story, day) =>
            Judge(Fold(story.Events), day).Totals.Group is not { } group
                || (group.Reported <= group.Expected && group.Expected == group.Members.Count && (group.Way != SummingUp.EachForItself || group.MembersSum is null)))
            .Check(Stories.Cases(300));

    [Fact]
    public void Every_light_has_a_word_and_a_reason_in_both_languages()
        => Prop.ForAll(Stories.Year, Arb.From(Gen.Choose(-30, 500)), (story, offset) =>
        {
            var state = Fold(story.Events);
            var day = new DateOnly(2014, 1, 1).AddDays(offset);
            var judged = Judge(state, day);
            var (light, status, reason) = judged.Verdict;
            return reason.Zh.Length > 0 && reason.En.Length > 0
                && (light, status) is (Light.Green, Status.Completed or Status.Ahead or Status.OnPace) or (Light.Yellow or Light.Red, Status.Behind)
                    or (Light.None, Status.Unknown) or (Light.Done, Status.Completed) or (Light.Paused, Status.Paused)
                && !(state.Strength == Strength.Stretch && light is Light.Yellow or Light.Red)
                && judged.Pace is null or (>= 0 and <= 100);
        }).Check(Stories.Cases(600));

    [Fact]
    public void No_light_of_a_figure_worsens_while_no_data_comes_and_the_period_runs()
        => Prop.ForAll(Arb.From(Stories.Target), Arb.From(Gen.Choose(0, 2_500)), Arb.From(Stories.DayOfYear), (target, total, cutoff) =>
        {
            var state = Fold(WithTarget(target), Stands(1, Hrss, cutoff, total));
            var then = Judge(state, cutoff);
            return Enumerable.Range(0, 400).Select(d => cutoff.AddDays(d)).TakeWhile(d => d <= World.Year.End.AddDays(Rules.Default.OverdueGraceDays))
                .All(d => Text(Judge(state, d)) == Text(then));
        }).Check(Stories.Cases(100));

    private static Judgement Judge(Commitment state, DateOnly day) => Judgement.Of(state, day, Rules.Default, Known);

    private static string Text(object value) => JsonSerializer.Serialize(value, value.GetType(), LedgerJson.Options);
}
