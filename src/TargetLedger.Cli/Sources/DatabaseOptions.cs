using System.CommandLine;

namespace TargetLedger.Cli;

/// <summary>Which database to open: one an operator names, or the private cluster of a data directory.</summary>
internal sealed class DatabaseOptions
{
    public const string ConnectionVariable = "LEDGER_CONNECTION";

    private readonly Option<string?> connection = new("--connection")
    {
        Description = $"PostgreSQL 连接字符串 / PostgreSQL connection string [{ConnectionVariable}]",
        HelpName = "STRING",
    };

    private readonly Option<string?> data = new("--data")
    {
        Description = "deploy/run 的数据目录,代替连接字符串 / a data directory of deploy/run, instead of a connection string",
        HelpName = "DIR",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(connection);
        command.Options.Add(data);
        command.Validators.Add(result =>
        {
            if (result.GetResult(connection) is not null && result.GetResult(data) is not null)
                result.AddError("--connection 与 --data 只能用一个 / use one of --connection and --data");
        });
    }

    /// <summary>True when the command line itself names a database.</summary>
    public bool IsStated(ParseResult parsed) => parsed.GetResult(connection) is not null || parsed.GetResult(data) is not null;

    /// <summary>Opens it with the server's own rights, or, to migrate, as the administrator.</summary>
    public async Task<Database> OpenAsync(ParseResult parsed, bool asAdministrator, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(data) is { } directory)
            return await Database.OfClusterAsync(directory, asAdministrator, cancellationToken);
        var named = parsed.GetValue(connection) ?? Environment.GetEnvironmentVariable(ConnectionVariable);
        return !string.IsNullOrEmpty(named)
            ? Database.Named(named)
            : throw new Failure(
                ExitCode.Usage,
                "usage",
                $"请用 --connection、--data 或 {ConnectionVariable} 指明数据库",
                $"name a database with --connection, --data or {ConnectionVariable}");
    }

    public bool IsKnown(ParseResult parsed) =>
        IsStated(parsed) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(ConnectionVariable));
}
