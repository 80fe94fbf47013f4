using FluentValidation;
using TargetLedger.Domain.Supervision;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Supervision;

/// <summary>准予补报: a unit may report on a locked period until a day.</summary>
internal static class AllowLateReportEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment<AllowLateReport>(
            "late-reports",
            new Shape(),
            Right.Supervise,
            w => Rights.MayGiveLeave(w.Caller, w.Body.Unit),
            w => AllowLateReport.Decide(w.Commitment, w.Body, w.InView.Schedule, w.Directory, w.At))
        .WithSummary("准予补报 / Allow a late report");

    private sealed class Shape : AbstractValidator<AllowLateReport>
    {
        public Shape()
        {
            RuleFor(a => a.Unit).IsStated();
            RuleFor(a => a.Reason).IsStated();
        }
    }
}
