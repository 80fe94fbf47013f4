using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>
/// A read model: a name, a shape version, its tables and how a batch of events changes them. Rows and checkpoint change in
/// one transaction, so an implementation never commits and never reads a clock.
/// </summary>
public interface IProjection
{
    string Name { get; }

    /// <summary>Raised when the tables or the fold change; a node that finds an older shape active builds its own beside it.</summary>
    int Shape { get; }

    /// <summary>Unqualified table names, children before parents; a build's tables are these names with its suffix, in schema <c>boards</c>.</summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>Creates the tables of one build. <paramref name="suffix"/> is e.g. <c>_3</c>.</summary>
    Task CreateTablesAsync(NpgsqlConnection connection, string suffix, CancellationToken cancellationToken);

    /// <summary>Folds a batch, in position order, into the tables of one build.</summary>
    Task ApplyAsync(NpgsqlConnection connection, string suffix, IReadOnlyList<StoredEvent> batch, CancellationToken cancellationToken);
}
