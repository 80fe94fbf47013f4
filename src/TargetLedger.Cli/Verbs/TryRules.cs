using System.CommandLine;
using System.Text.Json;
using TargetLedger.Boards;

namespace TargetLedger.Cli;

/// <summary><c>ledger what-if</c>: the board, or one commitment, under rules nobody has adopted, beside what is in force. Nothing is recorded.</summary>
internal static class TryRules
{
    public static Command Command(Terminal terminal)
    {
        var source = new BoardSourceOptions();
        var knowledge = new KnowledgeOptions();
        var rules = new TriedRules();
        var commitment = new Argument<string?>("COMMITMENT")
        {
            Description = "只看一个事项:方案代码:编号 / one commitment only: plan code:number",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var forPlan = Text("--for-plan", "规则只用于一个方案 / the rules would be for one plan only");
        var plan = Text("--plan", "只看一个方案 / one plan");
        var section = Text("--section", "只看一部分 / one section");
        var unit = Text("--unit", "只看一个单位负责的 / what one unit answers for");
        var group = Text("--group", "只看一个单位组 / one unit group");
        var command = new Command("what-if", "试算:换一套规则,哪些灯会变 / which lights would change under other rules")
        {
            commitment, forPlan, plan, section, unit, group, CommonOptions.Json,
        };
        rules.AddTo(command);
        knowledge.AddTo(command);
        source.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var boards = await source.OpenAsync(parsed, cancellationToken);
            if (knowledge.After(parsed) is { } position)
                await boards.WaitForAsync(position, cancellationToken);
            var wish = new WhatIfWish(rules.Of(parsed), parsed.GetValue(forPlan));
            var (at, on, json) = (knowledge.At(parsed), knowledge.On(parsed), parsed.GetValue(CommonOptions.Json));
            if (parsed.GetValue(commitment) is { } one)
            {
                var answer = await boards.WhatIfAsync(one, wish, at, on, cancellationToken);
                if (json)
                    await terminal.WriteJsonAsync(answer, cancellationToken);
                else
                    WhatIfText.Print(JsonSerializer.Deserialize<WhatIfCommitment>(answer.Span, AnswerJson.Options)!, terminal);
                return ExitCode.Ok;
            }

            var filter = new BoardFilter(parsed.GetValue(plan), parsed.GetValue(section), parsed.GetValue(unit) is { } code ? [code] : null, parsed.GetValue(group));
            var board = await boards.WhatIfAsync(filter, wish, at, on, cancellationToken);
            if (json)
                await terminal.WriteJsonAsync(board, cancellationToken);
            else
                WhatIfText.Print(JsonSerializer.Deserialize<WhatIfBoard>(board.Span, AnswerJson.Options)!, terminal);
            return ExitCode.Ok;
        });
        return command;
    }

    private static Option<string?> Text(string name, string description) => new(name) { Description = description, HelpName = "CODE" };
}
