using FluentValidation;
using TargetLedger.Domain.Planning;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>节点: a stage is added, or one not yet reached is planned anew.</summary>
internal static class PlanNodeEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment(
            "nodes",
            new Shape(),
            Right.KeepLists,
            _ => true,
            w => PlanNode.Decide(w.Commitment, w.Body, w.At),
            replaces: w => w.Commitment.Nodes.Exists(n => n.Node.Id == w.Body.Node.Id && n.Node != w.Body.Node))
        .WithSummary("设置节点 / Plan a node");

    private sealed class Shape : AbstractValidator<PlanNode>
    {
        public Shape()
        {
            RuleFor(p => p.Node.Id).IsStated().FitsIn(40);
            RuleFor(p => p.Node.Name).IsStated();
        }
    }
}
