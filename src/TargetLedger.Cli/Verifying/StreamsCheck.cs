using Npgsql;

namespace TargetLedger.Cli;

/// <summary>The table of streams says what the events say: every stream, its type, version and times, and no other.</summary>
internal static class StreamsCheck
{
    public static async Task<CheckResult> RunAsync(
        NpgsqlConnection connection, IReadOnlyDictionary<string, StreamSeen> seen, CancellationToken cancellationToken)
    {
        var findings = new Findings("streams", "事件流表与事件一致", "the table of streams equals the events");
        var tabled = new HashSet<string>(StringComparer.Ordinal);
        await using (var command = VerificationSql.Command(connection, VerificationSql.ReadStreams))
        await using (var row = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await row.ReadAsync(cancellationToken))
            {
                findings.Covered++;
                var stream = row.GetString(0);
                tabled.Add(stream);
                if (!seen.TryGetValue(stream, out var events))
                    findings.Add(new("stream_without_events", $"{stream} 没有事件", $"{stream} has no events", Stream: stream));
                else if (!stream.StartsWith((row.IsDBNull(1) ? "" : row.GetString(1)) + "-", StringComparison.Ordinal)
                    || row.IsDBNull(2)
                    || new StreamSeen(row.GetInt64(2), row.GetFieldValue<DateTimeOffset>(4), row.GetFieldValue<DateTimeOffset>(3)) != events)
                {
                    findings.Add(new(
                        "stream_differs",
                        $"{stream} 的类型、版本或时间与其事件不符",
                        $"type, version or times of {stream} differ from its events",
                        Stream: stream));
                }
            }
        }

        foreach (var stream in seen.Keys.Where(stream => !tabled.Contains(stream)))
            findings.Add(new("stream_missing", $"事件流表中没有 {stream}", $"{stream} is not in the table of streams", Stream: stream));
        return findings.Result();
    }
}
