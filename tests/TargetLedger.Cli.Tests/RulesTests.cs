namespace TargetLedger.Cli.Tests;

/// <summary><c>what-if</c>, <c>explain</c> and <c>forecast</c>, asked of a database.</summary>
public sealed class RulesTests
{
    [Fact]
    public async Task Rules_are_tried_out_on_the_board_and_on_one_commitment()
    {
        await using var ledger = await SmallLedger.CreateAsync();

        var board = (await AskAsync(ledger, "what-if", "--preset", "time_left", "--green-to", "100", "--yellow-to", "99.9", "--on", "2014-08-10", "--json")).ShouldExit(ExitCode.Ok).Json;
        board.GetProperty("candidate").GetProperty("rules").GetProperty("yellowTo").GetDecimal().ShouldBe(99.9m);
        board.GetProperty("changed").GetInt32().ShouldBe(1);
        board.GetProperty("moves")[0].GetProperty("to").GetString().ShouldBe("orange");

        var shown = (await AskAsync(ledger, "what-if", SmallLedger.Commitment, "--preset", "time_left", "--green-to", "100", "--yellow-to", "99.9", "--on", "2014-08-10")).ShouldExit(ExitCode.Ok);
        shown.Output.ShouldContain("orange");
        shown.Output.ShouldContain("nothing is recorded");

        var staged = (await AskAsync(ledger, "what-if", SmallLedger.Commitment, "--pace-curve", "15,40,65,100", "--on", "2014-08-10", "--json")).ShouldExit(ExitCode.Ok).Json;
        staged.GetProperty("candidate").GetProperty("rules").GetProperty("paceCurve").GetProperty("stages").EnumerateArray().Select(s => s.GetInt32()).ShouldBe([15, 40, 65, 100]);
    }

    [Fact]
    public async Task Rules_that_are_not_sound_are_told_by_member_and_words_that_are_none_by_option()
    {
        await using var ledger = await SmallLedger.CreateAsync();
        (await AskAsync(ledger, "what-if", "--yellow-to", "0", "--json")).ShouldExit(ExitCode.Refused)
            .Json.GetProperty("faults")[0].GetProperty("pointer").GetString().ShouldBe("/yellowTo");
        (await AskAsync(ledger, "what-if", "--preset", "mood")).ShouldExit(ExitCode.Usage);
        (await AskAsync(ledger, "what-if", "--green-to", "x")).ShouldExit(ExitCode.Usage);
        (await AskAsync(ledger, "what-if", "--pace-curve", "15;40")).ShouldExit(ExitCode.Usage);
        (await AskAsync(ledger, "what-if", "--pace-curve", "40,15,100", "--json")).ShouldExit(ExitCode.Refused)
            .Json.GetProperty("faults")[0].GetProperty("code").GetString().ShouldBe("curve_falls");
    }

    [Fact]
    public async Task A_light_is_explained_and_its_records_named()
    {
        await using var ledger = await SmallLedger.CreateAsync();
        var json = (await AskAsync(ledger, "explain", SmallLedger.Commitment, "--on", "2014-08-10", "--json")).ShouldExit(ExitCode.Ok).Json;
        json.GetProperty("basis")[0].GetProperty("position").GetInt64().ShouldBe(ledger.Head);
        json.GetProperty("figures").GetProperty("counted").GetDecimal().ShouldBe(26);

        var shown = (await AskAsync(ledger, "explain", SmallLedger.Commitment, "--on", "2014-08-10")).ShouldExit(ExitCode.Ok);
        shown.Output.ShouldContain("默认");
        shown.Output.ShouldContain($"{ledger.Head}");
    }

    [Fact]
    public async Task A_forecast_says_why_there_is_none()
    {
        await using var ledger = await SmallLedger.CreateAsync();
        var json = (await AskAsync(ledger, "forecast", SmallLedger.Commitment, "--on", "2014-08-10", "--json")).ShouldExit(ExitCode.Ok).Json;
        json.GetProperty("quantities")[0].GetProperty("why").GetProperty("code").GetString().ShouldBe("too_few_periods");
        (await AskAsync(ledger, "forecast", SmallLedger.Commitment, "--on", "2014-08-10")).ShouldExit(ExitCode.Ok).Output.ShouldContain("不推算");
        (await AskAsync(ledger, "forecast", "CD-2014:99-9")).ShouldExit(ExitCode.Refused);
    }

    private static Task<Run> AskAsync(SmallLedger ledger, string verb, params string[] options) =>
        Cli.RunAsync([verb, "--connection", ledger.Connection, .. options]);
}
