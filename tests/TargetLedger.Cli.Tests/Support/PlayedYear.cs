using System.Text.Json;

namespace TargetLedger.Cli.Tests;

/// <summary>The sample year, imported and played through a real server once for the tests that read it.</summary>
public sealed class PlayedYear : IAsyncLifetime
{
    private LedgerDatabase? database;
    private RunningServer? server;

    internal LedgerDatabase Database => database!;

    internal string Server => server!.Address;

    internal string Connection => Database.ServerConnectionString;

    internal DirectoryInfo Boards { get; } = Directory.CreateTempSubdirectory("targetledger-boards-");

    /// <summary>What <c>ledger play --json</c> printed.</summary>
    internal JsonElement Summary { get; private set; }

    public async ValueTask InitializeAsync()
    {
        database = await LedgerDatabase.CreateAsync();
        server = await RunningServer.StartAsync(database);
        (await Cli.RunAsync("import", Samples.Plan, "--server", Server, "--as", "keeper")).ShouldExit(ExitCode.Ok);
        Summary = (await PlayAsync()).ShouldExit(ExitCode.Ok).Json;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
        Boards.Delete(recursive: true);
    }

    internal Task<Run> PlayAsync() => Cli.RunAsync("play", Samples.Year, "--server", Server, "--boards-out", Boards.FullName, "--json");
}
