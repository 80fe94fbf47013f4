using Shouldly;
using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Reading;
using Xunit;

namespace TargetLedger.Documents.Tests.Reading;

/// <summary>Two web copies as they were published, which stay outside of the project: TARGETLEDGER_SEEDS names their folder.</summary>
public sealed class SeedTests
{
    [Fact]
    public async Task The_simplified_one_loses_its_frame_and_keeps_its_tasks()
    {
        var read = await Seed("003_*.txt");

        read.ShouldKeepItsPlaces();
        read.Paragraphs().Count(p => char.IsAsciiDigit(p[0]) && p.Contains('.', StringComparison.Ordinal) && p.EndsWith(')')).ShouldBe(23);
        read.Paragraphs().ShouldNotContain(p => p.Contains("ICP") || p.Contains("当前位置") || p.Contains("浏览量") || p.Contains("传真"));
        read.Changes.Where(c => c.Kind is ChangeKind.Damaged or ChangeKind.Traditional or ChangeKind.Gloss).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_traditional_one_is_simplified_without_glosses_and_its_damage_is_flagged()
    {
        var read = await Seed("004_*.txt");

        read.ShouldKeepItsPlaces();
        read.Paragraphs().Where(p => p.Any(c => "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ".Contains(c, StringComparison.Ordinal)))
            .ShouldHaveSingleItem().ShouldContain("?qū)m?xiàng)", customMessage: "what is damaged stays as it is");
        string.Concat(read.Paragraphs()).ShouldContain("两地省委(市委)组织部");
        read.Changes(ChangeKind.Damaged).ShouldBe(["?!?/p> → 。”", "?qū)m?xiàng) → ", "?。ㄊ校┬? → 省（市）校"]);
        read.Paragraphs().ShouldNotContain(p => p.Contains("上一篇") || p.Contains("下一篇") || p.Contains(">>"));
    }

    private static async Task<SourceDocument> Seed(string pattern)
    {
        var folder = Environment.GetEnvironmentVariable("TARGETLEDGER_SEEDS");
        Assert.SkipUnless(Directory.Exists(folder), "TARGETLEDGER_SEEDS names no folder.");
        var file = Directory.GetFiles(folder, pattern).Single();
        return await Read.File(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), file);
    }
}
