using System.Collections.Immutable;
using Npgsql;

namespace TargetLedger.EventStore.Tests.Projections;

/// <summary>The same rows, which may be filled stream by stream as well.</summary>
public sealed class StreamCountingProjection : CountingProjection, IStreamProjection
{
    private readonly List<string> folded = [];

    /// <summary>The streams whose first event was folded, once for each time.</summary>
    public IReadOnlyList<string> Folded => folded;

    /// <summary>A stream whose rows PostgreSQL will refuse.</summary>
    public string? Unwritable { get; set; }

    public object Evolve(object? state, StoredEvent stored)
    {
        Check(stored);
        if (state is null)
            folded.Add(stored.Stream);
        return state is Counted counted
            ? counted with { Positions = counted.Positions.Add(stored.Position) }
            : new Counted(stored.Stream, [stored.Position]);
    }

    public async Task FillAsync(NpgsqlConnection connection, string suffix, IReadOnlyList<object> states, CancellationToken cancellationToken)
    {
        foreach (var (stream, positions) in states.Cast<Counted>())
        {
            await using var insert = new NpgsqlCommand(
                $"""
                WITH counted AS (INSERT INTO boards.{Name}_counts{suffix} VALUES ($1, cardinality($2), cardinality($2)))
                INSERT INTO boards.{Name}_seen{suffix} SELECT unnest($2), $3
                """,
                connection);
            insert.Parameters.Add(new() { Value = stream });
            insert.Parameters.Add(new() { Value = positions.ToArray() });
            insert.Parameters.Add(new() { Value = stream == Unwritable ? "nobody's" : stream });
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }

        await Pause(cancellationToken);
    }

    private sealed record Counted(string Stream, ImmutableList<long> Positions);
}
