using Shouldly;
using TargetLedger.Documents.Drafts;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

/// <summary>What is a task where prose numbers none: brackets within a paragraph, sentences that head paragraphs, minutes of a meeting.</summary>
public class ProseShapeTests
{
    [Theory]
    [InlineData("一、扩大需求\n全年新建展馆6座。(市文旅局牵头,市财政局配合)举办花展40场,其中夜展9场。(市林业局牵头,市公安局、各县(市、区)人民政府配合)修复古桥12座。(市住建局牵头)")]
    [InlineData("一、扩大需求\n全年新建展馆6座(责任单位:市文旅局、市财政局)。举办花展40场,其中夜展9场(责任单位:市林业局)。修复古桥12座(责任单位:市住建局)。")]
    [InlineData("一、扩大需求。全年新建展馆6座。(市文旅局、市财政局)举办花展40场,其中夜展9场。(市林业局)修复古桥12座。(市住建局)")]
    public async Task Each_bracket_of_a_paragraph_answers_for_what_stands_before_it(string section)
    {
        var draft = await Drafting.OfAsync($"某市2026年重点工作分工\n{section}\n");

        draft.Tasks.Select(t => t.Title).ShouldBe(["全年新建展馆6座", "举办花展40场,其中夜展9场", "修复古桥12座"]);
        draft.Tasks.Select(t => t.Units[0].Name).ShouldBe(["市文旅局", "市林业局", "市住建局"]);
        draft.Tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 6 座", "at_least 40 场", "at_least 9 场", "at_least 12 座"]);
        draft.Tasks.ShouldAllBe(t => t.Section == "扩大需求");
    }

    [Fact]
    public async Task Who_was_there_and_what_words_mean_is_no_task()
    {
        var draft = await Drafting.OfAsync("某县会议纪要\n2026年4月7日\n1.由县水利局牵头,6月底前完成水厂2座。\n2.县林业局负责,造林300亩。\n出席:县水利局、县林业局等单位负责人共12人。\n附:名词解释\n1.“两山三带”:指东山、西山2座山和3条林带。\n");

        draft.Tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 2 座", "at_least 300 亩"]);
    }

    [Fact]
    public async Task An_alias_in_a_sentence_parts_nothing()
    {
        var draft = await Drafting.OfAsync("某市2026年重点工作分工\n一、扩大需求\n会同市发改委(市能源局)、市林业局(市公园局)新建展馆6座,举办花展40场。(市文旅局)\n");

        draft.Tasks.ShouldHaveSingleItem().Units.ShouldHaveSingleItem().Name.ShouldBe("市文旅局");
    }

    [Fact]
    public async Task Sentences_that_head_the_paragraphs_of_a_section_are_its_tasks()
    {
        var draft = await Drafting.OfAsync("某县政府工作报告\n一、2025年工作回顾\n新建书屋30家。\n二、2026年重点工作\n(一)兴农强县\n建好粮仓。新建粮仓6座。\n办好花市,富裕花农。举办花市40场,培训花农900人。\n(二)绿水青山\n护好河湖。巡查河道120公里。\n各位代表!让我们携手前行。\n");

        draft.Tasks.Select(t => (t.Section, t.Title)).ShouldBe([("兴农强县", "建好粮仓"), ("兴农强县", "办好花市,富裕花农"), ("绿水青山", "护好河湖")]);
        draft.Tasks.Select(t => Drafting.Targets(t).Count()).ShouldBe([1, 2, 1]);
    }

    [Fact]
    public async Task A_section_of_plain_paragraphs_stays_one_task()
    {
        var draft = await Drafting.OfAsync("某县2026年工作要点\n一、兴农强县\n建好粮仓。新建粮仓6座。\n全年举办花市40场,培训花农900人。\n二、绿水青山\n巡查河道120公里。\n");

        draft.Tasks.Select(t => t.Title).ShouldBe(["兴农强县", "绿水青山"]);
    }

    [Fact]
    public async Task Minutes_name_who_answers_first_and_what_was_heard_is_no_task()
    {
        var draft = await Drafting.OfAsync("某县人民政府会议纪要\n2026年4月7日,县长主持召开会议。现纪要如下:\n一、关于灌区改造\n会议指出,工程计划整修渠道90公里,投资3亿元。会议确定:\n1.由县水利局牵头,县财政局配合,6月底前整修渠道40公里。\n2.各乡镇人民政府于5月底前清淤沟塘300处。\n二、关于花展\n会议通报,一季度花展接待增长5%。会议明确:\n3.县林业局负责,举办花展6场。\n");

        draft.Tasks.Select(t => t.Number).ShouldBe(["1", "2", "3"]);
        draft.Tasks.Select(t => t.Title).ShouldBe(["由县水利局牵头,县财政局配合,6月底前整修渠道40公里", "各乡镇人民政府于5月底前清淤沟塘300处", "县林业局负责,举办花展6场"]);
        draft.Tasks.Select(t => string.Join('、', t.Units.Select(u => u.Name))).ShouldBe(["县水利局、县财政局", "各乡镇人民政府", "县林业局"]);
        draft.Tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 40 公里", "at_least 300 处", "at_least 6 场"]);
    }

    [Theory]
    [InlineData("我院开放床位1100张,平均住院日7.4天。经院长办公会研究,现制定如下方案。")]
    [InlineData("全县有苗圃14个,管护林地2万亩。为做好全年工作,我局承诺如下:")]
    public async Task How_things_stand_before_the_first_item_is_no_task(string opening)
        => (await Drafting.OfAsync($"某县2026年绿化方案\n{opening}\n一、主要任务\n1.抓好造林。造林2万亩。(县林业局)\n")).Tasks.ShouldHaveSingleItem().Title.ShouldBe("抓好造林");

    [Fact]
    public async Task Goals_before_the_first_item_stay()
        => (await Drafting.OfAsync("某县2026年绿化方案\n力争全年新建苗圃14个。为此,制定本方案。\n一、主要任务\n1.抓好造林。造林2万亩。(县林业局)\n")).Tasks.Count.ShouldBe(2);

    [Fact]
    public async Task A_stage_that_sets_a_figure_is_a_task_and_one_that_sets_none_is_not()
    {
        var draft = await Drafting.OfAsync("某县2026年绿化方案\n一、主要任务\n1.抓好造林。造林2万亩。(县林业局)\n二、实施步骤\n1.启动阶段。4月底前修订制度15项。\n2.总结阶段。总结经验做法。\n");

        draft.Tasks.Select(t => t.Title).ShouldBe(["抓好造林", "启动阶段"]);
    }

    [Fact]
    public async Task When_a_document_comes_into_force_is_no_deadline_of_its_last_item()
    {
        var draft = await Drafting.OfAsync("某市支持花卉产业的若干意见\n某政发〔2026〕6号\n第一条 到2027年底,花卉产值突破5亿元。(市林业局)\n第二条 县林业局每季度调度一次项目进展。(市林业局)\n本意见自2026年4月1日起施行,有效期3年。\n");

        draft.Plan.Period.ShouldBe("2026-01-01/2027-12-31");
        draft.Tasks[1].Deadline!.Recurrence.ShouldBe("R/P3M");
    }

    [Theory]
    [InlineData("某政发〔2026〕6号", "")]
    [InlineData("", "本意见自2026年4月1日起施行。")]
    public async Task A_year_of_issue_begins_a_plan_whose_title_names_none(string number, string end)
    {
        var draft = await Drafting.OfAsync($"某市支持花卉产业的若干意见\n{number}\n一、扩大种植。到2027年底,花卉产值突破5亿元。(市林业局)\n二、建好花市。年内建成花市2处。(市林业局)\n三、办好花展。9月底前举办花展4场。(市林业局)\n{end}\n");

        draft.Plan.Period.ShouldBe("2026-01-01/2027-12-31");
        draft.Tasks.Select(t => t.Deadline!.Date).ShouldBe([new DateOnly(2027, 12, 31), new DateOnly(2026, 12, 31), new DateOnly(2026, 9, 30)]);
    }
}
