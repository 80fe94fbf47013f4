using TargetLedger.Domain;

namespace TargetLedger.Server.Hosting;

/// <summary>Reads the business clock and puts it forward. Mapped only where it is a stepped one.</summary>
internal static class DevelopmentClock
{
    public static void Map(IEndpointRouteBuilder routes, SteppedClock clock, LedgerTime time, PeriodCloser periods)
    {
        routes.MapGet("/dev/clock", () => TypedResults.Json(new ClockAnswer(clock.GetUtcNow()), LedgerJson.Options))
            .AllowAnonymous()
            .ExcludeFromDescription();
        routes.MapPost("/dev/clock", async (HttpContext http) =>
        {
            using var document = RequestBody.Parse(await RequestBody.ReadAsync(http.Request, http.RequestAborted));
            var step = RequestBody.Bind<ClockStep>(document.RootElement, validator: null);
            await BeginDayAsync(clock, step.Moment, time, periods, http.RequestAborted);
            if (!clock.TryStepTo(step.Moment))
                throw ProblemException.Refused([new("clock_never_goes_back", "业务时钟不能后退", "the business clock never goes back", "/moment")]);
            return TypedResults.Json(new ClockAnswer(clock.GetUtcNow()), LedgerJson.Options);
        })
            .AllowAnonymous()
            .Accepts<ClockStep>("application/json")
            .WithRequestTimeout(Limits.LongRequests)
            .ExcludeFromDescription();
    }

    /// <summary>What the calendar brings about is recorded as the day begins, as it would be were nobody stepping.</summary>
    private static async Task BeginDayAsync(SteppedClock clock, DateTimeOffset moment, LedgerTime time, PeriodCloser periods, CancellationToken cancellationToken)
    {
        var day = time.At(moment).Day;
        if (day <= time.Now.Day)
            return;
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        clock.TryStepTo(new DateTimeOffset(midnight, time.Zone.GetUtcOffset(midnight)));
        await periods.CloseAsync(cancellationToken);
    }
}

internal sealed record ClockStep(DateTimeOffset Moment);

internal sealed record ClockAnswer(DateTimeOffset Moment);
