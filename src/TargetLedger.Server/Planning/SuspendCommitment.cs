using FluentValidation;
using TargetLedger.Domain.Planning;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>暂停: no light until it runs again.</summary>
internal static class SuspendCommitmentEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment("suspension", new Shape(), Right.KeepLists, _ => true, w => SuspendCommitment.Decide(w.Commitment, w.Body, w.At))
        .RequiresIfMatch()
        .WithSummary("暂停 / Suspend");

    private sealed class Shape : AbstractValidator<SuspendCommitment>
    {
        public Shape()
        {
            RuleFor(s => s.Reason).IsStated();
            RuleFor(s => s.Authority).IsStated();
        }
    }
}
