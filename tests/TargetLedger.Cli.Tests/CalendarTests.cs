namespace TargetLedger.Cli.Tests;

public sealed class CalendarTests
{
    [Fact]
    public async Task Shipped_calendars_are_announced_once_however_often_they_are_sent()
    {
        await using var database = await LedgerDatabase.CreateAsync();
        await using var server = await RunningServer.StartAsync(database);
        string[] announce = ["calendar", Samples.Calendar(2014), Samples.Calendar(2015), Samples.Calendar(2025), Samples.Calendar(2026), "--server", server.Address, "--as", "keeper"];

        var first = (await Cli.RunAsync(announce)).ShouldExit(ExitCode.Ok).Output;
        var second = (await Cli.RunAsync(announce)).ShouldExit(ExitCode.Ok).Output;

        first.Split('\n').Count(line => line.Contains("announced, position", StringComparison.Ordinal)).ShouldBe(4);
        second.Split('\n').Count(line => line.Contains("nothing changed", StringComparison.Ordinal)).ShouldBe(4);
    }

    [Fact]
    public async Task Whoever_may_not_keep_rules_announces_nothing()
    {
        await using var database = await LedgerDatabase.CreateAsync();
        await using var server = await RunningServer.StartAsync(database);
        (await Cli.RunAsync("calendar", Samples.Calendar(2026), "--server", server.Address, "--as", "supervisor", "--json"))
            .ShouldExit(ExitCode.Refused).Json.GetProperty("code").GetString().ShouldBe("forbidden");
    }

    [Fact]
    public async Task Timeliness_is_told_in_both_languages_with_what_was_owed_beside_it()
    {
        await using var database = await LedgerDatabase.CreateAsync();
        await using var server = await RunningServer.StartAsync(database);
        (await Cli.RunAsync("import", Samples.Plan, "--server", server.Address, "--as", "keeper")).ShouldExit(ExitCode.Ok);

        var told = (await Cli.RunAsync("timeliness", "--on", "2014-07-20", "--unit", "rensheju", "--server", server.Address, "--as", "supervisor")).ShouldExit(ExitCode.Ok).Output;

        foreach (var word in new[] { "已报/应报", "on time", "漏报", "missing", "市人社局 rensheju", "0/4" })
            told.ShouldContain(word);
        (await Cli.RunAsync("timeliness", "--by", "weather", "--server", server.Address)).ShouldExit(ExitCode.Usage);
    }
}
