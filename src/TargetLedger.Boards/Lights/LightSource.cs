using System.Diagnostics;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>
/// Knows the entries of all commitments, now and as of any position. The newest are kept and brought forward by what was
/// changed since; those of the past are read from an image and the changes after it, however long the log is.
/// </summary>
internal sealed class LightSource(LedgerReader ledger, ProjectionReader projections, LightsProjection lights)
{
    private const int PastReadsAtOnce = 2;

    // After a long silence an image is sooner read than all changes.
    private const int FarBehind = 200_000;

    // The tables are a moment behind the log; a position out of it is awaited for so long before the log itself is asked.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AskInterval = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim forward = new(1);
    private readonly SemaphoreSlim pastReads = new(PastReadsAtOnce);
    private readonly LatestUsed<long, Knowledge> frames = new(4);
    private readonly LatestUsed<int, LightListing> listings = new(4);
    private readonly LatestUsed<long, LightView> views = new(8);
    private Live? live;

    // When its reading was begun.
    private long liveAsOf;

    /// <summary>Null where the tables cannot say: they are being built, or have been left behind.</summary>
    /// <exception cref="PositionNotReachedException">The position asked for is still to come.</exception>
    public async Task<LightView?> ReadAsync(AsOf at, CancellationToken cancellationToken)
    {
        try
        {
            return at switch
            {
                AsOf.AtPosition(var position) => await AtAsync(position, cancellationToken),
                AsOf.AtMoment(var moment) => await AtAsync(await ledger.PositionAtAsync(moment, cancellationToken), cancellationToken),
                _ => await ViewAsync(await LiveAsync(cancellationToken), cancellationToken),
            };
        }
        catch (ProjectionNotReadyException)
        {
            return null;
        }
    }

    /// <summary>For a listing that has another page: it will be asked for as of this position.</summary>
    public void Keep(LightView view) => views.Put(view.Position, view);

    private async Task<LightView?> AtAsync(long position, CancellationToken cancellationToken)
    {
        if (views.TryGet(position, out var kept))
            return kept;
        if (await ReachAsync(position, cancellationToken) is not { } reached)
            return null;
        if (reached.Index.Position == position)
            return await ViewAsync(reached, cancellationToken);

        await pastReads.WaitAsync(cancellationToken);
        try
        {
            // Whoever held the turn may have read the same.
            if (views.TryGet(position, out kept))
                return kept;
            if (await ReadPastAsync(position, cancellationToken) is not { } index)
                return null;
            var view = await ViewAsync(reached with { Index = index }, cancellationToken);
            views.Put(position, view);
            return view;
        }
        finally
        {
            pastReads.Release();
        }
    }

    /// <summary>Null where a replica that is behind was asked.</summary>
    private Task<LightIndex?> ReadPastAsync(long position, CancellationToken cancellationToken) => projections.ReadAsync(
        lights,
        async (snapshot, token) => snapshot.Position < position ? null : await LightTables.ReadIndexAsync(snapshot.Connection, snapshot.Suffix, position, token),
        cancellationToken);

    /// <summary>The newest entries, once they are at a position or beyond; null where they do not get there.</summary>
    private async Task<Live?> ReachAsync(long position, CancellationToken cancellationToken)
    {
        if (live is { } known && known.Index.Position >= position)
            return known;
        var began = Environment.TickCount64;
        while (true)
        {
            var newest = await LiveAsync(cancellationToken);
            if (newest.Index.Position >= position)
                return newest;
            var head = await ledger.HeadAsync(cancellationToken);
            if (position > head)
                throw new PositionNotReachedException(position, head);
            if (Environment.TickCount64 - began > LongestWait.TotalMilliseconds)
                return null;
            await Task.Delay(AskInterval, cancellationToken);
        }
    }

    /// <summary>
    /// One after the other, so that each finds what the one before has read. What was begun to be read after somebody came
    /// is new enough for it: of many who wait one reads for all.
    /// </summary>
    private async Task<Live> LiveAsync(CancellationToken cancellationToken)
    {
        var came = Stopwatch.GetTimestamp();
        await forward.WaitAsync(cancellationToken);
        try
        {
            if (live is { } known && liveAsOf >= came)
                return known;
            var began = Stopwatch.GetTimestamp();
            live = await projections.ReadAsync(lights, (snapshot, token) => BringForwardAsync(live, snapshot, token), cancellationToken);
            liveAsOf = began;
            return live;
        }
        finally
        {
            forward.Release();
        }
    }

    private static async Task<Live> BringForwardAsync(Live? known, ReadSnapshot snapshot, CancellationToken cancellationToken)
    {
        // Another build numbers as it likes. A replica that is behind has nothing new.
        if (known?.Suffix != snapshot.Suffix)
            known = null;
        if (known is not null && known.Index.Position >= snapshot.Position)
            return known;

        var (connection, suffix) = (snapshot.Connection, snapshot.Suffix);
        var catalog = known?.Catalog ?? LightCatalog.Empty;
        var index = known is null || snapshot.Position - known.Index.Position > FarBehind
            ? await LightTables.ReadIndexAsync(connection, suffix, snapshot.Position, cancellationToken)
            : await LightTables.BringForwardAsync(connection, suffix, known.Index, snapshot.Position, cancellationToken);
        return new(
            suffix,
            index,
            catalog.With(
                index.Entries.Count == catalog.Commitments.Length ? [] : await LightTables.ReadCommitmentsAsync(connection, suffix, catalog.Commitments.Length, cancellationToken),
                await LightTables.ReadPartiesAsync(connection, suffix, catalog.Parties.Length, cancellationToken)));
    }

    private async Task<LightView> ViewAsync(Live from, CancellationToken cancellationToken)
    {
        var frame = await FrameAsync(from.Index.FramePosition, cancellationToken);
        var count = from.Index.Entries.Count;
        if (!listings.TryGet(count, out var listing) || !listing.IsOf(frame.Plans, count))
        {
            listing = LightListing.Of(frame, from.Catalog, count);
            listings.Put(count, listing);
        }

        return new(from.Index.Position, from.Index.Entries, from.Catalog, frame, listing);
    }

    /// <summary>Read again only when one of the few events has come that it is made of.</summary>
    private async Task<Knowledge> FrameAsync(long position, CancellationToken cancellationToken)
    {
        if (frames.TryGet(position, out var frame))
            return frame;
        frame = await KnowledgeAsOf.ReadAsync(ledger, lights.Zone, position, KnowledgeScope.NoCommitments, cancellationToken);
        frames.Put(position, frame);
        return frame;
    }

    private sealed record Live(string Suffix, LightIndex Index, LightCatalog Catalog);
}
