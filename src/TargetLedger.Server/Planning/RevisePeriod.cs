using FluentValidation;
using TargetLedger.Domain.Planning;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>期限调整: the commitment ends earlier or later.</summary>
internal static class RevisePeriodEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment("period-revisions", new Shape(), Right.KeepLists, _ => true, w => RevisePeriod.Decide(w.Commitment, w.Body))
        .RequiresIfMatch()
        .WithSummary("期限调整 / Revise the period");

    private sealed class Shape : AbstractValidator<RevisePeriod>
    {
        public Shape()
        {
            RuleFor(r => r.Reason).IsStated();
            RuleFor(r => r.Authority).IsStated();
        }
    }
}
