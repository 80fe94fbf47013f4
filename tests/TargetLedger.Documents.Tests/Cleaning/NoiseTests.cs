using Shouldly;
using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Tests.Reading;
using Xunit;

namespace TargetLedger.Documents.Tests.Cleaning;

public sealed class NoiseTests
{
    [Fact]
    public async Task A_copied_web_page_loses_its_navigation_and_footer_and_nothing_else()
    {
        var read = await Read.Text(
            "当前位置:首页 >> 政务公开 >> 规划计划\n某市2026年工作要点\n2026年1月4日    浏览量:3187\n"
            + "一、全年培训3万人次,联系电话服务覆盖率达到90%,建立网站首页专栏。\n责任单位:市人社局\n"
            + "上一篇:某通知\n网站地图 | 设为首页 某备00-000001 ICP备00000002号\n某局主办 版权所有 地址:某路1号\n某所制作、维护 地址:某路2号 邮政编码:000000\n电话:0000 传真:0001\n");

        read.Paragraphs().ShouldBe(["某市2026年工作要点", "2026年1月4日", "一、全年培训3万人次,联系电话服务覆盖率达到90%,建立网站首页专栏。", "责任单位:市人社局"]);
        read.Changes(ChangeKind.Noise).Count().ShouldBe(7);
        read.ShouldKeepItsPlaces();
    }

    [Theory]
    [InlineData("发布时间:2026-01-15 09:30 来源:市政府办公室 浏览次数:1,203次 字号:[大 中 小] 打印", "发布时间:2026-01-15 09:30 来源:市政府办公室")]
    [InlineData("2026年1月4日    浏览量:3187", "2026年1月4日")]
    [InlineData("来源:校办公室 发布日期:2026-03-09 浏览:517次", "来源:校办公室 发布日期:2026-03-09")]
    public async Task Counters_and_buttons_go_out_of_a_line_that_says_something_else(string line, string read)
        => (await Read.Text(line)).Paragraphs().ShouldBe([read]);

    [Theory]
    [InlineData("联系电话:028-12345678")]
    [InlineData("主办单位:市科技局")]
    [InlineData("地址:市政府大楼")]
    [InlineData("打印店服务提升行动")]
    [InlineData("位置服务产业产值达到5亿元")]
    [InlineData("首页专栏建设")]
    public async Task Lines_of_a_plan_that_only_resemble_noise_stay(string line)
        => (await Read.Text($"一、培训。\n{line}\n")).Paragraphs().ShouldContain(line);

    [Theory]
    [InlineData("當前位置:某某新聞網(wǎng) >> 要聞 >> 正文")]
    [InlineData("  •  下一篇:搶抓汛前")]
    [InlineData("— 3 —")]
    [InlineData("【打印】【关闭】")]
    [InlineData("【字体:大 中 小】 打印本页")]
    [InlineData("分享到:微信 微博")]
    [InlineData("(责任编辑:某某)")]
    public async Task Lines_that_are_surely_noise_go(string line)
        => (await Read.Text($"一、培训。\n{line}\n")).Paragraphs().ShouldBe(["一、培训。"]);
}
