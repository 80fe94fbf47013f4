using Shouldly;
using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Reading;
using TargetLedger.Documents.Tests.Reading;
using Xunit;

namespace TargetLedger.Documents.Tests.Cleaning;

public sealed class WordingTests
{
    [Theory]
    [InlineData("培训３万人次，达到９５％（约束性）", "培训3万人次，达到95%(约束性)")]
    [InlineData("新建５－８个", "新建5-8个")]
    [InlineData("Ａ类企业１．５亿元", "A类企业1.5亿元")]
    [InlineData("⼈才⼯作", "人才工作")]
    public async Task Full_width_forms_and_lookalikes_read_as_their_ordinary_forms(string written, string read)
        => (await Read.Text(written)).Paragraphs().ShouldBe([read]);

    [Theory]
    [InlineData("兩地人社部門啟動百名優秀年輕幹部互派掛職計劃", "两地人社部门启动百名优秀年轻干部互派挂职计划")]
    [InlineData("乾隆年間", "乾隆年间")]
    [InlineData("瞭解情況、登高瞭望", "了解情况、登高瞭望")]
    [InlineData("開展著名企業引進", "开展著名企业引进")]
    public async Task Traditional_characters_read_as_simplified_ones_by_phrase(string written, string read)
        => (await Read.Text(written)).Paragraphs().ShouldBe([read]);

    [Fact]
    public async Task Simplified_text_is_not_touched()
    {
        var read = await Read.Text("显著提高著作权保护水平,覆盖乾安县、藉河两岸,松花江干流周边。");

        read.Paragraphs().ShouldBe(["显著提高著作权保护水平,覆盖乾安县、藉河两岸,松花江干流周边。"]);
        read.Changes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("　　新建 5 个工作室  ", "新建5个工作室")]
    [InlineData("市人社局 市教育局", "市人社局 市教育局")]
    [InlineData("2014年6月4日    成都", "2014年6月4日 成都")]
    [InlineData("1. 抓好落实", "1. 抓好落实")]
    [InlineData("培\u200B训\uFEFF3万", "培训3万")]
    public async Task Spaces_of_the_layout_go_and_those_that_part_names_stay(string written, string read)
        => (await Read.Text(written)).Paragraphs().ShouldBe([read]);

    [Theory]
    [InlineData("<p>一、培训</p>", "一、培训")]
    [InlineData("就业&nbsp;&ldquo;双创&rdquo;<br/>", "就业 “双创”")]
    [InlineData("<font color=\"red\">5个</font>以上", "5个以上")]
    [InlineData("完成率<90%且>60%", "完成率<90%且>60%")]
    public async Task Stray_tags_go_and_signs_of_comparison_stay(string written, string read)
        => (await Read.Text(written)).Paragraphs().ShouldBe([read]);

    [Fact]
    public async Task A_place_in_the_clean_words_leads_back_to_the_words_as_written()
    {
        var read = await Read.Text("一、　新建 ５ 個(gè)工作室,培訓(xùn)３萬人次。");
        var clean = read.Blocks.OfType<SourceParagraph>().Single().Clean;

        clean.Text.ShouldBe("一、 新建5个工作室,培训3万人次。");
        Source(read, clean, "5个").ShouldBe("５ 個");
        Source(read, clean, "培训").ShouldBe("培訓");
        Source(read, clean, "训3万人次").ShouldBe("訓(xùn)３萬人次");
        read.ShouldKeepItsPlaces();
    }

    private static string Source(SourceDocument read, CleanText clean, string words)
    {
        var at = clean.Text.IndexOf(words, StringComparison.Ordinal);
        return read.Text[clean.SourceStart(at)..clean.SourceEnd(at + words.Length)];
    }
}
