using FluentValidation;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Supervision;

/// <summary>各方销号: the office of a side accepts or rejects what that side claims; with the last acceptance the commitment is closed out.</summary>
internal static class JudgeSideEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.PostToCommitment(
                "completion/sides/acceptance",
                new AcceptShape(),
                Right.Supervise,
                w => Rights.MayCloseOut(w.Caller, w.Commitment, w.At.Day),
                w => AcceptSide.Decide(w.Commitment, w.Body, w.Caller.Units))
            .RequiresIfMatch()
            .WithSummary("受理一方销号 / Accept a side's completion");
        routes.PostToCommitment(
                "completion/sides/rejection",
                new RejectShape(),
                Right.Supervise,
                w => Rights.MayCloseOut(w.Caller, w.Commitment, w.At.Day),
                w => RejectSide.Decide(w.Commitment, w.Body, w.Caller.Units))
            .RequiresIfMatch()
            .WithSummary("驳回一方销号 / Reject a side's completion");
    }

    private sealed class AcceptShape : AbstractValidator<AcceptSide>
    {
        public AcceptShape() => RuleFor(a => a.Side).IsStated();
    }

    private sealed class RejectShape : AbstractValidator<RejectSide>
    {
        public RejectShape()
        {
            RuleFor(r => r.Side).IsStated();
            RuleFor(r => r.Reason).IsStated();
        }
    }
}
