using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Units;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class UnitGroupTests
{
    [Fact]
    public void A_group_is_read_as_of_the_day_in_question()
    {
        var group = Group(new MemberJoined(Wuhou, Day(7, 1)), new MemberLeft(Qingyang, Day(9, 30)));
        group.MembersOn(Day(6, 30)).ShouldBe([Jinjiang, Qingyang]);
        group.MembersOn(Day(7, 1)).ShouldBe([Jinjiang, Qingyang, Wuhou]);
        group.MembersOn(Day(9, 30)).ShouldBe([Jinjiang, Qingyang, Wuhou]);
        group.MembersOn(Day(10, 1)).ShouldBe([Jinjiang, Wuhou]);
    }

    [Fact]
    public void A_unit_may_leave_and_come_back()
    {
        var group = Group(new MemberLeft(Qingyang, Day(3, 31)), new MemberJoined(Qingyang, Day(8, 1)));
        (group.MembersOn(Day(3, 31)).Count, group.MembersOn(Day(5, 1)).Count, group.MembersOn(Day(8, 1)).Count).ShouldBe((2, 1, 2));

        Recorded(UnitGroup.Leave(group, Qingyang, Day(10, 31))).ShouldBe(new MemberLeft(Qingyang, Day(10, 31)));
        var after = Group(new MemberLeft(Qingyang, Day(3, 31)), new MemberJoined(Qingyang, Day(8, 1)), new MemberLeft(Qingyang, Day(10, 31)));
        after.MembersOn(Day(5, 1)).ShouldBe([Jinjiang]);
    }

    [Fact]
    public void A_unit_whose_spells_overlap_is_a_member_once()
    {
        var group = Group(new MemberJoined(Wuhou, Day(7, 1)), new MemberJoined(Wuhou, Day(2, 1)));
        group.MembersOn(Day(8, 1)).ShouldBe([Jinjiang, Qingyang, Wuhou]);
    }

    [Fact]
    public void Joining_and_leaving_twice_is_doing_it_once()
    {
        UnitGroup.Join(Group(), Jinjiang, Day(5, 1)).ShouldBeOfType<Decision.Nothing>();
        Recorded(UnitGroup.Join(Group(), Wuhou, Day(5, 1))).ShouldBe(new MemberJoined(Wuhou, Day(5, 1)));
        UnitGroup.Leave(Group(new MemberLeft(Qingyang, Day(9, 30))), Qingyang, Day(9, 30)).ShouldBeOfType<Decision.Nothing>();
    }

    [Fact]
    public void A_unit_may_leave_earlier_than_was_planned()
    {
        var planned = Group(new MemberLeft(Qingyang, Day(12, 31)));
        Recorded(UnitGroup.Leave(planned, Qingyang, Day(6, 30))).ShouldBe(new MemberLeft(Qingyang, Day(6, 30)));
        Group(new MemberLeft(Qingyang, Day(12, 31)), new MemberLeft(Qingyang, Day(6, 30))).MembersOn(Day(7, 1)).ShouldBe([Jinjiang]);
    }

    [Fact]
    public void Leaving_while_away_leaves_a_planned_return_alone()
    {
        var away = Group(new MemberLeft(Qingyang, Day(3, 31)), new MemberJoined(Qingyang, Day(8, 1)));
        UnitGroup.Leave(away, Qingyang, Day(6, 30)).ShouldBeOfType<Decision.Nothing>();
    }

    [Fact]
    public void What_was_no_member_or_not_yet_cannot_leave()
    {
        Refusal(UnitGroup.Leave(Group(), Wuhou, Day(6, 30))).ShouldBe("not_a_member");
        Refusal(UnitGroup.Leave(Group(new MemberJoined(Wuhou, Day(7, 1))), Wuhou, Day(6, 30))).ShouldBe("dates_reversed");
    }

    [Fact]
    public void A_commitment_s_group_answers_by_the_membership_of_the_day()
    {
        var training = Fold(Training);
        training.AnswersFor(Wuhou, Day(6, 30), Known).ShouldBeFalse();
        training.AnswersFor(Wuhou, Day(7, 1), Known).ShouldBeTrue();
        training.AnswersFor(Education, Day(7, 1), Known).ShouldBeFalse();
    }

    [Fact]
    public void A_renamed_unit_keeps_its_code_and_its_old_name()
    {
        var unit = Unit.Fold(Record([new UnitRegistered(Hrss, "市劳动局", UnitKind.Department, []), new UnitRenamed("市人社局", Day(6, 1), "3号")]))!;
        (unit.Code, unit.Name).ShouldBe((Hrss, "市人社局"));
        unit.Aliases.ShouldBe(["市劳动局"]);
        Unit.Rename(unit, "市人社局", Day(6, 1), "3号").ShouldBeOfType<Decision.Nothing>();
        Unit.Rename(unit, "市人力资源局", Day(6, 1), "3号").ShouldBeOfType<Decision.Record>();
    }

    private static UnitGroup Group(params object[] later)
        => UnitGroup.Fold(Record([new GroupFormed(Districts, "各区(市)县", false, [new(Jinjiang, Day(1, 1)), new(Qingyang, Day(1, 1))]), .. later]))!;

    private static object Recorded(Decision decision) => decision.ShouldBeOfType<Decision.Record>().Events.ShouldHaveSingleItem();

    private static string Refusal(Decision decision) => decision.ShouldBeOfType<Decision.Refuse>().Reasons.ShouldHaveSingleItem().Code;
}
