using Npgsql;
using NpgsqlTypes;

namespace TargetLedger.EventStore;

/// <summary>The requests of a batch column by column, as ledger.append takes them.</summary>
internal sealed class BatchColumns
{
    private const NpgsqlDbType Texts = NpgsqlDbType.Array | NpgsqlDbType.Text;
    private const NpgsqlDbType Ints = NpgsqlDbType.Array | NpgsqlDbType.Integer;
    private const NpgsqlDbType Bigints = NpgsqlDbType.Array | NpgsqlDbType.Bigint;
    private const NpgsqlDbType Jsons = NpgsqlDbType.Array | NpgsqlDbType.Jsonb;
    private const NpgsqlDbType Byteas = NpgsqlDbType.Array | NpgsqlDbType.Bytea;
    private const NpgsqlDbType Uuids = NpgsqlDbType.Array | NpgsqlDbType.Uuid;

    // In the order of the function's parameters.
    private static readonly NpgsqlDbType[] ParameterTypes =
    [
        NpgsqlDbType.TimestampTz,
        Texts, Texts, Ints, Ints, NpgsqlDbType.Boolean,
        Ints, Ints,
        Ints, Bigints, Ints,
        Ints, Ints, Uuids, Texts, Jsons, Texts, Texts, Texts, Jsons,
        Texts, Texts, Byteas, Jsons, Texts,
    ];

    // Several requests may write to one stream; it is named once, and its version looked up once.
    private readonly Dictionary<string, int> streamNumbers;

    private readonly int[] lastParts;
    private readonly int[] lastEvents;

    private readonly int[] partStreams;
    private readonly long[] partExpected;
    private readonly int[] partEvents;

    private readonly int[] eventStreams;
    private readonly int[] eventOrdinals;
    private readonly Guid[] eventIds;
    private readonly string[] eventTypes;
    private readonly byte[][] eventData;
    private readonly string[] eventUsers;

    // What few have is not sent at all where nobody has it.
    private string?[]? eventCausations;
    private string?[]? eventCorrelations;
    private byte[]?[]? eventHeaders;
    private string?[]? accounts;
    private string?[]? keys;
    private byte[]?[]? fingerprints;
    private byte[]?[]? outcomes;
    private string?[]? keyStreams;

    private int parts;

    private BatchColumns(int appends, int parts, int events)
    {
        streamNumbers = new(parts, StringComparer.Ordinal);
        StreamIds = new(parts);
        StreamTypes = new(parts);
        StreamFirst = new(parts);
        StreamLast = new(parts);
        lastParts = new int[appends];
        lastEvents = new int[appends];
        partStreams = new int[parts];
        partExpected = new long[parts];
        partEvents = new int[parts];
        eventStreams = new int[events];
        eventOrdinals = new int[events];
        eventIds = new Guid[events];
        eventTypes = new string[events];
        eventData = new byte[events][];
        eventUsers = new string[events];
    }

    /// <summary>No stream is named by two requests.</summary>
    public bool Once { get; private set; } = true;

    public bool HasKeys => keys is not null;

    public int Events { get; private set; }

    public List<string> StreamIds { get; }

    public List<string> StreamTypes { get; }

    public List<int?> StreamFirst { get; }

    public List<int?> StreamLast { get; }

    public static BatchColumns Of(IReadOnlyList<PendingAppend> appends)
    {
        var (parts, events) = (0, 0);
        for (var i = 0; i < appends.Count; i++)
        {
            parts += appends[i].Append.Request.Streams.Count;
            events += appends[i].Append.Data.Length;
        }

        var columns = new BatchColumns(appends.Count, parts, events);
        for (var i = 0; i < appends.Count; i++)
            columns.Add(i, appends[i].Append);
        return columns;
    }

    public static NpgsqlCommand CreateCommand(NpgsqlConnection connection, TimeSpan timeout)
    {
        var command = new NpgsqlCommand(EmbeddedSql.Read("Sql/append.sql"), connection)
        {
            CommandTimeout = (int)Math.Ceiling(timeout.TotalSeconds),
        };
        foreach (var type in ParameterTypes)
            command.Parameters.Add(new() { NpgsqlDbType = type });
        return command;
    }

    public void Bind(NpgsqlCommand command, DateTimeOffset clock)
    {
        object?[] values =
        [
            clock.UtcDateTime,
            StreamIds, StreamTypes, StreamFirst, StreamLast, Once,
            lastParts, lastEvents,
            partStreams, partExpected, partEvents,
            eventStreams, eventOrdinals, eventIds, eventTypes, eventData, eventUsers, eventCausations, eventCorrelations, eventHeaders,
            accounts, keys, fingerprints, outcomes, keyStreams,
        ];
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }

    /// <summary>How many events each stream gets, where none is named twice.</summary>
    public int[] StreamEvents() => [.. StreamFirst.Zip(StreamLast, (first, last) => first is null ? 0 : last!.Value - first.Value + 1)];

    /// <summary>Whether every stream is at the version its request expects, where none is named twice.</summary>
    public bool Expects(long[] versions)
    {
        for (var part = 0; part < parts; part++)
            if (partExpected[part] >= 0 && partExpected[part] != versions[StreamOfPart(part)])
                return false;
        return true;
    }

    /// <summary>The number of a stream among those of the batch, from 0 on.</summary>
    public int NumberOf(string stream) => streamNumbers[stream] - 1;

    /// <summary>The number of a part's stream among those of the batch, from 0 on.</summary>
    public int StreamOfPart(int part) => partStreams[part] - 1;

    private void Add(int append, CheckedAppend wanted)
    {
        var request = wanted.Request;
        var data = 0;
        for (var s = 0; s < request.Streams.Count; s++)
        {
            var stream = request.Streams[s];
            var number = AddStream(stream);
            partStreams[parts] = number;
            partExpected[parts] = stream.Expected.Value;
            partEvents[parts] = stream.Events.Count;
            parts++;
            for (var e = 0; e < stream.Events.Count; e++)
                AddEvent(number, e + 1, stream.Events[e], wanted.Data[data++], request.Actor, wanted.Headers);
        }

        lastParts[append] = parts;
        lastEvents[append] = Events;
        if (request.Key is { } key)
            AddKey(append, key, wanted.Outcome, request.Streams);
    }

    private int AddStream(StreamAppend stream)
    {
        if (streamNumbers.TryGetValue(stream.Stream, out var number))
        {
            Once = false;
            return number;
        }

        StreamIds.Add(stream.Stream);
        StreamTypes.Add(stream.StreamType);
        StreamFirst.Add(null);
        StreamLast.Add(null);
        streamNumbers.Add(stream.Stream, StreamIds.Count);
        return StreamIds.Count;
    }

    private void AddEvent(int stream, int ordinal, NewEvent wanted, byte[] data, AppendActor actor, byte[]? headers)
    {
        eventStreams[Events] = stream;
        eventOrdinals[Events] = ordinal;
        eventIds[Events] = wanted.Id;
        eventTypes[Events] = wanted.Type;
        eventData[Events] = data;
        eventUsers[Events] = actor.Account;
        if (actor.CausationId is { } causation)
            (eventCausations ??= new string?[eventIds.Length])[Events] = causation;
        if (actor.CorrelationId is { } correlation)
            (eventCorrelations ??= new string?[eventIds.Length])[Events] = correlation;
        if (headers is not null)
            (eventHeaders ??= new byte[]?[eventIds.Length])[Events] = headers;
        Events++;
        StreamFirst[stream - 1] ??= Events;
        StreamLast[stream - 1] = Events;
    }

    private void AddKey(int append, RequestKey key, byte[]? outcome, IReadOnlyList<StreamAppend> streams)
    {
        (accounts ??= new string?[lastParts.Length])[append] = key.Account;
        (keys ??= new string?[lastParts.Length])[append] = key.Key;
        (fingerprints ??= new byte[]?[lastParts.Length])[append] = key.Fingerprint.ToArray();
        (outcomes ??= new byte[]?[lastParts.Length])[append] = outcome;
        // Stream names hold nothing that an array literal would have to quote.
        (keyStreams ??= new string?[lastParts.Length])[append] = $"{{{string.Join(',', streams.Select(stream => stream.Stream))}}}";
    }
}
