using FluentValidation;
using TargetLedger.Domain;
using TargetLedger.Domain.Periods;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>发布填报规则: how many working days after a cut-off reports are due, and when periods lock.</summary>
internal static class AdoptReportingTermsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/reporting-terms", new WriteUseCase<ReportingTermsAdopted, ReportingSchedule>(
            "adopt-reporting-terms",
            new Shape(),
            async (_, view, cancellationToken) => await view.ScheduleAsync(cancellationToken),
            schedule => schedule.Version,
            (_, _) => Access.Granted,
            (command, schedule) => Proposal.Of(ReportingSchedule.Adopt(schedule, command.Body), StreamIds.ScheduleType, StreamIds.Schedule, schedule.Version)))
        .Needs(Right.AdoptRules)
        .WithSummary("发布填报规则 / Adopt reporting terms");

    private sealed class Shape : AbstractValidator<ReportingTermsAdopted>
    {
        public Shape()
        {
            RuleFor(r => r.Name).IsStated().FitsIn(200);
            RuleFor(r => r.Authority).IsStated();
        }
    }
}
