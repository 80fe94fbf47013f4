using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;
using static TargetLedger.Domain.Tests.City;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class MemberDutyTests
{
    private static IReadOnlyList<DueReport> DueOn(DateOnly day, params object[] events)
    {
        // Made with the year, so that all its periods are owed.
        var commitment = Fold([Training, .. events]) with { MadeOn = new(2014, 1, 1) };
        return DueReports.Of(commitment, day, ReportingSchedule.Empty, City.Directory);
    }

    private static IEnumerable<DateOnly> CutoffsOf(string unit, IEnumerable<DueReport> due) => due.Where(d => d.Unit == unit).Select(d => d.Period.End);

    [Fact]
    public void Members_may_report_less_often_than_the_lead()
    {
        var due = DueOn(Day(6, 30), City.Divided(SummingUp.MembersAddUp, MemberDays.OnTheDay, null, (Jinjiang, 1_200)) with { MemberCadence = Cadence.Quarterly });
        CutoffsOf(Hrss, due).ShouldBe([EndOf(1), EndOf(2), EndOf(3), EndOf(4), EndOf(5), EndOf(6)]);
        CutoffsOf(Jinjiang, due).ShouldBe([EndOf(3), EndOf(6)]);
        due.Select(d => d.Period.End).ShouldBeInOrder();
    }

    [Fact]
    public void Streets_owe_reports_like_the_district_above_them()
    {
        var due = DueOn(Day(3, 31), City.Divided(SummingUp.MembersAddUp, MemberDays.OnTheDay, null, (Jinjiang, 1_200)), Below(Jinjiang, SummingUp.MembersAddUp, null, (Chunxi, 1_200)));
        CutoffsOf(Chunxi, due).ShouldBe([EndOf(1), EndOf(2), EndOf(3)]);
    }

    [Fact]
    public void A_district_that_left_takes_its_streets_with_it()
    {
        object[] events = [City.Divided(SummingUp.MembersAddUp, MemberDays.OnTheDay, null, (Qingyang, 1_200)), Below(Qingyang, SummingUp.MembersAddUp, null, (Chunxi, 1_200))];
        CutoffsOf(Chunxi, DueOn(Day(10, 31), events)).Last().ShouldBe(EndOf(8));
        CutoffsOf(Qingyang, DueOn(Day(10, 31), events)).Last().ShouldBe(EndOf(8));
        CutoffsOf(Wuhou, DueOn(Day(10, 31), events)).ShouldBe([EndOf(7), EndOf(8), EndOf(9), EndOf(10)]);
    }
}
