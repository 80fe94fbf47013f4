using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>
/// Keeps one projection level with the ledger. Any number of nodes may run it: one leads, the others stand by and take over
/// within seconds. The data source must lead to the primary itself and its login belong to <c>ledger_projector</c>.
/// </summary>
public sealed class ProjectionRunner
{
    private readonly NpgsqlDataSource dataSource;
    private readonly IProjection projection;
    private readonly LedgerFollower follower;
    private readonly ProjectionOptions options;
    private readonly TimeProvider systemTime;
    private readonly ILogger logger;
    private readonly ProjectionBuilds builds;
    private readonly BatchWriter writer;
    private readonly LeaseTaker leases;
    private readonly ProjectionBuilder builder;
    private bool retriedHalt;

    /// <param name="watch">The process's watch on the projection, told of every step; null to make one.</param>
    public ProjectionRunner(
        NpgsqlDataSource dataSource,
        IProjection projection,
        LedgerFollower follower,
        ProjectionWatch? watch = null,
        ProjectionOptions? options = null,
        TimeProvider? systemTime = null,
        ILoggerFactory? loggers = null)
    {
        this.dataSource = dataSource;
        this.projection = projection;
        this.follower = follower;
        this.options = options ?? new();
        this.systemTime = systemTime ?? TimeProvider.System;
        Watch = watch ?? new(dataSource, projection, this.systemTime);
        logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<ProjectionRunner>();
        builds = new(dataSource, projection, this.options);
        writer = new(projection, builds, this.options, logger);
        leases = new(dataSource, this.options, this.systemTime, logger);
        var filler = projection is IStreamProjection whole ? new StreamFiller(dataSource, whole, follower.Reader, builds, writer, this.options) : null;
        builder = new(dataSource, projection, follower, builds, writer, filler, leases, logger);
    }

    /// <summary>Where requests wait for a position.</summary>
    public ProjectionWatch Watch { get; }

    private string LeaseName => $"{projection.Name}/{projection.Shape}";

    /// <summary>
    /// Leads whenever no other node does; ends without a fault when cancelled. Builds the projection first where its shape
    /// has no active build. One that was found halted is tried again once after a start.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var backoff = new Backoff(systemTime, options.LongestBackoff);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (await leases.TryTakeAsync(LeaseName, cancellationToken) is { } lease)
                    await LeadAsync(lease, backoff, cancellationToken);
                else
                    await Task.Delay(options.LeaseRetry, systemTime, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                // Asked to stop, or the lease was lost: stand by.
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                // What breaks off in the middle of stopping is no news.
            }
            catch (Exception fault)
            {
                logger.LogWarning(fault, "The projection {Projection} was interrupted; trying again", projection.Name);
                await backoff.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>
    /// Runs until everything committed before the call is applied, by this process or by the one that leads. A halted
    /// projection is tried again first.
    /// </summary>
    /// <exception cref="ProjectionHaltedException">An event cannot be applied.</exception>
    public async Task CatchUpAsync(CancellationToken cancellationToken = default)
    {
        var head = await follower.ReadHeadAsync(cancellationToken);
        await ResumeAsync(cancellationToken);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = RunAsync(enough.Token);
        try
        {
            while (!await Watch.WaitForAsync(head, options.LeaseRetry, cancellationToken))
                if (await ReadStateAsync(cancellationToken) is { HaltedAt: { } position, Error: { } error })
                    throw new ProjectionHaltedException(projection.Name, position, error);
        }
        finally
        {
            await enough.CancelAsync();
            await running;
        }
    }

    /// <summary>
    /// Folds the whole ledger again into new tables and lets them take the place of the old ones in one step. Reads and live
    /// following go on meanwhile, here or on other nodes. A rebuild that was killed is taken up where it stood.
    /// </summary>
    /// <exception cref="ProjectionHaltedException">An event cannot be applied; the tables read before are still read.</exception>
    public async Task<ProjectionState> RebuildAsync(
        IProgress<RebuildProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var backoff = new Backoff(systemTime, options.LongestBackoff);
        int? begun = null;
        while (true)
        {
            try
            {
                await builder.RebuildAsync(begun, number => begun = number, progress, cancellationToken);
                return await ReadStateAsync(cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested
                && (fault is LeaseLostException || DatabaseFault.IsTransient(fault)))
            {
                logger.LogWarning(fault, "The rebuild of {Projection} was interrupted; going on", projection.Name);
                await backoff.WaitAsync(cancellationToken);
            }
        }
    }

    /// <summary>Lets a halted projection try again, on whichever node leads it.</summary>
    public Task ResumeAsync(CancellationToken cancellationToken = default) =>
        builds.ResumeAsync([BuildStatusText.Active, BuildStatusText.Building], cancellationToken);

    /// <summary>
    /// Drops the tables that a rebuild has superseded and those of earlier shapes that no running node leads, all but the
    /// latest of them: that is the one read until now, by queries that are not done or by a release to go back to. Returns
    /// the numbers of the builds dropped.
    /// </summary>
    public Task<IReadOnlyList<int>> DropUnusedBuildsAsync(CancellationToken cancellationToken = default) =>
        builds.DropUnusedAsync(earlierShapes: true, keepLatest: true, cancellationToken);

    public Task<ProjectionState> ReadStateAsync(CancellationToken cancellationToken = default) =>
        ProjectionState.ReadAsync(dataSource, projection, cancellationToken);

    private async Task LeadAsync(Lease taken, Backoff backoff, CancellationToken cancellationToken)
    {
        await using var lease = taken;
        using var leading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        logger.LogInformation("This process leads the projection {Projection}", projection.Name);
        ProjectionMetrics.Lead(this, projection.Name, () => Math.Max(0, follower.Head - Math.Max(0, Watch.Seen)));
        try
        {
            while (true)
                await StepAsync(backoff, leading.Token);
        }
        finally
        {
            ProjectionMetrics.StopLeading(this);
        }
    }

    private async Task StepAsync(Backoff backoff, CancellationToken cancellationToken)
    {
        var build = await builds.FindAsync(cancellationToken);
        var retry = !retriedHalt;
        retriedHalt = true;
        if (build is { HaltedAt: not null })
        {
            if (retry)
                await ResumeAsync(cancellationToken);
            else
                await Task.Delay(options.HaltedPoll, systemTime, cancellationToken);
        }
        else if (build is { Status: BuildStatus.Active })
        {
            Watch.Advance(build.Checkpoint);
            await FollowAsync(build, backoff, cancellationToken);
        }
        else
        {
            await BuildFirstAsync(cancellationToken);
        }
    }

    private async Task BuildFirstAsync(CancellationToken cancellationToken)
    {
        try
        {
            await builder.BuildFirstAsync(cancellationToken);
        }
        catch (ProjectionHaltedException)
        {
            // Recorded and logged where it happened; the row tells the next step.
        }
    }

    private async Task FollowAsync(Build build, Backoff backoff, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        try
        {
            await foreach (var batch in follower.FollowAsync(build.Checkpoint, cancellationToken))
            {
                // Halted, superseded by a rebuild, or taken over: the build's row says which.
                if (await writer.WriteAsync(connection, build, batch, cancellationToken) is not BatchOutcome.Applied applied)
                    return;
                build = build with { Checkpoint = applied.Checkpoint };
                Watch.Advance(applied.Checkpoint);
                backoff.Reset();
            }
        }
        catch (LedgerGapException gap)
        {
            await writer.HaltAsync(build, gap.Expected, gap, cancellationToken);
        }
    }
}
