using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Units;
using static TargetLedger.Domain.Tests.Schedules;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

/// <summary>Made on 5 June. June is due on 10 July, July on 12 August, August on 11 September.</summary>
public sealed class DutyMadeBackInTimeTests
{
    private static readonly TargetApportioned Districtwise = new(new(SummingUp.LeadReports, Districts, []));

    [Fact]
    public void Members_of_a_division_for_all_days_owe_what_falls_due_from_the_day_it_was_recorded()
        => CutoffsOf(Jinjiang, Recording.Of(Training).On(Day(8, 12), Districtwise)).ShouldBe([EndOf(7), EndOf(8)]);

    [Fact]
    public void The_day_after_a_due_date_nobody_comes_to_owe_it()
    {
        var late = Recording.Of(Training).On(Day(8, 13), Districtwise);
        CutoffsOf(Jinjiang, late).ShouldBe([EndOf(8)]);
        CutoffsOf(Hrss, late).ShouldBe([EndOf(6), EndOf(7), EndOf(8)]);
        MissedPeriods.Decide(late.Commitment, Day(8, 14), Year2014, World.Known).ShouldBeOfType<Decision.Record>()
            .Events.Cast<ReportingPeriodMissed>().ShouldAllBe(m => m.Unit == Hrss);
    }

    [Fact]
    public void Other_quotas_for_all_days_take_no_fault_away()
    {
        var divided = Recording.Of(Training).On(Day(6, 20), Districtwise);
        CutoffsOf(Jinjiang, divided.On(Day(8, 20), new TargetApportioned(new(SummingUp.LeadReports, Districts, [new(Jinjiang, 1_200)])))).ShouldBe([EndOf(6), EndOf(7), EndOf(8)]);
    }

    [Fact]
    public void Who_joins_a_group_back_in_time_owes_what_falls_due_from_the_day_it_was_recorded()
    {
        var group = UnitGroup.Fold(Record([new GroupFormed(Districts, "各区(市)县", false, [new(Jinjiang, Day(1, 1))])]))!;
        var joined = UnitGroup.Evolve(group, new(new MemberJoined(Qingyang, Day(1, 1)), 2, 2, At(Day(8, 13)), "tests"));
        var known = World.Known with { Groups = new Dictionary<string, UnitGroup>(StringComparer.Ordinal) { [Districts] = joined } };
        CutoffsOf(Qingyang, Recording.Of(Divided(SummingUp.EachForItself)), known).ShouldBe([EndOf(8)]);
        CutoffsOf(Jinjiang, Recording.Of(Divided(SummingUp.EachForItself)), known).ShouldBe([EndOf(6), EndOf(7), EndOf(8)]);
    }

    [Fact]
    public void Who_takes_the_lead_back_in_time_owes_what_falls_due_from_the_day_it_was_recorded()
    {
        var reassigned = Recording.Of(Training).On(Day(8, 13), new ResponsibilityReassigned([Lead(Education), Partner(Hrss)], Day(6, 10), "r", "a"));
        CutoffsOf(Education, reassigned).ShouldBe([EndOf(8)]);
        CutoffsOf(Hrss, reassigned).ShouldBeEmpty();
    }

    [Fact]
    public void Leads_that_stay_owe_as_before()
    {
        var reassigned = Recording.Of(Training).On(Day(8, 13), new ResponsibilityReassigned([Lead(Hrss), Partner(Education)], Day(6, 10), "r", "a"));
        CutoffsOf(Hrss, reassigned).ShouldBe([EndOf(6), EndOf(7), EndOf(8)]);
    }

    [Fact]
    public void Members_that_come_to_report_more_often_owe_it_from_then_on()
    {
        var quarterly = Recording.Of(Training).On(Day(6, 20), Districtwise with { MemberCadence = Cadence.Quarterly });
        CutoffsOf(Jinjiang, quarterly).ShouldBe([EndOf(6)]);
        CutoffsOf(Jinjiang, quarterly.On(Day(8, 20), Districtwise with { MemberCadence = Cadence.Monthly })).ShouldBe([EndOf(6), EndOf(8)]);
    }

    private static IEnumerable<DateOnly> CutoffsOf(string unit, Recording recording, UnitDirectory? known = null)
        => DueReports.Of(recording.Commitment, Day(8, 31), Year2014, known ?? World.Known).Where(d => d.Unit == unit).Select(d => d.Period.End);
}
