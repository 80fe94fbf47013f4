using System.Text.Json;

namespace TargetLedger.Cli.Tests;

public sealed class PlayedYearTests(PlayedYear year) : IClassFixture<PlayedYear>
{
    [Fact]
    public void The_year_is_counted_from_the_ledger_and_every_light_occurs()
    {
        year.Summary.GetProperty("plan").GetString().ShouldBe("CD-2014");
        year.Summary.GetProperty("tasks").GetInt32().ShouldBe(23);
        // Three of them are added in the year.
        year.Summary.GetProperty("commitments").GetInt32().ShouldBe(34);
        foreach (var count in new[] { "reports", "corrections", "returns", "revisions", "closed_out", "sampled", "warnings", "what_if" })
            year.Summary.GetProperty(count).GetInt32().ShouldBePositive(count);

        foreach (var became in new[] { "on_time", "late", "missing", "excused" })
            year.Summary.GetProperty("periods").GetProperty(became).GetInt32().ShouldBePositive(became);

        (year.Summary.GetProperty("linked").GetInt32(), year.Summary.GetProperty("joint").GetInt32()).ShouldBe((2, 1));
        // One of the two was proposed by the unit that reports; the other ends in the year, and that it be made again is proposed in vain.
        (year.Summary.GetProperty("proposed").GetInt32(), year.Summary.GetProperty("refused").GetInt32(), year.Summary.GetProperty("unlinked").GetInt32()).ShouldBe((2, 1, 1));
        (year.Summary.GetProperty("findings").GetInt32(), year.Summary.GetProperty("memberships").GetInt32(), year.Summary.GetProperty("plan_rules").GetInt32()).ShouldBe((3, 2, 2));
        year.Summary.GetProperty("forecasts").GetInt32().ShouldBe(1);
        var groups = year.Summary.GetProperty("groups").EnumerateArray().ToList();
        groups.Select(g => g.GetProperty("way").GetString()).ShouldBe(["lead_reports", "members_add_up", "each_for_itself"]);
        groups.ShouldAllBe(g => g.GetProperty("expected").GetInt32() == 21 && g.GetProperty("reported").GetInt32() > 0);

        // One draft of no progress among them, two that a form became; three of a unit whose reports are signed twice, once on paper. One report is taken back, signed.
        (year.Summary.GetProperty("drafts").GetInt32(), year.Summary.GetProperty("signed").GetInt32()).ShouldBe((16, 20));
        (year.Summary.GetProperty("form_drafts").GetInt32(), year.Summary.GetProperty("withdrawals").GetInt32()).ShouldBe((2, 1));

        var boards = year.Summary.GetProperty("boards").EnumerateArray().ToList();
        boards.Count.ShouldBe(2);
        foreach (var light in new[] { "green", "yellow", "red", "done", "none", "paused" })
            boards.Sum(board => board.GetProperty(light).GetInt32()).ShouldBePositive(light);
        foreach (var board in boards)
        {
            new[] { "green", "yellow", "red", "done", "none", "paused" }.Sum(light => board.GetProperty(light).GetInt32()).ShouldBe(34);
            board.GetProperty("same_as_live").GetBoolean().ShouldBeTrue();
        }

        year.Summary.GetProperty("events").GetInt64().ShouldBe(boards[1].GetProperty("position").GetInt64());
    }

    [Fact]
    public async Task Streets_report_below_their_district_beside_what_it_reports_itself()
    {
        var page = (await Cli.RunAsync("commitment", "CD-2014:11-3", "--on", "2014-12-31", "--server", year.Server, "--as", "auditor", "--json")).ShouldExit(ExitCode.Ok).Json;
        var district = page.GetProperty("row").GetProperty("group").GetProperty("members").EnumerateArray().Single(m => m.GetProperty("unit").GetString() == "wuhou");
        var below = district.GetProperty("below");
        (below.GetProperty("reported").GetInt32(), below.GetProperty("expected").GetInt32()).ShouldBe((3, 3));
        (below.GetProperty("membersSum").GetDecimal() + below.GetProperty("difference").GetDecimal()).ShouldBe(district.GetProperty("total").GetDecimal());
    }

    [Fact]
    public async Task A_year_played_again_doubles_nothing()
    {
        var again = (await year.PlayAsync()).ShouldExit(ExitCode.Ok).Json;

        WithoutSeconds(again).ShouldBe(WithoutSeconds(year.Summary));
    }

    [Fact]
    public async Task A_plan_imported_again_answers_the_same_and_changes_nothing()
    {
        string[] import = ["import", Samples.Plan, "--server", year.Server, "--as", "keeper"];
        (await Cli.RunAsync(import)).ShouldExit(ExitCode.Ok).Output.ShouldContain("imported before");
        (await Cli.RunAsync([.. import, "--json"])).ShouldExit(ExitCode.Ok).Json.GetProperty("commitments").GetInt32().ShouldBe(31);
        (await BoardPositionAsync()).ShouldBe(year.Summary.GetProperty("events").GetInt64());
    }

    [Fact]
    public async Task A_revised_document_is_held_against_the_list_and_nothing_is_recorded()
    {
        var revised = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.txt");
        await File.WriteAllTextAsync(revised, "成都市2014年人才工作要点\n一、重点工作\n1.推进大学生就业创业。全年促进大学生就业3.2万人左右。(市人社局)\n2.建设云上人才市场。新建分市场4个。(市人社局)\n", TestContext.Current.CancellationToken);
        try
        {
            string[] compare = ["draft", revised, "--against", "CD-2014", "--server", year.Server, "--as", "keeper"];
            var counts = (await Cli.RunAsync([.. compare, "--json"])).ShouldExit(ExitCode.Ok).Json.GetProperty("counts");
            (counts.GetProperty("new").GetInt32() + counts.GetProperty("changed").GetInt32()).ShouldBe(2);
            (counts.GetProperty("changed").GetInt32() + counts.GetProperty("gone").GetInt32() + counts.GetProperty("unchanged").GetInt32()).ShouldBe(34);
            (await Cli.RunAsync(compare)).ShouldExit(ExitCode.Ok).Output.ShouldContain("+ 新增 / new: r2 新建分市场");
            (await Cli.RunAsync("draft", revised, "--against", "NONE", "--server", year.Server, "--as", "keeper")).ShouldExit(ExitCode.Refused);
            (await BoardPositionAsync()).ShouldBe(year.Summary.GetProperty("events").GetInt64());
        }
        finally
        {
            File.Delete(revised);
        }
    }

    [Theory]
    [InlineData("board --on 2014-12-31")]
    [InlineData("board --on 2014-06-30 --at 2014-07-10T18:00:00+08:00")]
    [InlineData("board --on 2014-06-30 --at 200 --section 二")]
    [InlineData("board --on 2014-12-31 --unit rensheju")]
    [InlineData("board --on 2014-12-31 --group quxian")]
    [InlineData("board --on 2014-12-31 --light red")]
    [InlineData("board --at 300")]
    [InlineData("commitment CD-2014:6-2 --on 2014-12-31")]
    [InlineData("commitment CD-2014:18-1 --at 400")]
    [InlineData("commitment CD-2014:4-1 --trace --at 400")]
    [InlineData("explain CD-2014:6-2 --figure counted --on 2014-12-31")]
    [InlineData("explain CD-2014:6-3 --figure counted --on 2014-12-31")]
    [InlineData("explain CD-2014:1-1 --figure nodes_reached --on 2014-12-31")]
    [InlineData("explain CD-2014:11-3 --figure difference --on 2014-12-31 --at 500")]
    [InlineData("explain CD-2014:6-3 --figure verified --member jinniu --on 2014-12-31")]
    [InlineData("timeliness --on 2015-01-20")]
    [InlineData("timeliness --on 2014-07-10 --at 2014-07-10T18:00:00+08:00 --by period")]
    [InlineData("timeliness --by group --group quxian --from 2014-06-30 --to 2014-06-30 --at 400")]
    [InlineData("explain CD-2014:11-3 --figure counted --member wuhou --on 2014-12-31")]
    [InlineData("what-if --preset monthly_completion --on 2014-12-31")]
    [InlineData("forecast CD-2014:11-3 --on 2014-10-10 --at 2014-10-13T18:00:00+08:00")]
    [InlineData("commitment CD-2014:10-3 --trace --on 2014-12-31")]
    [InlineData("history CD-2014:6-2")]
    [InlineData("history CD-2014:6-2 --at 300")]
    public async Task Server_and_database_answer_the_same_to_the_byte(string line)
    {
        string[] verb = [.. line.Split(' '), "--json"];
        var server = (await Cli.RunAsync([.. verb, "--server", year.Server, "--as", "auditor"])).ShouldExit(ExitCode.Ok);
        var database = (await Cli.RunAsync([.. verb, "--connection", year.Connection])).ShouldExit(ExitCode.Ok);

        database.Output.ShouldBe(server.Output);
        server.Json.ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Theory]
    [InlineData("2014-06-30", "2014-07-10T18:00:00+08:00")]
    [InlineData("2014-12-31", "2015-01-20T18:00:00+08:00")]
    public async Task The_log_replayed_to_a_moment_is_the_board_that_was_live(string on, string at)
    {
        var live = Path.Combine(year.Boards.FullName, $"board-{on}.live.json");
        (await Cli.RunAsync("replay", "--connection", year.Connection, "--on", on, "--at", at, "--compare", live, "--json")).ShouldExit(ExitCode.Ok)
            .OutputBytes.AsSpan().TrimEnd((byte)'\n').ToArray().ShouldBe(await File.ReadAllBytesAsync(live));
        (await Cli.RunAsync("board", "--from", live)).ShouldExit(ExitCode.Ok).Output.ShouldContain(on);
    }

    [Fact]
    public async Task The_year_verifies()
        => (await Cli.RunAsync("verify", "--connection", year.Connection, "--json")).ShouldExit(ExitCode.Ok)
            .Json.GetProperty("position").GetInt64().ShouldBe(year.Summary.GetProperty("events").GetInt64());

    [Fact]
    public async Task A_report_the_ledger_refuses_exits_with_1_and_prints_the_problem()
    {
        var run = (await ReportAsync("CD-2014:4-1", "--as", "unit:zuzhibu", "--unit", "zuzhibu", "--amount", "1", "--total", "3")).ShouldExit(ExitCode.Refused);
        run.Json.GetProperty("status").GetInt32().ShouldBe(409);
        run.Json.GetProperty("faults").EnumerateArray().ShouldNotBeEmpty();
        run.Error.ShouldContain(" / ");
    }

    [Fact]
    public async Task A_unit_that_does_not_answer_for_a_commitment_cannot_report_on_it()
        => (await ReportAsync("CD-2014:4-1", "--as", "unit:tuanshiwei", "--unit", "tuanshiwei", "--amount", "1")).ShouldExit(ExitCode.Refused)
            .Json.GetProperty("status").GetInt32().ShouldBe(403);

    [Fact]
    public async Task Nobody_signed_in_is_told_so_with_1()
        => (await Cli.RunAsync("board", "--server", year.Server, "--token", "nonsense", "--json")).ShouldExit(ExitCode.Refused)
            .Json.GetProperty("code").GetString().ShouldBe("unauthenticated");

    private Task<Run> ReportAsync(string commitment, params string[] options) => Cli.RunAsync(
        ["report", commitment, "--server", year.Server, "--period-start", "2014-12-01", "--period-end", "2014-12-31", "--json", .. options]);

    private async Task<long> BoardPositionAsync() =>
        (await Cli.RunAsync("board", "--server", year.Server, "--as", "supervisor", "--json")).ShouldExit(ExitCode.Ok).Json.GetProperty("position").GetInt64();

    private static Dictionary<string, string> WithoutSeconds(JsonElement summary) =>
        summary.EnumerateObject().Where(member => member.Name != "seconds").ToDictionary(member => member.Name, member => member.Value.GetRawText(), StringComparer.Ordinal);
}
