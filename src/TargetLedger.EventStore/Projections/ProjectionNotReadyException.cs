namespace TargetLedger.EventStore;

/// <summary>No build of the projection's shape has caught up yet, so there is nothing to read. Try again later.</summary>
public sealed class ProjectionNotReadyException(string projection) : Exception(
    $"投影 {projection} 尚未就绪，请稍后再试。/ The projection {projection} is not ready yet; try again later.")
{
    public string Projection { get; } = projection;
}
