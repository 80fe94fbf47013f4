using FluentValidation;
using TargetLedger.Domain.Supervision;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Supervision;

/// <summary>驳回销号: the claim is turned down and the commitment goes on.</summary>
internal static class RejectCompletionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment(
            "completion/rejection",
            new Shape(),
            Right.Supervise,
            w => Rights.MayCloseOut(w.Caller, w.Commitment, w.At.Day),
            w => RejectCompletion.Decide(w.Commitment, w.Body))
        .RequiresIfMatch()
        .WithSummary("驳回销号 / Reject completion");

    private sealed class Shape : AbstractValidator<RejectCompletion>
    {
        public Shape() => RuleFor(r => r.Reason).IsStated();
    }
}
