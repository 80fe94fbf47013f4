using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>填报安排: the calendars in force, every version of the terms, and what holds where none is in force.</summary>
internal static class ReadReportingScheduleEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/reporting-schedule", async (HttpContext http, TimelinessQueries queries, Visibility visibility, LedgerTime time) =>
        {
            var schedule = await queries.ScheduleAsync((await ReadQuery.ReadAsync(http, visibility, time)).At, http.RequestAborted);
            http.Response.Headers.ETag = EntityTags.Of(schedule.Version);
            return schedule;
        })
        .Needs(Right.ReadRules)
        .Takes("at", "after")
        .WithSummary("填报安排 / Calendars and reporting terms");
}
