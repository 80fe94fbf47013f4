using Shouldly;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Structure;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

/// <summary>Units of two places under one name, and units that answer for every task.</summary>
public class JointUnitTests
{
    [Theory]
    [InlineData("川渝两地林业部门", "四川林业部门;重庆林业部门")]
    [InlineData("成渝两地党委宣传部", "成都党委宣传部;重庆党委宣传部")]
    [InlineData("京津两市水务部门", "北京水务部门;天津水务部门")]
    public async Task A_name_of_two_places_is_a_unit_of_each(string unit, string expected)
    {
        var draft = await Drafting.OfAsync($"区域绿化2026年工作要点\n一、主要任务\n1.共建绿廊。建设绿廊60公里。({unit})\n");

        var units = draft.Tasks.ShouldHaveSingleItem().Units;
        string.Join(';', units.Select(u => u.Name)).ShouldBe(expected);
        units.ShouldAllBe(u => u.Role == DraftRole.Lead && u.Side != null);
        draft.Questions.ShouldContain(q => q.Code == "two_sides");
    }

    [Fact]
    public async Task Two_cities_have_sides_like_two_provinces()
        => (await Drafting.OfAsync("云溪市与江口市2026年绿化合作要点\n一、主要任务\n1.共建绿廊。建设绿廊60公里。(两市林业部门)\n")).Tasks.Single().Units.Select(u => u.Name).ShouldBe(["云溪林业部门", "江口林业部门"]);

    [Theory]
    [InlineData("四川省、重庆市林业部门", "四川省林业部门;重庆市林业部门")]
    [InlineData("四川省、重庆市林业局", "四川省林业局;重庆市林业局")]
    [InlineData("青山区、白河县宣传部门", "青山区宣传部门;白河县宣传部门")]
    [InlineData("四川、重庆两省市生态环境厅(局)", "四川省生态环境厅;重庆市生态环境局")]
    [InlineData("贵州、云南两省林业局", "贵州省林业局;云南省林业局")]
    [InlineData("青山、白河两县人民政府", "青山县人民政府;白河县人民政府")]
    [InlineData("市林业局、云溪、江口、白河三区人民政府", "市林业局;云溪区人民政府;江口区人民政府;白河区人民政府")]
    public async Task What_follows_the_last_place_belongs_to_the_province_too(string units, string expected)
        => string.Join(';', (await Drafting.OfAsync($"区域绿化2026年工作要点\n一、主要任务\n1.共建绿廊。建设绿廊60公里。({units})\n")).Tasks.Single().Units.Select(u => u.Name)).ShouldBe(expected);

    [Fact]
    public async Task Framed_labels_say_what_labels_with_a_colon_say()
    {
        var tasks = (await Drafting.OfAsync("某县2026年实事项目\n一、健康\n【项目名称】县医院提质\n【目标任务】新增床位80张。\n【责任单位】县卫健委、县医院\n【完成时限】2026年10月底\n【项目名称】免费筛查\n【目标任务】筛查6000名。\n【责任单位】县妇联【完成时限】年底前\n")).Tasks;

        tasks.Select(t => (t.Title, string.Join(';', t.Units.Select(u => u.Name)), t.Deadline!.Date!.Value.Month)).ShouldBe([("县医院提质", "县卫健委;县医院", 10), ("免费筛查", "县妇联", 12)]);
        tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 80 张", "at_least 6000 名"]);
    }

    [Fact]
    public async Task A_role_may_stand_before_a_mere_stroke()
        => (await Drafting.OfAsync("某市2026年工作要点\n1.增加车位。新增车位2000个,其中城区1500个(县城管局牵头、县交警大队配合,10月底前)。\n")).Tasks.Single().Units.Select(u => (u.Name, u.Role)).ShouldBe([("县城管局", DraftRole.Lead), ("县交警大队", DraftRole.Co)]);

    [Fact]
    public async Task Whoever_is_named_first_may_lead_by_a_rule_and_the_rule_names_nobody()
    {
        var draft = await Drafting.OfAsync("某厂2026年目标责任书\n各项指标所列责任部门中,排在首位的牵头负责,其余部门协同落实。\n1.管好质量。合格率不低于98%。责任部门:质检科、生产科\n2.考核奖惩\n得分90分以上的为优秀。\n");

        var task = draft.Tasks.ShouldHaveSingleItem();
        task.Units.Select(u => (u.Name, u.Role)).ShouldBe([("质检科", DraftRole.Lead), ("生产科", DraftRole.Co)]);
    }

    [Theory]
    [InlineData("以下任务均需各区县人民政府共同落实,不再逐一列出。")]
    [InlineData("以下各项任务均由各区县人民政府配合落实,不再列出。")]
    public async Task Who_answers_for_all_tasks_is_added_to_each_and_is_no_task(string rule)
    {
        var draft = await Drafting.OfAsync($"某市2026年绿化工作要点\n{rule}\n一、主要任务\n1.建好绿廊。建设绿廊60公里。(市林业局)\n2.种好花。种花8万株。\n3.管好苗。育苗30万株。(市林业局、各区县人民政府)\n");

        draft.Tasks.Select(t => t.Title).ShouldBe(["建好绿廊", "种好花", "管好苗"]);
        draft.Tasks.Select(t => string.Join(';', t.Units.Select(u => u.Name))).ShouldBe(["市林业局;各区县人民政府", "各区县人民政府", "市林业局;各区县人民政府"]);
        draft.Tasks.Select(t => t.Units[^1].Role).ShouldAllBe(r => r == DraftRole.Group);
    }
}
