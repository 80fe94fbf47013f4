using Npgsql;
using NpgsqlTypes;

namespace TargetLedger.EventStore;

/// <summary>Several requests as the arrays ledger.append_batch takes, and its rows as their results.</summary>
internal sealed class AppendBatch
{
    private readonly IReadOnlyList<PendingAppend> appends;

    public AppendBatch(IReadOnlyList<PendingAppend> appends) => this.appends = appends;

    public static NpgsqlCommand CreateCommand(NpgsqlConnection connection, TimeSpan timeout)
    {
        var command = new NpgsqlCommand(EmbeddedSql.Read("Sql/append_batch.sql"), connection)
        {
            CommandTimeout = (int)Math.Ceiling(timeout.TotalSeconds),
        };
        foreach (var type in ParameterTypes)
            command.Parameters.Add(new() { NpgsqlDbType = type });
        return command;
    }

    /// <param name="clock">The business time the batch is offered at.</param>
    public void Bind(NpgsqlCommand command, DateTimeOffset clock)
    {
        var keys = appends.Count;
        var parts = appends.Sum(append => append.Append.Request.Streams.Count);
        var events = appends.Sum(append => append.Append.Data.Length);
        var arrays = new Arrays(keys, parts, events);
        foreach (var append in appends)
            arrays.Add(append.Append);

        var values = command.Parameters;
        var next = 0;
        values[next++].Value = clock.UtcDateTime;
        foreach (var array in arrays.InOrder())
            values[next++].Value = array;
    }

    /// <summary>Reads to the end of the answer, which is where the commit has happened.</summary>
    public async Task<AppendResult[]> ReadResultsAsync(NpgsqlDataReader reader)
    {
        var results = new AppendResult[appends.Count];
        while (await reader.ReadAsync())
        {
            var at = reader.GetInt32(0) - 1;
            results[at] = ReadResult(reader, appends[at].Append.Request);
        }

        // The transaction ends after the last row: only the server's readiness for the next command says that it committed.
        while (await reader.NextResultAsync())
            continue;
        if (Array.IndexOf(results, null) is var missing and >= 0)
            throw new InvalidOperationException($"ledger.append_batch gave no result for append {missing + 1}.");
        return results;
    }

    private static AppendResult ReadResult(NpgsqlDataReader reader, AppendRequest request)
    {
        const int FirstPosition = 2, LastPosition = 3, RecordedAt = 4, Versions = 5, ConflictPart = 6, Actual = 7;
        switch (reader.GetString(1))
        {
            case "appended":
                return new AppendResult.Appended(
                    reader.GetInt64(FirstPosition), reader.GetInt64(LastPosition),
                    reader.GetFieldValue<DateTimeOffset>(RecordedAt), reader.GetFieldValue<long[]>(Versions));
            case "conflict":
                return new AppendResult.Conflict(request.Streams[reader.GetInt32(ConflictPart) - 1].Stream, reader.GetInt64(Actual));
            case "known":
                return new AppendResult.AlreadyRecorded(new(
                    request.Key!.Account, request.Key.Key, reader.GetFieldValue<byte[]>(8), reader.GetFieldValue<byte[]>(9),
                    reader.GetFieldValue<string[]>(10), reader.GetFieldValue<long[]>(Versions), reader.GetInt64(LastPosition),
                    reader.GetFieldValue<DateTimeOffset>(RecordedAt)));
            case var other:
                throw new InvalidOperationException($"ledger.append_batch answered {other}.");
        }
    }

    // In the order of the function's parameters.
    private static readonly NpgsqlDbType[] ParameterTypes =
    [
        NpgsqlDbType.TimestampTz,
        NpgsqlDbType.Array | NpgsqlDbType.Text, NpgsqlDbType.Array | NpgsqlDbType.Text,
        NpgsqlDbType.Array | NpgsqlDbType.Integer, NpgsqlDbType.Array | NpgsqlDbType.Integer,
        NpgsqlDbType.Array | NpgsqlDbType.Text, NpgsqlDbType.Array | NpgsqlDbType.Text,
        NpgsqlDbType.Array | NpgsqlDbType.Bytea, NpgsqlDbType.Array | NpgsqlDbType.Jsonb, NpgsqlDbType.Array | NpgsqlDbType.Text,
        NpgsqlDbType.Array | NpgsqlDbType.Integer, NpgsqlDbType.Array | NpgsqlDbType.Bigint, NpgsqlDbType.Array | NpgsqlDbType.Integer,
        NpgsqlDbType.Array | NpgsqlDbType.Integer, NpgsqlDbType.Array | NpgsqlDbType.Uuid, NpgsqlDbType.Array | NpgsqlDbType.Text,
        NpgsqlDbType.Array | NpgsqlDbType.Jsonb, NpgsqlDbType.Array | NpgsqlDbType.Text, NpgsqlDbType.Array | NpgsqlDbType.Text,
        NpgsqlDbType.Array | NpgsqlDbType.Text, NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
    ];

    private sealed class Arrays(int appends, int parts, int events)
    {
        // Several requests may write to one stream; it is named once, and its version looked up once.
        private readonly Dictionary<string, int> streamNumbers = new(StringComparer.Ordinal);
        private readonly List<string> streamIds = [];
        private readonly List<string> streamTypes = [];

        private readonly int[] partCounts = new int[appends];
        private readonly int[] eventCounts = new int[appends];
        private readonly string?[] accounts = new string?[appends];
        private readonly string?[] keys = new string?[appends];
        private readonly byte[]?[] fingerprints = new byte[]?[appends];
        private readonly byte[]?[] outcomes = new byte[]?[appends];
        private readonly string?[] keyStreams = new string?[appends];

        private readonly int[] partStreams = new int[parts];
        private readonly long[] partExpected = new long[parts];
        private readonly int[] partEvents = new int[parts];

        private readonly int[] eventStreams = new int[events];
        private readonly Guid[] eventIds = new Guid[events];
        private readonly string[] eventTypes = new string[events];
        private readonly byte[][] eventData = new byte[events][];
        private readonly string[] eventUsers = new string[events];
        private readonly string?[] eventCausations = new string?[events];
        private readonly string?[] eventCorrelations = new string?[events];
        private readonly byte[]?[] eventHeaders = new byte[]?[events];

        private int append;
        private int part;
        private int atEvent;

        public void Add(CheckedAppend wanted)
        {
            var request = wanted.Request;
            partCounts[append] = request.Streams.Count;
            eventCounts[append] = wanted.Data.Length;
            if (request.Key is { } key)
            {
                accounts[append] = key.Account;
                keys[append] = key.Key;
                fingerprints[append] = key.Fingerprint.ToArray();
                outcomes[append] = wanted.Outcome;
                // Stream names hold nothing that an array literal would have to quote.
                keyStreams[append] = $"{{{string.Join(',', request.Streams.Select(stream => stream.Stream))}}}";
            }

            append++;
            var data = 0;
            foreach (var stream in request.Streams)
            {
                var number = NumberOf(stream);
                partStreams[part] = number;
                partExpected[part] = stream.Expected.Value;
                partEvents[part] = stream.Events.Count;
                part++;
                foreach (var wantedEvent in stream.Events)
                    AddEvent(number, wantedEvent, wanted.Data[data++], request.Actor, wanted.Headers);
            }
        }

        public IEnumerable<object> InOrder()
        {
            yield return streamIds;
            yield return streamTypes;
            yield return partCounts;
            yield return eventCounts;
            yield return accounts;
            yield return keys;
            yield return fingerprints;
            yield return outcomes;
            yield return keyStreams;
            yield return partStreams;
            yield return partExpected;
            yield return partEvents;
            yield return eventStreams;
            yield return eventIds;
            yield return eventTypes;
            yield return eventData;
            yield return eventUsers;
            yield return eventCausations;
            yield return eventCorrelations;
            yield return eventHeaders;
        }

        private int NumberOf(StreamAppend stream)
        {
            if (streamNumbers.TryGetValue(stream.Stream, out var number))
                return number;
            streamIds.Add(stream.Stream);
            streamTypes.Add(stream.StreamType);
            streamNumbers.Add(stream.Stream, streamIds.Count);
            return streamIds.Count;
        }

        private void AddEvent(int stream, NewEvent wanted, byte[] data, AppendActor actor, byte[]? headers)
        {
            eventStreams[atEvent] = stream;
            eventIds[atEvent] = wanted.Id;
            eventTypes[atEvent] = wanted.Type;
            eventData[atEvent] = data;
            eventUsers[atEvent] = actor.Account;
            eventCausations[atEvent] = actor.CausationId;
            eventCorrelations[atEvent] = actor.CorrelationId;
            eventHeaders[atEvent] = headers;
            atEvent++;
        }
    }
}
