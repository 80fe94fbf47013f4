using System.Runtime.CompilerServices;
using Npgsql;
using TargetLedger.EventStore;

namespace TargetLedger.Cli;

/// <summary>
/// Reads the log's rows as they are, in the verification's own transaction. The library's reader is not used: it trusts
/// what it reads, and a verification must not.
/// </summary>
internal static class EventRows
{
    private const int PageSize = 2_000;

    public static async IAsyncEnumerable<IReadOnlyList<EventRow>> ReadPagesAsync(
        NpgsqlConnection connection, long through, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = long.MinValue;
        while (true)
        {
            var page = await ReadPageAsync(connection, after, through, cancellationToken);
            if (page.Count > 0)
                yield return page;
            if (page.Count < PageSize)
                yield break;
            after = page[^1].Position;
        }
    }

    private static async Task<List<EventRow>> ReadPageAsync(
        NpgsqlConnection connection, long after, long through, CancellationToken cancellationToken)
    {
        await using var command = VerificationSql.Command(connection, VerificationSql.ReadEvents, after, through, PageSize);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var page = new List<EventRow>();
        while (await row.ReadAsync(cancellationToken))
        {
            page.Add(new(
                row.GetInt64(0),
                row.GetGuid(1),
                row.IsDBNull(2) ? null : row.GetString(2),
                row.GetInt64(3),
                row.GetString(4),
                row.GetFieldValue<DateTimeOffset>(5),
                row.IsDBNull(6) ? null : row.GetString(6),
                row.IsDBNull(7) ? null : row.GetString(7),
                row.IsDBNull(8) ? null : row.GetString(8),
                row.IsDBNull(9) ? null : row.GetFieldValue<byte[]>(9),
                row.GetFieldValue<byte[]>(10),
                !row.IsDBNull(11) && row.GetBoolean(11)));
        }

        return page;
    }
}

/// <summary>A row of the log, as found.</summary>
/// <param name="IsPlain">The columns this product does not use hold what it puts there.</param>
internal sealed record EventRow(
    long Position,
    Guid Id,
    string? Stream,
    long Version,
    string Type,
    DateTimeOffset Timestamp,
    string? Actor,
    string? CausationId,
    string? CorrelationId,
    byte[]? Headers,
    byte[] Data,
    bool IsPlain)
{
    /// <summary>Null where a row lacks what every event has.</summary>
    public StoredEvent? ToStored() =>
        Stream is null || Actor is null || Stream.IndexOf('-', StringComparison.Ordinal) is not (> 0 and var dash)
            ? null
            : new(Position, Id, Stream, Stream[..dash], Version, Type, Timestamp, Actor, CausationId, CorrelationId, Headers is null ? default(ReadOnlyMemory<byte>?) : Headers, Data);
}
