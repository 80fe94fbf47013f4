using Shouldly;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Structure;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

/// <summary>Who answers, in the many ways documents say it.</summary>
public class UnitGrammarTests
{
    [Theory]
    [InlineData("(市水利局,青山区、白河县人民政府)", "市水利局=lead;青山区人民政府;白河县人民政府")]
    [InlineData("(市教育局、东城街道、西城街道办事处)", "市教育局=lead;东城街道办事处;西城街道办事处")]
    [InlineData("(市商务局、高新区、青山区人民政府)", "市商务局=lead;高新区;青山区人民政府")]
    [InlineData("(市投资促进局,高新区、经开区管委会)", "市投资促进局=lead;高新区管委会;经开区管委会")]
    [InlineData("(市财政局,青山区和白河县农业农村局)", "市财政局=lead;青山区农业农村局;白河县农业农村局")]
    [InlineData("(青山区、市财政局)", "青山区=lead;市财政局")]
    [InlineData("(北川市、云谷州人民政府办公室)", "北川市人民政府办公室=lead;云谷州人民政府办公室")]
    [InlineData("(北川市、白河县工业和信息化局)", "北川市工业和信息化局=lead;白河县工业和信息化局")]
    [InlineData("(北川市、云谷州委组织部)", "北川市委组织部=lead;云谷州委组织部")]
    [InlineData("(云谷州、永州市教育局)", "云谷州教育局=lead;永州市教育局")]
    [InlineData("(青山区、白河县总工会)", "青山区总工会=lead;白河县总工会")]
    public async Task What_follows_the_last_place_belongs_to_each(string units, string expected) => await ReadAsync("整治河道12公里。" + units, expected);

    [Theory]
    [InlineData("由市卫健委会同市医保局、市财政局负责。", "市卫健委=lead;市医保局=co;市财政局=co")]
    [InlineData("(市文旅局会同市公安局组织实施,各景区具体落实)", "市文旅局=lead;市公安局=co;各景区=group")]
    [InlineData("市总工会牵头负责,市人社局、市妇联密切配合,各县区抓好落实。", "市总工会=lead;市人社局=co;市妇联=co;各县区=group")]
    [InlineData("(市统计局为牵头单位,市大数据中心为配合单位)", "市统计局=lead;市大数据中心=co")]
    [InlineData("(市气象局按照职责分工协同推进,临港海关参与做好)", "市气象局=lead;临港海关=co")]
    public async Task The_verb_behind_the_units_says_their_part(string units, string expected) => await ReadAsync("开展巡诊40场。" + units, expected);

    [Theory]
    [InlineData("该项任务由市粮储局负责,市农发行配合。", "市粮储局=lead;市农发行=co")]
    [InlineData("比赛由团市委牵头,市体育局、市教育局协办,6月底前完成初赛。", "团市委=lead;市体育局=co;市教育局=co")]
    [InlineData("建成站点6个,由市城管局具体负责。", "市城管局=lead")]
    [InlineData("具体工作由市档案馆承担。各单位要予以支持。", "市档案馆=lead")]
    public async Task A_sentence_says_who_answers(string sentence, string expected) => await ReadAsync("新建展馆3座。" + sentence, expected);

    [Theory]
    [InlineData("各乡镇要明确责任部门负责。")]
    [InlineData("排在首位的单位为牵头单位。")]
    [InlineData("所需资金由财政部门负责。")]
    public async Task A_sentence_about_units_names_none(string sentence) => (await TaskOfAsync("新建展馆3座。" + sentence)).Units.ShouldBeEmpty();

    [Theory]
    [InlineData("(沿江各乡镇)", DraftRole.Group)]
    [InlineData("(涉农县区)", DraftRole.Group)]
    [InlineData("(市直属学校)", DraftRole.Group)]
    [InlineData("(直属二大队)", DraftRole.Lead)]
    [InlineData("(市直机关工委)", DraftRole.Lead)]
    public async Task Several_under_one_name_are_a_group(string units, DraftRole role)
        => (await TaskOfAsync("巡查堤防20公里。" + units)).Units.ShouldHaveSingleItem().Role.ShouldBe(role);

    [Theory]
    [InlineData("\n责任股室:规划股、法规股;协助单位:县财政局", "规划股=lead;法规股;县财政局=co")]
    [InlineData("\n【主管部门:县林业局】", "县林业局=lead")]
    [InlineData("(责任站所:镇林业站;包联领导:李某某)", "镇林业站=lead")]
    [InlineData("(责任单位:县林业局;负责人:王某;挂点干部:赵某)", "县林业局=lead")]
    [InlineData("\n实施主体:县城投集团;第一责任单位:县住建局", "县城投集团=lead;县住建局")]
    public async Task Labels_name_offices_of_every_level(string label, string expected) => await ReadAsync("修订办法2件。" + label, expected);

    [Theory]
    [InlineData("该项工作由综合科和计划财务科负责。", "综合科=lead;计划财务科")]
    [InlineData("(办公室和督查处)", "办公室=lead;督查处")]
    [InlineData("(宣传部与新闻中心、教务处及学生处)", "宣传部=lead;新闻中心;教务处;学生处")]
    [InlineData("(县城投公司和县供水公司)", "县城投公司=lead;县供水公司")]
    [InlineData("(民政局和残联)", "民政局=lead;残联")]
    [InlineData("(文化和旅游局、人力资源和社会保障局)", "文化和旅游局=lead;人力资源和社会保障局")]
    [InlineData("(住房和城乡建设局、工业和信息化局)", "住房和城乡建设局=lead;工业和信息化局")]
    [InlineData("(农业农村和水利局、发展和改革局)", "农业农村和水利局=lead;发展和改革局")]
    [InlineData("(实验室与设备管理处、党委和政府办公室)", "实验室与设备管理处=lead;党委和政府办公室")]
    [InlineData("(公办和民办教育科、干部和人才科)", "公办和民办教育科=lead;干部和人才科")]
    public async Task Two_offices_are_parted_and_no_name_is(string units, string expected) => await ReadAsync("整理档案300卷。" + units, expected);

    [Theory]
    [InlineData("(县林业局★、县水利局)", "县林业局=lead;县水利局")]
    [InlineData("(县水利局、县林业局※)", "县水利局;县林业局=lead")]
    public async Task A_mark_may_stand_behind_the_name(string units, string expected) => await ReadAsync("抚育林地300亩。" + units, expected);

    private static async Task ReadAsync(string item, string expected)
    {
        var units = (await TaskOfAsync(item)).Units;

        string.Join(';', units.Select(u => u.Role == DraftRole.Unspecified || (u.Role == DraftRole.Co && !expected.Contains(u.Name + "=co", StringComparison.Ordinal)) ? u.Name : $"{u.Name}={u.Role.ToString().ToLowerInvariant()}")).ShouldBe(expected);
    }

    private static async Task<DraftTask> TaskOfAsync(string item) => (await Drafting.OfAsync($"某市2026年工作要点\n一、主要任务\n1.加强工作。{item}\n")).Tasks.ShouldHaveSingleItem();
}
