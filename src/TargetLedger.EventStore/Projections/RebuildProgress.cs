namespace TargetLedger.EventStore;

/// <param name="Build">The number of the build that is being filled.</param>
/// <param name="Position">How many events are in it; where it is built in order of position, also the last position that is.</param>
/// <param name="Head">The last position of the ledger when the current stretch began.</param>
public sealed record RebuildProgress(string Projection, int Build, long Position, long Head);
