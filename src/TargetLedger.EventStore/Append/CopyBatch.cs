using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>
/// A large batch recorded by COPY, in one transaction under the lock every append takes: several round trips instead of
/// one, and far less work for each event. For batches in which nothing can turn out differently for one request than for
/// another: no keys, no stream named twice, and every expectation found to hold.
/// </summary>
internal sealed class CopyBatch(NpgsqlConnection connection, IReadOnlyList<PendingAppend> appends, BatchColumns columns, int timeoutSeconds)
{
    // Below this the round trips weigh more than what COPY saves.
    private const int FewestEvents = 1_000;

    private const int BlockBytes = 64 * 1024;

    private static readonly string CopySql = EmbeddedSql.Read("Sql/copy_events.sql");

    public static bool Suits(BatchColumns columns) => columns is { Once: true, HasKeys: false, Events: >= FewestEvents };

    /// <returns>Where the batch began; null when an expectation does not hold and nothing was recorded.</returns>
    public async Task<BatchStart?> RecordAsync(DateTimeOffset clock)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var start = await BeginAsync(clock);
        if (!columns.Expects(start.Versions))
            return null;
        await CopyAsync(start);
        await EndAsync(start);
        await transaction.CommitAsync();
        return start;
    }

    private async Task<BatchStart> BeginAsync(DateTimeOffset clock)
    {
        await using var begin = new NpgsqlCommand("SELECT head, recorded_at, versions FROM ledger.begin_copy($1, $2)", connection)
        {
            CommandTimeout = timeoutSeconds,
            Parameters = { new() { Value = clock.UtcDateTime }, new() { Value = columns.StreamIds } },
        };
        await using var row = await begin.ExecuteReaderAsync();
        await row.ReadAsync();
        return new(row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1), row.GetFieldValue<long[]>(2));
    }

    private async Task CopyAsync(BatchStart start)
    {
        await using var copy = await connection.BeginRawBinaryCopyAsync(CopySql);
        copy.WriteTimeout = timeoutSeconds * 1_000;
        var rows = new CopyRows();
        var position = start.Head;
        foreach (var append in appends)
        {
            var (request, data) = (append.Append.Request, 0);
            foreach (var part in request.Streams)
            {
                var version = start.Versions[columns.NumberOf(part.Stream)];
                foreach (var wanted in part.Events)
                {
                    var recordedAt = start.FirstRecordedAt.AddMicroseconds(position - start.Head);
                    rows.Add(++position, part.Stream, ++version, recordedAt, wanted, append.Append.Data[data++], request.Actor, append.Append.Headers);
                    if (rows.Written.Length >= BlockBytes)
                    {
                        await copy.WriteAsync(rows.Written);
                        rows.Clear();
                    }
                }
            }
        }

        rows.End();
        await copy.WriteAsync(rows.Written);
    }

    private async Task EndAsync(BatchStart start)
    {
        await using var end = new NpgsqlCommand("SELECT ledger.end_copy($1, $2, $3, $4, $5, $6, $7, $8, $9)", connection) { CommandTimeout = timeoutSeconds };
        object[] values =
        [
            start.Head, start.FirstRecordedAt.UtcDateTime, start.Versions, columns.StreamIds, columns.StreamTypes,
            columns.StreamFirst, columns.StreamLast, columns.StreamEvents(), columns.Events,
        ];
        foreach (var value in values)
            end.Parameters.Add(new() { Value = value });
        await end.ExecuteNonQueryAsync();
    }
}
