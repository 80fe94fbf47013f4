using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>One consistent view of a projection's tables, valid until the query that got it returns.</summary>
/// <param name="Connection">In a read-only REPEATABLE READ transaction; every command on it sees the same state.</param>
/// <param name="Suffix">Of the build's tables, e.g. <c>_3</c>.</param>
/// <param name="Position">The state is the fold of exactly the events up to here.</param>
public sealed record ReadSnapshot(NpgsqlConnection Connection, string Suffix, long Position)
{
    /// <summary>The name of one of the projection's tables for use in SQL, e.g. <c>boards."commitments_3"</c>.</summary>
    public string Table(string name)
    {
        using var quoting = new NpgsqlCommandBuilder();
        return $"boards.{quoting.QuoteIdentifier(name + Suffix)}";
    }
}
