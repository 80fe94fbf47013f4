using System.CommandLine;
using TargetLedger.Boards;

namespace TargetLedger.Cli;

/// <summary>As known when, judged for which day.</summary>
internal sealed class KnowledgeOptions
{
    private readonly Option<string?> at = AtOption();
    private readonly Option<DateOnly?> on = OnOption();
    private readonly Option<long?> after = AfterOption();

    public static Option<string?> AtOption()
    {
        var option = new Option<string?>("--at")
        {
            Description = "当时所知:位置或带时区的时刻,默认现在 / as known at a position or a moment with offset; now unless stated",
            HelpName = "POSITION|MOMENT",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !AsOf.TryParse(text, default, out _))
                result.AddError($"--at 应为位置(从 1 起)或带时区的时刻,如 2014-07-10T18:00:00+08:00 / must be a position (from 1 on) or a moment with its offset: “{text}”");
        });
        return option;
    }

    public static Option<DateOnly?> OnOption() => new("--on")
    {
        Description = "按哪一天判定,默认当日 / judged for which day; the day of the knowledge unless stated",
        HelpName = "YYYY-MM-DD",
        CustomParser = result => Dates.Parse(result.Tokens[0].Value, result.AddError),
    };

    /// <summary>What a write answered; the boards follow the ledger a moment later.</summary>
    public static Option<long?> AfterOption() => new("--after")
    {
        Description = "等到看板含有此位置再答,最多 5 秒 / wait until the boards hold this position, 5 seconds at most",
        HelpName = "POSITION",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(after);
        command.Options.Add(at);
        command.Options.Add(on);
    }

    public string? At(ParseResult parsed) => parsed.GetValue(at);

    public long? After(ParseResult parsed) => parsed.GetValue(after);

    public DateOnly? On(ParseResult parsed) => parsed.GetValue(on);
}
