using FluentValidation;
using TargetLedger.Domain;
using TargetLedger.Domain.Signing;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>发布报送规则: who signs a report before it goes out, and how often words are due; for all, a unit, a plan, or a unit in a plan.</summary>
internal static class AdoptSubmissionRulesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/submission-rules", new WriteUseCase<SubmissionRulesAdopted, RulesInView>(
            "adopt-submission-rules",
            new Shape(),
            async (command, view, cancellationToken) => new(
                await view.SubmissionRulesAsync(cancellationToken),
                command.Body.Unit is not { } unit || await view.UnitAsync(unit, cancellationToken) is not null,
                command.Body.Plan is not { } plan || await view.PlanAsync(StreamIds.Plan(plan), cancellationToken) is { Confirmed: true }),
            found => found.Book.Version,
            (_, _) => Access.Granted,
            (command, found) => Proposal.Of(Decide(command.Body, found), StreamIds.SubmissionType, StreamIds.Submission, found.Book.Version)))
        .Needs(Right.AdoptRules)
        .WithSummary("发布报送规则 / Adopt rules of submission");

    private static Decision Decide(SubmissionRulesAdopted wanted, RulesInView found)
    {
        var refusals = new List<Refusal>();
        if (!found.UnitKnown)
            refusals.Add(new("unit_unknown", $"没有单位 {wanted.Unit}", $"there is no unit {wanted.Unit}", "/unit"));
        if (!found.PlanKnown)
            refusals.Add(new("plan_unknown", $"没有方案 {wanted.Plan}", $"there is no plan {wanted.Plan}", "/plan"));
        var decided = SubmissionRulesBook.Adopt(found.Book, wanted);
        if (decided is Decision.Refuse refuse)
            refusals.AddRange(refuse.Reasons);
        return refusals.Count > 0 ? Decision.No(refusals) : decided;
    }

    private sealed class Shape : AbstractValidator<SubmissionRulesAdopted>
    {
        public Shape()
        {
            RuleFor(r => r.Name).IsStated().FitsIn(200);
            RuleFor(r => r.Authority).IsStated();
        }
    }

    private sealed record RulesInView(SubmissionRulesBook Book, bool UnitKnown, bool PlanKnown);
}
