using System.CommandLine;
using System.Text.Json;
using TargetLedger.Boards;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Cli;

/// <summary>
/// <c>ledger explain</c>: why a commitment shows its light: rule, version, figures, records. With <c>--figure</c> a figure of its row down
/// to the reports it is made of; exit code 1 where they do not add up.
/// </summary>
internal static class ExplainLight
{
    public static Command Command(Terminal terminal)
    {
        var source = new BoardSourceOptions();
        var knowledge = new KnowledgeOptions();
        var commitment = new Argument<string>("COMMITMENT") { Description = "事项:方案代码:编号 / the commitment: plan code:number, e.g. CD-2014:11-3" };
        var figure = new Option<string?>("--figure")
        {
            Description = "一个数由哪些填报构成 / which reports a figure is made of: reported, verified, counted, members_sum, own, difference, nodes_reached",
            HelpName = "WHICH",
        };
        figure.AcceptOnlyFromAmong([.. Enum.GetValues<RowFigure>().Select(FigureExplanationText.Code)]);
        var member = new Option<string?>("--member") { Description = "与 --figure:某一成员的数 / with --figure: the figure of one member", HelpName = "CODE" };
        var command = new Command("explain", "灯的依据:规则、版本、数字、记录;或一个数的来历 / why a light shows: rule, version, figures, records; or what a figure is made of")
        {
            commitment, figure, member, CommonOptions.Json,
        };
        knowledge.AddTo(command);
        source.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var boards = await source.OpenAsync(parsed, cancellationToken);
            if (knowledge.After(parsed) is { } position)
                await boards.WaitForAsync(position, cancellationToken);
            if (parsed.GetValue(figure) is { } wanted)
            {
                var parts = await boards.ExplainFigureAsync(
                    parsed.GetRequiredValue(commitment),
                    FigureExplanationText.Parse(wanted),
                    parsed.GetValue(member),
                    knowledge.At(parsed),
                    knowledge.On(parsed),
                    cancellationToken);
                var explanation = JsonSerializer.Deserialize<FigureExplanation>(parts.Span, AnswerJson.Options)!;
                if (parsed.GetValue(CommonOptions.Json))
                    await terminal.WriteJsonAsync(parts, cancellationToken);
                else
                    FigureExplanationText.Print(explanation, terminal);
                return explanation.AddsUp ? ExitCode.Ok : ExitCode.Refused;
            }

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
