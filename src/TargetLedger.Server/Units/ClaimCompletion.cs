using FluentValidation;
using TargetLedger.Domain.Reporting;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>销号申请: a lead says that the commitment is fulfilled.</summary>
internal static class ClaimCompletionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment(
            "completion/claim",
            new Shape(),
            Right.Report,
            w => Rights.MayClaim(w.Caller, w.Commitment, w.Body.Unit, w.At.Day),
            w => ClaimCompletion.Decide(w.Commitment, w.Body, w.Directory, w.Rules, w.At))
        .WithSummary("销号申请 / Claim completion");

    private sealed class Shape : AbstractValidator<ClaimCompletion>
    {
        public Shape()
        {
            RuleFor(c => c.Unit).IsStated();
            RuleFor(c => c.Statement).IsStated();
            RuleFor(c => c.Evidence!).HasAtMost(100);
            RuleForEach(c => c.Evidence).SetValidator(new EvidenceShape());
        }
    }
}
