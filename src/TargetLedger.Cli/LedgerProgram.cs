using System.CommandLine;
using System.Net.Sockets;
using System.Text.Json;
using Npgsql;
using Spectre.Console;
using TargetLedger.Boards;
using TargetLedger.Domain;
using TargetLedger.EventStore;
using TargetLedger.LocalPostgres;

namespace TargetLedger.Cli;

/// <summary>The whole program but for the process: tests run it in theirs.</summary>
internal static class LedgerProgram
{
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var parsed = Root(terminal).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            var verb = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
            terminal.Say($"命令行有误,用法见 ledger{verb} --help", $"the command line is wrong; for usage see ledger{verb} --help");
            foreach (var error in parsed.Errors)
                terminal.Say($"  {error.Message}");
            return ExitCode.Usage;
        }

        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = terminal.Out.Profile.Out.Writer, Error = terminal.Error.Profile.Out.Writer };
        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            terminal.Say("已取消", "cancelled");
            return ExitCode.Cancelled;
        }
        catch (Exception fault) when (Explain(fault) is { } failure)
        {
            await TellAsync(failure, parsed.GetValue(CommonOptions.Json), terminal);
            return failure.ExitCode;
        }
    }

    private static RootCommand Root(Terminal terminal) => new("台账命令行 / the ledger's command line")
    {
        MigrateDatabase.Command(terminal),
        DraftDocument.Command(terminal),
        ImportPlan.Command(terminal),
        AnnounceCalendar.Command(terminal),
        ShowBoard.Command(terminal),
        ShowTimeliness.Command(terminal),
        ShowCommitment.Command(terminal),
        ExplainLight.Command(terminal),
        ForecastCommitment.Command(terminal),
        TryRules.Command(terminal),
        ReportProgress.Command(terminal),
        ExportFile.Command(terminal),
        SubmitForm.Command(terminal),
        ShowHistory.Command(terminal),
        ReplayBoard.Command(terminal),
        RebuildProjection.Command(terminal),
        VerifyLedger.Command(terminal),
        PlayYear.Command(terminal),
    };

    private static async Task TellAsync(Failure failure, bool json, Terminal terminal)
    {
        if (json)
            await terminal.WriteJsonAsync(JsonSerializer.SerializeToUtf8Bytes(failure.Problem, LedgerJson.Options), CancellationToken.None);

        terminal.Say(failure.Problem.Title);
        if (failure.Problem.Detail is { } detail)
            terminal.Say(detail);
        foreach (var fault in failure.Problem.Faults ?? [])
            terminal.Say($"  {fault.Pointer} {fault.Zh} / {fault.En} ({fault.Code})".Replace("  /", " /", StringComparison.Ordinal));
        if (failure.Problem.Key is { } key)
            terminal.Say("用同一键重试", $"retry with the same key: --key {key}");
    }

    // What can be expected to go wrong; anything else is a defect and shows its stack trace.
    private static Failure? Explain(Exception fault) => fault switch
    {
        Failure failure => failure,
        LocalPostgresException => new(ExitCode.Unavailable, Told("database_unavailable", fault), fault),
        LedgerSchemaException => new(ExitCode.Refused, Told("schema_version", fault), fault),
        ProjectionHaltedException => new(ExitCode.Refused, Told("projection_halted", fault), fault),
        ProjectionNotReadyException => new(ExitCode.Unavailable, Told("projection_not_ready", fault), fault),
        UnknownEventTypeException => new(ExitCode.Refused, Told("event_type_unknown", fault), fault),
        MomentNotReachedException or PositionNotReachedException => new(ExitCode.Refused, Told("too_early", fault), fault),
        PostgresException answer => new(
            ExitCode.Refused, "database_refused", $"数据库拒绝:{answer.MessageText}", $"the database refused: {answer.MessageText} ({answer.SqlState})", fault),
        NpgsqlException or SocketException or TimeoutException => new(
            ExitCode.Unavailable, "cannot_connect", "无法连接数据库", $"cannot connect to the database: {fault.Message}", fault),
        JsonException => new(ExitCode.Refused, "unexpected_answer", "读不懂答复或文件", $"an answer or a file cannot be read: {fault.Message}", fault),
        FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException or IOException => new(
            ExitCode.Refused, "file_unreadable", "文件无法读写", $"a file cannot be read or written: {fault.Message}", fault),
        _ => null,
    };

    private static Problem Told(string code, Exception fault) => new($"urn:targetledger:problem:{code}", fault.Message, code);
}
