using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using TargetLedger.Domain;

namespace TargetLedger.Cli;

/// <summary><c>ledger submit</c>: sends a filled form in, after all of it was checked; with <c>--check</c> it is only checked.</summary>
internal static class SubmitForm
{
    public static Command Command(Terminal terminal)
    {
        var server = new ServerOptions();
        var file = new Argument<FileInfo>("FILE") { Description = "填好的填报表(xlsx、csv、xls、et)/ the filled form (xlsx, csv, xls, et)" };
        var unit = new Option<string>("--unit") { Description = "填报单位代码 / code of the unit that reports", HelpName = "CODE", Required = true };
        var check = new Option<bool>("--check") { Description = "只核对,不记入 / check only, record nothing" };
        var goodRows = new Option<bool>("--good-rows") { Description = "有错误或疑问的行留下,其余记入 / record the rows without faults and questions" };
        var accept = new Option<bool>("--accept-changes") { Description = "已核对导出之后的变化 / what has changed since the form was made has been seen" };
        var key = new Option<string?>("--key") { Description = "幂等键;默认由文件内容得出 / idempotency key; made of the file's content unless given", HelpName = "KEY" };
        var command = new Command("submit", "交回填报表;全部记入或一行不记;须审签的成为草稿 / report by a filled form: all rows or none; what has to be signed becomes drafts") { file, unit, check, goodRows, accept, key, CommonOptions.Json };
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var form = await File.ReadAllBytesAsync(parsed.GetRequiredValue(file).FullName, cancellationToken);
            var path = $"units/{Uri.EscapeDataString(parsed.GetRequiredValue(unit))}/form";
            var changes = parsed.GetValue(accept) ? "changes=accept" : "changes=ask";
            var client = await server.ConnectAsync(parsed, cancellationToken);
            if (parsed.GetValue(check))
            {
                var checking = await client.PostAsync($"{path}/check?{changes}", form, MediaType, key: null, ifMatch: null, cancellationToken);
                var found = JsonSerializer.Deserialize<Check>(checking.Body.Span, AnswerJson.Options)!;
                if (parsed.GetValue(CommonOptions.Json))
                    await terminal.WriteJsonAsync(checking.Body, cancellationToken);
                else
                    Print(found, terminal);
                return found.Open == 0 ? ExitCode.Ok : ExitCode.Refused;
            }

            var rows = parsed.GetValue(goodRows) ? "rows=good" : "rows=all";
            // What is asked of the file is part of the key: the good rows after all rows were refused are another request.
            var answer = await client.PostAsync(
                $"{path}?{rows}&{changes}",
                form,
                MediaType,
                parsed.GetValue(key) ?? $"form-{Convert.ToHexStringLower(SHA256.HashData(form))}-{rows[5..]}-{changes[8..]}",
                ifMatch: null,
                cancellationToken);
            if (parsed.GetValue(CommonOptions.Json))
                await terminal.WriteJsonAsync(answer.Body, cancellationToken);
            else
                Print(JsonSerializer.Deserialize<Submitted>(answer.Body.Span, AnswerJson.Options)!, answer.Replayed, terminal);
            return ExitCode.Ok;
        });
        return command;
    }

    private const string MediaType = "application/octet-stream";

    private static void Print(Check check, Terminal terminal)
    {
        foreach (var row in check.Rows)
        {
            terminal.Print($"第 {row.Row} 行 {row.Number} {row.Title}:{WordOf(row.Outcome)}");
            foreach (var fault in row.Faults.Concat(row.Questions))
                terminal.Print($"  {fault.Pointer} {fault.Zh} / {fault.En} ({fault.Code})");
        }

        foreach (var item in check.LeftOut)
            terminal.Print($"表中没有 / not on the form: {item.Number} {item.Title}");
        terminal.Print($"将记入 {check.Reports} 行,将成为待审签草稿 {check.Drafts} 行,已记过 {check.Same} 行,有错误或疑问 {check.Open} 行 / {check.Reports} to record, {check.Drafts} to become drafts to sign, {check.Same} recorded before, {check.Open} with faults or questions");
    }

    private static void Print(Submitted submitted, bool replayed, Terminal terminal) => terminal.Print(submitted switch
    {
        { Recorded: true, Drafts: > 0 } when !replayed => $"已起草 {submitted.Drafts} 份并送审,审签后逐份报送;另已记入 {submitted.Reports} 份填报,留下 {submitted.LeftOut} 行,位置 {submitted.Position} / drafted {submitted.Drafts} and put them up for signing, to be submitted once signed; recorded {submitted.Reports} reports, left {submitted.LeftOut} rows, position {submitted.Position}",
        { Recorded: true } when !replayed => $"已记入 {submitted.Reports} 份填报,留下 {submitted.LeftOut} 行,位置 {submitted.Position} / recorded {submitted.Reports} reports, left {submitted.LeftOut} rows, position {submitted.Position}",
        _ => "此前已记入,没有变化 / recorded before, nothing changed",
    });

    private static string WordOf(string outcome) => outcome switch
    {
        "report" => "将记入 will be recorded",
        "draft" => "将成为待审签草稿 will become a draft to sign",
        "same" => "已记过 recorded before",
        "question" => "有疑问 question",
        _ => "有错误 fault",
    };

    private sealed record Check(int Reports, int Drafts, int Same, int Open, IReadOnlyList<CheckedRow> Rows, IReadOnlyList<LeftOutItem> LeftOut);

    private sealed record CheckedRow(int Row, string Number, string? Title, string Outcome, IReadOnlyList<Fault> Faults, IReadOnlyList<Fault> Questions);

    private sealed record LeftOutItem(string Number, string Title);

    private sealed record Submitted(bool Recorded, long Position, int Reports = 0, int Drafts = 0, int LeftOut = 0);
}
