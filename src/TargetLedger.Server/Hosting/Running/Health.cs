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

    private static async Task<IResult> AnswerReadyAsync(NpgsqlDataSource dataSource, BoardsProjection boards, LightsProjection lights, CancellationToken cancellationToken)
    {
        var answer = await LookAsync(dataSource, boards, lights, cancellationToken);
        return TypedResults.Json(answer, LedgerJson.Options, statusCode: answer.Status == "ready" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
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
internal sealed record ReadyAnswer(string Status, string Database, int? SchemaVersion, IReadOnlyList<ProjectionHealth> Projections);

/// <param name="Lag">Committed events that are not on the boards yet.</param>
/// <param name="IsLed">Some node keeps it level.</param>
/// <param name="HaltedAt">The position of the event it cannot apply.</param>
internal sealed record ProjectionHealth(string Name, BuildStatus Status, long Checkpoint, long Head, long Lag, bool IsLed, long? HaltedAt)
{
    public static ProjectionHealth Of(ProjectionState state) => new(state.Name, state.Status, state.Checkpoint, state.Head, state.Lag, state.IsLed, state.HaltedAt);
}
