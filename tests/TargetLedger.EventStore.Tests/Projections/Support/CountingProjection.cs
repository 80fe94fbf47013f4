using Npgsql;

namespace TargetLedger.EventStore.Tests.Projections;

/// <summary>
/// Counts events by stream and keeps every position it was given. Nothing in its tables refuses an event applied twice: that
/// must show.
/// </summary>
public class CountingProjection(string name = "counting", int shape = 1) : IProjection
{
    public string Name => name;

    public int Shape => shape;

    public IReadOnlyList<string> Tables => [$"{name}_seen", $"{name}_counts"];

    /// <summary>Throws for events it cannot apply.</summary>
    public Action<StoredEvent> Check { get; set; } = static _ => { };

    /// <summary>Awaited in the middle of every batch, between its rows and its commit.</summary>
    public Func<CancellationToken, Task> Pause { get; set; } = static _ => Task.CompletedTask;

    public async Task CreateTablesAsync(NpgsqlConnection connection, string suffix, CancellationToken cancellationToken)
    {
        await using var create = new NpgsqlCommand(
            $"""
            CREATE TABLE boards.{name}_counts{suffix} (stream text PRIMARY KEY, events bigint NOT NULL, last_version bigint NOT NULL);
            CREATE TABLE boards.{name}_seen{suffix} (position bigint NOT NULL, stream text NOT NULL REFERENCES boards.{name}_counts{suffix});
            """,
            connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task ApplyAsync(NpgsqlConnection connection, string suffix, IReadOnlyList<StoredEvent> batch, CancellationToken cancellationToken)
    {
        foreach (var stored in batch)
            Check(stored);
        await using var apply = new NpgsqlCommand(
            $"""
            WITH batch AS (SELECT * FROM unnest($1::bigint[], $2::text[], $3::bigint[]) AS b (position, stream, version)),
            counted AS (
                INSERT INTO boards.{name}_counts{suffix} AS c
                SELECT stream, count(*), max(version) FROM batch GROUP BY stream
                ON CONFLICT (stream) DO UPDATE SET events = c.events + excluded.events, last_version = excluded.last_version)
            INSERT INTO boards.{name}_seen{suffix} SELECT position, stream FROM batch
            """,
            connection);
        apply.Parameters.Add(new() { Value = batch.Select(e => e.Position).ToArray() });
        apply.Parameters.Add(new() { Value = batch.Select(e => e.Stream).ToArray() });
        apply.Parameters.Add(new() { Value = batch.Select(e => e.Version).ToArray() });
        await apply.ExecuteNonQueryAsync(cancellationToken);
        await Pause(cancellationToken);
    }
}
