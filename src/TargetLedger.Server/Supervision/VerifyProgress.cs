using FluentValidation;
using TargetLedger.Domain;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Domain.Supervision;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Supervision;

/// <summary>核验: a supervisor accepts a report, whole or at a lower total.</summary>
internal static class VerifyProgressEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment<ReportVerification>(
            "reports/{report}/verification",
            new Shape(),
            Right.Supervise,
            w => Rights.MayJudge(w.Caller),
            w => w.Caller.ActsFor(w.Report.Unit) ? Decision.No(SupervisionRefusals.OwnUnit)
                : SideCompletions.UnlessTheOffice(w.Commitment, w.Report, w.Caller.Units) is { } notTheirs ? Decision.No(notTheirs)
                : VerifyProgress.Decide(w.Commitment, new(w.Report.Id, w.Body.VerifiedTotal, w.Body.Comment), w.InView.Schedule))
        .WithSummary("核验填报 / Verify a report");

    private sealed class Shape : AbstractValidator<ReportVerification>
    {
        public Shape() => RuleFor(v => v.VerifiedTotal).Must(t => t is null or >= 0).Says("value_out_of_range", "不能为负", "cannot be negative");
    }
}

/// <param name="VerifiedTotal">Unless stated the reported total, less what was not accepted of earlier reports.</param>
/// <param name="Comment">Why less is accepted; needed then.</param>
internal sealed record ReportVerification(decimal? VerifiedTotal = null, string? Comment = null);
