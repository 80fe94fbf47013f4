namespace TargetLedger.Cli.Tests;

/// <summary>A server whose ledger holds the sample plan, and a folder for files that come out of it and go in.</summary>
public abstract class ServedSample : IAsyncLifetime
{
    private LedgerDatabase? database;
    private RunningServer? server;

    private protected DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("targetledger-files-");

    private protected string Address => server!.Address;

    public virtual async ValueTask InitializeAsync()
    {
        database = await LedgerDatabase.CreateAsync();
        server = await RunningServer.StartAsync(database);
        (await RunAsync("import", Samples.Plan)).ShouldExit(ExitCode.Ok);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (server is not null)
            await server.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
        Folder.Delete(recursive: true);
    }

    /// <summary>As the list keeper, against the server.</summary>
    private protected Task<Run> RunAsync(params string[] arguments) => Cli.RunAsync([.. arguments, "--server", Address, "--as", "keeper"]);
}
