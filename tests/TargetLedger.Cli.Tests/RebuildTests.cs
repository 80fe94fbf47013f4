namespace TargetLedger.Cli.Tests;

public sealed class RebuildTests
{
    [Fact]
    public async Task A_rebuild_takes_the_place_of_the_tables_read_before_and_answers_the_same()
    {
        await using var ledger = await SmallLedger.CreateAsync();
        var before = await BoardAsync(ledger);

        var rebuilt = (await Cli.RunAsync("rebuild", "boards", "--connection", ledger.Connection, "--json")).ShouldExit(ExitCode.Ok).Json
            .GetProperty("rebuilt").EnumerateArray().ShouldHaveSingleItem();

        rebuilt.GetProperty("projection").GetString().ShouldBe("boards");
        rebuilt.GetProperty("build").GetInt32().ShouldBe(2);
        rebuilt.GetProperty("position").GetInt64().ShouldBe(ledger.Head);
        (await BoardAsync(ledger)).OutputBytes.ShouldBe(before.OutputBytes);
    }

    [Fact]
    public async Task A_rebuild_mends_rows_that_somebody_changed()
    {
        await using var ledger = await SmallLedger.CreateAsync();
        await ledger.Database.ExecuteAsAdminAsync("UPDATE boards.commitment_reports_1 SET total = 50 WHERE total = 26");
        (await Cli.RunAsync("verify", "--connection", ledger.Connection)).ShouldExit(ExitCode.Refused);

        (await Cli.RunAsync("rebuild", "--connection", ledger.Connection)).ShouldExit(ExitCode.Ok);

        (await Cli.RunAsync("verify", "--connection", ledger.Connection)).ShouldExit(ExitCode.Ok);
    }

    private static async Task<Run> BoardAsync(SmallLedger ledger) =>
        (await Cli.RunAsync("board", "--connection", ledger.Connection, "--on", "2014-07-31", "--json")).ShouldExit(ExitCode.Ok);
}
