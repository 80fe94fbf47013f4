using FluentValidation;
using TargetLedger.Domain.Supervision;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Supervision;

/// <summary>撤销销号: a closed-out commitment is opened again.</summary>
internal static class ReopenCommitmentEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment(
            "reopening",
            new Shape(),
            Right.Supervise,
            w => Rights.MayCloseOut(w.Caller, w.Commitment, w.At.Day),
            w => ReopenCommitment.Decide(w.Commitment, w.Body, w.At))
        .RequiresIfMatch()
        .WithSummary("撤销销号 / Reopen");

    private sealed class Shape : AbstractValidator<ReopenCommitment>
    {
        public Shape() => RuleFor(r => r.Reason).IsStated();
    }
}
