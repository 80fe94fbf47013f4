namespace TargetLedger.EventStore;

/// <summary>
/// A position between two committed events is not there. Positions are dense and commit order is position order, so this is
/// never a matter of waiting: events were removed, or the reader was moved to a database that lost some.
/// </summary>
public sealed class LedgerGapException(long expected, long? found) : Exception(
    found is null
        ? $"账本缺少位置 {expected}，其后的位置已经提交。/ The ledger has no event at position {expected}, though later positions were committed."
        : $"账本缺少位置 {expected}，读到的是 {found}。/ The ledger has no event at position {expected}; the next one found is {found}.")
{
    /// <summary>The first position that is missing.</summary>
    public long Expected { get; } = expected;
}
