using System.CommandLine;
using System.Text.Json;
using TargetLedger.Boards;

namespace TargetLedger.Cli;

/// <summary><c>ledger timeliness</c>: who reported on time, late or not at all, by server or by database, the same to the byte.</summary>
internal static class ShowTimeliness
{
    public static Command Command(Terminal terminal)
    {
        var source = new BoardSourceOptions();
        var knowledge = new KnowledgeOptions();
        var by = new Option<string>("--by")
        {
            Description = "按什么分列 / apart by: unit, group, plan, section, period",
            HelpName = "WHAT",
            DefaultValueFactory = _ => TimelinessText.Code(TimelinessBy.Unit),
        };
        by.AcceptOnlyFromAmong([.. Enum.GetValues<TimelinessBy>().Select(TimelinessText.Code)]);
        var plan = Text("--plan", "CODE", "只看一个方案 / one plan");
        var section = Text("--section", "NUMBER", "只看一部分 / one section");
        var unit = Text("--unit", "CODE", "只看一个单位 / one unit");
        var group = Text("--group", "CODE", "只看一个单位组 / one unit group");
        var from = Day("--from", "截止日从 / cut-offs from");
        var to = Day("--to", "截止日到 / cut-offs to");
        var compare = new Option<FileInfo?>("--compare")
        {
            Description = "与当时存下的 JSON 逐字节比较;不同则退出码为 1 / compare with JSON kept at the time, byte by byte; exit code 1 when they differ",
            HelpName = "FILE",
        };
        var command = new Command("timeliness", "报送情况:按时、迟报、漏报、免报 / who reported on time, late or not at all")
        {
            by, plan, section, unit, group, from, to, compare, CommonOptions.Json,
        };
        knowledge.AddTo(command);
        source.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var boards = await source.OpenAsync(parsed, cancellationToken);
            if (knowledge.After(parsed) is { } position)
                await boards.WaitForAsync(position, cancellationToken);
            var filter = new TimelinessFilter(
                parsed.GetValue(plan),
                parsed.GetValue(section),
                parsed.GetValue(unit) is { } code ? [code] : null,
                parsed.GetValue(group),
                parsed.GetValue(from),
                parsed.GetValue(to));
            var answer = await boards.TimelinessAsync(
                filter, TimelinessText.Parse(parsed.GetRequiredValue(by)), knowledge.At(parsed), knowledge.On(parsed), cancellationToken);
            if (parsed.GetValue(CommonOptions.Json))
                await terminal.WriteJsonAsync(answer, cancellationToken);
            else
                TimelinessText.Print(JsonSerializer.Deserialize<TimelinessBoard>(answer.Span, AnswerJson.Options)!, terminal);
            return parsed.GetValue(compare) is not { } kept || await KeptAnswer.IsSameAsync(kept, answer, terminal, cancellationToken)
                ? ExitCode.Ok
                : ExitCode.Refused;
        });
        return command;
    }

    private static Option<string?> Text(string name, string value, string description) => new(name) { Description = description, HelpName = value };

    private static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = result => Dates.Parse(result.Tokens[0].Value, result.AddError),
    };
}
