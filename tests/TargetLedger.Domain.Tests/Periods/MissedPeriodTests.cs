using FsCheck;
using FsCheck.Fluent;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Units;
using static TargetLedger.Domain.Tests.Schedules;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class MissedPeriodTests
{
    [Fact]
    public void A_period_is_missed_when_its_due_date_has_passed_and_nothing_is_in()
    {
        MissedOn(Recording.Of(Training), Day(7, 10)).ShouldBeEmpty();
        MissedOn(Recording.Of(Training), Day(7, 11)).ShouldBe([new ReportingPeriodMissed(Hrss, Month(6), Day(7, 10))]);
    }

    [Fact]
    public void It_is_recorded_once()
    {
        var missed = Recording.Of(Training).On(Day(7, 11), new ReportingPeriodMissed(Hrss, Month(6), Day(7, 10)));
        MissedOn(missed, Day(7, 20)).ShouldBeEmpty();
        MissedOn(missed.On(Day(7, 21), new PeriodRevised(Year with { Start = Day(2, 1) }, Day(2, 1), "r", "a")), Day(7, 22)).ShouldBeEmpty();
    }

    [Fact]
    public void After_a_leap_of_the_clock_every_period_is_recorded_with_its_own_due_date()
        => MissedOn(Recording.Of(Training), Day(10, 20)).Select(m => (m.Period.End, m.Due))
            .ShouldBe([(EndOf(6), Day(7, 10)), (EndOf(7), Day(8, 12)), (EndOf(8), Day(9, 11)), (EndOf(9), Day(10, 16))]);

    [Fact]
    public void A_report_that_came_late_leaves_its_period_missed_however_late_the_clock_is()
    {
        var late = Recording.Of(Training).On(Day(7, 14), Reported(1, Hrss, 6, 10, 10));
        MissedOn(late, Day(7, 20)).ShouldBe([new ReportingPeriodMissed(Hrss, Month(6), Day(7, 10))]);
    }

    [Fact]
    public void What_was_in_when_it_was_due_and_taken_back_later_was_not_missed()
    {
        MissedOn(Recording.Of(Training).On(Day(7, 8), Reported(1, Hrss, 6, 10, 10)).On(Day(7, 15), new ProgressWithdrawn(Id(1), "r")), Day(7, 20)).ShouldBeEmpty();
        MissedOn(Recording.Of(Training).On(Day(7, 8), Reported(1, Hrss, 6, 10, 10)).On(Day(7, 9), new ProgressWithdrawn(Id(1), "r")), Day(7, 20)).ShouldHaveSingleItem();
    }

    [Fact]
    public void Nobody_misses_what_is_excused_suspended_or_over()
    {
        MissedOn(Recording.Of(Training).On(Day(7, 1), new ReportExcused(EndOf(6), "r", "a")), Day(7, 20)).ShouldBeEmpty();
        MissedOn(Recording.Of(Training).On(Day(6, 20), new CommitmentSuspended(Day(6, 20), "r", "a")), Day(7, 20)).ShouldBeEmpty();
        MissedOn(Recording.Of(Training).On(Day(6, 20), new CommitmentWithdrawn(Day(6, 20), "r", "a")), Day(9, 20)).ShouldBeEmpty();
        MissedOn(Recording.Of(Training).On(Day(7, 4), new CommitmentSuspended(Day(7, 4), "r", "a")), Day(7, 20)).ShouldBeEmpty();
        MissedOn(Recording.Of(Training).On(Day(7, 4), new CommitmentWithdrawn(Day(7, 4), "r", "a")), Day(9, 20)).ShouldBeEmpty();
    }

    [Fact]
    public void A_missed_period_and_leave_change_no_light_and_no_figure()
    {
        var state = Recording.Of(Training).On(Day(7, 8), Reported(1, Hrss, 6, 10, 10)).Commitment;
        object[] events = [new ReportingPeriodMissed(Hrss, Month(7), Day(8, 12)), new LateReportAllowed(Hrss, EndOf(7), Day(9, 1), "r"), new ReportExcused(EndOf(8), "r", "a")];
        events.Select(e => LightSteps.FirstChanged(state, e)).ShouldAllBe(day => day == null);
    }

    /// <summary>Which days the clock is looked at, how often and by whom: what is recorded in the end is the same.</summary>
    [Fact]
    public void The_clock_stepped_late_twice_or_by_two_nodes_changes_nothing()
    {
        var missed = 0;
        Prop.ForAll(Histories, Clocks, (history, clock) =>
        {
            var daily = Play(history, _ => 1);
            var stepped = Play(history, day => clock.GetValueOrDefault(day));
            missed += daily.Count;
            return daily.SetEquals(stepped);
        }).Check(Stories.Cases(300));
        missed.ShouldBeGreaterThan(300);
    }

    /// <summary>
    /// However much is recorded in between with effect back in time: a suspension from last month, a resumption, a completion of long ago,
    /// another lead, a period cut short, nodes moved.
    /// </summary>
    [Fact]
    public void What_is_recorded_back_in_time_after_a_due_date_changes_nothing_of_what_was_missed()
    {
        var (missed, late) = (0, 0);
        Prop.ForAll(Retroactive, Clocks, (history, clock) =>
        {
            var daily = Play(history, _ => 1);
            var stepped = Play(history, day => clock.GetValueOrDefault(day));
            missed += daily.Count;
            late += daily.Count(m => !DueReports.Of(Recorded(history), new(2015, 1, 31), Year2014, World.Known).Any(d => d.Unit == m.Unit && d.Period.End == m.Period.End && d.Timeliness is Timeliness.Missing or Timeliness.Late));
            return daily.SetEquals(stepped);
        }).Check(Stories.Cases(500));
        missed.ShouldBeGreaterThan(500);
        late.ShouldBeGreaterThan(100, "what was recorded later excuses or takes away some of them");
    }

    [Fact]
    public void A_suspension_recorded_after_the_due_date_takes_no_missed_period_away_and_none_that_is_known_by_then_is_missed()
    {
        MissedOn(Recording.Of(Training).On(Day(7, 11), new CommitmentSuspended(Day(6, 20), "r", "a")), Day(9, 20)).ShouldBe([new ReportingPeriodMissed(Hrss, Month(6), Day(7, 10))]);
        MissedOn(Recording.Of(Training).On(Day(7, 10), new CommitmentSuspended(Day(6, 20), "r", "a")), Day(9, 20)).ShouldBeEmpty();
    }

    [Fact]
    public void A_member_that_left_back_in_time_had_missed_what_was_due_before_that_was_recorded()
    {
        var left = UnitGroup.Evolve(World.Known.Groups[Districts], new(new MemberLeft(Jinjiang, Day(6, 15)), 2, 2, At(Day(8, 1)), "tests"));
        var known = World.Known with { Groups = new Dictionary<string, UnitGroup>(StringComparer.Ordinal) { [Districts] = left } };
        var recording = Recording.Of(Divided(SummingUp.EachForItself));
        MissedPeriods.Decide(recording.Commitment, Day(8, 20), Year2014, known).ShouldBeOfType<Decision.Record>().Events.Cast<ReportingPeriodMissed>()
            .Where(m => m.Unit == Jinjiang).Select(m => m.Period.End).ShouldBe([EndOf(6)]);
        DueReports.Of(recording.Commitment, Day(8, 20), Year2014, known).ShouldAllBe(d => d.Unit != Jinjiang);
    }

    [Fact]
    public void What_came_to_count_here_by_a_link_made_after_the_due_date_had_not_been_in()
    {
        object[] linked =
        [
            new CountingLinked(Id(9), LinkEnd.CountedFrom, "commitment-2", Day(1, 1), [Hrss], "a"),
            new ReportCounted(Id(9), "commitment-2", Id(1), Hrss, Month(6), EndOf(6), false, ReportStatus.Submitted, 10, 10, ReportedOn: Day(7, 4)),
        ];
        MissedOn(Recording.Of(Training).On(Day(7, 10), linked), Day(7, 20)).ShouldBeEmpty();
        MissedOn(Recording.Of(Training).On(Day(7, 11), linked), Day(7, 20)).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_node_moved_after_its_report_was_due_leaves_what_was_missed_and_one_planned_for_the_past_is_nobody_s()
    {
        var byNode = Scheme with { Cadence = Cadence.ByNode };
        var moved = new NodePlanned(byNode.Nodes[0] with { Planned = Day(9, 30) }, "r", "a");
        MissedOn(Recording.Of(byNode).On(Day(7, 3), moved), Day(7, 20)).Select(m => (m.Period.End, m.Due)).ShouldBe([(Day(6, 20), Day(7, 2))]);
        MissedOn(Recording.Of(byNode).On(Day(7, 2), moved), Day(7, 20)).ShouldBeEmpty();
        MissedOn(Recording.Of(byNode).On(Day(9, 1), new NodePlanned(new("n0", "动员", Day(7, 31)))), Day(9, 5)).Select(m => m.Period.End).ShouldBe([Day(6, 20)]);
    }

    /// <summary>Each of them, or not; reports of two units; divided or by node.</summary>
    private static Arbitrary<(CommitmentMade Made, (DateOnly On, object Event)[] Events)> Retroactive { get; } = Arb.From(
        from made in Gen.Elements(Training, Divided(SummingUp.LeadReports), Divided(SummingUp.EachForItself), Scheme with { Cadence = Cadence.ByNode })
        from reports in Gen.ListOf(
            from unit in Gen.Elements(Hrss, Education, Jinjiang)
            from month in Gen.Choose(6, 11)
            from delay in Gen.Choose(0, 25)
            select (unit, month, delay), 6)
        from spell in Gen.ListOf(Gen.Choose(0, 75), 6)
        from ends in Gen.Choose(0, 3)
        from lead in Gen.ListOf(Gen.Choose(1, 110), 2)
        from cut in Gen.ListOf(Gen.Choose(1, 110), 2)
        from moved in Gen.ListOf(Gen.Choose(10, 150), 2)
        select (made, reports.DistinctBy(r => (r.unit, r.month))
            .SelectMany((r, i) => ReportedAndTakenBack(i + 1, r.unit, r.month, r.delay, -1))
            .Concat(Spells([.. spell]).Take(ends))
            .Append((Day(6, 6).AddDays(lead[0] + lead[1]), new ResponsibilityReassigned([Lead(Education)], Day(6, 6).AddDays(lead[0]), "r", "a")))
            .Append((Day(6, 6).AddDays(cut[0] + cut[1]), new PeriodRevised(Year with { End = Day(11, 15) }, Day(6, 6).AddDays(cut[0]), "r", "a")))
            .Concat(moved.Select((m, i) => (Day(6, 6).AddDays(m + (i * 20)), (object)new NodePlanned(new($"n{i + 1}", "n", Day(6, 20).AddDays(moved[1 - i]))))))
            .OrderBy(e => e.Item1).ToArray()));

    /// <summary>Suspended, resumed, then completed: each recorded some days after it is said to have been so.</summary>
    private static IEnumerable<(DateOnly On, object Event)> Spells(int[] days)
    {
        var from = Day(6, 6).AddDays(days[0]);
        var suspended = from.AddDays(days[1]);
        yield return (suspended, new CommitmentSuspended(from, "r", "a"));
        var resumed = suspended.AddDays(days[2]);
        var on = resumed.AddDays(-days[3]);
        on = on < from ? from : on;
        yield return (resumed, new CommitmentResumed(on, "r", "a"));
        var completed = on.AddDays(days[4]);
        yield return (new[] { completed.AddDays(days[5]), resumed }.Max(), new CompletionAccepted(completed));
    }

    private static Commitment Recorded((CommitmentMade Made, (DateOnly On, object Event)[] Events) history)
        => history.Events.Aggregate(Recording.Of(history.Made), (recording, e) => recording.On(e.On, e.Event)).Commitment;

    /// <summary>Reports of months, each recorded on some day, some of them taken back; what is not divided from the first is divided later, for all days.</summary>
    private static Arbitrary<(CommitmentMade Made, (DateOnly On, object Event)[] Events)> Histories { get; } = Arb.From(
        from divided in Gen.Elements<SummingUp?>(null, SummingUp.LeadReports, SummingUp.MembersAddUp, SummingUp.EachForItself)
        from reports in Gen.ListOf(
            from unit in Gen.Elements(Hrss, Hrss, Jinjiang, Qingyang, Wuhou)
            from month in Gen.Choose(6, 11)
            from delay in Gen.Choose(0, 25)
            from takenBack in Gen.Choose(-12, 6)
            select (unit, month, delay, takenBack), 14)
        let made = divided is { } way ? Divided(way) : Training
        from excused in Gen.Choose(6, 11)
        from granted in Gen.Choose(0, 20)
        from apportioned in Gen.Choose(1, 150)
        select (made, reports.DistinctBy(r => (r.unit, r.month))
            .SelectMany((r, i) => ReportedAndTakenBack(i + 1, r.unit, r.month, r.delay, r.takenBack))
            .Append((EndOf(excused).AddDays(granted), (object)new ReportExcused(EndOf(excused), "r", "a", Jinjiang)))
            .Concat(divided is null ? [(Day(6, 5).AddDays(apportioned), new TargetApportioned(new(SummingUp.MembersAddUp, Districts, [])))] : [])
            .OrderBy(e => e.Item1).ToArray()));

    private static IEnumerable<(DateOnly On, object Event)> ReportedAndTakenBack(int id, string unit, int month, int delay, int takenBack)
    {
        var day = EndOf(month).AddDays(delay);
        yield return (day, Reported(id, unit, month, 1, 1));
        if (takenBack >= 0)
            yield return (day.AddDays(takenBack), new ProgressWithdrawn(Id(id), "r"));
    }

    /// <summary>How often the clock is looked at on a day.</summary>
    private static Arbitrary<Dictionary<DateOnly, int>> Clocks { get; } = Arb.From(
        from days in Gen.ListOf(Gen.Choose(0, 230), 12)
        from times in Gen.ListOf(Gen.Choose(1, 3), 12)
        select days.Zip(times).GroupBy(d => Day(6, 5).AddDays(d.First)).ToDictionary(d => d.Key, d => d.Sum(x => x.Second)));

    private static HashSet<ReportingPeriodMissed> Play((CommitmentMade Made, (DateOnly On, object Event)[] Events) history, Func<DateOnly, int> looksAt)
    {
        var recording = Recording.Of(history.Made);
        var last = new DateOnly(2015, 1, 31);
        var next = 0;
        for (var day = Day(6, 5); day <= last; day = day.AddDays(1))
        {
            for (var i = day == last ? 2 : looksAt(day); i > 0; i--)
                recording.On(day, MissedOn(recording, day));
            for (; next < history.Events.Length && history.Events[next].On == day; next++)
                recording.On(day, history.Events[next].Event);
        }

        var missed = recording.Commitment.Missed.ConvertAll(m => new ReportingPeriodMissed(m.Unit, m.Period, m.Due));
        missed.Distinct().Count().ShouldBe(missed.Count, "one was recorded twice");
        return [.. missed];
    }

    private static IReadOnlyList<ReportingPeriodMissed> MissedOn(Recording recording, DateOnly today)
        => MissedPeriods.Decide(recording.Commitment, today, Year2014, World.Known) is Decision.Record missed ? [.. missed.Events.Cast<ReportingPeriodMissed>()] : [];
}
