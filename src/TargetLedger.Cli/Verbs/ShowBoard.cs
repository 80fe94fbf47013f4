using System.CommandLine;
using System.Text.Json;
using TargetLedger.Boards;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Cli;

/// <summary><c>ledger board</c>: the compliance board, by server or by database, the same to the byte.</summary>
internal static class ShowBoard
{
    public static Command Command(Terminal terminal)
    {
        var source = new BoardSourceOptions();
        var knowledge = new KnowledgeOptions();
        var plan = Text("--plan", "CODE", "只看一个方案 / one plan");
        var section = Text("--section", "NUMBER", "只看一部分 / one section");
        var unit = Text("--unit", "CODE", "只看一个单位负责的 / what one unit answers for");
        var group = Text("--group", "CODE", "只看一个单位组 / one unit group");
        var light = Text("--light", "LIGHT", "只看一种灯 / one light");
        light.AcceptOnlyFromAmong([.. LightWords.All]);
        var from = new Option<FileInfo?>("--from")
        {
            Description = "打印留存为 JSON 的看板 / print a board that was kept as JSON",
            HelpName = "FILE",
        };
        var command = new Command("board", "进度看板 / the compliance board") { plan, section, unit, group, light, from, CommonOptions.Json };
        knowledge.AddTo(command);
        source.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(from) is { } kept)
            {
                await PrintAsync(await File.ReadAllBytesAsync(kept.FullName, cancellationToken), parsed, terminal, cancellationToken);
                return ExitCode.Ok;
            }

            await using var boards = await source.OpenAsync(parsed, cancellationToken);
            if (knowledge.After(parsed) is { } position)
                await boards.WaitForAsync(position, cancellationToken);
            var filter = new BoardFilter(
                parsed.GetValue(plan),
                parsed.GetValue(section),
                parsed.GetValue(unit) is { } code ? [code] : null,
                parsed.GetValue(group),
                parsed.GetValue(light) is { } word ? LightWords.Parse(word) : null);
            var answer = await boards.BoardAsync(filter, knowledge.At(parsed), knowledge.On(parsed), cancellationToken);
            await PrintAsync(answer, parsed, terminal, cancellationToken);
            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task PrintAsync(ReadOnlyMemory<byte> board, ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(CommonOptions.Json))
            await terminal.WriteJsonAsync(board, cancellationToken);
        else
            BoardText.Print(JsonSerializer.Deserialize<ComplianceBoard>(board.Span, AnswerJson.Options)!, terminal);
    }

    private static Option<string?> Text(string name, string value, string description) => new(name) { Description = description, HelpName = value };
}
