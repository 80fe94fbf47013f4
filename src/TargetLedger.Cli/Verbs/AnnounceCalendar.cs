using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;

namespace TargetLedger.Cli;

/// <summary><c>ledger calendar</c>: hands the calendars of years to the server; due dates that are still open follow them.</summary>
internal static class AnnounceCalendar
{
    public static Command Command(Terminal terminal)
    {
        var server = new ServerOptions();
        var files = new Argument<FileInfo[]>("FILE")
        {
            Description = "放假安排(JSON),如 deploy/calendars/2026.json / calendars (JSON), e.g. deploy/calendars/2026.json",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("calendar", "公布放假安排,未到期的填报随之顺延 / announce the calendars of years") { files, CommonOptions.Json };
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var client = await server.ConnectAsync(parsed, cancellationToken);
            foreach (var file in parsed.GetRequiredValue(files))
            {
                var calendar = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
                // The content is the key: whoever sends the same file again gets the first answer again.
                var key = $"calendar-{Convert.ToHexStringLower(SHA256.HashData(calendar))}";
                var answer = await client.PostAsync("calendars", calendar, key, ifMatch: null, cancellationToken);
                if (parsed.GetValue(CommonOptions.Json))
                    await terminal.WriteJsonAsync(answer.Body, cancellationToken);
                else
                    Print(file.Name, JsonSerializer.Deserialize<Written>(answer.Body.Span, AnswerJson.Options)!, answer.Replayed, terminal);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static void Print(string file, Written written, bool replayed, Terminal terminal) => terminal.Print(written.Recorded && !replayed
        ? $"{file}:已公布,位置 {written.Position} / announced, position {written.Position}"
        : $"{file}:此前已公布,没有变化 / announced before, nothing changed");
}
