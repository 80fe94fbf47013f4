using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;

namespace TargetLedger.Cli;

/// <summary><c>ledger import</c>: hands a plan file to the server, which imports all of it or nothing.</summary>
internal static class ImportPlan
{
    public static Command Command(Terminal terminal)
    {
        var server = new ServerOptions();
        var file = new Argument<FileInfo>("FILE") { Description = "方案文件(JSON)/ the plan file (JSON)" };
        var command = new Command("import", "导入方案;全部导入或一条不导入 / import a plan: all of it or nothing") { file, CommonOptions.Json };
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var plan = await File.ReadAllBytesAsync(parsed.GetRequiredValue(file).FullName, cancellationToken);
            var client = await server.ConnectAsync(parsed, cancellationToken);
            // The content is the key: whoever sends the same file again gets the first answer again.
            var key = $"import-{Convert.ToHexStringLower(SHA256.HashData(plan))}";
            var answer = await client.PostAsync("plans", plan, key, ifMatch: null, cancellationToken);
            var imported = JsonSerializer.Deserialize<Imported>(answer.Body.Span, AnswerJson.Options)!;
            // Whoever goes on to read the boards finds the plan there.
            await client.GetAsync($"plans?after={imported.Position}", cancellationToken);
            if (parsed.GetValue(CommonOptions.Json))
                await terminal.WriteJsonAsync(answer.Body, cancellationToken);
            else
                Print(imported, answer.Replayed, terminal);
            return ExitCode.Ok;
        });
        return command;
    }

    private static void Print(Imported imported, bool replayed, Terminal terminal) => terminal.Print(imported.Recorded && !replayed
        ? $"已导入:{imported.Commitments} 个事项,{imported.Units} 个单位,位置 {imported.Position} / imported: {imported.Commitments} commitments, {imported.Units} units, position {imported.Position} ({imported.Stream})"
        : $"此前已导入,没有变化 / imported before, nothing changed ({imported.Stream})");

    private sealed record Imported(string Stream, long Version, long Position, bool Recorded, int Commitments = 0, int Units = 0);
}
