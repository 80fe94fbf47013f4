using FluentValidation;
using TargetLedger.Domain.Planning;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>责任调整: from a day on other units answer.</summary>
internal static class ReassignResponsibilityEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment(
            "reassignments",
            new Shape(),
            Right.KeepLists,
            _ => true,
            w => ReassignResponsibility.Decide(w.Commitment, w.Body, w.Directory),
            names: body => body.Responsible)
        .RequiresIfMatch()
        .WithSummary("责任调整 / Reassign responsibility");

    private sealed class Shape : AbstractValidator<ReassignResponsibility>
    {
        public Shape()
        {
            RuleFor(r => r.Responsible).HasAtMost(200);
            RuleFor(r => r.Reason).IsStated();
            RuleFor(r => r.Authority).IsStated();
        }
    }
}
