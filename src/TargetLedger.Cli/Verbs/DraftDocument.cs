using System.CommandLine;
using System.Net.Mime;
using System.Text.Json;
using TargetLedger.Documents;
using TargetLedger.Documents.Comparing;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Cli;

/// <summary><c>ledger draft</c>: reads a plan document into a draft of a list. Nothing is recorded.</summary>
internal static class DraftDocument
{
    public static Command Command(Terminal terminal)
    {
        var server = new ServerOptions();
        var against = new Option<string?>("--against")
        {
            Description = "与服务器上的现行清单比较:新增、变化、取消 / hold it against a list in force on a server: what is new, changed, gone",
            HelpName = "PLAN",
        };
        var file = new Argument<FileInfo>("FILE") { Description = "方案文件 / the document: .txt .docx .xlsx .html .doc .xls .wps .et .pdf" };
        var text = new Option<bool>("--text") { Description = "只输出解码后的原文,草稿中的位置以此计 / print the decoded text only: the places of a draft count its code points" };
        var command = new Command("draft", "把文件读成清单草稿,不入库;--confirm 按其修订清单 / read a document into a draft of a list; nothing is recorded unless --confirm revises a list by it") { file, CommonOptions.Json, text, against };
        var revise = new ReviseList();
        revise.AddTo(command, against);
        server.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(text) && result.GetValue(CommonOptions.Json))
                result.AddError("--json 和 --text 只能用一个 / --json and --text exclude each other");
            if (result.GetValue(text) && result.GetValue(against) is not null)
                result.AddError("--against 和 --text 只能用一个 / --against and --text exclude each other");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (path.Exists && path.Length > DocumentReader.MaxBytes)
                throw new Failure(ExitCode.Refused, "file_too_large", "文件超过 20 MB", "the file is larger than 20 MB");
            var bytes = await File.ReadAllBytesAsync(path.FullName, cancellationToken);
            if (parsed.GetValue(against) is { } plan)
            {
                var client = await server.ConnectAsync(parsed, cancellationToken);
                return revise.IsWanted(parsed)
                    ? await revise.RunAsync(parsed, client, plan, path.Name, bytes, terminal, cancellationToken)
                    : await CompareAsync(parsed, client, plan, path.Name, bytes, terminal, cancellationToken);
            }

            var reading = await DocumentReader.ReadAsync(bytes, path.Name, cancellationToken);
            var document = FileOf(reading);
            if (parsed.GetValue(text))
                await terminal.WriteTextAsync(document.Text, cancellationToken);
            else if (parsed.GetValue(CommonOptions.Json))
                await terminal.WriteJsonAsync(DraftJson.Write(FileOf(DraftReader.TryRead(document, cancellationToken))), cancellationToken);
            else
                DraftText.Print(FileOf(DraftReader.TryRead(document, cancellationToken)), terminal);
            return ExitCode.Ok;
        });
        return command;
    }

    private static T FileOf<T>(FileReading<T> reading)
        where T : class
    {
        if (reading.IsSound)
            return reading.File;
        var fault = reading.Faults[0];
        throw new Failure(ExitCode.Refused, new Problem($"urn:targetledger:problem:{fault.Code}", $"{fault.Zh} / {fault.En}", fault.Code, Faults: reading.Faults));
    }

    /// <summary>The server reads the document, because it is the server that knows the list; it records nothing.</summary>
    private static async Task<int> CompareAsync(
        ParseResult parsed, LedgerClient client, string plan, string name, byte[] bytes, Terminal terminal, CancellationToken cancellationToken)
    {
        var answer = await client.PostAsync(
            $"plans/{Uri.EscapeDataString(plan)}/comparison?name={Uri.EscapeDataString(name)}", bytes, MediaTypeNames.Application.Octet, key: null, ifMatch: null, cancellationToken);
        if (parsed.GetValue(CommonOptions.Json))
            await terminal.WriteJsonAsync(answer.Body, cancellationToken);
        else
            ComparisonText.Print(JsonSerializer.Deserialize<ListComparison>(answer.Body.Span, AnswerJson.Options)!, terminal);
        return ExitCode.Ok;
    }
}
