namespace TargetLedger.Cli.Tests;

public sealed class BoardTextTests
{
    [Fact]
    public async Task A_board_says_every_light_in_words_and_keeps_its_columns_under_each_other()
    {
        await using var ledger = await SmallLedger.CreateAsync();

        var board = (await Cli.RunAsync("board", "--connection", ledger.Connection, "--on", "2014-07-31")).ShouldExit(ExitCode.Ok).Output;

        board.ShouldContain("黄 yellow");
        board.ShouldContain("无 无法判定");
        board.ShouldNotContain("\u001b[");
        var lines = board.Split('\n');
        var at = Array.FindIndex(lines, line => line.StartsWith(" 4-1 ", StringComparison.Ordinal));
        var row = lines[at];
        row.ShouldContain("引进扶持高层次人才");
        row.ShouldContain("50名左右");
        // Where the light stands is a matter of columns on the screen, and a Chinese character takes two.
        var head = lines[..at].Last(line => line.StartsWith(" 编号 ", StringComparison.Ordinal));
        ColumnOf(row, "黄").ShouldBe(ColumnOf(head, "灯"));
        ColumnOf(row, "市委组织部").ShouldBe(ColumnOf(head, "牵头"));
    }

    [Fact]
    public async Task A_commitment_shows_its_figure_its_curve_and_where_they_come_from()
    {
        await using var ledger = await SmallLedger.CreateAsync();

        var page = (await Cli.RunAsync("commitment", SmallLedger.Commitment, "--connection", ledger.Connection, "--on", "2014-07-31")).ShouldExit(ExitCode.Ok).Output;

        page.ShouldContain("累计 / counted: 26 人");
        page.ShouldContain("2014-05-31");
        page.ShouldContain($"依据 / basis: {ledger.Head}");
    }

    [Fact]
    public async Task A_figure_is_followed_down_to_the_reports_it_came_by()
    {
        await using var ledger = await SmallLedger.CreateAsync();
        string[] trace = ["commitment", SmallLedger.Commitment, "--trace", "--connection", ledger.Connection, "--on", "2014-07-31"];

        var json = (await Cli.RunAsync([.. trace, "--json"])).ShouldExit(ExitCode.Ok).Json;
        var text = (await Cli.RunAsync(trace)).ShouldExit(ExitCode.Ok).Output;

        json.GetProperty("row").GetProperty("counted").GetDecimal().ShouldBe(26);
        json.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("position").GetInt64())
            .ShouldBe([ledger.Head - 2, ledger.Head - 1, ledger.Head]);
        json.GetProperty("events").EnumerateArray().Sum(e => e.GetProperty("data").GetProperty("amount").GetDecimal()).ShouldBe(26);
        text.ShouldContain("progress_reported");
        text.ShouldContain("unit:zuzhibu");
    }

    [Fact]
    public async Task A_commitment_nobody_knows_exits_with_1()
    {
        await using var ledger = await SmallLedger.CreateAsync();
        foreach (var verb in new[] { "commitment", "history" })
            (await Cli.RunAsync(verb, "CD-2014:99-9", "--connection", ledger.Connection, "--json")).ShouldExit(ExitCode.Refused)
                .Json.GetProperty("code").GetString().ShouldBe("not_found");
    }

    private static int ColumnOf(string line, string text)
    {
        var at = line.IndexOf(text, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, line);
        return line[..at].Sum(c => c is >= '\u2e80' and <= '\uffe6' ? 2 : 1);
    }
}
