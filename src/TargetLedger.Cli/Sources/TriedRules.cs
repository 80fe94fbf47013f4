using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using TargetLedger.Boards;
using TargetLedger.Domain;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Cli;

/// <summary>Rules to try out, as options; what is not stated stays as the preset or the rules in force have it.</summary>
internal sealed class TriedRules
{
    private readonly Option<string?> preset = Word<RulesPreset>("--preset", "从哪一套常见规则起;默认从现行规则起 / start from a preset; from the rules in force unless stated");
    private readonly Option<string?> lightBy = Word<LightBy>("--light-by", "灯按什么判定 / what lights go by");
    private readonly Option<decimal?> greenTo = Figure("--green-to", "绿灯到哪里为止 / where green ends");
    private readonly Option<decimal?> undefinedTo = Figure("--undefined-to", "未规定的区间到哪里为止 / where the undefined band ends");
    private readonly Option<decimal?> yellowTo = Figure("--yellow-to", "黄灯到哪里为止 / where yellow ends");
    private readonly Option<string?> paceBy = Word<PaceBy>("--pace-by", "序时怎么算 / how pace goes");
    private readonly Option<string?> counted = Word<CountedAmount>("--counted-amount", "以何数为准 / which amount counts");
    private readonly Option<decimal?> aheadFrom = Figure("--ahead-from-points", "超进度从几个百分点起 / ahead from so many points");
    private readonly Option<int?> overdueGrace = Days("--overdue-grace-days", "过期限的宽限天数 / days of grace after the end");
    private readonly Option<int?> nodeGrace = Days("--node-grace-days", "节点无数据的宽限天数 / days of grace for a node without data");
    private readonly Option<int?> nodeYellow = Days("--node-yellow-days", "节点逾期几天以内为黄 / a node is yellow to so many days late");

    private readonly Option<PaceCurve?> curve = new("--pace-curve")
    {
        Description = "各阶段末应达的百分比,如 15,40,65,100;100 即匀速 / what is expected by the ends of equal stages; 100 is an even pace",
        HelpName = "PERCENTS",
        CustomParser = result => PaceCurve.Parse(result.Tokens[0].Value)
            ?? Refuse<PaceCurve?>(result, $"应为百分比,如 15,40,65,100 / must be percentages such as 15,40,65,100: “{result.Tokens[0].Value}”"),
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { preset, lightBy, greenTo, undefinedTo, yellowTo, paceBy, counted, aheadFrom, overdueGrace, nodeGrace, nodeYellow, curve })
            command.Options.Add(option);
    }

    public RulesDraft Of(ParseResult parsed) => new(
        Parse<RulesPreset>(parsed.GetValue(preset)),
        Parse<LightBy>(parsed.GetValue(lightBy)),
        parsed.GetValue(greenTo),
        parsed.GetValue(undefinedTo),
        parsed.GetValue(yellowTo),
        Parse<PaceBy>(parsed.GetValue(paceBy)),
        Parse<CountedAmount>(parsed.GetValue(counted)),
        parsed.GetValue(aheadFrom),
        parsed.GetValue(overdueGrace),
        parsed.GetValue(nodeGrace),
        parsed.GetValue(nodeYellow),
        parsed.GetValue(curve));

    /// <summary>As a server takes them in a query: by the names they have in JSON.</summary>
    public static IEnumerable<(string Name, string? Value)> Query(RulesDraft draft)
        => JsonSerializer.SerializeToElement(draft, LedgerJson.Options).EnumerateObject().Select(member => (member.Name, (string?)(member.Value.ValueKind switch
        {
            JsonValueKind.String => member.Value.GetString(),
            JsonValueKind.Object => draft.PaceCurve!.ToString(),
            _ => member.Value.GetRawText(),
        })));

    /// <summary>What a server would answer.</summary>
    public static Failure Unsound(IReadOnlyList<Fault> faults) => new(
        ExitCode.Refused,
        new Problem("urn:targetledger:problem:query_invalid", "试用的规则有误 / the rules to try out are not as they should be", "query_invalid", Faults: faults));

    private static Option<string?> Word<T>(string name, string description)
        where T : struct, Enum
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "WORD" };
        option.AcceptOnlyFromAmong([.. Enum.GetValues<T>().Select(Code)]);
        return option;
    }

    private static T? Parse<T>(string? word)
        where T : struct, Enum
        => word is null ? null : Enum.GetValues<T>().First(value => Code(value) == word);

    private static string Code<T>(T value)
        where T : struct, Enum
        => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static Option<decimal?> Figure(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "NUMBER",
        CustomParser = result => decimal.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var figure) && Domain.Figure.IsStorable(figure)
            ? figure
            : Refuse<decimal?>(result, $"应为数字 / must be a number: “{result.Tokens[0].Value}”"),
    };

    private static Option<int?> Days(string name, string description) => new(name) { Description = description, HelpName = "DAYS" };

    private static T? Refuse<T>(ArgumentResult result, string words)
    {
        result.AddError(words);
        return default;
    }
}
