using Shouldly;
using TargetLedger.Documents.Drafts;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

/// <summary>What a document says of itself: when it was issued and what period it is for.</summary>
public class HeadTests
{
    [Theory]
    [InlineData("根据县委2025年11月5日会议精神,制定本方案。\n一、重点任务\n1.种好树。植树3万株。(县林业局)")]
    [InlineData("一、重点任务\n1.修好路。修路3公里,2026年10月31日前完成整改。(县交通局)")]
    [InlineData("一、重点任务\n1.修好路。修路3公里。(县交通局)\n2026年10月31日前报县办公室")]
    public async Task A_day_in_a_sentence_is_not_the_day_of_issue(string body)
    {
        var draft = await Drafting.OfAsync($"某县2026年绿化方案\n{body}\n");

        draft.Plan.Issued.ShouldBeNull();
        draft.Plan.Period.ShouldBe("2026-01-01/2026-12-31");
    }

    [Fact]
    public async Task Without_a_day_of_issue_a_day_in_a_sentence_makes_no_period()
    {
        var draft = await Drafting.OfAsync("某县绿化工作方案\n一、重点任务\n1.种好树。2027年3月12日前植树3万株。(县林业局)\n");

        draft.Plan.Issued.ShouldBeNull();
        draft.Plan.Period.ShouldBeNull();
    }

    [Theory]
    [InlineData("2026年2月9日")]
    [InlineData("(2026年2月9日)")]
    [InlineData("发布时间:2026-02-09")]
    [InlineData("发布时间:2026-02-09 10:30 来源:县林业局 浏览:35次")]
    [InlineData("2026年2月9日印发")]
    [InlineData("2026年2月9日    浏览量:35")]
    [InlineData("云溪日报    2026年02月09日")]
    [InlineData("(县政发〔2026〕3号,2026年2月9日印发)")]
    [InlineData("某县人民政府办公室 2026年2月9日印发")]
    [InlineData("某县人民政府办公室2026年2月9日")]
    [InlineData("二〇二六年二月九日")]
    [InlineData("二○二六年二月九日")]
    public async Task A_line_that_is_a_date_says_when_it_was_issued(string line)
    {
        var above = await Drafting.OfAsync($"某县2026年绿化方案\n{line}\n一、重点任务\n1.种好树。植树3万株。(县林业局)\n");
        var below = await Drafting.OfAsync($"某县2026年绿化方案\n一、重点任务\n1.种好树。植树3万株。(县林业局)\n{line}\n");

        above.Plan.Issued.ShouldBe("2026-02-09");
        below.Plan.Issued.ShouldBe("2026-02-09");
    }

    [Fact]
    public async Task A_year_in_Han_numerals_is_the_plans()
    {
        var draft = await Drafting.OfAsync("某县二〇二六年绿化方案\n一、重点任务\n1.种好树。二〇二六年十二月三十一日前植树3万株。(县林业局)\n2.修好园。九月底前建成公园2个。(县林业局)\n3.管好苗。十月二十日前新建苗圃4个。(县林业局)\n");

        draft.Plan.Period.ShouldBe("2026-01-01/2026-12-31");
        draft.Tasks.Select(t => t.Deadline!.Date).ShouldBe([new DateOnly(2026, 12, 31), new DateOnly(2026, 9, 30), new DateOnly(2026, 10, 20)]);
    }
}
