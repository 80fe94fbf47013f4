using System.Text;

namespace TargetLedger.Cli.Tests;

/// <summary><c>ledger draft --against … --confirm</c>: a list is revised by a document, here by its own export after somebody changed it.</summary>
public sealed class ReviseTests : ServedSample
{
    [Fact]
    public async Task A_list_follows_the_revised_document_where_it_is_accepted_and_what_is_gone_must_be_named()
    {
        var file = await RevisedAsync();
        string[] revise = ["draft", file, "--against", "CD-2014", "--confirm", "--reason", "年中调整"];

        (await RunAsync(["draft", file, "--against", "CD-2014"])).ShouldExit(ExitCode.Ok).Output.ShouldContain("变化 1,取消 1");
        var refused = (await RunAsync([.. revise, "--rest", "accept"])).ShouldExit(ExitCode.Refused);
        refused.Error.ShouldContain("/differences/11-3/gone");

        var done = (await RunAsync([.. revise, "--accept", "10-1:target", "--leave", "11-3"])).ShouldExit(ExitCode.Ok);
        done.Output.ShouldContain("已修订:1 个事项");
        (await RunAsync([.. revise, "--accept", "10-1:target", "--leave", "11-3"])).ShouldExit(ExitCode.Ok).Output.ShouldContain("没有变化");

        (await RunAsync("commitment", "CD-2014:10-1")).ShouldExit(ExitCode.Ok).Output.ShouldContain("3.5万人");
        (await RunAsync("draft", file, "--against", "CD-2014")).ShouldExit(ExitCode.Ok).Output.ShouldContain("变化 0,取消 1");
    }

    [Theory]
    [InlineData("--confirm --reason x", "--against")]
    [InlineData("--against CD-2014 --confirm", "--reason")]
    [InlineData("--against CD-2014 --accept 1-1", "--confirm")]
    public async Task Choices_without_a_list_or_a_reason_are_asked_about(string options, string missing)
        => (await RunAsync(["draft", Samples.Plan, .. options.Split(' ')])).ShouldExit(ExitCode.Usage).Error.ShouldContain(missing);

    /// <summary>The list as it was exported, with another target in one row and without another row.</summary>
    private async Task<string> RevisedAsync()
    {
        var file = Path.Combine(Folder.FullName, "list.csv");
        (await RunAsync("export", "list", "--plan", "CD-2014", "--out", file)).ShouldExit(ExitCode.Ok);
        var lines = (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Split("\r\n").Where(l => !l.Contains(",11-3,", StringComparison.Ordinal)).ToList();
        var headings = lines[0].Split(',').ToList();
        var (row, target) = (lines.FindIndex(l => l.Contains(",10-1,", StringComparison.Ordinal)), "");
        var cells = lines[row].Split(',');
        (target, cells[6]) = (cells[6], "3.5万人");
        cells[headings.IndexOf("判定依据值")] = "35000";
        target.ShouldNotBeEmpty();
        lines[row] = string.Join(',', cells);
        await File.WriteAllTextAsync(file, string.Join("\r\n", lines), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), TestContext.Current.CancellationToken);
        return file;
    }
}
