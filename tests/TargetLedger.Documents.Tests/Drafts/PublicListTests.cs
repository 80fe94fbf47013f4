using Shouldly;
using TargetLedger.Documents.Drafts;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

/// <summary>How lists that offices publish are numbered, who they name, and how they end.</summary>
public class PublicListTests
{
    [Theory]
    [InlineData("●新建绿道40公里。\n●改造泵房6座。\n●培训护林员90名。")]
    [InlineData("■ 新建绿道40公里。\n■ 改造泵房6座。\n■ 培训护林员90名。")]
    [InlineData("一是新建绿道40公里。\n二是改造泵房6座。\n三是培训护林员90名。")]
    [InlineData("01 新建绿道40公里\n02 改造泵房6座\n03 培训护林员90名")]
    public async Task Bullets_ordinals_and_bare_numbers_part_tasks(string lines)
    {
        var draft = await Drafting.OfAsync($"某县2026年民生实事项目\n{lines}\n");

        draft.Tasks.Select(t => t.Title).ShouldBe(["新建绿道40公里", "改造泵房6座", "培训护林员90名"]);
        draft.Tasks.SelectMany(t => t.Commitments).Select(c => c.Measure).ShouldBe(["新建绿道", "改造泵房", "培训护林员"]);
    }

    [Fact]
    public async Task Bare_numbers_go_on_past_nine()
    {
        var draft = await Drafting.OfAsync($"某县2026年民生实事项目\n{string.Join('\n', Enumerable.Range(1, 12).Select(i => $"{i:00} 新建书屋{i + 20}家"))}\n");

        draft.Tasks.Select(t => t.Number).ShouldBe(Enumerable.Range(1, 12).Select(i => $"{i:00}"));
    }

    [Fact]
    public async Task Ordinals_below_a_numbered_task_are_parts_of_it()
    {
        var draft = await Drafting.OfAsync("某县2026年工作要点\n1.抓好绿化。责任单位:县林业局\n一是造林2万亩。\n二是新建苗圃3个。\n2.抓好供水。改造泵房6座。责任单位:县水利局\n");

        draft.Tasks.Select(t => t.Title).ShouldBe(["抓好绿化", "抓好供水"]);
        Drafting.Targets(draft.Tasks[0]).ShouldBe(["at_least 20000 亩", "at_least 3 个"]);
    }

    [Theory]
    [InlineData("(牵头单位:县林业局;责任单位:县直有关部门、单位,各乡镇政府。以下任务均需各乡镇政府落实,不再一一列出)", "县林业局", "县直有关部门、单位", "各乡镇政府")]
    [InlineData("由县林业局牵头,县直有关部门、单位,各县(市)、区人民政府配合。", "县林业局", "县直有关部门、单位", "各县(市)、区人民政府")]
    public async Task Names_that_a_stop_joins_or_a_sentence_follows_are_told_apart(string answering, params string[] units)
    {
        var draft = await Drafting.OfAsync($"某县2026年工作要点\n1.抓好绿化。造林2万亩。{answering}\n");

        draft.Tasks.ShouldHaveSingleItem().Units.Select(u => u.Name).ShouldBe(units);
    }

    [Theory]
    [InlineData("2026年2月20日")]
    [InlineData("二〇二六年二月二十日")]
    public async Task The_day_it_was_signed_is_no_deadline(string day)
    {
        var draft = await Drafting.OfAsync($"某县人民代表大会公告\n会议票决确定2026年民生实事项目:\n一、新建绿道40公里。\n二、改造泵房6座。\n现予公告。\n某县人民代表大会主席团\n{day}\n");

        draft.Tasks.ShouldAllBe(t => t.Deadline == null);
    }

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

    [Fact]
    public async Task A_column_of_results_holds_no_target()
    {
        var draft = await Drafting.OfAsync("2026年民生实事\n序号\t事项名称\t年度目标\t责任单位\t1-9月份工作取得成效\n1\t新建绿道\t新建绿道40公里\t县林业局\t惠及居民3200人,开工率100%\n2\t改造泵房\t改造泵房6座\t县水利局\t惠及居民1800人\n");

        draft.Tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 40 公里", "at_least 6 座"]);
    }
}
