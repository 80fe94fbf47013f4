namespace TargetLedger.EventStore;

/// <summary>A projection has come to an event it cannot apply, and stands before it.</summary>
/// <param name="position">The event's position; everything before it is applied.</param>
/// <param name="error">What went wrong, as recorded.</param>
public sealed class ProjectionHaltedException(string projection, long position, string error) : Exception(
    $"投影 {projection} 停在位置 {position}：{error} / The projection {projection} has halted at position {position}: {error}")
{
    public string Projection { get; } = projection;

    public long Position { get; } = position;

    public string Error { get; } = error;
}
