using FsCheck;
using FsCheck.Fluent;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Periods;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

/// <summary>Lights are judged at the cut-off: time alone worsens none, but at the few moments the rules state.</summary>
public sealed class SilenceProperties
{
    private static readonly DateOnly First = new(2014, 1, 1);
    private static readonly DateOnly Last = new(2015, 2, 28);

    [Fact]
    public void A_light_never_worsens_between_a_due_date_and_a_report_but_at_the_moments_the_rules_state()
    {
        var (byData, byPatience, kinds) = (0, 0, new HashSet<string>(StringComparer.Ordinal));
        Prop.ForAll(SilenceStories.All, Arb.From(RuleStories.Rules), (events, rules) =>
        {
            var state = Fold(events);
            var stated = StatedMoments(state, rules);
            Judgement? before = null;
            for (var day = First; day <= Last; day = day.AddDays(1))
            {
                var judged = Judgement.Of(state, day, rules, Known);

                // Who joins a group brings its own data along.
                var newData = state.Reports.Exists(r => r.Through == day) || Known.Groups[Districts].Members.Any(m => m.From == day);
                if (before is not null && !newData && Said(judged) != Said(before))
                {
                    // And at a stated moment it worsens, or takes what is graver for its reason; nothing becomes better by itself.
                    if (!stated.Contains(day) || LightOrder.Of(judged.Verdict.Light) < LightOrder.Of(before.Verdict.Light))
                        return false;
                    byPatience++;
                    kinds.Add($"{KindOf(state)} {judged.Verdict.Reason.Code}");
                }

                byData += newData && before is not null && LightOrder.Of(judged.Verdict.Light) > LightOrder.Of(before.Verdict.Light) ? 1 : 0;
                before = judged;
            }

            return true;
        }).Check(Stories.Cases(400));

        // Reports do worsen lights and patience does end, for every kind of commitment, or the stories would show little.
        byData.ShouldBeGreaterThan(50);
        byPatience.ShouldBeGreaterThan(100);
        foreach (var kind in new[] { "figure overdue", "divided overdue", "divided members", "sides overdue", "sides members", "nodes node_overdue", "nodes overdue", "nodes stretch" })
            kinds.ShouldContain(kind);
    }

    [Fact]
    public void No_node_turns_before_the_report_about_its_date_is_due()
    {
        var turned = 0;
        Prop.ForAll(Arb.From(SilenceStories.ByNodes), Arb.From(Gen.Choose(1, 20)), Arb.From(Gen.Choose(0, 15)), (made, working, more) =>
        {
            // Graces that are no shorter than what the ledger's own terms give a report.
            var schedule = ReportingSchedule.Evolve(ReportingSchedule.Empty, new(new ReportingTermsAdopted("t", new(2013, 1, 1), new(working, working, working, working, working), "a"), 1, 1, At(First), "tests"));
            var state = Fold(made);
            var first = made.Nodes.MinBy(n => n.Planned)!;
            var cutoff = Judgement.Of(state, First, Rules.Default, Known).Nodes.Where(n => n.Node.Planned == first.Planned).Select(n => n.Cutoff).First();
            var due = schedule.DeadlineOf(made.Cadence, cutoff).Due;
            var rules = Rules.Default with { NodeGraceDays = due.DayNumber - cutoff.DayNumber + more, OverdueGraceDays = 366, NodeYellowDays = 366 };

            for (var day = First; day <= due.AddDays(more); day = day.AddDays(1))
            {
                if (Judgement.Of(state, day, rules, Known).Verdict.Light.IsWarning())
                    return false;
            }

            // The very next day it turns: this is the moment the rules state.
            var after = Judgement.Of(state, due.AddDays(more + 1), rules, Known).Verdict;
            turned += after.Light.IsWarning() ? 1 : 0;
            return made.Strength == Strength.Stretch ? after.Light == Light.None : after.Light.IsWarning();
        }).Check(Stories.Cases(500));
        turned.ShouldBeGreaterThan(200);
    }

    [Theory]
    [InlineData(Cadence.ByNode, 0)]
    [InlineData(Cadence.Monthly, 1)]
    [InlineData(Cadence.Quarterly, 3)]
    [InlineData(Cadence.HalfYearly, 6)]
    [InlineData(Cadence.Yearly, 12)]
    public void By_default_a_report_is_due_before_patience_ends_whatever_holidays_are_announced(Cadence cadence, int months)
    {
        var schedule = Schedules.Shipped.Aggregate(ReportingSchedule.Empty, (known, year) => ReportingSchedule.Evolve(known, new(year, 1, 1, At(First), "tests")));
        var patience = Math.Min(Rules.Default.NodeGraceDays, Rules.Default.OverdueGraceDays);
        foreach (var year in Schedules.Shipped.Select(c => c.Year))
        {
            for (var cutoff = new DateOnly(year, 1, 1); cutoff.Year == year; cutoff = cutoff.AddDays(1))
            {
                if (months == 0 || (cutoff.AddDays(1).Day == 1 && cutoff.Month % months == 0))
                    schedule.DeadlineOf(cadence, cutoff).Due.ShouldBeLessThanOrEqualTo(cutoff.AddDays(patience));
            }
        }
    }

    /// <summary>
    /// All there are: the end of the period with its grace; of an item that lives by nodes the end of patience with each, and the
    /// day from which lateness is no longer yellow.
    /// </summary>
    private static HashSet<DateOnly> StatedMoments(Commitment state, Rules rules)
    {
        var moments = new HashSet<DateOnly> { state.PeriodOn(First).End.AddDays(rules.OverdueGraceDays + 1) };
        if (state.Measure is not null)
            return moments;
        foreach (var node in Judgement.Of(state, First, rules, Known).Nodes)
        {
            moments.Add(node.Cutoff.AddDays(rules.NodeGraceDays + 1));
            moments.Add(node.Node.Planned.AddDays(rules.NodeYellowDays + 1));
        }

        return moments;
    }

    /// <summary>How many days a node is late grows with the days; that it is late does not.</summary>
    private static string Said(Judgement judged)
        => judged.Verdict.Reason.Code == "node_overdue" ? judged.Said() : $"{judged.Said()} {judged.Verdict.Reason.Zh} {judged.Completion} {judged.Pace}";

    private static string KindOf(Commitment state) => state switch
    {
        { Measure: null } => "nodes",
        { Joint: not null } => "sides",
        { Divisions.IsEmpty: false } => "divided",
        _ => "figure",
    };
}
