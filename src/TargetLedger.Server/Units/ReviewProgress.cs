using FluentValidation;
using TargetLedger.Domain.Supervision;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>牵头初审: the lead passes what another unit reported, or sends it back.</summary>
internal static class ReviewProgressEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .PostToCommitment<ReportReview>(
                "reports/{report}/review",
                new ReviewShape(),
                Right.Report,
                w => Rights.MayReview(w.Caller, w.Body.Lead),
                w => ReviewProgress.Decide(w.Commitment, new(w.Report.Id, w.Body.Lead, w.Body.Comment), w.At))
            .WithSummary("牵头初审通过 / Review a member's report");
        routes
            .PostToCommitment<ReviewReturn>(
                "reports/{report}/review-return",
                new ReturnShape(),
                Right.Report,
                w => Rights.MayReview(w.Caller, w.Body.Lead),
                w => ReturnToMember.Decide(w.Commitment, new(w.Report.Id, w.Body.Lead, w.Body.Reason), w.At))
            .WithSummary("牵头初审退回 / Return a member's report");
    }

    private sealed class ReviewShape : AbstractValidator<ReportReview>
    {
        public ReviewShape() => RuleFor(r => r.Lead).IsStated();
    }

    private sealed class ReturnShape : AbstractValidator<ReviewReturn>
    {
        public ReturnShape()
        {
            RuleFor(r => r.Lead).IsStated();
            RuleFor(r => r.Reason).IsStated();
        }
    }
}

/// <param name="Lead">The unit that reviews.</param>
internal sealed record ReportReview(string Lead, string? Comment = null);

/// <param name="Lead">The unit that reviews.</param>
internal sealed record ReviewReturn(string Lead, string Reason);
