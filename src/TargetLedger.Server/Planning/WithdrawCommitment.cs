using FluentValidation;
using TargetLedger.Domain.Planning;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>动态退出: a commitment leaves the list; its history stays.</summary>
internal static class WithdrawCommitmentEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment("withdrawal", new Shape(), Right.KeepLists, _ => true, w => WithdrawCommitment.Decide(w.Commitment, w.Body, w.At))
        .RequiresIfMatch()
        .WithSummary("动态退出 / Take off the list");

    private sealed class Shape : AbstractValidator<WithdrawCommitment>
    {
        public Shape()
        {
            RuleFor(w => w.Reason).IsStated();
            RuleFor(w => w.Authority).IsStated();
        }
    }
}
