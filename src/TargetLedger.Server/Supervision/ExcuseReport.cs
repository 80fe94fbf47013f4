using FluentValidation;
using TargetLedger.Domain.Supervision;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Supervision;

/// <summary>免报: no report is owed for a period.</summary>
internal static class ExcuseReportEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment<ExcuseReport>(
            "excused-reports",
            new Shape(),
            Right.Supervise,
            w => Rights.MayGiveLeave(w.Caller, w.Body.Unit),
            w => ExcuseReport.Decide(w.Commitment, w.Body, w.Directory))
        .WithSummary("免报 / Excuse a report");

    private sealed class Shape : AbstractValidator<ExcuseReport>
    {
        public Shape()
        {
            RuleFor(e => e.Unit!).IsStated().When(e => e.Unit is not null);
            RuleFor(e => e.Reason).IsStated();
            RuleFor(e => e.Authority).IsStated();
        }
    }
}
