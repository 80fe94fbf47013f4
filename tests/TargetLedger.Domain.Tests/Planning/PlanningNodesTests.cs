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
        var after = Given(Scheme).When(new PlanNode(later)).Then(new NodePlanned(later));

        Fold(after.Events).Nodes.Select(n => n.Node).ShouldBe([Scheme.Nodes[1], later]);
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
