using FluentValidation;
using TargetLedger.Domain;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Supervision;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>发布核验规则: whether leads review first, whether a class counts once, and when a figure is worth a warning.</summary>
internal static class AdoptVerificationTermsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/verification-terms", new WriteUseCase<VerificationTermsAdopted, ReportingSchedule>(
            "adopt-verification-terms",
            new Shape(),
            async (_, view, cancellationToken) => await view.ScheduleAsync(cancellationToken),
            schedule => schedule.Version,
            (_, _) => Access.Granted,
            (command, schedule) => Proposal.Of(VerificationTermsAdopted.Adopt(schedule, command.Body), StreamIds.ScheduleType, StreamIds.Schedule, schedule.Version)))
        .Needs(Right.AdoptRules)
        .WithSummary("发布核验规则 / Adopt verification terms");

    private sealed class Shape : AbstractValidator<VerificationTermsAdopted>
    {
        public Shape()
        {
            RuleFor(r => r.Name).IsStated().FitsIn(200);
            RuleFor(r => r.Authority).IsStated();
        }
    }
}
