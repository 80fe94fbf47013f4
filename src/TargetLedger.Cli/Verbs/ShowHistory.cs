using System.CommandLine;
using System.Text.Json;
using TargetLedger.Boards;

namespace TargetLedger.Cli;

/// <summary><c>ledger history</c>: everything recorded of one commitment, in order.</summary>
internal static class ShowHistory
{
    public static Command Command(Terminal terminal)
    {
        var source = new BoardSourceOptions();
        var commitment = new Argument<string>("COMMITMENT") { Description = "事项:方案代码:编号 / the commitment: plan code:number, e.g. CD-2014:11-3" };
        var at = KnowledgeOptions.AtOption();
        var after = KnowledgeOptions.AfterOption();
        var command = new Command("history", "一个责任事项的沿革 / everything recorded of one commitment") { commitment, at, after, CommonOptions.Json };
        source.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var boards = await source.OpenAsync(parsed, cancellationToken);
            if (parsed.GetValue(after) is { } position)
                await boards.WaitForAsync(position, cancellationToken);
            var answer = await boards.HistoryAsync(parsed.GetRequiredValue(commitment), parsed.GetValue(at), cancellationToken);
            if (parsed.GetValue(CommonOptions.Json))
                await terminal.WriteJsonAsync(answer, cancellationToken);
            else
                HistoryText.Print(JsonSerializer.Deserialize<CommitmentHistory>(answer.Span, AnswerJson.Options)!, terminal);
            return ExitCode.Ok;
        });
        return command;
    }
}
