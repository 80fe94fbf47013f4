using TargetLedger.Domain.Compliance;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class RulesBookTests
{
    private static readonly RulesAdopted January = new("甲", Day(1, 1), Rules.Default with { YellowTo = 20 }, "1号");
    private static readonly RulesAdopted July = new("乙", Day(7, 1), Rules.Default with { YellowTo = 40 }, "2号");

    [Fact]
    public void Until_rules_are_adopted_the_defaults_hold()
    {
        RulesBook.Empty.On(Day(6, 30)).ShouldBe(Rules.Default);
        Book(July).On(Day(6, 30)).ShouldBe(Rules.Default);
        Book(July).VersionOn(Day(6, 30)).ShouldBeNull();
    }

    [Fact]
    public void The_rules_of_a_day_are_the_latest_effective_by_then_in_whatever_order_they_were_adopted()
    {
        foreach (var book in new[] { Book(January, July), Book(July, January) })
        {
            book.VersionOn(Day(6, 30)).ShouldBe(January);
            book.VersionOn(Day(7, 1)).ShouldBe(July);
        }
    }

    [Fact]
    public void Of_two_for_one_day_the_later_recorded_wins()
        => Book(July, July with { Name = "丙" }).VersionOn(Day(8, 1))!.Name.ShouldBe("丙");

    [Fact]
    public void Adopting_the_same_twice_is_adopting_it_once()
    {
        RulesBook.Adopt(Book(January), January with { }).ShouldBeOfType<Decision.Nothing>();
        RulesBook.Adopt(Book(January, July), January).ShouldBeOfType<Decision.Nothing>();
        RulesBook.Adopt(Book(January), July).ShouldBeOfType<Decision.Record>().Events.ShouldBe([July]);
    }

    [Fact]
    public void Going_back_to_an_earlier_version_is_a_decision_of_its_own()
    {
        var replaced = Book(January, January with { Name = "甲二", Rules = Rules.Default });
        RulesBook.Adopt(replaced, January).ShouldBeOfType<Decision.Record>().Events.ShouldBe([January]);
    }

    [Fact]
    public void Rules_outside_their_limits_are_refused_all_at_once()
        => RulesBook.Adopt(RulesBook.Empty, January with
        {
            Rules = new(LightBy.GapInPoints, 0, PaceBy.Day, CountedAmount.Reported, 100, -1, 367, -1, 367),
        }).ShouldBeOfType<Decision.Refuse>().Reasons.Select(r => r.Member)
            .ShouldBe(["/rules/yellowTo", "/rules/approxTolerancePercent", "/rules/aheadFromPoints", "/rules/overdueGraceDays", "/rules/nodeGraceDays", "/rules/nodeYellowDays"]);

    private static RulesBook Book(params object[] adopted) => Record(adopted).Aggregate(RulesBook.Empty, RulesBook.Evolve);
}
