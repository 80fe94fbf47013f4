using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>The columns every reading statement selects, in this order.</summary>
internal static class StoredEventRow
{
    public static StoredEvent Read(NpgsqlDataReader row)
    {
        var stream = row.GetString(2);
        return new(
            Position: row.GetInt64(0),
            Id: row.GetGuid(1),
            Stream: stream,
            StreamType: StreamId.TypeOf(stream),
            Version: row.GetInt64(3),
            Type: row.GetString(4),
            Timestamp: row.GetFieldValue<DateTimeOffset>(5),
            Actor: row.GetString(6),
            CausationId: row.IsDBNull(7) ? null : row.GetString(7),
            CorrelationId: row.IsDBNull(8) ? null : row.GetString(8),
            // Not "null": a bare null would turn into an empty memory instead of none.
            Headers: row.IsDBNull(9) ? default(ReadOnlyMemory<byte>?) : row.GetFieldValue<byte[]>(9),
            Data: row.GetFieldValue<byte[]>(10));
    }
}
