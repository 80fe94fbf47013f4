using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>What became of each request of a batch, told from where the batch began and the few that failed.</summary>
internal static class BatchResults
{
    private static readonly string OutcomesSql = EmbeddedSql.Read("Sql/find_outcomes.sql");

    /// <summary>Reads the answer of ledger.append to its end, which is where the commit has happened.</summary>
    /// <param name="known">Gets the requests whose keys were used before; see <see cref="ReadKnownAsync"/>.</param>
    public static async Task<AppendResult[]> ReadAsync(NpgsqlDataReader reader, IReadOnlyList<PendingAppend> appends, BatchColumns columns, List<int> known)
    {
        var failures = new AppendResult?[appends.Count];
        BatchStart? start = null;
        while (await reader.ReadAsync())
        {
            var append = reader.GetInt32(0);
            if (append == 0)
                start = new(reader.GetInt64(2), reader.GetFieldValue<DateTimeOffset>(3), reader.IsDBNull(4) ? [] : reader.GetFieldValue<long[]>(4));
            else if (reader.GetString(1) is "known")
                known.Add(append - 1);
            else
                failures[append - 1] = new AppendResult.Conflict(appends[append - 1].Append.Request.Streams[reader.GetInt32(5) - 1].Stream, reader.GetInt64(6));
        }

        // The transaction ends after the last row: only the server's readiness for the next command says that it committed.
        while (await reader.NextResultAsync())
            continue;
        return Of(start ?? throw new InvalidOperationException("ledger.append gave no row for the batch."), failures, known, appends, columns);
    }

    /// <summary>All that did not fail was appended, in order: positions and versions follow from where the batch began.</summary>
    /// <param name="failures">Null for each request that succeeded; null when all did.</param>
    /// <param name="known">Requests that did not succeed and have no result yet.</param>
    public static AppendResult[] Of(BatchStart start, AppendResult?[]? failures, List<int> known, IReadOnlyList<PendingAppend> appends, BatchColumns columns)
    {
        var results = new AppendResult[appends.Count];
        long[] versions = [.. start.Versions];
        var position = start.Head;
        var part = 0;
        for (var i = 0; i < results.Length; i++)
        {
            var append = appends[i].Append;
            var failure = failures?[i];
            if (failure is not null || known.Contains(i))
            {
                results[i] = failure!;
                part += append.Request.Streams.Count;
                continue;
            }

            var reached = new long[append.Request.Streams.Count];
            for (var s = 0; s < reached.Length; s++)
                reached[s] = versions[columns.StreamOfPart(part++)] += append.Request.Streams[s].Events.Count;
            var first = position + 1;
            position += append.Data.Length;
            // The last event's; without one, what would have come next.
            var recordedAt = start.FirstRecordedAt.AddMicroseconds(position - start.Head - Math.Min(append.Data.Length, 1));
            results[i] = new AppendResult.Appended(first, position, recordedAt, reached);
        }

        return results;
    }

    /// <summary>What is remembered of known keys. It never changes, so it need not be read in the batch's transaction.</summary>
    public static async Task ReadKnownAsync(NpgsqlConnection connection, IReadOnlyList<PendingAppend> appends, List<int> known, AppendResult[] results)
    {
        await using var find = new NpgsqlCommand(OutcomesSql, connection)
        {
            Parameters =
            {
                new() { Value = known.Select(i => appends[i].Append.Request.Key!.Account).ToArray() },
                new() { Value = known.Select(i => appends[i].Append.Request.Key!.Key).ToArray() },
            },
        };
        await using var row = await find.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            var append = known[row.GetInt32(0) - 1];
            var key = appends[append].Append.Request.Key!;
            results[append] = new AppendResult.AlreadyRecorded(new(
                key.Account,
                key.Key,
                row.GetFieldValue<byte[]>(1),
                row.GetFieldValue<byte[]>(2),
                row.GetFieldValue<string[]>(3),
                row.GetFieldValue<long[]>(4),
                row.GetInt64(5),
                row.GetFieldValue<DateTimeOffset>(6)));
        }
    }
}

/// <param name="Head">The last position before the batch.</param>
/// <param name="FirstRecordedAt">The timestamp of its first event; each further one is a microsecond later.</param>
/// <param name="Versions">Of each stream of the batch, before it.</param>
internal sealed record BatchStart(long Head, DateTimeOffset FirstRecordedAt, long[] Versions);
