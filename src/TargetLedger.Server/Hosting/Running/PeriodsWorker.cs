using Npgsql;
using TargetLedger.EventStore;

namespace TargetLedger.Server.Hosting;

/// <summary>Closes reporting periods when a business day has begun, for as long as the server runs.</summary>
internal sealed class PeriodsWorker(PeriodCloser closer, TimeProvider system, ILogger<PeriodsWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, system);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await closer.CloseAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException or ProjectionNotReadyException
                or LedgerUnavailableException or LedgerOverloadedException or AppendOutcomeUnknownException or ClockBehindException)
            {
                // Whatever was not recorded is still to do.
                logger.LogWarning(fault, "Reporting periods could not be closed; this is tried again");
            }
        }
    }
}
