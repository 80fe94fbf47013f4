using Microsoft.Extensions.Logging;
using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>
/// Fills a new build from the first event and makes it the active one. A build that was left unfinished is taken up where
/// it stands. One process at a time does this for a projection and shape, by a lease of its own: whoever follows the
/// active build meanwhile is not disturbed.
/// </summary>
internal sealed class ProjectionBuilder(
    NpgsqlDataSource dataSource,
    IProjection projection,
    LedgerFollower follower,
    ProjectionBuilds builds,
    BatchWriter writer,
    StreamFiller? filler,
    LeaseTaker leases,
    ILogger logger)
{
    private string LeaseName => $"{projection.Name}/{projection.Shape}/build";

    /// <summary>Ends when the projection has an active build, at once when it has one already.</summary>
    /// <exception cref="ProjectionHaltedException">An event cannot be applied; the build keeps what came before it.</exception>
    public async Task BuildFirstAsync(CancellationToken cancellationToken)
    {
        await using var lease = await leases.TakeAsync(LeaseName, cancellationToken);
        using var work = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        if (await builds.FindActiveAsync(work.Token) is null)
            await FillAsync(await FindOrCreateAsync(work.Token), null, work.Token);
    }

    /// <summary>
    /// Ends when a build that was begun or found unfinished here has taken the place of the active one. To be called again
    /// after a lost connection, with what <paramref name="begun"/> was told, lest a build that is done be followed by another.
    /// </summary>
    /// <exception cref="ProjectionHaltedException">An event cannot be applied; the active build stays what it is.</exception>
    public async Task RebuildAsync(
        int? earlier,
        Action<int> begun,
        IProgress<RebuildProgress>? progress,
        CancellationToken cancellationToken)
    {
        await using var lease = await leases.TakeAsync(LeaseName, cancellationToken);
        using var work = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        if (earlier is not null && (await builds.FindActiveAsync(work.Token))?.Number == earlier)
            return;
        await builds.DropUnusedAsync(earlierShapes: false, keepLatest: false, work.Token);
        await builds.ResumeAsync([BuildStatusText.Building], work.Token);
        var build = await FindOrCreateAsync(work.Token);
        begun(build.Number);
        await FillAsync(build, progress, work.Token);
    }

    private async Task<Build> FindOrCreateAsync(CancellationToken cancellationToken) =>
        await builds.FindBuildingAsync(cancellationToken)
        ?? await builds.CreateAsync(filler is null ? 0 : await follower.ReadHeadAsync(cancellationToken), cancellationToken);

    private async Task FillAsync(Build build, IProgress<RebuildProgress>? progress, CancellationToken cancellationToken)
    {
        logger.LogInformation(
            "Building {Projection}, build {Build}, from position {Position}", projection.Name, build.Number, build.Checkpoint);
        if (build.Fill is { } fill)
            build = await FillByStreamAsync(build, fill, progress, cancellationToken);
        do
        {
            build = await CatchUpAsync(build, await follower.ReadHeadAsync(cancellationToken), progress, cancellationToken);
            await builds.AnalyzeAsync(build, cancellationToken);
        }
        while (!await builds.TryActivateAsync(
            build,
            follower.MaxBatchEvents,
            position => CatchUpAsync(build, position, progress, cancellationToken),
            cancellationToken));
        logger.LogInformation("Build {Build} of {Projection} is active", build.Number, projection.Name);
    }

    private async Task<Build> FillByStreamAsync(
        Build build,
        StreamFill fill,
        IProgress<RebuildProgress>? progress,
        CancellationToken cancellationToken)
    {
        if (filler is null)
            throw new InvalidOperationException($"Build {build.Number} of {projection.Name} was begun stream by stream, which this projection is not.");
        progress?.Report(new(projection.Name, build.Number, fill.Events, fill.Head));
        return await filler.FillAsync(
            build,
            fill,
            events => progress?.Report(new(projection.Name, build.Number, events, fill.Head)),
            cancellationToken);
    }

    private async Task<Build> CatchUpAsync(
        Build build,
        long position,
        IProgress<RebuildProgress>? progress,
        CancellationToken cancellationToken)
    {
        progress?.Report(new(projection.Name, build.Number, build.Checkpoint, position));
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var batches = follower.ReadBatchesAsync(build.Checkpoint, position, cancellationToken);
        try
        {
            await foreach (var batch in batches.ReadingAheadAsync(cancellationToken))
            {
                build = build with { Checkpoint = Applied(await writer.WriteAsync(connection, build, batch, cancellationToken)) };
                progress?.Report(new(projection.Name, build.Number, build.Checkpoint, position));
            }
        }
        catch (LedgerGapException gap)
        {
            Applied(await writer.HaltAsync(build, gap.Expected, gap, cancellationToken));
        }

        return build;
    }

    private long Applied(BatchOutcome outcome) => outcome switch
    {
        BatchOutcome.Applied applied => applied.Checkpoint,
        BatchOutcome.Halted halted => throw new ProjectionHaltedException(projection.Name, halted.Position, halted.Error),
        _ => throw new LeaseLostException(LeaseName),
    };
}
