using Shouldly;
using TargetLedger.Documents.Drafts;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

/// <summary>Reports of the year gone by and plans of the year ahead often share a document.</summary>
public class LookingBackTests
{
    [Theory]
    [InlineData("请各责任部门会同配合部门抓好落实。")]
    [InlineData("望各有关单位认真组织实施。")]
    [InlineData("请有关部门和各乡镇抓好落实。")]
    public async Task Asking_everybody_makes_no_task_of_what_was_reached(string asking)
    {
        var draft = await Drafting.OfAsync($"某县林业局2026年工作任务清单\n2025年,全县完成造林2万亩。现将2026年任务印发如下,{asking}\n1.抓好国土绿化。完成造林1.8万亩。(造林科)\n2.抓好林下经济。发展林下种植5000亩。(产业科)\n");

        draft.Tasks.Select(t => t.Title).ShouldBe(["抓好国土绿化", "抓好林下经济"]);
    }

    [Theory]
    [InlineData("一、2025年工作情况")]
    [InlineData("一、2025年主要工作")]
    [InlineData("一、过去一年工作回顾")]
    [InlineData("一、主要成效")]
    [InlineData("2025年工作完成情况")]
    public async Task A_section_of_the_year_gone_by_holds_no_task(string heading)
    {
        var draft = await Drafting.OfAsync($"某县林业局2025年工作总结和2026年工作安排\n{heading}\n全县完成造林2万亩,森林覆盖率达到51%,培训护林员300名。\n建成苗圃3个,抚育中幼林1.5万亩。\n二、2026年工作安排\n1.抓好国土绿化。完成造林1.8万亩,新建苗圃2个。(造林科)\n2.抓好林下经济。发展林下种植5000亩。(产业科)\n");

        draft.Tasks.Select(t => t.Title).ShouldBe(["抓好国土绿化", "抓好林下经济"]);
        draft.Tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 18000 亩", "at_least 2 个", "at_least 5000 亩"]);
    }

    [Theory]
    [InlineData("某县2025年工作总结和2026年工作安排")]
    [InlineData("某县水利局关于2025年重点工作完成情况及2026年工作计划的报告")]
    [InlineData("某县林业局2026年工作要点")]
    [InlineData("某县林业局2025年工作总结及下一步工作打算")]
    [InlineData("某县林业局2026年上半年工作总结及下半年工作计划")]
    public async Task The_year_a_title_looks_ahead_to_is_the_plans(string title)
        => (await Drafting.OfAsync($"{title}\n一、重点任务\n1.抓好绿化。年底前造林2万亩。(造林科)\n")).Plan.Period.ShouldBe("2026-01-01/2026-12-31");

    [Fact]
    public async Task A_report_turns_ahead_with_what_is_asked_for_the_rest_of_the_year()
        => (await Drafting.OfAsync("关于2026年上半年重点工作进展情况的通报\n一、总体进展情况\n截至6月30日,累计完工小区40个。\n二、下半年工作要求\n(一)完善养老服务。新建驿站14家,覆盖率提高到65%,11月底前投入运营。(责任单位:市民政局)\n(二)加快电梯加装。完成加装60台。(责任单位:市住建局)\n"))
            .Tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 14 家", "at_least 65 %", "at_least 60 台"]);

    [Theory]
    [InlineData("某政发〔2026〕6号\n", "")]
    [InlineData("", "本意见自2026年5月1日起施行。\n")]
    public async Task A_document_without_a_date_begins_when_it_says_it_is_in_force(string number, string end)
        => (await Drafting.OfAsync($"某市人民政府关于支持低空经济发展的若干意见\n{number}第一条 明确目标。围绕建设区域低空经济集聚地,统筹推进产业培育、场景开放和要素保障等各项工作,加快形成优势,到2027年底,产业规模突破40亿元。(市发展改革委负责)\n第二条 完善设施。统筹城乡空间、空域条件、应急救援和公共服务等多方面需要,合理布局各类起降设施和配套设施,2026年底前建成起降场12个。(市交通运输局负责)\n{end}"))
            .Plan.Period.ShouldBe("2026-01-01/2027-12-31");

    [Fact]
    public async Task A_year_that_only_the_text_looks_ahead_to_is_the_plans()
    {
        var draft = await Drafting.OfAsync("某县政府工作报告重点任务分解\n2025年,全县生产总值增长6%,完成造林3万亩。\n2026年主要预期目标是:生产总值增长5.5%。\n一、重点任务\n1.抓好绿化。造林2万亩。(造林科)\n");

        draft.Plan.Period.ShouldBe("2026-01-01/2026-12-31");
        draft.Tasks.SelectMany(Drafting.Targets).ShouldBe(["growth 5.5 %", "at_least 20000 亩"]);
    }

    [Theory]
    [InlineData("二、存在的主要问题")]
    [InlineData("二、困难和问题")]
    public async Task A_section_of_what_is_wrong_holds_no_task(string heading)
        => (await Drafting.OfAsync($"某县林业局2026年工作计划\n{heading}\n一是退化林面积较大;二是空编12个,设备老化率达到40%。\n三、工作安排\n(一)抓好绿化。造林2万亩。(造林科)\n")).Tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 20000 亩"]);

    [Fact]
    public async Task Paragraphs_behind_a_look_at_last_year_tell_of_it_until_one_looks_ahead()
    {
        var draft = await Drafting.OfAsync("某县2026年重点工作任务\n过去一年,我们主要做了以下工作:\n产业发展加快。新增规上企业31家,技术合同成交额突破12亿元。\n民生持续改善。新建中小学5所。\n2026年要实现以下目标:新增就业6000人,粮食产量稳定在24万吨以上。\n一、重点任务\n1.抓好招商。引进项目20个。(县商务局)\n");

        draft.Tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 6000 人", "at_least 240000 吨", "at_least 20 个"]);
    }

    [Fact]
    public async Task A_heading_ends_a_look_at_last_year()
    {
        var draft = await Drafting.OfAsync("某县2026年绿化工作\n2025年,全县造林2万亩,主要做了以下工作。\n建成苗圃3个。\n下一步工作\n完成造林1.8万亩,新建苗圃2个。\n");

        draft.Tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 18000 亩", "at_least 2 个"]);
    }

    [Fact]
    public async Task A_look_at_last_year_that_ends_in_a_plan_leaves_what_follows_alone()
    {
        var draft = await Drafting.OfAsync("某县2026年绿化方案\n2025年,全县造林2万亩。为巩固成果,制定本方案。\n完成造林1.8万亩,新建苗圃2个。责任单位:县林业局\n");

        draft.Tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 18000 亩", "at_least 2 个"]);
    }

    [Fact]
    public async Task A_task_about_last_years_projects_stays_one()
    {
        var draft = await Drafting.OfAsync("某县2026年工作要点\n一、重点任务\n1.完成2025年续建项目。5月底前竣工验收6个。(县水利局)\n2.开展巡查。巡查河道40条。(县水利局)\n");

        draft.Tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 6 个", "at_least 40 条"]);
    }

    [Theory]
    [InlineData("2025年,全县新增绿地90亩,年末公园达到36个,绿道里程突破二百公里。2026年,要突出提质这一主线,抓好以下工作。")]
    [InlineData("去年,全县建成公园5个,12月底管护人员达到400人。")]
    public async Task An_opening_that_tells_of_the_year_gone_by_is_no_task(string opening)
        => (await Drafting.OfAsync($"某县2026年园林工作要点\n{opening}\n一、提质增效\n1、新建绿道。新建绿道30公里。责任科室:园林科\n")).Tasks.Select(t => t.Title).ShouldBe(["新建绿道"]);

    [Theory]
    [InlineData("各责任单位要于每季度末月20日前,将进展情况报县办公室。")]
    [InlineData("各乡镇要对照任务细化计划,3月底前报县林业局备案。")]
    public async Task What_closes_the_document_is_not_the_last_tasks(string closing)
    {
        var task = (await Drafting.OfAsync($"某县2026年园林工作要点\n一、提质增效\n1、新建绿道。新建绿道30公里。(园林科)\n{closing}\n")).Tasks.ShouldHaveSingleItem();

        task.Deadline.ShouldBeNull();
        Drafting.Targets(task).ShouldBe(["at_least 30 公里"]);
    }
}
