using System.CommandLine;
using System.Text.Json;
using TargetLedger.Boards;

namespace TargetLedger.Cli;

/// <summary><c>ledger explain</c>: why a commitment shows its light: rule, version, figures, records.</summary>
internal static class ExplainLight
{
    public static Command Command(Terminal terminal)
    {
        var source = new BoardSourceOptions();
        var knowledge = new KnowledgeOptions();
        var commitment = new Argument<string>("COMMITMENT") { Description = "事项:方案代码:编号 / the commitment: plan code:number, e.g. CD-2014:11-3" };
        var command = new Command("explain", "灯的依据:规则、版本、数字、记录 / why a light shows: rule, version, figures, records") { commitment, CommonOptions.Json };
        knowledge.AddTo(command);
        source.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var boards = await source.OpenAsync(parsed, cancellationToken);
            if (knowledge.After(parsed) is { } position)
                await boards.WaitForAsync(position, cancellationToken);
            var answer = await boards.ExplainAsync(parsed.GetRequiredValue(commitment), knowledge.At(parsed), knowledge.On(parsed), cancellationToken);
            if (parsed.GetValue(CommonOptions.Json))
                await terminal.WriteJsonAsync(answer, cancellationToken);
            else
                ExplanationText.Print(JsonSerializer.Deserialize<LightExplanation>(answer.Span, AnswerJson.Options)!, terminal);
            return ExitCode.Ok;
        });
        return command;
    }
}
