namespace TargetLedger.Cli.Tests;

public sealed class ReportTests
{
    [Fact]
    public async Task A_report_sent_twice_with_one_key_is_recorded_once_and_answered_the_same()
    {
        await using var database = await LedgerDatabase.CreateAsync();
        await using var server = await RunningServer.StartAsync(database);
        (await Cli.RunAsync("import", Samples.Plan, "--server", server.Address, "--as", "keeper")).ShouldExit(ExitCode.Ok);
        string[] report =
        [
            "report", "CD-2014:4-1", "--server", server.Address, "--as", "unit:zuzhibu", "--unit", "zuzhibu",
            "--period-start", "2014-01-01", "--period-end", "2014-05-31", "--amount", "14", "--done", "首批评审结束", "--key", "may",
        ];

        var first = (await Cli.RunAsync([.. report, "--json"])).ShouldExit(ExitCode.Ok);
        var second = (await Cli.RunAsync([.. report, "--json"])).ShouldExit(ExitCode.Ok);
        var other = (await Cli.RunAsync([.. report, "--problems", "另有话说", "--json"])).ShouldExit(ExitCode.Refused);

        second.Output.ShouldBe(first.Output);
        other.Json.GetProperty("status").GetInt32().ShouldBe(422);
        var history = (await Cli.RunAsync("history", "CD-2014:4-1", "--after", first.Json.GetProperty("position").GetRawText(), "--connection", database.ServerConnectionString, "--json")).ShouldExit(ExitCode.Ok).Json;
        history.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("type").GetString()).ShouldBe(["commitment_made", "progress_reported"]);
        history.GetProperty("events")[1].GetProperty("data").GetProperty("text").GetProperty("done").GetString().ShouldBe("首批评审结束");
    }

    [Fact]
    public async Task A_server_started_again_records_on_after_a_moment_that_was_only_asked_about()
    {
        await using var database = await LedgerDatabase.CreateAsync();
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                script,
                """{"format":"targetledger-year/1","note":"","boards":[{"on":"2014-06-30","at":"2014-07-10T18:00:00+08:00"}],"steps":[]}""");
            await using (var before = await RunningServer.StartAsync(database))
            {
                (await Cli.RunAsync("import", Samples.Plan, "--server", before.Address, "--as", "keeper")).ShouldExit(ExitCode.Ok);
                (await Cli.RunAsync("play", script, "--server", before.Address)).ShouldExit(ExitCode.Ok);
            }

            await using var after = await RunningServer.StartAsync(database);
            (await Cli.RunAsync(
                "report", "CD-2014:4-1", "--server", after.Address, "--as", "unit:zuzhibu", "--unit", "zuzhibu",
                "--period-start", "2014-01-01", "--period-end", "2014-05-31", "--amount", "14")).ShouldExit(ExitCode.Ok);
        }
        finally
        {
            File.Delete(script);
        }
    }

    [Fact]
    public async Task Nodes_and_progress_are_stated_in_the_words_of_the_API()
    {
        await using var server = new StubServer(StubServer.Created("""{"stream":"c","version":2,"position":9,"recorded":true}"""));
        await Cli.RunAsync(
            "report", "CD-2014:1-1", "--server", server.Address, "--unit", "zuzhibu", "--period-start", "2014-06-01", "--period-end", "2014-06-30",
            "--progress", "in_progress", "--node", "n1=completed@2014-06-20", "--node", "n2=not_started", "--no-progress", "--through", "2014-06-28", "--json");

        var sent = server.Requests[0];
        sent.ShouldContain("POST /commitments/CD-2014%3A1-1/reports ");
        sent[(sent.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].ShouldBe(
            """{"unit":"zuzhibu","period":{"start":"2014-06-01","end":"2014-06-30"},"through":"2014-06-28","noProgress":true,"progress":"in_progress","nodes":[{"node":"n1","state":"completed","reachedOn":"2014-06-20"},{"node":"n2","state":"not_started"}]}""");
    }
}
