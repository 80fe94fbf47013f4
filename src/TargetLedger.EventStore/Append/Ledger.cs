using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>
/// The way into the ledger for one process, and beside it the way out. Any number of processes may append to one database.
/// </summary>
/// <param name="dataSource">A direct connection (no transaction pool) as a login that belongs to <c>ledger_app</c>; stays the caller's.</param>
/// <param name="businessClock">The clock events are stamped by; production gives the system's.</param>
public sealed class Ledger(
    NpgsqlDataSource dataSource, TimeProvider businessClock, LedgerOptions? options = null, ILoggerFactory? loggers = null) : IAsyncDisposable
{
    private readonly GroupCommitWriter writer = new(
        dataSource, businessClock, options ?? new(), (loggers ?? NullLoggerFactory.Instance).CreateLogger<Ledger>());

    public NpgsqlDataSource DataSource { get; } = dataSource;

    public LedgerReader Reader { get; } = new(dataSource, businessClock);

    /// <summary>
    /// Records a request, all or nothing. Cancelling withdraws it while it waits for its turn; from then on the outcome is
    /// awaited all the same, since giving up would not undo it. Of requests under way at once none is sure to come before another.
    /// </summary>
    /// <exception cref="InvalidAppendException">It can never be recorded as it is.</exception>
    /// <exception cref="AppendRefusedException">The database refused its data.</exception>
    /// <exception cref="AppendOutcomeUnknownException">Perhaps recorded; repeat with the same key.</exception>
    /// <exception cref="LedgerUnavailableException">Not recorded; the database cannot be written to.</exception>
    /// <exception cref="LedgerOverloadedException">Not recorded; too many wait.</exception>
    /// <exception cref="ClockBehindException">Not recorded; this node's clock is wrong.</exception>
    public async Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken = default)
    {
        var pending = new PendingAppend(CheckedAppend.From(request));
        cancellationToken.ThrowIfCancellationRequested();
        writer.Enqueue(pending);
        await using (cancellationToken.Register(() => pending.Withdraw(cancellationToken)))
            return await pending.Outcome;
    }

    /// <summary>
    /// What was answered to a key, as safe as when it was answered first; null when it was never recorded. A record found by
    /// <see cref="LedgerReader.FindOutcomeAsync"/> alone may not have reached a synchronous standby yet.
    /// </summary>
    /// <exception cref="AppendOutcomeUnknownException">It is recorded here, but a standby was no longer waited for.</exception>
    public async Task<RecordedOutcome?> FindOutcomeAsync(string account, string key, CancellationToken cancellationToken = default)
    {
        if (await Reader.FindOutcomeAsync(account, key, cancellationToken) is not { } found)
            return null;
        // The writer answers a known key only after everything recorded before is where it must be.
        await AppendAsync(new([], new(account), new(account, key, found.Fingerprint, found.Outcome)), cancellationToken);
        return found;
    }

    /// <summary>Records what waits, then lets go of the connection.</summary>
    public ValueTask DisposeAsync() => writer.DisposeAsync();
}
