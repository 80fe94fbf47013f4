using System.CommandLine;
using System.Text.Json;
using TargetLedger.Boards;

namespace TargetLedger.Cli;

/// <summary><c>ledger replay</c>: replays the log to a position or moment and prints the board as known then.</summary>
internal static class ReplayBoard
{
    public static Command Command(Terminal terminal)
    {
        var database = new DatabaseOptions();
        var at = KnowledgeOptions.AtOption();
        at.Required = true;
        var on = KnowledgeOptions.OnOption();
        var compare = new Option<FileInfo?>("--compare")
        {
            Description = "与当时存下的 JSON 逐字节比较;不同则退出码为 1 / compare with JSON kept at the time, byte by byte; exit code 1 when they differ",
            HelpName = "FILE",
        };
        var command = new Command("replay", "重放账本,给出当时的看板 / replay the log and give the board as known then") { at, on, compare, CommonOptions.Json };
        database.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var boards = new DatabaseBoards(await database.OpenAsync(parsed, asAdministrator: false, cancellationToken));
            var board = await boards.BoardAsync(BoardFilter.None, parsed.GetRequiredValue(at), parsed.GetValue(on), cancellationToken);
            if (parsed.GetValue(CommonOptions.Json))
                await terminal.WriteJsonAsync(board, cancellationToken);
            else
                BoardText.Print(JsonSerializer.Deserialize<ComplianceBoard>(board.Span, AnswerJson.Options)!, terminal);
            return parsed.GetValue(compare) is not { } kept || await KeptAnswer.IsSameAsync(kept, board, terminal, cancellationToken)
                ? ExitCode.Ok
                : ExitCode.Refused;
        });
        return command;
    }
}
