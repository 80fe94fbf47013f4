namespace TargetLedger.EventStore;

/// <summary>The database is not one this program can work with: an older or newer schema, a changed one, or no fit place for a ledger.</summary>
/// <param name="found">The version in the database; 0 for none.</param>
/// <param name="expected">The version this program knows.</param>
public sealed class LedgerSchemaException(string message, int found, int expected) : Exception(message)
{
    public int Found { get; } = found;

    public int Expected { get; } = expected;
}
