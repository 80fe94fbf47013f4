using FluentValidation;
using TargetLedger.Domain;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Plans;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>发布规则: what lights go by from a day on, for the ledger or for one plan; boards of earlier days keep theirs.</summary>
internal static class AdoptRulesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/rules", new WriteUseCase<RulesAdopted, RulesInView>(
            "adopt-rules",
            new Shape(),
            (command, view, cancellationToken) => RulesInView.FindAsync(view, command.Body.Plan, cancellationToken),
            found => found.Book.Version,
            (_, _) => Access.Granted,
            (command, found) => found.Decide(command.Body.Plan, plan => RulesBook.Adopt(found.Book, command.Body with { Plan = plan }))))
        .Needs(Right.AdoptRules)
        .WithSummary("发布规则 / Adopt rules");

    private sealed class Shape : AbstractValidator<RulesAdopted>
    {
        public Shape()
        {
            RuleFor(r => r.Name).IsStated().FitsIn(200);
            RuleFor(r => r.Authority).IsStated();
        }
    }
}

/// <summary>The rules and, where an act is for one plan, that plan.</summary>
internal sealed record RulesInView(RulesBook Book, Plan? Plan)
{
    /// <param name="named">The plan's code or stream.</param>
    public static async Task<RulesInView?> FindAsync(LedgerView view, string? named, CancellationToken cancellationToken) => new(
        await view.RulesAsync(cancellationToken),
        named is null ? null : await view.PlanAsync(PlanNames.Stream(named), cancellationToken));

    /// <param name="decide">Takes the plan's stream.</param>
    public Proposal Decide(string? named, Func<string?, Decision> decide)
    {
        var decision = decide(Plan?.Id);
        if (named is not null && Plan is not { Confirmed: true })
        {
            var unknown = new Refusal("plan_unknown", $"没有方案 {named}", $"there is no plan {named}", "/plan");
            decision = Decision.No([.. (decision as Decision.Refuse)?.Reasons ?? [], unknown]);
        }

        return Proposal.Of(decision, StreamIds.RulesType, StreamIds.Rules, Book.Version);
    }
}
