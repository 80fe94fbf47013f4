using FluentValidation;
using TargetLedger.Domain.Planning;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>恢复: a suspended commitment runs again.</summary>
internal static class ResumeCommitmentEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment("resumption", new Shape(), Right.KeepLists, _ => true, w => ResumeCommitment.Decide(w.Commitment, w.Body, w.At))
        .RequiresIfMatch()
        .WithSummary("恢复 / Resume");

    private sealed class Shape : AbstractValidator<ResumeCommitment>
    {
        public Shape()
        {
            RuleFor(r => r.Reason).IsStated();
            RuleFor(r => r.Authority).IsStated();
        }
    }
}
