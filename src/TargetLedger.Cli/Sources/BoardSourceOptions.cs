using System.CommandLine;

namespace TargetLedger.Cli;

/// <summary>Server or database, for verbs that can read either.</summary>
internal sealed class BoardSourceOptions
{
    private readonly ServerOptions server = new();
    private readonly DatabaseOptions database = new();

    public void AddTo(Command command)
    {
        server.AddTo(command);
        database.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult("--server") is not null && (result.GetResult("--connection") ?? result.GetResult("--data")) is not null)
                result.AddError("服务器与数据库只能指明一个 / name a server or a database, not both");
        });
    }

    /// <summary>What the command line names; else what the environment names, a server first.</summary>
    public async Task<IBoardSource> OpenAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        database.IsStated(parsed) || (server.Address(parsed) is null && database.IsKnown(parsed))
            ? new DatabaseBoards(await database.OpenAsync(parsed, asAdministrator: false, cancellationToken))
            : new ServerBoards(await server.ConnectAsync(parsed, cancellationToken));
}
