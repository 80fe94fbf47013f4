using TargetLedger.Domain;

namespace TargetLedger.Server.Hosting;

/// <summary>Reads the business clock and puts it forward. Mapped only where it is a stepped one.</summary>
internal static class DevelopmentClock
{
    public static void Map(IEndpointRouteBuilder routes, SteppedClock clock)
    {
        routes.MapGet("/dev/clock", () => TypedResults.Json(new ClockAnswer(clock.GetUtcNow()), LedgerJson.Options))
            .AllowAnonymous()
            .ExcludeFromDescription();
        routes.MapPost("/dev/clock", async (HttpContext http) =>
        {
            using var document = RequestBody.Parse(await RequestBody.ReadAsync(http.Request, http.RequestAborted));
            var step = RequestBody.Bind<ClockStep>(document.RootElement, validator: null);
            if (!clock.TryStepTo(step.Moment))
                throw ProblemException.Refused([new("clock_never_goes_back", "业务时钟不能后退", "the business clock never goes back", "/moment")]);
            return TypedResults.Json(new ClockAnswer(clock.GetUtcNow()), LedgerJson.Options);
        })
            .AllowAnonymous()
            .Accepts<ClockStep>("application/json")
            .ExcludeFromDescription();
    }
}

internal sealed record ClockStep(DateTimeOffset Moment);

internal sealed record ClockAnswer(DateTimeOffset Moment);
