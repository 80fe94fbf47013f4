using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>
/// Knows how far the ledger has got: one dedicated connection listens for appends and, when none is announced, asks. It
/// survives the loss of its connection; what was announced meanwhile is found by asking.
/// </summary>
internal sealed class HeadWatch : IAsyncDisposable
{
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(2);
    private readonly NpgsqlDataSource dataSource;
    private readonly TimeSpan pollInterval;
    private readonly TimeProvider systemTime;
    private readonly ILogger logger;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task listening;

    public HeadWatch(NpgsqlDataSource dataSource, TimeSpan pollInterval, TimeProvider systemTime, ILogger logger)
    {
        this.dataSource = dataSource;
        this.pollInterval = pollInterval;
        this.systemTime = systemTime;
        this.logger = logger;
        listening = ListenAsync(stopping.Token);
    }

    public PositionSignal Head { get; } = new(0);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await listening;
        stopping.Dispose();
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var backoff = new Backoff(systemTime, LongestBackoff);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await ListenOnOneConnectionAsync(backoff, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                logger.LogWarning(fault, "The connection that listens for appends was lost; connecting again");
                await backoff.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenOnOneConnectionAsync(Backoff backoff, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, appended) =>
        {
            if (long.TryParse(appended.Payload, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
                Head.Advance(position);
        };
        await using (var listen = new NpgsqlCommand("LISTEN ledger_appended", connection))
            await listen.ExecuteNonQueryAsync(cancellationToken);

        await using var ask = new NpgsqlCommand("SELECT coalesce(max(seq_id), 0) FROM ledger.mt_events", connection)
        {
            // A connection that does not answer within a few intervals is dead, whatever the socket says.
            CommandTimeout = 5,
        };
        while (true)
        {
            Head.Advance((long)(await ask.ExecuteScalarAsync(cancellationToken))!);
            backoff.Reset();
            while (await connection.WaitAsync(pollInterval, cancellationToken))
            {
                // The handler above has taken the position.
            }
        }
    }
}
