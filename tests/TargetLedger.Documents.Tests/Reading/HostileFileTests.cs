using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Shouldly;
using TargetLedger.Documents.Reading;
using Xunit;
using static TargetLedger.Documents.Tests.Reading.Package;

namespace TargetLedger.Documents.Tests.Reading;

/// <summary>Runs while no other test does.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;

/// <summary>
/// Files made to harm. Each is refused by its code, within a second and without 64 MiB more memory; the control shows that
/// the measure can fail.
/// </summary>
[Collection(nameof(MeasuredAlone))]
public sealed class HostileFileTests
{
    private const long MostBytes = 64L * 1024 * 1024;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    public static TheoryData<string> Files() => [.. HostileFiles.Documents.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_hostile_file_is_refused_at_once(string file)
    {
        var (code, ending, make) = HostileFiles.Documents[file];

        var bytes = make();

        // The best of three: what is measured is the reading, not what else the machine does meanwhile.
        var (reading, elapsed, memory) = await Measure(bytes, $"plan{ending}");
        for (var again = 0; again < 2 && (elapsed > MostTime || memory > MostBytes); again++)
            (reading, elapsed, memory) = await Measure(bytes, $"plan{ending}");

        reading.Faults.ShouldHaveSingleItem().Code.ShouldBe(code);
        elapsed.ShouldBeLessThan(MostTime);
        memory.ShouldBeLessThan(MostBytes);
    }

    [Fact]
    public async Task A_measure_of_memory_that_cannot_fail_would_be_worthless()
    {
        var before = Peak.Start();
        var held = new byte[100 * 1024 * 1024];
        Random.Shared.NextBytes(held);
        (await before.StopAsync()).ShouldBeGreaterThan(MostBytes);
        GC.KeepAlive(held);
    }

    [Fact]
    public async Task The_largest_files_that_are_read_stay_within_the_memory()
    {
        var rows = string.Concat(Enumerable.Range(1, 19_000).Select(r => $"<row r=\"{r}\">" + string.Concat("ABCDE".Select(c => $"<c r=\"{c}{r}\" t=\"inlineStr\"><is><t>培训{r}万人</t></is></c>")) + "</row>"));
        foreach (var (bytes, name) in new[] { (Workbook($"<sheetData>{rows}</sheetData>"), "plan.xlsx"), (Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("全年培訓３萬人次,新建工作室。\n", 60_000))), "plan.txt") })
        {
            var (reading, _, memory) = await Measure(bytes, name);
            reading.IsSound.ShouldBeTrue();
            memory.ShouldBeLessThan(2 * MostBytes, name);
        }
    }

    [Fact]
    public async Task Nothing_a_file_refers_to_is_fetched()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/x";
        var relationships = Relationships($"<Relationship Id=\"a\" Type=\"x/attachedTemplate\" TargetMode=\"External\" Target=\"{address}\"/><Relationship Id=\"b\" Type=\"x/image\" TargetMode=\"External\" Target=\"{address}\"/>");
        var word = Zip([.. Shell("word/document.xml", []).Where(p => p.Item1 != "word/_rels/document.xml.rels"), ("word/_rels/document.xml.rels", relationships), ("word/document.xml", $"<w:document {Namespaces}><w:body><w:p><w:r><w:t>正文</w:t></w:r></w:p></w:body></w:document>")]);

        (await Read.File(word, "plan.docx")).Paragraphs().ShouldBe(["正文"]);
        (await Read.Html($"<link rel=stylesheet href='{address}'><script src='{address}'></script><img src='{address}'><iframe src='{address}'></iframe><p>正文</p>")).Paragraphs().ShouldBe(["正文"]);
        listener.Pending().ShouldBeFalse();
    }

    private static async Task<(FileReading<SourceDocument> Reading, TimeSpan Elapsed, long Memory)> Measure(byte[] bytes, string name)
    {
        var peak = Peak.Start();
        var watch = Stopwatch.StartNew();
        var reading = await DocumentReader.ReadAsync(bytes, name, TestContext.Current.CancellationToken);
        return (reading, watch.Elapsed, await peak.StopAsync());
    }
}
