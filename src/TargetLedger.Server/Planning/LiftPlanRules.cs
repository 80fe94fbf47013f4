using FluentValidation;
using TargetLedger.Domain.Compliance;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>停用方案规则: from a day on the ledger's rules hold for the plan again.</summary>
internal static class LiftPlanRulesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/rules/lifting", new WriteUseCase<PlanRulesLifted, RulesInView>(
            "lift-plan-rules",
            new Shape(),
            (command, view, cancellationToken) => RulesInView.FindAsync(view, command.Body.Plan, cancellationToken),
            found => found.Book.Version,
            (_, _) => Access.Granted,
            (command, found) => found.Decide(
                command.Body.Plan, plan => plan is null ? Domain.Decision.No() : RulesBook.Lift(found.Book, command.Body with { Plan = plan }))))
        .Needs(Right.AdoptRules)
        .WithSummary("停用方案规则 / Lift a plan's own rules");

    private sealed class Shape : AbstractValidator<PlanRulesLifted>
    {
        public Shape()
        {
            RuleFor(r => r.Plan).IsStated();
            RuleFor(r => r.Authority).IsStated();
        }
    }
}
