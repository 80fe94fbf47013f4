using TargetLedger.Testing;

namespace TargetLedger.Cli.Tests;

/// <summary><c>ledger export</c> and <c>ledger submit</c>: files out, forms back in.</summary>
public sealed class ExportTests : ServedSample
{
    [Theory]
    [InlineData("board", "b.xlsx", "PK")]
    [InlineData("board --light none --at 60", "b.csv", "\uFEFF方案,编号")]
    [InlineData("list --plan CD-2014", "l.csv", "\uFEFF方案,板块")]
    [InlineData("list --section 二", "l.xlsx", "PK")]
    [InlineData("breakdown CD-2014", "d.docx", "PK")]
    [InlineData("form rensheju --month 2014-06", "f.csv", "\uFEFF编号,责任事项/节点")]
    public async Task Each_is_written_to_the_file_that_is_named(string what, string name, string start)
    {
        var file = Path.Combine(Folder.FullName, name);
        (await Cli.RunAsync(["export", .. what.Split(' '), "--out", file, "--server", Address, "--as", "keeper"])).ShouldExit(ExitCode.Ok);

        System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).ShouldStartWith(start);
        Folder.GetFiles("*.part").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_refused_leaves_no_file_and_no_doubt()
    {
        var file = Path.Combine(Folder.FullName, "x.docx");
        (await Cli.RunAsync("export", "breakdown", "NO-SUCH", "--out", file, "--server", Address, "--as", "keeper")).ShouldExit(ExitCode.Refused).Error.ShouldContain("没有找到");
        (await Cli.RunAsync("export", "board", "--out", file, "--server", Address, "--as", "keeper")).ShouldExit(ExitCode.Usage).Error.ShouldContain(".xlsx");
        Folder.GetFiles().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_filled_form_is_checked_and_then_recorded_once()
    {
        var file = Path.Combine(Folder.FullName, "form.xlsx");
        (await Cli.RunAsync("export", "form", "rensheju", "--month", "2014-06", "--out", file, "--server", Address, "--as", "unit:rensheju")).ShouldExit(ExitCode.Ok);
        var form = new FormWorkbook(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        foreach (var number in form.Numbers)
            form.Fill(number, "本期无进展", "是").Fill(number, "数据截至", "2014-06-04");
        form.Fill("11-3", "本期无进展", "无");
        await File.WriteAllBytesAsync(file, form.Save(), TestContext.Current.CancellationToken);
        string[] submit = ["submit", file, "--unit", "rensheju", "--server", Address, "--as", "unit:rensheju"];

        var check = (await Cli.RunAsync([.. submit, "--check"])).ShouldExit(ExitCode.Refused);
        check.Output.ShouldContain("填报表!H7 “无”不是可选项");
        check.Output.ShouldContain("将记入 3 行");
        (await Cli.RunAsync(submit)).ShouldExit(ExitCode.Refused).Error.ShouldContain("填报表!H7");
        (await Cli.RunAsync([.. submit, "--good-rows"])).ShouldExit(ExitCode.Ok).Output.ShouldContain("已记入 3 份填报,留下 1 行");
        (await Cli.RunAsync([.. submit, "--good-rows"])).ShouldExit(ExitCode.Ok).Output.ShouldContain("没有变化");
    }
}
