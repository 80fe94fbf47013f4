namespace TargetLedger.Domain;

/// <summary>An event as folds see it: the fact, and where and when the ledger recorded it and on whose account.</summary>
public sealed record Recorded(object Event, long Position, long Version, Moment At, string Actor)
{
    /// <summary>The day it was recorded, where what it says holds from a day before; null where it did not reach back.</summary>
    public DateOnly? IfAfter(DateOnly from) => from < At.Day ? At.Day : null;
}
