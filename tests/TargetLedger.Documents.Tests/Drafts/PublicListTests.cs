using Shouldly;
using TargetLedger.Documents.Drafts;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

/// <summary>How lists that offices publish are numbered, who they name, and how they end.</summary>
public class PublicListTests
{
    [Theory]
    [InlineData("某县2025年十件民生实事完成情况")]
    [InlineData("2025年某县民生实事全面完成")]
    [InlineData("某县林业局2025年工作总结")]
    [InlineData("关于2025年重点任务落实情况的报告")]
    public async Task A_report_sets_no_target_but_where_it_looks_ahead(string title)
    {
        var draft = await Drafting.OfAsync($"{title}\n一、绿化行动\n新建绿道40公里,新增绿地9公顷,绿地率达到38%。\n二、供水行动\n改造泵房6座。下一步,将新建泵房2座。\n");

        draft.Tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 2 座"]);
    }

    [Theory]
    [InlineData("某县2025年工作完成情况及2026年工作安排")]
    [InlineData("关于确保2026年民生实事圆满完成的通知")]
    [InlineData("某县2026年重点任务落实情况台账")]
    public async Task A_title_that_looks_ahead_too_heads_no_report(string title)
    {
        var draft = await Drafting.OfAsync($"{title}\n一、绿化行动\n新建绿道40公里。\n");

        draft.Tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 40 公里"]);
    }
}
