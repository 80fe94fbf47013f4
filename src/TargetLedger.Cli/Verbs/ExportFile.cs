using System.CommandLine;
using System.Globalization;

namespace TargetLedger.Cli;

/// <summary><c>ledger export</c>: list, board, reporting form or breakdown of responsibilities as a file to print, send on or fill in.</summary>
internal static class ExportFile
{
    private static readonly string[] Tables = [".xlsx", ".csv"];

    public static Command Command(Terminal terminal) => new("export", "导出台账、看板、填报表、责任分解表 / export list, board, form, breakdown")
    {
        Listing("list", "导出台账 / the list", "list", light: false, terminal),
        Listing("board", "导出进度看板 / the compliance board", "board", light: true, terminal),
        Form(terminal),
        Breakdown(terminal),
    };

    private static Command Listing(string verb, string description, string path, bool light, Terminal terminal)
    {
        var knowledge = new KnowledgeOptions();
        var plan = Text("--plan", "CODE", "只看一个方案 / one plan");
        var section = Text("--section", "NUMBER", "只看一部分 / one section");
        var unit = Text("--unit", "CODE", "只看一个单位负责的 / what one unit answers for");
        var group = Text("--group", "CODE", "只看一个单位组 / one unit group");
        var lights = Text("--light", "LIGHT", "只看一种灯 / one light");
        lights.AcceptOnlyFromAmong([.. LightWords.All]);
        var command = new Command(verb, description) { plan, section, unit, group };
        if (light)
            command.Options.Add(lights);
        knowledge.AddTo(command);
        return Exporting(command, Tables, terminal, (parsed, ending) => (path + ending,
        [
            ("plan", parsed.GetValue(plan)),
            ("section", parsed.GetValue(section)),
            ("unit", parsed.GetValue(unit)),
            ("group", parsed.GetValue(group)),
            ("light", light ? parsed.GetValue(lights) : null),
            .. Knowledge(knowledge, parsed),
        ]));
    }

    private static Command Form(Terminal terminal)
    {
        var knowledge = new KnowledgeOptions();
        var unit = new Argument<string>("UNIT") { Description = "单位代码 / the unit's code" };
        var month = new Option<string>("--month") { Description = "截止日所在月份 / the month the periods end in", HelpName = "YYYY-MM", Required = true };
        var command = new Command("form", "导出填报表 / a reporting form to fill in") { unit, month };
        knowledge.AddTo(command);
        return Exporting(command, Tables, terminal, (parsed, ending) => ($"units/{Uri.EscapeDataString(parsed.GetRequiredValue(unit))}/form{ending}",
        [
            ("month", parsed.GetValue(month)), .. Knowledge(knowledge, parsed),
        ]));
    }

    private static Command Breakdown(Terminal terminal)
    {
        var knowledge = new KnowledgeOptions();
        var plan = new Argument<string>("PLAN") { Description = "方案代码 / the plan's code" };
        var command = new Command("breakdown", "导出责任分解表 / a plan's breakdown of responsibilities") { plan };
        knowledge.AddTo(command);
        return Exporting(command, [".docx"], terminal, (parsed, ending) => ($"plans/{Uri.EscapeDataString(parsed.GetRequiredValue(plan))}/breakdown{ending}", Knowledge(knowledge, parsed)));
    }

    private static Command Exporting(
        Command command, string[] endings, Terminal terminal, Func<ParseResult, string, (string Path, (string Name, string? Value)[] Query)> address)
    {
        var server = new ServerOptions();
        var output = new Option<FileInfo>("--out") { Description = $"写到哪个文件({string.Join('、', endings)})/ the file to write", HelpName = "FILE", Required = true };
        output.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var name }] && !endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase))
                result.AddError($"--out 应以 {string.Join('、', endings)} 结尾 / must end in {string.Join(", ", endings)}");
        });
        command.Options.Add(output);
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var file = parsed.GetRequiredValue(output);
            var (path, query) = address(parsed, file.Extension.ToLowerInvariant());
            var client = await server.ConnectAsync(parsed, cancellationToken);
            var asked = query.Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value!)}").ToList();
            await WriteAsync(client, asked.Count == 0 ? path : $"{path}?{string.Join('&', asked)}", file, cancellationToken);
            terminal.Say($"已写入 {file.FullName}", $"written to {file.FullName}");
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>A file that is cut off does not take the place of a whole one.</summary>
    private static async Task WriteAsync(LedgerClient client, string path, FileInfo file, CancellationToken cancellationToken)
    {
        var unfinished = $"{file.FullName}.part";
        try
        {
            await using (var stream = File.Create(unfinished))
                await client.DownloadAsync(path, stream, cancellationToken);
            File.Move(unfinished, file.FullName, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static (string Name, string? Value)[] Knowledge(KnowledgeOptions knowledge, ParseResult parsed) =>
    [
        ("at", knowledge.At(parsed)),
        ("on", knowledge.On(parsed)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("after", Plain(knowledge.After(parsed))),
    ];

    private static string? Plain(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static Option<string?> Text(string name, string value, string description) => new(name) { Description = description, HelpName = value };
}
