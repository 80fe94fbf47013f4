using System.Diagnostics;
using Shouldly;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Lists;
using TargetLedger.Documents.Reading;
using TargetLedger.Documents.Sheets;
using TargetLedger.Documents.Tests.Reading;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Units;
using Xunit;

namespace TargetLedger.Documents.Tests.Lists;

/// <summary>The list of a province: a hundred thousand items, in the memory their draft takes and no more.</summary>
[Collection(nameof(MeasuredAlone))]
public sealed class LargeListTests
{
    private const int Items = 100_000;
    private const long MostBytes = 512L * 1024 * 1024;

    [Fact]
    public async Task It_is_read_back_from_its_workbook()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var target = new MemoryStream();
        await Book().WriteAsync(target, SheetFormat.Xlsx, "责任清单台账", "在册", "在册", _ => AsyncEnumerable.Range(1, Items).Select(Item), cancellation);
        var bytes = target.ToArray();

        var watch = Stopwatch.StartNew();
        var peak = Peak.Start();
        var reading = await DocumentReader.ReadAsync(bytes, "list.xlsx", cancellation);
        var read = watch.Elapsed;
        var draft = DraftReader.TryRead(reading.File.ShouldNotBeNull(reading.IsSound ? "" : reading.Faults[0].En), cancellation).File.ShouldNotBeNull();
        var most = await peak.StopAsync();

        TestContext.Current.SendDiagnosticMessage($"{Items} items, {bytes.Length / 1024} KB read in {read.TotalSeconds:0.0} s, drafted in {(watch.Elapsed - read).TotalSeconds:0.0} s, {most / 1024 / 1024} MB more memory");
        draft.Tasks.Sum(t => t.Commitments.Count).ShouldBe(Items);
        draft.Tasks[^1].Commitments[^1].Listed!.Apportionment!.Quotas.Count.ShouldBe(1);
        most.ShouldBeLessThan(MostBytes);
    }

    [Fact]
    public async Task A_longer_one_is_refused()
    {
        using var target = new MemoryStream();
        await Book().WriteAsync(target, SheetFormat.Csv, "责任清单台账", "在册", "在册", _ => AsyncEnumerable.Range(1, Items + 1).Select(i => Item(i) with { Measure = null, Target = null, Responsible = [] }), TestContext.Current.CancellationToken);

        (await Reading.Read.Refusal(target.ToArray(), "list.csv")).ShouldBe("list_too_long");
    }

    private static ListBook Book() => new(
        [new("plan-1", "P-1", "某省2014年工作要点", "某省政府", new(2014, 2, 1), new(new(2014, 1, 1), new(2014, 12, 31)), null, [new(SourceKind.Plan, "某省2014年工作要点")], [], 0, 1)],
        new UnitDirectory(
            Enumerable.Range(0, 2_000).ToDictionary(i => $"u{i}", i => new Unit($"u{i}", $"某市第{i}局", UnitKind.Department, [], null, null, 1), StringComparer.Ordinal),
            new Dictionary<string, UnitGroup>(StringComparer.Ordinal) { ["g"] = new("g", "各区县", Open: true, [], 1) }));

    private static ListItem Item(int i) => new(
        "P-1", "一", "提升能力", $"{i / 10}", $"开展第{i / 10}项重点工作", $"{i / 10}-{i % 10 + 1}", $"完成职业技能培训第{i}批",
        new("培训人次", "人次", MeasureKind.Cumulative), new(Bound.AtLeast, i, $"不少于{i}人次"), Strength.Forecast, Cadence.Quarterly, new(new(2014, 1, 1), new(2014, 12, 31)), null, $"一/{i / 10}",
        [new(Role.Lead, $"u{i % 2_000}"), new(Role.Partner, Group: "g")],
        i % 20 == 0 ? [new("n1", "印发方案", new(2014, 3, 31), "文件印发")] : [],
        i % 50 == 0 ? new(SummingUp.LeadReports, "g", [new("u1", i)]) : null,
        "在办",
        []);
}
