using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace TargetLedger.EventStore;

/// <summary>Reads what is recorded. Whatever it answers, a later answer only continues: nothing is changed or slips in between.</summary>
/// <param name="businessClock">Tells which moments have come.</param>
public sealed class LedgerReader(NpgsqlDataSource dataSource, TimeProvider businessClock)
{
    // Large enough to make the round trip cheap; a page of the longest events there can be takes 64 MiB.
    private const int PageSize = 1_024;

    // Of a walk through all streams: what is handed out at once, and what one statement reads. The latter bounds how long a
    // snapshot is held.
    private const int SliceEvents = 1_000;
    private const int SliceBytes = 4 * 1024 * 1024;
    private const int StatementEvents = 100_000;

    // Of one stream: enough to be worth another thread, little enough for reading and folding to overlap; and what one
    // statement reads, several times that.
    private const int FoldedAtOnce = 256;
    private const int FoldedByStatement = 8 * FoldedAtOnce;

    // The character after the hyphen that ends a stream id's type.
    private const char AfterHyphen = (char)('-' + 1);

    private static readonly string StreamSql = EmbeddedSql.Read("Sql/read_stream.sql");
    private static readonly string FoldSql = EmbeddedSql.Read("Sql/fold_stream.sql");
    private static readonly string StreamsSql = EmbeddedSql.Read("Sql/read_streams.sql");
    private static readonly string PageSql = EmbeddedSql.Read("Sql/read_page.sql");
    private static readonly string ByStreamSql = EmbeddedSql.Read("Sql/read_by_stream.sql");
    private static readonly string FirstGapSql = EmbeddedSql.Read("Sql/first_gap.sql");
    private static readonly string LatestMomentSql = EmbeddedSql.Read("Sql/latest_moment.sql");
    private static readonly string TypeSql = EmbeddedSql.Read("Sql/read_type.sql");
    private static readonly string TypeEventsSql = EmbeddedSql.Read("Sql/read_type_events.sql");
    private static readonly string OutcomeSql = EmbeddedSql.Read("Sql/find_outcome.sql");

    /// <summary>A stream's events in order; empty when there is no such stream.</summary>
    /// <param name="afterVersion">0 for all.</param>
    /// <param name="throughVersion">Null for the newest.</param>
    /// <param name="throughPosition">The stream as it was known at this position.</param>
    public async Task<IReadOnlyList<StoredEvent>> ReadStreamAsync(
        string stream,
        long afterVersion = 0,
        long? throughVersion = null,
        long? throughPosition = null,
        CancellationToken cancellationToken = default) =>
        await ReadAsync(
            StreamSql,
            [
                Text(stream),
                new() { Value = afterVersion },
                new() { Value = throughVersion ?? long.MaxValue },
                new() { Value = throughPosition ?? long.MaxValue },
            ],
            cancellationToken);

    /// <summary>What a stream is, folded while its events arrive: a long one costs little more than its reading.</summary>
    /// <param name="state">What it was after <paramref name="afterVersion"/>; null for nothing yet.</param>
    /// <param name="evolve">Called for each event in order, not always on the calling thread.</param>
    /// <param name="throughPosition">The stream as it was known at this position; null for the newest.</param>
    public async Task<T?> FoldStreamAsync<T>(
        string stream,
        T? state,
        Func<T?, FoldedEvent, T> evolve,
        long afterVersion = 0,
        long? throughPosition = null,
        CancellationToken cancellationToken = default)
        where T : class
    {
        var folding = Task.FromResult(state);
        for (var (version, read) = (afterVersion, FoldedByStatement); read == FoldedByStatement;)
        {
            await using var command = dataSource.CreateCommand(FoldSql);
            command.Parameters.Add(Text(stream));
            command.Parameters.Add(new() { Value = version });
            command.Parameters.Add(new() { Value = version + FoldedByStatement });
            command.Parameters.Add(new() { Value = throughPosition ?? long.MaxValue });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            for (read = 0; await ReadSliceAsync(reader, cancellationToken) is { Count: > 0 } slice;)
            {
                (read, version) = (read + slice.Count, slice[^1].Version);
                var before = await folding;
                folding = slice.Count < FoldedAtOnce ? Task.FromResult(slice.Aggregate(before, evolve)) : Task.Run(() => slice.Aggregate(before, evolve), cancellationToken);
            }
        }

        return await folding;
    }

    /// <summary>Several streams at once, each up to a version of its own; all events in order of position.</summary>
    /// <param name="connection">The caller's, so that a projection can read within its transaction.</param>
    /// <param name="throughVersions">One for each stream.</param>
    public static async Task<IReadOnlyList<StoredEvent>> ReadStreamsAsync(
        NpgsqlConnection connection,
        string[] streams,
        long[] throughVersions,
        CancellationToken cancellationToken = default)
    {
        await using var command = new NpgsqlCommand(StreamsSql, connection);
        command.Parameters.Add(new() { Value = streams });
        command.Parameters.Add(new() { Value = throughVersions });
        return await ReadAsync(command, cancellationToken);
    }

    /// <inheritdoc cref="ReadStreamsAsync(NpgsqlConnection, string[], long[], CancellationToken)"/>
    public async Task<IReadOnlyList<StoredEvent>> ReadStreamsAsync(
        string[] streams, long[] throughVersions, CancellationToken cancellationToken = default)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReadStreamsAsync(connection, streams, throughVersions, cancellationToken);
    }

    /// <summary>Every stream of a type as known at a position: one stream after the other, each in order.</summary>
    /// <param name="connection">The caller's, so that a projection can read within its transaction.</param>
    public static async IAsyncEnumerable<StoredEvent> ReadTypeAsync(
        NpgsqlConnection connection,
        string streamType,
        long throughPosition,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var command = new NpgsqlCommand(TypeSql, connection)
        {
            Parameters = { Text($"{streamType}-"), Text($"{streamType}{AfterHyphen}"), new() { Value = throughPosition } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return StoredEventRow.Read(reader);
    }

    /// <summary>Of every stream of a type the events of some kinds, as they are now: one stream after the other, each in order.</summary>
    /// <param name="eventTypes">Aliases.</param>
    public async Task<IReadOnlyList<StoredEvent>> ReadTypeEventsAsync(
        string streamType, string[] eventTypes, CancellationToken cancellationToken = default) =>
        await ReadAsync(
            TypeEventsSql,
            [Text($"{streamType}-"), Text($"{streamType}{AfterHyphen}"), new() { Value = eventTypes }],
            cancellationToken);

    /// <summary>
    /// Every stream of the given types, and single streams beside them, as known at a position: one stream after the other,
    /// each in order. One round trip; costs what these streams hold and not what the ledger holds.
    /// </summary>
    /// <param name="streams">Of none of the types.</param>
    public async IAsyncEnumerable<StoredEvent> ReadTypesAsync(
        IReadOnlyList<string> streamTypes,
        IReadOnlyList<string> streams,
        long throughPosition,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Without a common snapshot: what stands at or below a position never changes.
        await using var batch = dataSource.CreateBatch();
        foreach (var type in streamTypes)
            batch.BatchCommands.Add(new(TypeSql) { Parameters = { Text($"{type}-"), Text($"{type}{AfterHyphen}"), new() { Value = throughPosition } } });
        foreach (var stream in streams)
            batch.BatchCommands.Add(new(StreamSql) { Parameters = { Text(stream), new() { Value = 0L }, new() { Value = long.MaxValue }, new() { Value = throughPosition } } });
        if (batch.BatchCommands.Count == 0)
            yield break;

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        do
        {
            while (await reader.ReadAsync(cancellationToken))
                yield return StoredEventRow.Read(reader);
        }
        while (await reader.NextResultAsync(cancellationToken));
    }

    /// <summary>All events in order of position, page by page.</summary>
    /// <param name="throughPosition">Null for all there are when the reading gets there.</param>
    public async IAsyncEnumerable<StoredEvent> ReadAllAsync(
        long afterPosition = 0,
        long? throughPosition = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var through = throughPosition ?? long.MaxValue;
        while (afterPosition < through)
        {
            var page = await ReadAsync(
                PageSql,
                [new() { Value = afterPosition }, new() { Value = through }, new() { Value = PageSize }],
                cancellationToken);
            foreach (var stored in page)
                yield return stored;
            if (page.Count < PageSize)
                yield break;
            afterPosition = page[^1].Position;
        }
    }

    /// <summary>
    /// Every stream after one in order of their ids, as known at a position: one after the other, each in order, in slices
    /// that are never empty and need not end where a stream does.
    /// </summary>
    /// <param name="afterStream">Empty for all.</param>
    public async IAsyncEnumerable<IReadOnlyList<StoredEvent>> ReadByStreamAsync(
        string afterStream,
        long throughPosition,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (stream, version, read) = (afterStream, long.MaxValue, StatementEvents);
        while (read == StatementEvents)
        {
            read = 0;
            await using var command = dataSource.CreateCommand(ByStreamSql);
            command.Parameters.Add(Text(stream));
            command.Parameters.Add(new() { Value = version });
            command.Parameters.Add(new() { Value = throughPosition });
            command.Parameters.Add(new() { Value = StatementEvents });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var (slice, bytes) = (new List<StoredEvent>(SliceEvents), 0);
            while (await reader.ReadAsync(cancellationToken))
            {
                var stored = StoredEventRow.Read(reader);
                slice.Add(stored);
                read++;
                bytes += stored.Data.Length + (stored.Headers?.Length ?? 0);
                (stream, version) = (stored.Stream, stored.Version);
                if (slice.Count < SliceEvents && bytes < SliceBytes)
                    continue;
                yield return slice;
                (slice, bytes) = (new(SliceEvents), 0);
            }

            if (slice.Count > 0)
                yield return slice;
        }
    }

    /// <summary>The first position up to another, known to be committed, that no event has; null when they are all there.</summary>
    public async Task<LedgerGapException?> FindGapAsync(long throughPosition, CancellationToken cancellationToken = default)
    {
        await using var command = dataSource.CreateCommand(FirstGapSql);
        command.Parameters.Add(new() { Value = throughPosition });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new(reader.GetInt64(0), reader.GetInt64(1)) : null;
    }

    /// <summary>The position of the last event; 0 for an empty ledger.</summary>
    public async Task<long> HeadAsync(CancellationToken cancellationToken = default)
    {
        await using var command = dataSource.CreateCommand("SELECT coalesce(max(seq_id), 0) FROM ledger.mt_events");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>
    /// The latest moment the ledger has spoken of: its last event's stamp, or a later moment it was asked about. What comes
    /// next is stamped after it. Null while there is neither.
    /// </summary>
    public async Task<DateTimeOffset?> LatestMomentAsync(CancellationToken cancellationToken = default)
    {
        await using var command = dataSource.CreateCommand(LatestMomentSql);
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime latest ? new DateTimeOffset(latest) : null;
    }

    /// <summary>
    /// The position of the last event stamped at or before a moment; 0 before the first. The answer is final: from then on
    /// no event is stamped at or before that moment.
    /// </summary>
    /// <param name="moment">Counted in whole microseconds, rounded down.</param>
    /// <exception cref="MomentNotReachedException">The moment is still to come.</exception>
    public async Task<long> PositionAtAsync(DateTimeOffset moment, CancellationToken cancellationToken = default)
    {
        if (await AskPositionAsync("SELECT ledger.settled_position_at($1)", moment, cancellationToken) is { } settled)
            return settled;
        var now = businessClock.GetUtcNow();
        if (moment > now)
            throw new MomentNotReachedException(moment, now);
        return (await AskPositionAsync("SELECT ledger.settle_moment($1)", moment, cancellationToken))!.Value;
    }

    /// <summary>What was answered to a key, or null when it was never recorded.</summary>
    public async Task<RecordedOutcome?> FindOutcomeAsync(string account, string key, CancellationToken cancellationToken = default)
    {
        await using var command = dataSource.CreateCommand(OutcomeSql);
        command.Parameters.Add(new() { Value = account });
        command.Parameters.Add(new() { Value = key });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new(
                account, key, reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<string[]>(2),
                reader.GetFieldValue<long[]>(3), reader.GetInt64(4), reader.GetFieldValue<DateTimeOffset>(5))
            : null;
    }

    private static async Task<List<FoldedEvent>> ReadSliceAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var slice = new List<FoldedEvent>(FoldedAtOnce);
        while (slice.Count < FoldedAtOnce && await reader.ReadAsync(cancellationToken))
        {
            slice.Add(new(
                reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3), reader.GetString(4), reader.GetFieldValue<byte[]>(5)));
        }

        return slice;
    }

    private static NpgsqlParameter Text(string value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Text };

    private async Task<long?> AskPositionAsync(string sql, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(sql);
        command.Parameters.Add(new() { Value = moment.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }

    private async Task<List<StoredEvent>> ReadAsync(string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        return await ReadAsync(command, cancellationToken);
    }

    private static async Task<List<StoredEvent>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var events = new List<StoredEvent>();
        while (await reader.ReadAsync(cancellationToken))
            events.Add(StoredEventRow.Read(reader));
        return events;
    }
}
