namespace TargetLedger.EventStore;

/// <param name="Build">The number of the build that is being filled.</param>
/// <param name="Position">The last position that is in it.</param>
/// <param name="Head">The last position of the ledger when the current stretch began.</param>
public sealed record RebuildProgress(string Projection, int Build, long Position, long Head);
