using TargetLedger.EventStore;

namespace TargetLedger.Server.Hosting;

/// <summary>Keeps the boards level with the ledger for as long as the server runs.</summary>
internal sealed class BoardsWorker(ProjectionRunner runner) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => runner.RunAsync(stoppingToken);
}
