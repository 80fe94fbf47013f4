using FluentValidation;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>共同牵头约定: the sides of equal leads, who verifies each, and for what target they answer.</summary>
internal static class AgreeJointLeadEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment(
            "joint-lead",
            new Shape(),
            Right.KeepLists,
            _ => true,
            w => AgreeJointLead.Decide(w.Commitment, w.Body, w.Directory, w.Rules.ApproxTolerancePercent, w.At),
            names: body => body.Sides.Select(s => new Responsibility(Role.Partner, s.Office)))
        .RequiresIfMatch()
        .WithSummary("共同牵头约定 / Agree on joint leads");

    private sealed class Shape : AbstractValidator<AgreeJointLead>
    {
        public Shape()
        {
            RuleFor(a => a.Authority).IsStated();
            RuleFor(a => a.Sides).HasAtMost(20);
            RuleForEach(a => a.Sides).ChildRules(side =>
            {
                side.RuleFor(s => s.Name).IsStated().FitsIn(50);
                side.RuleFor(s => s.Office).IsStated();
            });
        }
    }
}
