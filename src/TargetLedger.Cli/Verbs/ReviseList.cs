using System.CommandLine;
using System.Globalization;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TargetLedger.Documents.Comparing;
using TargetLedger.Domain;
using TargetLedger.Domain.Drafting;

namespace TargetLedger.Cli;

/// <summary><c>ledger draft FILE --against PLAN --confirm</c>: the revised document is kept as a draft, and the list follows it where it is accepted.</summary>
internal sealed class ReviseList
{
    private readonly Option<bool> _confirm = new("--confirm") { Description = "按选择修订清单,全部生效或一项不改 / revise the list as chosen: all of it or nothing" };
    private readonly Option<string[]> _accept = new("--accept") { Description = "采纳的差异:编号或读数,可带字段,如 2-1:target,lead / what is accepted: a number or reading, of all fields or some", HelpName = "ITEM[:FIELD,…]", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> _leave = new("--leave") { Description = "保留原样的差异 / what is left as the list has it", HelpName = "ITEM[:FIELD,…]", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _rest = new("--rest") { Description = "未写明的变化和新增;取消的必须逐项写明 / changes and new items not named; what is gone must be named", HelpName = "accept|leave" };
    private readonly Option<string?> _reason = new("--reason") { Description = "调整理由 / why", HelpName = "TEXT" };
    private readonly Option<string?> _authority = new("--authority") { Description = "依据,默认为文件标题和文号 / by whose leave; the document unless given", HelpName = "TEXT" };
    private readonly Option<DateOnly?> _from = new("--from")
    {
        Description = "生效日期,默认今天 / effective from; today unless given",
        HelpName = "DATE",
        CustomParser = argument => Dates.Parse(argument.Tokens[0].Value, argument.AddError),
    };
    private readonly Option<bool> _register = new("--register-units") { Description = "登记文件中的新单位 / register units that are not known" };

    public void AddTo(Command command, Option<string?> against)
    {
        Option[] choices = [_accept, _leave, _rest, _reason, _authority, _from, _register];
        command.Add(_confirm);
        foreach (var option in choices)
            command.Add(option);
        _rest.AcceptOnlyFromAmong("accept", "leave");
        command.Validators.Add(result =>
        {
            if (!result.GetValue(_confirm) && choices.Any(o => result.GetResult(o) is { Implicit: false }))
                result.AddError("这些选项须与 --confirm 一起使用 / these options go with --confirm");
            if (result.GetValue(_confirm) && result.GetValue(against) is null)
                result.AddError("--confirm 须与 --against 一起使用 / --confirm goes with --against");
            if (result.GetValue(_confirm) && string.IsNullOrWhiteSpace(result.GetValue(_reason)))
                result.AddError("请用 --reason 写明调整理由 / say why with --reason");
        });
    }

    public bool IsWanted(ParseResult parsed) => parsed.GetValue(_confirm);

    public async Task<int> RunAsync(ParseResult parsed, LedgerClient client, string plan, string name, byte[] bytes, Terminal terminal, CancellationToken cancellationToken)
    {
        // The document and what it is held against are the key: whoever runs this again goes on with the same draft.
        var key = Hash([.. Encoding.UTF8.GetBytes($"{plan}\0{name}\0"), .. bytes]);
        var made = await client.PostAsync($"plan-drafts?name={Uri.EscapeDataString(name)}", bytes, MediaTypeNames.Application.Octet, $"draft-{key}", ifMatch: null, cancellationToken);
        var id = JsonSerializer.Deserialize<Written>(made.Body.Span, AnswerJson.Options)!.Id!;
        var draft = await client.GetAsync($"plan-drafts/{id}", cancellationToken);
        var compared = JsonSerializer.Deserialize<ListComparison>(
            (await client.GetAsync($"plan-drafts/{id}/comparison?plan={Uri.EscapeDataString(plan)}", cancellationToken)).Body.Span, AnswerJson.Options)!;
        var wish = JsonSerializer.SerializeToUtf8Bytes(
            new Wish(
                plan,
                compared.Fingerprint,
                parsed.GetValue(_reason)!,
                [.. Chosen(parsed.GetValue(_accept), accept: true), .. Chosen(parsed.GetValue(_leave), accept: false)],
                parsed.GetValue(_rest),
                parsed.GetValue(_from),
                parsed.GetValue(_authority),
                parsed.GetValue(_register)),
            LedgerJson.Options);
        var isJson = parsed.GetValue(CommonOptions.Json);
        if (!isJson)
        {
            ComparisonText.Print(compared, terminal);
            terminal.Print($"草稿 / draft: {id}(/d/{id})");
        }

        var answer = await client.PostAsync($"plan-drafts/{id}/revision", wish, $"revision-{id}-{Hash(wish)}", draft.ETag, cancellationToken);
        if (isJson)
            await terminal.WriteJsonAsync(answer.Body, cancellationToken);
        else
            Print(JsonSerializer.Deserialize<Revised>(answer.Body.Span, AnswerJson.Options)!, answer.Replayed, terminal);
        return ExitCode.Ok;
    }

    private static IEnumerable<RevisionChoice> Chosen(string[]? named, bool accept) => (named ?? []).Select(one => one.LastIndexOf(':') is > 0 and var colon
        ? new RevisionChoice(one[..colon], accept, one[(colon + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        : new RevisionChoice(one, accept));

    private static void Print(Revised revised, bool replayed, Terminal terminal) => terminal.Print(revised.Recorded && !replayed
        ? string.Create(CultureInfo.InvariantCulture, $"已修订:{revised.Commitments} 个事项,登记 {revised.Units} 个单位,位置 {revised.Position} / revised: {revised.Commitments} commitments, {revised.Units} units registered, position {revised.Position}")
        : "此前已修订,没有变化 / revised before, nothing changed");

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed record Wish(
        string Plan, string Fingerprint, string Reason, IReadOnlyList<RevisionChoice> Choices, string? Rest, DateOnly? EffectiveFrom, string? Authority, bool RegisterUnits);

    private sealed record Revised(bool Recorded, long Position, int Commitments = 0, int Units = 0);
}
