namespace TargetLedger.Cli.Tests;

public sealed class LostAnswerTests
{
    private static readonly string[] Report =
        ["report", "CD-2014:4-1", "--unit", "zuzhibu", "--period-start", "2014-06-01", "--period-end", "2014-06-30", "--amount", "8", "--json"];

    [Fact]
    public async Task A_report_whose_answer_is_lost_exits_with_4_and_names_the_key_to_send_again()
    {
        await using var server = new StubServer(answer: null);
        var run = (await Cli.RunAsync([.. Report, "--server", server.Address])).ShouldExit(ExitCode.OutcomeUnknown);

        run.Json.GetProperty("code").GetString().ShouldBe("outcome_unknown");
        var key = run.Json.GetProperty("key").GetString()!;
        run.Error.ShouldContain($"--key {key}");
        server.Requests.Count.ShouldBe(4);
        server.Requests.ShouldAllBe(request => request.Contains($"Idempotency-Key: {key}", StringComparison.Ordinal));
        server.Requests.Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_key_that_is_given_is_the_key_that_is_sent()
    {
        await using var server = new StubServer(StubServer.Problem(503, "outcome_unknown"));
        var run = (await Cli.RunAsync([.. Report, "--key", "june-4-1", "--server", server.Address])).ShouldExit(ExitCode.OutcomeUnknown);

        run.Json.GetProperty("key").GetString().ShouldBe("june-4-1");
        server.Requests[0].ShouldContain("Idempotency-Key: june-4-1");
    }

    [Fact]
    public async Task A_server_that_has_too_much_to_do_is_asked_again_and_then_given_up_with_3()
    {
        await using var server = new StubServer(StubServer.Problem(503, "overloaded"));
        (await Cli.RunAsync([.. Report, "--server", server.Address])).ShouldExit(ExitCode.Unavailable)
            .Json.GetProperty("code").GetString().ShouldBe("overloaded");
        server.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_refusal_is_final_and_exits_with_1()
    {
        await using var server = new StubServer(StubServer.Problem(409, "closed_out"));
        (await Cli.RunAsync([.. Report, "--server", server.Address])).ShouldExit(ExitCode.Refused)
            .Json.GetProperty("code").GetString().ShouldBe("closed_out");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_only_reads_has_no_unknown_outcome()
    {
        await using var server = new StubServer(answer: null);
        (await Cli.RunAsync("board", "--server", server.Address, "--json")).ShouldExit(ExitCode.Unavailable);
    }
}
