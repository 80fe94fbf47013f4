using Npgsql;
using NpgsqlTypes;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>
/// Everything that is known now, some commitments at a time in order of their streams: for work that looks at all of them and
/// must not need the memory of all.
/// </summary>
public sealed class CommitmentSlices(ProjectionReader projections, BoardsProjection boards)
{
    private const int SliceLength = 5_000;

    /// <summary>The next commitments after a stream, each slice as known when it is read; null after the last.</summary>
    /// <param name="after">Empty for the first slice.</param>
    /// <param name="endingFrom">Only those whose period ends on this day or later.</param>
    public Task<KnowledgeSlice?> NextAsync(string after, DateOnly? endingFrom, CancellationToken cancellationToken = default)
        => projections.ReadAsync(boards, async (snapshot, token) => await ReadAsync(snapshot, await FrameAsync(snapshot, token), KnowledgeScope.Everything, after, endingFrom, token), cancellationToken);

    /// <summary>All of a scope in one snapshot, added up slice by slice. May begin anew.</summary>
    internal Task<T> AddUpAsync<T>(KnowledgeScope scope, Func<T> begin, Action<T, Knowledge> add, CancellationToken cancellationToken)
        => projections.ReadAsync(
            boards,
            async (snapshot, token) =>
            {
                var sum = begin();
                // Of a unit or group there are few, and who answers is asked in another way.
                if (scope.Units is not null || scope.Group is not null)
                {
                    add(sum, await LiveKnowledge.ReadAsync(snapshot, scope, boards.Zone, token));
                    return sum;
                }

                var (after, frame) = ("", await FrameAsync(snapshot, token));
                while (await ReadAsync(snapshot, frame, scope, after, null, token) is { } slice)
                {
                    add(sum, slice.Knowledge);
                    after = slice.Last;
                }

                return sum;
            },
            cancellationToken);

    private Task<Knowledge> FrameAsync(ReadSnapshot snapshot, CancellationToken cancellationToken)
        => LiveKnowledge.ReadAsync(snapshot, KnowledgeScope.NoCommitments, boards.Zone, cancellationToken);

    private static async Task<KnowledgeSlice?> ReadAsync(
        ReadSnapshot snapshot, Knowledge frame, KnowledgeScope scope, string after, DateOnly? endingFrom, CancellationToken cancellationToken)
    {
        var streams = new List<string>(SliceLength);
        await using (var command = new NpgsqlCommand(BoardSql.Read("commitments.slice", snapshot.Suffix), snapshot.Connection))
        {
            command.Parameters.Add(new() { Value = after });
            command.Parameters.Add(new() { Value = (object?)scope.Plan ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
            command.Parameters.Add(new() { Value = (object?)scope.Section ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
            command.Parameters.Add(new() { Value = (object?)endingFrom ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date });
            command.Parameters.Add(new() { Value = SliceLength });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                streams.Add(reader.GetString(0));
        }

        return streams.Count == 0
            ? null
            : new(await LiveKnowledge.CommitmentsAsync(snapshot, frame, streams, cancellationToken), streams[^1]);
    }
}

/// <param name="Last">The stream after which the next slice begins.</param>
public sealed record KnowledgeSlice(Knowledge Knowledge, string Last);
