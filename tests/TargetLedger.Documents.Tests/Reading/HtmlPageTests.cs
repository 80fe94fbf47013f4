using System.Text;
using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Reading;

using Shouldly;
using Xunit;

namespace TargetLedger.Documents.Tests.Reading;

public sealed class HtmlPageTests
{
    [Fact]
    public async Task Only_the_document_of_a_page_is_read_on()
    {
        var read = await Read.Html("""
            <!DOCTYPE html><html><head><title>某市政府网</title><style>p{color:red}</style><script>var a="培训9万人";</script></head><body>
            <div class="top-nav"><a href="/">首页</a> <a href="/a">政务公开</a></div>
            <div class="crumbs">当前位置:首页 &gt; 政务公开</div>
            <h1>某市2026年工作要点</h1>
            <div class="content"><p>　　一、全年培训<b>3万</b>人次,
            新建工作室5个。</p><p>二、就业&nbsp;2万人。<br>三、创业1000人。</p><p style="display:none">培训8万人</p></div>
            <ul><li><a href="1">某市召开会议</a></li><li><a href="2">某市举行活动</a></li><li><a href="3">某市发布公告</a></li></ul>
            <div id="footer">版权所有 某市政府</div></body></html>
            """);

        read.Paragraphs().ShouldBe(["某市2026年工作要点", "一、全年培训3万人次, 新建工作室5个。", "二、就业 2万人。", "三、创业1000人。"]);
        read.Blocks.OfType<SourceParagraph>().First().HeadingLevel.ShouldBe(1);
        read.Text.ShouldContain("版权所有 某市政府");
        read.Text.ShouldNotContain("9万");
        read.Text.ShouldNotContain("8万");
        read.Changes(ChangeKind.Noise).ShouldContain("版权所有 某市政府 → ");
        read.Changes(ChangeKind.Noise).ShouldContain("某市召开会议 → ");
        read.ShouldKeepItsPlaces();
    }

    [Fact]
    public async Task Tables_keep_their_merged_cells()
    {
        var read = await Read.Html("""
            <table><thead><tr><th rowspan="2">序号</th><th rowspan="2">任务</th><th colspan="2">目标</th></tr><tr><th>2026年</th><th>2027年</th></tr></thead>
            <tbody><tr><td>1</td><td><p>新建工作室</p><p>(市级)</p></td><td>5个</td><td>8个</td></tr></tbody></table>
            """);

        read.Grid().ShouldBe(["T1R1C1 序号 [2×1]", "T1R1C2 任务 [2×1]", "T1R1C3 目标 [1×2]", "T1R2C3 2026年", "T1R2C4 2027年", "T1R3C1 1", "T1R3C2 新建工作室\n(市级)", "T1R3C3 5个", "T1R3C4 8个"]);
        read.ShouldKeepItsPlaces();
    }

    [Fact]
    public async Task A_table_that_only_lays_out_the_page_is_prose()
    {
        var read = await Read.Html("<table><tr><td>栏目</td><td><table><tr><td><p>一、培训。</p><p>二、就业。</p></td></tr></table></td></tr></table>");

        read.Cells().ShouldBeEmpty();
        read.Paragraphs().ShouldBe(["栏目", "一、培训。", "二、就业。"]);
    }

    [Fact]
    public async Task A_page_is_read_in_the_encoding_it_declares()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("gb18030").GetBytes("<html><head><meta charset=\"gb2312\"></head><body>就业</body></html>");

        (await Read.File(bytes, "a.htm")).Paragraphs().ShouldBe(["就业"]);
    }

    [Fact]
    public async Task Readings_above_characters_are_glosses()
        => (await Read.Html("<p><ruby>习<rp>(</rp><rt>xí</rt><rp>)</rp></ruby>近平</p>")).Paragraphs().ShouldBe(["习近平"]);
}
