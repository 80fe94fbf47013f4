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
            catch (ProjectionNotReadyException)
            {
                // The boards are being made for the first time.
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // Whatever was not recorded is still to do; nothing that goes wrong here may end the server.
                logger.LogError(fault, "Reporting periods could not be closed; this is tried again");
            }
        }
    }
}
