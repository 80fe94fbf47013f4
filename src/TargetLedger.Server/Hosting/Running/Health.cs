using Npgsql;
using TargetLedger.Boards;
using TargetLedger.Domain;
using TargetLedger.EventStore;

namespace TargetLedger.Server.Hosting;

/// <summary>What a load balancer and an operator ask: does it run, can it serve.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Json(new LiveAnswer("live"), LedgerJson.Options))
            .AllowAnonymous()
            .WithSummary("存活 / Liveness");
        routes.MapGet("/health/ready", AnswerReadyAsync)
            .AllowAnonymous()
            .Produces<ReadyAnswer>()
            .WithSummary("就绪 / Readiness");
    }

    // A period that ends within the month is due in the weeks after it.
    private const int CalendarDaysAhead = 45;

    private static async Task<IResult> AnswerReadyAsync(
        NpgsqlDataSource dataSource, BoardsProjection boards, LightsProjection lights, StateCache states, LedgerTime time, PeriodCloser periods, CancellationToken cancellationToken)
    {
        var answer = await LookAsync(dataSource, boards, lights, cancellationToken);
        if (answer.Database == "reachable")
            answer = answer with { Warnings = await WarningsAsync(states, time, cancellationToken), Periods = periods.Progress };
        return TypedResults.Json(answer, LedgerJson.Options, statusCode: answer.Status == "ready" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>What does not keep it from serving, but will make something wrong.</summary>
    private static async Task<IReadOnlyList<HealthWarning>> WarningsAsync(StateCache states, LedgerTime time, CancellationToken cancellationToken)
    {
        try
        {
            var schedule = await new LedgerView(states, fresh: false).ScheduleAsync(cancellationToken);
            return [.. schedule.YearsWithoutCalendar(time.Now.Day, CalendarDaysAhead).Select(year => new HealthWarning(
                "calendar_missing",
                $"{year} 年的放假安排尚未公布到台账,到期日只按周末推算",
                $"no calendar of {year} is announced to the ledger; due dates go by weekends alone"))];
        }
        catch (NpgsqlException)
        {
            return [];
        }
    }

    private static async Task<ReadyAnswer> LookAsync(NpgsqlDataSource dataSource, BoardsProjection boards, LightsProjection lights, CancellationToken cancellationToken)
    {
        try
        {
            await LedgerMigrations.CheckAsync(dataSource, cancellationToken);
            var rows = await ProjectionState.ReadAsync(dataSource, boards, cancellationToken);
            var entries = await ProjectionState.ReadAsync(dataSource, lights, cancellationToken);

            // Without entries, while they are made for the first time, boards are counted from rows: later, not wrongly.
            var ready = rows.IsReady && !rows.IsHalted && !entries.IsHalted;
            return new(ready ? "ready" : "not_ready", "reachable", LedgerMigrations.CurrentVersion, [ProjectionHealth.Of(rows), ProjectionHealth.Of(entries)]);
        }
        catch (LedgerSchemaException other)
        {
            return new("not_ready", "schema_unknown", other.Found, []);
        }
        catch (NpgsqlException)
        {
            return new("not_ready", "unreachable", null, []);
        }
    }
}

internal sealed record LiveAnswer(string Status);

/// <param name="Status">ready or not_ready.</param>
/// <param name="Database">reachable, unreachable or schema_unknown.</param>
/// <param name="SchemaVersion">The one found.</param>
/// <param name="Periods">How far the closing of reporting periods has come.</param>
internal sealed record ReadyAnswer(
    string Status,
    string Database,
    int? SchemaVersion,
    IReadOnlyList<ProjectionHealth> Projections,
    IReadOnlyList<HealthWarning>? Warnings = null,
    Closing? Periods = null);

internal sealed record HealthWarning(string Code, string Zh, string En);

/// <param name="Lag">Committed events that are not on the boards yet.</param>
/// <param name="IsLed">Some node keeps it level.</param>
/// <param name="HaltedAt">The position of the event it cannot apply.</param>
internal sealed record ProjectionHealth(string Name, BuildStatus Status, long Checkpoint, long Head, long Lag, bool IsLed, long? HaltedAt)
{
    public static ProjectionHealth Of(ProjectionState state) => new(state.Name, state.Status, state.Checkpoint, state.Head, state.Lag, state.IsLed, state.HaltedAt);
}
