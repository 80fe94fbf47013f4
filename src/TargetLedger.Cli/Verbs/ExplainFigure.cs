using System.CommandLine;
using System.Text.Json;
using TargetLedger.Boards;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Cli;

/// <summary><c>ledger explain</c>: a figure of a board down to the reports it is made of; exit code 1 where they do not add up.</summary>
internal static class ExplainFigure
{
    public static Command Command(Terminal terminal)
    {
        var source = new BoardSourceOptions();
        var knowledge = new KnowledgeOptions();
        var commitment = new Argument<string>("COMMITMENT") { Description = "事项:方案代码:编号 / the commitment: plan code:number, e.g. CD-2014:6-2" };
        var figure = new Option<string>("--figure")
        {
            Description = "哪个数 / which figure: reported, verified, counted, members_sum, own, difference, nodes_reached",
            HelpName = "WHICH",
            DefaultValueFactory = _ => ExplanationText.Code(RowFigure.Counted),
        };
        figure.AcceptOnlyFromAmong([.. Enum.GetValues<RowFigure>().Select(ExplanationText.Code)]);
        var member = new Option<string?>("--member") { Description = "某一成员的数 / the figure of one member", HelpName = "CODE" };
        var command = new Command("explain", "一个数字由哪些填报构成 / which reports a figure is made of") { commitment, figure, member, CommonOptions.Json };
        knowledge.AddTo(command);
        source.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var boards = await source.OpenAsync(parsed, cancellationToken);
            if (knowledge.After(parsed) is { } position)
                await boards.WaitForAsync(position, cancellationToken);
            var answer = await boards.ExplainAsync(
                parsed.GetRequiredValue(commitment),
                ExplanationText.Parse(parsed.GetRequiredValue(figure)),
                parsed.GetValue(member),
                knowledge.At(parsed),
                knowledge.On(parsed),
                cancellationToken);
            var explanation = JsonSerializer.Deserialize<Explanation>(answer.Span, AnswerJson.Options)!;
            if (parsed.GetValue(CommonOptions.Json))
                await terminal.WriteJsonAsync(answer, cancellationToken);
            else
                ExplanationText.Print(explanation, terminal);
            return explanation.AddsUp ? ExitCode.Ok : ExitCode.Refused;
        });
        return command;
    }
}
