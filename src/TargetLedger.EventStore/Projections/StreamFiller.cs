using System.Runtime.CompilerServices;
using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>
/// Fills a new build stream by stream up to a fixed position. Streams are read, folded and written at the same time, and never
/// more than a few thousand events of them are held. Every piece written is whole streams together with the name of the last,
/// so that whoever takes the build up goes on behind it.
/// </summary>
internal sealed class StreamFiller(
    NpgsqlDataSource dataSource,
    IStreamProjection projection,
    LedgerReader reader,
    ProjectionBuilds builds,
    BatchWriter halting,
    ProjectionOptions options)
{
    // Of bodies; they are held, folded, three times.
    private const int PieceBytes = 16 * 1024 * 1024;

    /// <summary>Ends when the build holds everything up to the position it is filled to.</summary>
    /// <param name="filled">Told how many events are in.</param>
    /// <exception cref="ProjectionHaltedException">An event cannot be applied.</exception>
    public async Task<Build> FillAsync(Build build, StreamFill fill, Action<long> filled, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var piece in FoldAsync(fill, cancellationToken).ReadingAheadAsync(cancellationToken))
            {
                fill = await WriteAsync(build, fill, piece, cancellationToken);
                filled(fill.Events);
            }

            if (fill.Events != fill.Head)
                throw Spoilt(await reader.FindGapAsync(fill.Head, cancellationToken) ?? new(fill.Head, null));
        }
        catch (SpoiltException spoilt)
        {
            if (await halting.HaltAsync(build, spoilt.Position, spoilt.Cause, cancellationToken) is BatchOutcome.Halted halted)
                throw new ProjectionHaltedException(projection.Name, halted.Position, halted.Error);
            throw Moved(build);
        }

        return await builds.FinishFillAsync(build, fill, cancellationToken)
            ? build with { Checkpoint = fill.Head, Fill = null }
            : throw Moved(build);
    }

    private async IAsyncEnumerable<IReadOnlyList<FoldedStream>> FoldAsync(
        StreamFill fill, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var piece = new List<FoldedStream>();
        var (events, bytes) = (0, 0);
        FoldedStream? open = null;
        SpoiltException? spoilt = null;
        var slices = reader.ReadByStreamAsync(fill.Stream, fill.Head, cancellationToken).ReadingAheadAsync(cancellationToken);
        await foreach (var slice in slices)
        {
            foreach (var stored in slice)
            {
                if (open is not null && open.Stream != stored.Stream)
                {
                    piece.Add(open);
                    open = null;
                    if (events >= options.MaxFillEvents || bytes >= PieceBytes)
                    {
                        yield return piece;
                        (piece, events, bytes) = ([], 0, 0);
                    }
                }

                spoilt = TryEvolve(ref open, stored);
                if (spoilt is not null)
                    break;
                events++;
                bytes += stored.Data.Length;
            }

            if (spoilt is not null)
                break;
        }

        if (open is not null && spoilt is null)
            piece.Add(open);
        if (piece.Count > 0)
            yield return piece;
        if (spoilt is not null)
            throw spoilt;
    }

    private SpoiltException? TryEvolve(ref FoldedStream? open, StoredEvent stored)
    {
        try
        {
            open = new(stored.Stream, projection.Evolve(open?.State, stored), (open?.Events ?? 0) + 1, stored.Position);
            return null;
        }
        catch (Exception fault)
        {
            return new(stored.Position, fault);
        }
    }

    /// <summary>Halves what PostgreSQL refuses, until the stream that is to blame is alone and all before it are in.</summary>
    private async Task<StreamFill> WriteAsync(Build build, StreamFill fill, IReadOnlyList<FoldedStream> streams, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAtOnceAsync(build, fill, streams, cancellationToken);
        }
        catch (PostgresException fault) when (!cancellationToken.IsCancellationRequested && !DatabaseFault.IsTransient(fault))
        {
            if (streams.Count == 1)
                throw new SpoiltException(streams[0].LastPosition, fault);
        }

        foreach (var half in streams.Chunk((streams.Count + 1) / 2))
            fill = await WriteAsync(build, fill, half, cancellationToken);
        return fill;
    }

    private async Task<StreamFill> WriteAtOnceAsync(Build build, StreamFill fill, IReadOnlyList<FoldedStream> streams, CancellationToken cancellationToken)
    {
        var next = fill with { Stream = streams[^1].Stream, Events = fill.Events + streams.Sum(s => s.Events) };
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var advance = BuildTransaction.Advance(ProjectionSql.AdvanceFill, projection.Name, build.Number, fill.Events, next.Stream, next.Events);
        await using var transaction = await BuildTransaction.TryBeginAsync(connection, options, advance, cancellationToken) ?? throw Moved(build);
        await projection.FillAsync(connection, build.Suffix, [.. streams.Select(s => s.State)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return next;
    }

    private static SpoiltException Spoilt(LedgerGapException gap) => new(gap.Expected, gap);

    private LeaseLostException Moved(Build build) => new($"{projection.Name}{build.Suffix}");

    private sealed record FoldedStream(string Stream, object State, long Events, long LastPosition);

    private sealed class SpoiltException(long position, Exception cause) : Exception(cause.Message, cause)
    {
        public long Position { get; } = position;

        public Exception Cause { get; } = cause;
    }
}
