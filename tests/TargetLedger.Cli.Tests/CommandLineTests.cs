using System.Diagnostics;

namespace TargetLedger.Cli.Tests;

public sealed class CommandLineTests
{
    private static readonly string[] Verbs =
        ["migrate", "draft", "import", "board", "commitment", "report", "history", "replay", "rebuild", "verify", "play"];

    [Fact]
    public async Task Help_names_every_verb()
    {
        var help = (await Cli.RunAsync("--help")).ShouldExit(ExitCode.Ok);
        foreach (var verb in Verbs)
            help.Output.ShouldContain($"  {verb}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("fly")]
    [InlineData("board --on 2014-02-30")]
    [InlineData("board --at 2014-07-10")]
    [InlineData("board --at 0")]
    [InlineData("board --light blue")]
    [InlineData("board --server ftp://example.org")]
    [InlineData("board --server http://127.0.0.1:9 --connection Host=x")]
    [InlineData("verify --connection Host=x --data /x")]
    [InlineData("draft")]
    [InlineData("draft plan.txt --json --text")]
    [InlineData("verify --connection nonsense")]
    [InlineData("replay --connection Host=x")]
    [InlineData("rebuild nothing --connection Host=x")]
    [InlineData("report CD-2014:4-1 --unit zuzhibu --period-start 2014-06-01")]
    [InlineData("report CD-2014:4-1 --unit zuzhibu --period-start 2014-06-01 --period-end 2014-06-30 --amount 1,000")]
    [InlineData("report CD-2014:4-1 --unit zuzhibu --period-start 2014-06-01 --period-end 2014-06-30 --node n1=done")]
    public async Task A_wrong_command_line_exits_with_2_and_prints_nothing_to_standard_output(string line)
    {
        var run = (await Cli.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ShouldExit(ExitCode.Usage);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("board --server http://127.0.0.1:9 --json")]
    [InlineData("import {plan} --server http://127.0.0.1:9 --json")]
    [InlineData("verify --connection Host=/nowhere;Username=x --json")]
    [InlineData("migrate --data /nowhere --json")]
    public async Task Nobody_there_exits_with_3_and_says_so_in_one_JSON_document(string line)
    {
        var run = (await Cli.RunAsync(line.Replace("{plan}", Samples.Plan, StringComparison.Ordinal).Split(' '))).ShouldExit(ExitCode.Unavailable);
        run.Json.GetProperty("code").GetString().ShouldBe("cannot_connect");
        run.Error.ShouldContain(" / ");
    }

    [Fact]
    public async Task A_file_that_is_not_there_exits_with_1()
        => (await Cli.RunAsync("import", "/nowhere/plan.json", "--server", "http://127.0.0.1:9", "--json")).ShouldExit(ExitCode.Refused)
            .Json.GetProperty("code").GetString().ShouldBe("file_unreadable");

    [Fact]
    public async Task The_program_itself_gives_its_exit_code_to_the_shell()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "ledger.dll"), "board", "--server", "http://127.0.0.1:9", "--json" })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(ExitCode.Unavailable);
        output.ShouldStartWith("{\"type\":\"urn:targetledger:problem:cannot_connect\"");
        output.ShouldContain("无法连接");
    }
}
