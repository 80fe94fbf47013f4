using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>
/// A projection whose rows of a stream depend on that stream's events and on nothing else. A new build of it is filled stream
/// by stream, which folds every stream once and writes every row once; followed live it is like any other.
/// </summary>
public interface IStreamProjection : IProjection
{
    /// <summary>What a stream is after one of its events. Pure; throws for an event that cannot be applied.</summary>
    /// <param name="state">What it was before; null for the stream's first event.</param>
    object Evolve(object? state, StoredEvent stored);

    /// <summary>Writes the rows of whole streams, of which the tables of the build hold nothing yet; in order of stream id.</summary>
    Task FillAsync(NpgsqlConnection connection, string suffix, IReadOnlyList<object> states, CancellationToken cancellationToken);
}
