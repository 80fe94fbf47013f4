using TargetLedger.Boards;

namespace TargetLedger.Server.Hosting;

/// <summary>
/// Keeps what lists are counted from at hand: the first list of a day reads every commitment, and nobody should have to wait for that.
/// </summary>
internal sealed class ListsWorker(BoardQueries boards, LedgerTime time, TimeProvider system, ILogger<ListsWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, system);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await boards.PrepareListsAsync(time.Now.Day, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // Whoever asks for a list meets the fault himself, or reads what is to be read.
                logger.LogWarning(fault, "Lists could not be prepared; this is tried again");
            }
        }
    }
}
