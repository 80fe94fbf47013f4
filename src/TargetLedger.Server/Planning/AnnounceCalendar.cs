using FluentValidation;
using TargetLedger.Domain;
using TargetLedger.Domain.Periods;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>公布放假安排: the days off and the worked weekends of a year. Due dates that are still open follow it.</summary>
internal static class AnnounceCalendarEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/calendars", new WriteUseCase<CalendarAnnounced, ReportingSchedule>(
            "announce-calendar",
            new Shape(),
            async (_, view, cancellationToken) => await view.ScheduleAsync(cancellationToken),
            schedule => schedule.Version,
            (_, _) => Access.Granted,
            (command, schedule) => Proposal.Of(ReportingSchedule.Announce(schedule, command.Body), StreamIds.ScheduleType, StreamIds.Schedule, schedule.Version)))
        .Needs(Right.AdoptRules)
        .WithSummary("公布放假安排 / Announce a year's calendar");

    private sealed class Shape : AbstractValidator<CalendarAnnounced>
    {
        public Shape()
        {
            RuleFor(c => c.Authority).IsStated();
            RuleFor(c => c.Holidays).HasAtMost(100);
            RuleFor(c => c.Workdays).HasAtMost(100);
            RuleForEach(c => c.Holidays).ChildRules(h => h.RuleFor(x => x.Name).IsStated().FitsIn(50));
        }
    }
}
