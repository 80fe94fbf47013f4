using Npgsql;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>Lets a reader see what it has written: waits until everything that answers holds a position.</summary>
/// <param name="boards">The process's watch on the boards' tables.</param>
/// <param name="lights">Its watch on the entries boards are counted from.</param>
public sealed class BoardsWatch(NpgsqlDataSource dataSource, LightsProjection projection, ProjectionWatch boards, ProjectionWatch lights)
{
    /// <summary>False when the bound has passed before.</summary>
    public async Task<bool> WaitForAsync(long position, TimeSpan bound, CancellationToken cancellationToken = default)
    {
        var began = Environment.TickCount64;
        if (!await boards.WaitForAsync(position, bound, cancellationToken))
            return false;

        // While entries are made for the first time boards are counted without them.
        if (lights.Seen < 0 && !(await ProjectionState.ReadAsync(dataSource, projection, cancellationToken)).IsReady)
            return true;
        var left = bound - TimeSpan.FromMilliseconds(Environment.TickCount64 - began);
        return await lights.WaitForAsync(position, left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken);
    }
}
