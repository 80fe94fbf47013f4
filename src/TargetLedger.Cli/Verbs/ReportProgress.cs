using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Cli;

/// <summary><c>ledger report</c>: one progress report, under a key by which it can be sent again.</summary>
internal static class ReportProgress
{
    public static Command Command(Terminal terminal)
    {
        var server = new ServerOptions();
        var commitment = new Argument<string>("COMMITMENT") { Description = "事项:方案代码:编号 / the commitment: plan code:number, e.g. CD-2014:11-3" };
        var unit = new Option<string>("--unit") { Description = "填报单位代码 / code of the unit that reports", HelpName = "CODE", Required = true };
        var start = Date("--period-start", "填报期开始 / first day of the period", required: true);
        var end = Date("--period-end", "填报期结束 / last day of the period", required: true);
        var through = Date("--through", "数据截至,默认填报期末 / the data is in up to this day; the period's end unless stated", required: false);
        var amount = Number("--amount", "本期数 / amount of the period");
        var total = Number("--total", "累计数 / running total");
        var none = new Option<bool>("--no-progress") { Description = "本期无进展 / no progress this period" };
        var progress = new Option<Progress?>("--progress")
        {
            Description = "形象进度 / not_started | in_progress | completed",
            HelpName = "STATE",
            CustomParser = result => Word<Progress>(result.Tokens[0].Value, result.AddError),
        };
        var done = Text("--done", "工作进展 / what was done");
        var problems = Text("--problems", "存在问题 / problems");
        var next = Text("--next-steps", "下步打算 / next steps");
        var help = Text("--help-needed", "需协调事项 / help needed");
        var nodes = new Option<NodeStatement[]>("--node")
        {
            Description = "节点:编号=状态[@完成日期],可多次 / a node: ID=STATE[@REACHED-ON], may be repeated",
            HelpName = "NODE",
            CustomParser = result => [.. result.Tokens.Select(t => Node(t.Value, result.AddError)).OfType<NodeStatement>()],
        };
        var key = new Option<string?>("--key") { Description = "幂等键;不给则自动生成 / idempotency key; made up when not given", HelpName = "KEY" };

        var command = new Command("report", "填报进展 / report progress")
        {
            commitment, unit, start, end, through, amount, total, none, progress, done, problems, next, help, nodes, key, CommonOptions.Json,
        };
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var text = new ReportText(parsed.GetValue(done), parsed.GetValue(problems), parsed.GetValue(next), parsed.GetValue(help));
            var body = new ReportBody(
                parsed.GetRequiredValue(unit),
                new Period(parsed.GetValue(start)!.Value, parsed.GetValue(end)!.Value),
                parsed.GetValue(through),
                parsed.GetValue(amount),
                parsed.GetValue(total),
                parsed.GetValue(none) ? true : null,
                parsed.GetValue(progress),
                text == new ReportText() ? null : text,
                parsed.GetValue(nodes) is { Length: > 0 } stated ? stated : null);
            var client = await server.ConnectAsync(parsed, cancellationToken);
            var answer = await client.PostAsync(
                $"commitments/{Uri.EscapeDataString(parsed.GetRequiredValue(commitment))}/reports",
                JsonSerializer.SerializeToUtf8Bytes(body, LedgerJson.Options),
                parsed.GetValue(key) ?? $"cli-{Guid.CreateVersion7():N}",
                ifMatch: null,
                cancellationToken);
            if (parsed.GetValue(CommonOptions.Json))
                await terminal.WriteJsonAsync(answer.Body, cancellationToken);
            else
                Print(JsonSerializer.Deserialize<Written>(answer.Body.Span, AnswerJson.Options)!, terminal);
            return ExitCode.Ok;
        });
        return command;
    }

    private static void Print(Written written, Terminal terminal) => terminal.Print(
        $"已记入:填报 {written.Id},位置 {written.Position},版本 {written.Version} / recorded: report {written.Id}, position {written.Position}, version {written.Version}");

    private static Option<DateOnly?> Date(string name, string description, bool required) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        Required = required,
        CustomParser = result => Dates.Parse(result.Tokens[0].Value, result.AddError),
    };

    private static Option<decimal?> Number(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "NUMBER",
        CustomParser = result =>
        {
            if (decimal.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                return number;
            result.AddError($"{name} 应为数字 / must be a number");
            return null;
        },
    };

    private static Option<string?> Text(string name, string description) => new(name) { Description = description, HelpName = "TEXT" };

    // The same words as in JSON: not_started, in_progress, completed.
    private static T? Word<T>(string word, Action<string> addError)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()) == word)
                return value;
        addError($"没有“{word}”,应为 / “{word}” is not one of: {string.Join(" | ", Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName))}");
        return null;
    }

    private static NodeStatement? Node(string text, Action<string> addError)
    {
        var parts = text.Split('=', 2);
        if (parts is not [{ Length: > 0 } id, { } rest])
        {
            addError("--node 应为 编号=状态[@日期] / must be ID=STATE[@DATE]");
            return null;
        }

        var state = rest.Split('@', 2);
        return Word<Progress>(state[0], addError) is { } word
            ? new(id, word, state.Length == 2 ? Dates.Parse(state[1], addError) : null)
            : null;
    }

    private sealed record ReportBody(
        string Unit,
        Period Period,
        DateOnly? Through,
        decimal? Amount,
        decimal? Total,
        bool? NoProgress,
        Progress? Progress,
        ReportText? Text,
        IReadOnlyList<NodeStatement>? Nodes);
}
