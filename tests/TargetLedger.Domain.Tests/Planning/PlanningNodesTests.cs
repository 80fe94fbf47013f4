using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Planning;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class PlanningNodesTests : CommitmentSpecs
{
    private static readonly Node Third = new("n3", "总结验收", new(2014, 12, 20), "验收报告", 2);

    [Fact]
    public void A_node_is_added()
        => Given(Scheme).When(new PlanNode(Third)).Then(new NodePlanned(Third));

    [Fact]
    public void An_unreached_node_is_planned_anew_in_place_of_the_old_plan()
    {
        var later = Scheme.Nodes[0] with { Planned = Day(7, 20) };
        var after = Given(Scheme).On(Day(6, 20)).When(new PlanNode(later)).Then(new NodePlanned(later));

        Fold(after.Events).Nodes.Select(n => n.Node).ShouldBe([Scheme.Nodes[1], later]);
    }

    /// <summary>As a deadline is: whoever reads the history is told why a node that was overdue no longer is.</summary>
    [Fact]
    public void A_date_that_has_passed_is_moved_with_a_reason_and_an_authority()
    {
        var later = Scheme.Nodes[0] with { Planned = Day(7, 20) };
        Given(Scheme).On(Day(6, 21)).When(new PlanNode(later)).ThenRefused("node_date_passed at /reason", "node_date_passed at /authority");
        Given(Scheme).On(Day(6, 21)).When(new PlanNode(later, "年中调整", " ")).ThenRefused("node_date_passed at /authority");
        Given(Scheme).On(Day(6, 21)).When(new PlanNode(later, "年中调整", "成督〔2014〕9号")).Then(new NodePlanned(later, "年中调整", "成督〔2014〕9号"));
    }

    [Fact]
    public void Other_words_for_a_node_need_no_reason_and_neither_does_a_node_that_is_new()
    {
        var renamed = Scheme.Nodes[0] with { Sign = "文号" };
        Given(Scheme).On(Day(6, 21)).When(new PlanNode(renamed)).Then(new NodePlanned(renamed));
        Given(Scheme).On(Day(6, 21)).When(new PlanNode(new("n4", "动员部署", Day(6, 10)))).Then(new NodePlanned(new("n4", "动员部署", Day(6, 10))));
    }

    [Fact]
    public void A_confirmed_node_is_not_planned_anew()
        => Given(Scheme, new NodeReached("n1", Day(6, 18))).When(new PlanNode(Scheme.Nodes[0] with { Planned = Day(7, 20) })).ThenRefused("node_reached at /node/id");

    [Fact]
    public void Planning_what_is_planned_changes_nothing()
    {
        Given(Scheme).When(new PlanNode(Scheme.Nodes[0] with { })).ThenNothing();
        Given(Scheme, new NodeReached("n1", Day(6, 18))).When(new PlanNode(Scheme.Nodes[0])).ThenNothing();
    }

    [Fact]
    public void A_node_lies_within_the_period_and_weighs_something()
        => Given(Scheme).When(new PlanNode(Third with { Planned = new(2015, 1, 1), Weight = 0 }))
            .ThenRefused("period_outside_commitment at /node/planned", "value_not_positive at /node/weight");

    [Fact]
    public void A_commitment_with_a_figure_may_have_nodes_too()
        => Given(Training).When(new PlanNode(Third)).Then(new NodePlanned(Third));

    [Fact]
    public void What_is_closed_out_is_not_planned()
        => Given(Scheme, new CompletionAccepted(Day(6, 30))).When(new PlanNode(Third)).ThenRefused("commitment_closed_out");
}
