namespace TargetLedger.EventStore;

/// <summary>The database's schema is not the one this program was made for.</summary>
/// <param name="found">The version in the database; 0 for none.</param>
/// <param name="expected">The version this program knows.</param>
public sealed class LedgerSchemaException(string message, int found, int expected) : Exception(message)
{
    public int Found { get; } = found;

    public int Expected { get; } = expected;
}
