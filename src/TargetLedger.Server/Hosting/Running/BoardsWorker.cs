using TargetLedger.EventStore;

namespace TargetLedger.Server.Hosting;

/// <summary>Keeps the boards level with the ledger for as long as the server runs.</summary>
internal sealed class BoardsWorker(BoardRunners runners) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        runners.Boards.RunAsync(stoppingToken), runners.Lights.RunAsync(stoppingToken));
}
