using System.CommandLine;
using System.Text.Json;
using TargetLedger.Boards;
using TargetLedger.Domain;

namespace TargetLedger.Cli;

/// <summary><c>ledger commitment</c>: one commitment, its curve and, with <c>--trace</c>, the events its figure comes from.</summary>
internal static class ShowCommitment
{
    public static Command Command(Terminal terminal)
    {
        var source = new BoardSourceOptions();
        var knowledge = new KnowledgeOptions();
        var commitment = new Argument<string>("COMMITMENT") { Description = "事项:方案代码:编号 / the commitment: plan code:number, e.g. CD-2014:11-3" };
        var trace = new Option<bool>("--trace") { Description = "追到数字所依据的填报 / follow the figure down to the events it comes from" };
        var command = new Command("commitment", "一个责任事项 / one commitment") { commitment, trace, CommonOptions.Json };
        knowledge.AddTo(command);
        source.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var boards = await source.OpenAsync(parsed, cancellationToken);
            if (knowledge.After(parsed) is { } position)
                await boards.WaitForAsync(position, cancellationToken);
            var name = parsed.GetRequiredValue(commitment);
            var answer = await boards.CommitmentAsync(name, knowledge.At(parsed), knowledge.On(parsed), cancellationToken);
            var page = JsonSerializer.Deserialize<CommitmentPage>(answer.Span, AnswerJson.Options)!;
            var json = parsed.GetValue(CommonOptions.Json);
            if (parsed.GetValue(trace))
            {
                var figure = await FigureTrace.OfAsync(boards, name, page, cancellationToken);
                if (json)
                    await terminal.WriteJsonAsync(JsonSerializer.SerializeToUtf8Bytes(figure, LedgerJson.Options), cancellationToken);
                else
                    FigureTraceText.Print(figure, terminal);
            }
            else if (json)
                await terminal.WriteJsonAsync(answer, cancellationToken);
            else
                CommitmentText.Print(page, terminal);
            return ExitCode.Ok;
        });
        return command;
    }
}
