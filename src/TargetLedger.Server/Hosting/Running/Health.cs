using Npgsql;
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

    private static async Task<IResult> AnswerReadyAsync(NpgsqlDataSource dataSource, IProjection boards, CancellationToken cancellationToken)
    {
        var answer = await LookAsync(dataSource, boards, cancellationToken);
        return TypedResults.Json(answer, LedgerJson.Options, statusCode: answer.Status == "ready" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<ReadyAnswer> LookAsync(NpgsqlDataSource dataSource, IProjection boards, CancellationToken cancellationToken)
    {
        try
        {
            await LedgerMigrations.CheckAsync(dataSource, cancellationToken);
            var state = await ProjectionState.ReadAsync(dataSource, boards, cancellationToken);
            var projection = new ProjectionHealth(state.Name, state.Status, state.Checkpoint, state.Head, state.Lag, state.IsLed, state.HaltedAt);
            return new(state.IsReady && !state.IsHalted ? "ready" : "not_ready", "reachable", LedgerMigrations.CurrentVersion, [projection]);
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
internal sealed record ProjectionHealth(string Name, BuildStatus Status, long Checkpoint, long Head, long Lag, bool IsLed, long? HaltedAt);
