namespace TargetLedger.Cli.Tests;

public sealed class ReplayTests
{
    [Fact]
    public async Task The_log_replayed_to_its_head_is_the_live_board_to_the_byte()
    {
        await using var ledger = await SmallLedger.CreateAsync();
        var live = (await BoardAsync(ledger, "--on", "2014-07-31")).ShouldExit(ExitCode.Ok);

        var replayed = (await ReplayAsync(ledger, "--at", $"{ledger.Head}", "--on", "2014-07-31")).ShouldExit(ExitCode.Ok);

        replayed.OutputBytes.ShouldBe(live.OutputBytes);
        live.Json.GetProperty("position").GetInt64().ShouldBe(ledger.Head);
    }

    [Fact]
    public async Task An_earlier_position_knows_no_later_report()
    {
        await using var ledger = await SmallLedger.CreateAsync();

        var then = (await ReplayAsync(ledger, "--at", $"{ledger.Head - 1}", "--on", "2014-07-31")).ShouldExit(ExitCode.Ok).Json;

        then.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("number").GetString() == "4-1")
            .GetProperty("counted").GetDecimal().ShouldBe(22);
    }

    [Fact]
    public async Task A_board_that_was_kept_is_compared_to_the_byte()
    {
        await using var ledger = await SmallLedger.CreateAsync();
        var kept = Path.GetTempFileName();
        try
        {
            var live = await BoardAsync(ledger, "--on", "2014-07-31");
            await File.WriteAllBytesAsync(kept, live.OutputBytes);
            string[] replay = ["--at", $"{ledger.Head}", "--on", "2014-07-31", "--compare", kept];
            (await ReplayAsync(ledger, replay)).ShouldExit(ExitCode.Ok);

            await File.WriteAllTextAsync(kept, live.Output.Replace("26", "27", StringComparison.Ordinal));
            (await ReplayAsync(ledger, replay)).ShouldExit(ExitCode.Refused).Error.ShouldContain("不同");
        }
        finally
        {
            File.Delete(kept);
        }
    }

    [Fact]
    public async Task A_position_still_to_come_is_refused()
    {
        await using var ledger = await SmallLedger.CreateAsync();
        (await ReplayAsync(ledger, "--at", $"{ledger.Head + 1}")).ShouldExit(ExitCode.Refused)
            .Json.GetProperty("code").GetString().ShouldBe("too_early");
    }

    private static Task<Run> BoardAsync(SmallLedger ledger, params string[] options) =>
        Cli.RunAsync(["board", "--connection", ledger.Connection, "--json", .. options]);

    private static Task<Run> ReplayAsync(SmallLedger ledger, params string[] options) =>
        Cli.RunAsync(["replay", "--connection", ledger.Connection, "--json", .. options]);
}
