using Shouldly;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Gold;
using TargetLedger.Documents.Reading;
using TargetLedger.Documents.Structure;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

/// <summary>Which column of a table names its tasks, where kinds and numbers stand before it.</summary>
public class TableNameTests
{
    [Theory]
    [InlineData("指标类别", "指标名称")]
    [InlineData("考核条线", "考核指标")]
    [InlineData("目标分类", "目标名称")]
    [InlineData("工作口", "工作任务")]
    [InlineData("业务板块", "攻坚点")]
    public async Task A_kind_that_is_merged_is_no_task_whatever_it_is_called(string kind, string name)
    {
        var tasks = await TasksAsync("xlsx", $"""
            |{kind}|序号|{name}|计量单位|2025年完成|2026年目标|<|<|<|分值(分)|责任科室|协同科室|
            |^|^|^|^|^|一季度|二季度|三季度|全年|^|^|^|
            |服务|1|借阅量|万册次|61|15|16|17|64以上|5|流通部|信息部|
            |^|2|新增读者|人|4100|1000|1000|1200|四千|4|^|各分馆|
            |保障|3|设备完好率|%|97|98|98|98|98|3|后勤科、信息部|采编部|
            """);

        tasks.Select(t => (t.Number, t.Title, t.Section)).ShouldBe([("1", "借阅量", "服务"), ("2", "新增读者", "服务"), ("3", "设备完好率", "保障")]);
        Drafting.Targets(tasks[0]).ShouldBe(["at_least 150000 册次", "at_least 160000 册次", "at_least 170000 册次", "at_least 640000 册次"]);
        Drafting.Targets(tasks[1]).ShouldBe(["at_least 1000 人", "at_least 1000 人", "at_least 1200 人", "at_least 4000 人"]);
        tasks[2].Commitments.Select(c => c.Period).Distinct().Count().ShouldBe(4);
        tasks[2].Units.Select(u => (u.Name, u.Role)).ShouldBe([("后勤科", DraftRole.Lead), ("信息部", DraftRole.Lead), ("采编部", DraftRole.Co)]);
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("html")]
    public async Task Of_several_levels_of_indicators_the_innermost_names(string format)
    {
        var tasks = await TasksAsync(format, """
            |一级指标|二级指标|三级指标|指标值|完成时限|责任股室|
            |产出|数量|修复水渠(公里)|36|2026年10月底|农水股|
            |^|^|维修水井(眼)|≥120|2026年6月底|^|
            |效益|社会效益|受益农户(户)|8600|2026年12月|规划股|
            """);

        tasks.Select(t => (t.Title, t.Section, t.Units.Single().Name)).ShouldBe([("修复水渠", "数量", "农水股"), ("维修水井", "数量", "农水股"), ("受益农户", "社会效益", "规划股")]);
    }

    [Fact]
    public async Task A_kind_may_be_written_again_or_left_open()
    {
        var tasks = await TasksAsync("xlsx", """
            |重点工作|序号|具体任务|权重|责任单位|完成时间|
            |绿化|1|植树20万株|6|林业站|2026年4月底|
            |绿化|2|抚育幼林900亩|5|林场|2026年7月底|
            |水利|3|清淤河道7公里|8|水利站|2026年5月底|
            ||4|加固山塘3座|5|水利站|2026年9月底|
            """);

        tasks.Select(t => (t.Number, t.Section)).ShouldBe([("1", "绿化"), ("2", "绿化"), ("3", "水利"), ("4", "水利")]);
        tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 200000 株", "at_least 900 亩", "at_least 7 公里", "at_least 3 座"]);
    }

    [Fact]
    public async Task Numbers_under_the_header_of_the_names_are_numbers()
    {
        var tasks = await TasksAsync("docx", """
            |指标分类|指标名称|<|计量单位|标准分|2026年|<|责任部门|
            |^|^|<|^|^|Q1|Q2|^|
            |效益|1|营业收入|万元|20|900|1100|财务部|
            |^|2|库存周转率|次/标准仓|15|3|3|仓储部|
            """);

        tasks.Select(t => (t.Number, t.Title)).ShouldBe([("1", "营业收入"), ("2", "库存周转率")]);
        tasks[0].Commitments.Select(c => (c.Value, c.Period)).ShouldBe([(9_000_000m, "2026-01-01/2026-03-31"), (11_000_000m, "2026-04-01/2026-06-30")]);
        tasks[1].Commitments.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Short_names_in_each_row_name_the_tasks_before_what_is_built()
    {
        var tasks = await TasksAsync("html", """
            |领域|重点工程|子项|建设内容及规模|牵头单位|
            |公路|国道改造|北线改线|改建路段18公里|市公路局|
            |^|^|南线大修|大修路面25公里|市养护中心|
            |港航|航道整治|沙河航道|疏浚航道9公里|市港航中心|
            """);

        tasks.Select(t => (t.Title, t.Section)).ShouldBe([("北线改线", "国道改造"), ("南线大修", "国道改造"), ("沙河航道", "航道整治")]);
        tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 18 公里", "at_least 25 公里", "at_least 9 公里"]);
    }

    [Fact]
    public async Task A_remark_binds_where_it_says_what_is_to_be_done()
    {
        var tasks = await TasksAsync("xlsx", """
            |序号|任务|计量单位|2026年目标|责任单位|备注|
            |1|技改项目|个|40|区工信局|培育试点企业6家,技改投资增长9%|
            |2|引进资金|万元|8000|区投促局|其中外资到账1500万元|
            |3|楼宇改造|栋|12|区住建局|单体面积8000平方米以上的楼宇优先,上年完成9栋|
            |4|办件满意率|%|98|区行政审批局|现场复核率100%,按月通报|
            """);

        tasks.Select(t => string.Join("; ", Drafting.Targets(t))).ShouldBe(
        [
            "at_least 40 个; at_least 6 家; growth 9 %", "at_least 80000000 元; at_least 15000000 元", "at_least 12 栋", "at_least 98 %; at_least 100 %",
        ]);
    }

    [Fact]
    public async Task A_table_of_persons_has_no_task()
        => (await TasksAsync("docx", """
            |姓名|单位|职务|联系电话|
            |甲|市教育局|科长|8123|
            |乙|市财政局|科长|8124|
            """)).ShouldBeEmpty();

    private static async Task<IReadOnlyList<DraftTask>> TasksAsync(string format, string table)
    {
        var (bytes, name) = Rendering.ToFile(new("names", IsHeldOut: false, format, ["某地2026年目标任务分解表", .. table.Split('\n', StringSplitOptions.TrimEntries)], [], []));
        var reading = await DocumentReader.ReadAsync(bytes, name, TestContext.Current.CancellationToken);
        return DraftReader.Read(reading.File.ShouldNotBeNull(), TestContext.Current.CancellationToken).Tasks;
    }
}
