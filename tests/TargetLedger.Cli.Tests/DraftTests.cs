using System.Globalization;

namespace TargetLedger.Cli.Tests;

public sealed class DraftTests : IDisposable
{
    private const string Plan =
        "关于印发《海州市2025年教育工作要点》的通知\n一、扩大资源\n1.增加学位。😀9月底前新建幼儿园3所,新增学位1.2万个。(市教育局、市财政局)\n2.健全制度。建立集团化办学制度。(市教育局)\n";

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.txt");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task The_JSON_has_the_shape_scripts_rely_on()
    {
        var root = (await DraftAsync("--json")).Json;

        root.GetProperty("plan").GetProperty("title").GetString().ShouldBe("海州市2025年教育工作要点");
        root.GetProperty("plan").GetProperty("period").GetString().ShouldBe("2025-01-01/2025-12-31");
        root.GetProperty("plan").GetProperty("issuer").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        var task = root.GetProperty("tasks")[0];
        task.GetProperty("number").GetString().ShouldBe("1");
        task.GetProperty("section").GetString().ShouldBe("扩大资源");
        task.GetProperty("deadline").GetProperty("date").GetString().ShouldBe("2025-09-30");
        var unit = task.GetProperty("units")[0];
        unit.GetProperty("role").GetString().ShouldBe("lead");
        unit.GetProperty("inferred").GetBoolean().ShouldBeTrue();
        var commitment = task.GetProperty("commitments")[1];
        commitment.GetProperty("kind").GetString().ShouldBe("quantity");
        commitment.GetProperty("bound").GetString().ShouldBe("at_least");
        commitment.GetProperty("direction").GetString().ShouldBe("up");
        commitment.GetProperty("value").GetRawText().ShouldBe("12000");
        commitment.GetProperty("upper").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        commitment.GetProperty("unit").GetString().ShouldBe("个");
        commitment.GetProperty("aspirational").GetBoolean().ShouldBeFalse();
        root.GetProperty("tasks")[1].GetProperty("deadline").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        root.GetProperty("tasks")[1].GetProperty("commitments")[0].GetProperty("kind").GetString().ShouldBe("milestone");
        root.GetProperty("cleaning").GetArrayLength().ShouldBe(0);
        root.GetProperty("questions").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Places_count_the_code_points_of_the_text()
    {
        var commitment = (await DraftAsync("--json")).Json.GetProperty("tasks")[0].GetProperty("commitments")[1];
        var text = (await DraftAsync("--text")).Output;

        var points = StringInfo.ParseCombiningCharacters(text).Length;
        points.ShouldBeLessThan(text.Length);
        var (start, end) = (commitment.GetProperty("char_start").GetInt32(), commitment.GetProperty("char_end").GetInt32());
        string.Concat(text.EnumerateRunes().Skip(start).Take(end - start).Select(r => r.ToString())).ShouldBe(commitment.GetProperty("as_written").GetString());
    }

    [Fact]
    public async Task The_text_is_the_document_and_nothing_else() => (await DraftAsync("--text")).Output.ShouldBe(Plan);

    [Fact]
    public async Task A_keeper_reads_tasks_figures_and_questions()
    {
        var output = (await DraftAsync()).Output;

        output.ShouldContain("新增学位: 至少 12,000 个 “1.2万个”");
        output.ShouldContain("市教育局(牵头?)");
        output.ShouldContain("时限 / due: 2025-09-30");
    }

    [Fact]
    public async Task What_is_no_document_is_refused_in_both_languages()
    {
        await File.WriteAllBytesAsync(_path, [0, 1, 2, 3, 255, 254, 0, 0, 9], TestContext.Current.CancellationToken);

        var run = (await Cli.RunAsync("draft", _path, "--json")).ShouldExit(ExitCode.Refused);

        run.Json.GetProperty("faults").GetArrayLength().ShouldBe(1);
        run.Error.ShouldContain(" / ");
    }

    private async Task<Run> DraftAsync(params string[] options)
    {
        await File.WriteAllTextAsync(_path, Plan, TestContext.Current.CancellationToken);
        return (await Cli.RunAsync(["draft", _path, .. options])).ShouldExit(ExitCode.Ok);
    }
}
