using FsCheck;
using FsCheck.Fluent;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Periods;
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
