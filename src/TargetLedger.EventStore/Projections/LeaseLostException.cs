namespace TargetLedger.EventStore;

/// <summary>Another has gone on with the work.</summary>
internal sealed class LeaseLostException(string lease) : Exception($"The lease {lease} was lost to another process.");
