using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>One thing wrong with a request to append.</summary>
/// <param name="Path">Where, e.g. <c>streams[0].events[2].data</c>.</param>
/// <param name="Code">A stable word, e.g. <c>not_json</c>, <c>too_long</c>.</param>
public sealed record AppendFault(string Path, string Code, string Message);

/// <summary>The request can never be recorded as it is; nothing of it was. Names every fault.</summary>
public sealed class InvalidAppendException(IReadOnlyList<AppendFault> faults)
    : Exception("请求不能入账 · the request cannot be recorded: "
        + string.Join("; ", faults.Select(fault => $"{fault.Path}: {fault.Message}")))
{
    public IReadOnlyList<AppendFault> Faults { get; } = faults;
}

/// <summary>
/// The database refused the data of this one request (a value it cannot hold, an event id used before); nothing of it was
/// recorded, and the requests beside it were not touched.
/// </summary>
public sealed class AppendRefusedException(PostgresException cause)
    : Exception($"数据库拒绝了该请求的数据 · the database refused the data of this request: {cause.MessageText}", cause)
{
    public string SqlState { get; } = cause.SqlState;

    /// <summary>The name of the constraint or index, when it was one.</summary>
    public string? Constraint { get; } = cause.ConstraintName;
}

/// <summary>
/// Nobody knows whether the request was recorded: the connection was lost after it was sent, or a synchronous standby was
/// no longer waited for. Repeating it with the same key finds out and never records twice.
/// </summary>
public sealed class AppendOutcomeUnknownException(string message, Exception? inner = null)
    : Exception($"不能确定是否已入账，请用同一幂等键重试 · it is unknown whether this was recorded, repeat it with the same key: {message}", inner);

/// <summary>The database cannot be written to at present. Nothing was recorded; later the same request may succeed.</summary>
public sealed class LedgerUnavailableException(string message, Exception? inner = null)
    : Exception($"台账暂不可写 · the ledger cannot be written to at present: {message}", inner);

/// <summary>More is waiting to be recorded than the ledger takes in. Nothing was recorded; try again a little later.</summary>
public sealed class LedgerOverloadedException()
    : Exception("待入账的请求过多，请稍后重试 · too many requests are waiting to be recorded, try again later");

/// <summary>This node's clock is more than five seconds behind the ledger. Nothing was recorded, nor will be until it is set right.</summary>
public sealed class ClockBehindException(DateTimeOffset clock, DateTimeOffset ledgerStandsAt)
    : Exception($"本机时钟（{clock:O}）落后于台账（{ledgerStandsAt:O}） · this node's clock ({clock:O}) is behind the ledger ({ledgerStandsAt:O})")
{
    public DateTimeOffset Clock { get; } = clock;

    public DateTimeOffset LedgerStandsAt { get; } = ledgerStandsAt;
}
