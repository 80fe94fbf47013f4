using Microsoft.Extensions.Logging;

namespace TargetLedger.EventStore;

/// <summary>
/// The right to do a piece of work alone for a while, kept by renewing it in time. It spares double work only: who has lost
/// it without noticing is stopped by the compare-and-swap of the checkpoint.
/// </summary>
internal sealed class Lease : IAsyncDisposable
{
    private readonly LeaseTaker taker;
    private readonly string name;
    private readonly ProjectionOptions options;
    private readonly TimeProvider systemTime;
    private readonly ILogger logger;
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource lost = new();
    private readonly Task renewing;

    public Lease(LeaseTaker taker, string name, ProjectionOptions options, TimeProvider systemTime, ILogger logger)
    {
        this.taker = taker;
        this.name = name;
        this.options = options;
        this.systemTime = systemTime;
        this.logger = logger;
        renewing = RenewAsync(stopping.Token);
    }

    /// <summary>Cancelled when another holds the lease, or when it could not be renewed in time.</summary>
    public CancellationToken Lost => lost.Token;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await renewing;
        if (!lost.IsCancellationRequested)
            await taker.ReleaseAsync(name);
        stopping.Dispose();
        lost.Dispose();
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RenewUntilLostAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }

        logger.LogWarning("The lease {Lease} was lost", name);
        await lost.CancelAsync();
    }

    private async Task RenewUntilLostAsync(CancellationToken cancellationToken)
    {
        var renewed = systemTime.GetTimestamp();
        while (true)
        {
            await Task.Delay(options.LeaseRenewal, systemTime, cancellationToken);
            var asked = systemTime.GetTimestamp();
            try
            {
                using var late = new CancellationTokenSource(options.LeaseTime, systemTime);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
                if (!await taker.TakeOrRenewAsync(name, either.Token))
                    return;
                renewed = asked;
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                logger.LogWarning(fault, "The lease {Lease} could not be renewed", name);
                if (systemTime.GetElapsedTime(renewed) > options.LeaseTime)
                    return;
            }
        }
    }
}
