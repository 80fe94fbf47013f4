using FluentValidation;
using TargetLedger.Domain.Planning;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>目标调整: the target changes from a day on, with reason and authority.</summary>
internal static class ReviseTargetEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment(
            "target-revisions",
            new Shape(),
            Right.KeepLists,
            _ => true,
            w => ReviseTarget.Decide(w.Commitment, w.Body, w.Rules.ApproxTolerancePercent))
        .RequiresIfMatch()
        .WithSummary("目标调整 / Revise the target");

    private sealed class Shape : AbstractValidator<ReviseTarget>
    {
        public Shape()
        {
            RuleFor(r => r.Reason).IsStated();
            RuleFor(r => r.Authority).IsStated();
        }
    }
}
