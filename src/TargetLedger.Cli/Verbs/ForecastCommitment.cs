using System.CommandLine;
using System.Text.Json;
using TargetLedger.Boards;

namespace TargetLedger.Cli;

/// <summary><c>ledger forecast</c>: where a commitment's quantities would stand at the end, with the basis of it.</summary>
internal static class ForecastCommitment
{
    public static Command Command(Terminal terminal)
    {
        var source = new BoardSourceOptions();
        var knowledge = new KnowledgeOptions();
        var commitment = new Argument<string>("COMMITMENT") { Description = "事项:方案代码:编号 / the commitment: plan code:number, e.g. CD-2014:11-3" };
        var command = new Command("forecast", "预测:按近期速度推算期末 / forecast of the end, by the rate of late") { commitment, CommonOptions.Json };
        knowledge.AddTo(command);
        source.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var boards = await source.OpenAsync(parsed, cancellationToken);
            if (knowledge.After(parsed) is { } position)
                await boards.WaitForAsync(position, cancellationToken);
            var answer = await boards.ForecastAsync(parsed.GetRequiredValue(commitment), knowledge.At(parsed), knowledge.On(parsed), cancellationToken);
            if (parsed.GetValue(CommonOptions.Json))
                await terminal.WriteJsonAsync(answer, cancellationToken);
            else
                ForecastText.Print(JsonSerializer.Deserialize<CommitmentForecast>(answer.Span, AnswerJson.Options)!, terminal);
            return ExitCode.Ok;
        });
        return command;
    }
}
