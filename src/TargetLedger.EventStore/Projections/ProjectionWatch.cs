using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>
/// Lets requests wait until a projection has seen a position. Where this process leads the projection the runner tells;
/// elsewhere one shared query asks, and only while somebody waits.
/// </summary>
public sealed class ProjectionWatch(NpgsqlDataSource dataSource, IProjection projection, TimeProvider? systemTime = null)
{
    private static readonly TimeSpan AskInterval = TimeSpan.FromMilliseconds(25);
    private readonly TimeProvider systemTime = systemTime ?? TimeProvider.System;
    private readonly PositionSignal seen = new(-1);
    private readonly Lock gate = new();
    private Task asking = Task.CompletedTask;

    /// <summary>The last position this process knows to be in the active build; -1 while it knows of none.</summary>
    public long Seen => seen.Value;

    /// <summary>True once the active build holds everything up to <paramref name="position"/>; false when the bound has passed before.</summary>
    public async Task<bool> WaitForAsync(long position, TimeSpan bound, CancellationToken cancellationToken = default)
    {
        if (seen.Value >= position)
            return true;
        using var over = new CancellationTokenSource(bound, systemTime);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        var reached = seen.ReachedAsync(position, either.Token);
        while (!reached.IsCompleted)
            await Task.WhenAny(reached, AskAsync());
        cancellationToken.ThrowIfCancellationRequested();
        return reached.IsCompletedSuccessfully;
    }

    internal void Advance(long position) => seen.Advance(position);

    private Task AskAsync()
    {
        lock (gate)
        {
            if (asking.IsCompleted)
                asking = AskOnceAsync();
            return asking;
        }
    }

    private async Task AskOnceAsync()
    {
        await Task.Delay(AskInterval, systemTime);
        try
        {
            await using var connection = await dataSource.OpenConnectionAsync();
            var active = await ProjectionBuilds.FindAsync(connection, projection, [BuildStatusText.Active], default);
            if (active is not null)
                seen.Advance(active.Checkpoint);
        }
        catch (Exception fault) when (DatabaseFault.IsTransient(fault))
        {
            // Asked again until the bound passes.
        }
    }
}
