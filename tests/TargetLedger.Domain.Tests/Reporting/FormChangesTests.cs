using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Reporting;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

/// <summary>What is said of a form that was made before something changed.</summary>
public sealed class FormChangesTests
{
    [Fact]
    public void Nothing_is_said_of_reports_and_their_verification()
        => Changes(Training, Reported(1, Hrss, 5, 100, 100), new ProgressVerified(Id(1), 100)).ShouldBeEmpty();

    [Fact]
    public void A_target_that_changed_is_named_with_both_of_its_wordings()
    {
        var change = Between(Training, new TargetRevised(new(Bound.AtLeast, 1_500, "1500名"), Day(6, 1), "年中调整", "文1号")).ShouldHaveSingleItem();

        change.Code.ShouldBe("target_changed");
        change.Zh.ShouldContain("1200名");
        change.Zh.ShouldContain("1500名");
    }

    [Fact]
    public void What_changes_after_the_period_is_no_matter_of_its_report()
        => Changes(Training, new TargetRevised(new(Bound.AtLeast, 1_500, "1500名"), Day(7, 1), "年中调整", "文1号")).ShouldBeEmpty();

    [Fact]
    public void Units_period_and_nodes_that_changed_are_named()
    {
        Changes(Training, new ResponsibilityReassigned([Lead(Finance)], Day(6, 1), "划转", "文1号")).ShouldBe(["responsibility_changed"]);
        Changes(Training, new PeriodRevised(Months(1, 9), Day(6, 1), "提前", "文1号")).ShouldBe(["period_changed"]);
        Changes(Scheme, new NodePlanned(new("n3", "总结", Day(12, 1)))).ShouldBe(["nodes_changed"]);
    }

    private static IEnumerable<string> Changes(CommitmentMade made, params object[] events) => Between(made, events).Select(c => c.Code);

    private static List<Refusal> Between(CommitmentMade made, params object[] events)
        => [.. FormChanges.Between(Fold([made]), Fold([made, .. events]), Month(6))];
}
