namespace TargetLedger.Domain;

/// <summary>An event as folds see it: the fact, and where and when the ledger recorded it and on whose account.</summary>
public sealed record Recorded(object Event, long Position, long Version, Moment At, string Actor);
