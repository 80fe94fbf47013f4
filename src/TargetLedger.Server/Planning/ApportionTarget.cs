using FluentValidation;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Planning;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>目标分解: a target, or a member's quota of it, is divided among the members of a group.</summary>
internal static class ApportionTargetEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment(
            "apportionment",
            new Shape(),
            Right.KeepLists,
            _ => true,
            w => ApportionTarget.Decide(w.Commitment, w.Body, w.Directory, w.At),
            names: body => [new(Role.Partner, Group: body.Group)])
        .RequiresIfMatch()
        .WithSummary("目标分解 / Divide the target among a group");

    private sealed class Shape : AbstractValidator<ApportionTarget>
    {
        public Shape()
        {
            RuleFor(a => a.Group).IsStated();
            RuleFor(a => a.Unit!).IsStated().When(a => a.Unit is not null);
            RuleFor(a => a.Quotas).HasAtMost(1_000);
        }
    }
}
