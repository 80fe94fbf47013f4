using Shouldly;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Gold;
using TargetLedger.Documents.Reading;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

/// <summary>Lists of projects: what is to be built, how large it is, and what it costs.</summary>
public class ScopeTableTests
{
    [Theory]
    [InlineData("建设规模和主要内容")]
    [InlineData("建设规模及内容")]
    [InlineData("建设内容及规模")]
    [InlineData("主要建设内容和规模")]
    [InlineData("项目规模及内容")]
    [InlineData("建设规模(内容)")]
    public async Task Contents_beside_costs_alone_are_what_is_to_be_done(string header)
    {
        var tasks = await TasksAsync($"""
            |序号|项目名称|{header}|投资情况（万元）|<|责任分工|<|完成时间|
            |^|^|^|总投资|2026年计划投资|责任科室|配合单位|^|
            |1|桂园小区改造|对桂园、梅苑等4个小区进行改造，更换管网5公里，物业覆盖率达到95%|2100|1300|城建办|县供水公司|2026年10月底|
            |2|便民驿站|新建驿站6处|180|180|民政办|县民政局|2026年8月底|
            """);

        Drafting.Targets(tasks[0]).ShouldBe(["at_least 4 个", "at_least 5 公里", "at_least 95 %", "at_least 13000000 元"], ignoreOrder: true);
        Drafting.Targets(tasks[1]).ShouldBe(["at_least 6 处", "at_least 1800000 元"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("建设规模")]
    [InlineData("项目概况")]
    public async Task How_large_a_project_is_stays_a_size(string header)
        => Drafting.Targets((await TasksAsync($"""
            |序号|项目名称|{header}|总投资（万元）|2026年计划投资（万元）|责任单位|完成时间|
            |1|江心水厂|新建车间2座，铺设管网18公里|5200|3100|县水务局|2026年10月底|
            |2|北坝泵站|新建泵站1座、装机6台|900|700|县水务局|2026年8月底|
            """))[0]).ShouldBe(["at_least 31000000 元"]);

    [Theory]
    [InlineData("资金安排", "县级财政600万元")]
    [InlineData("经费预算（万元）", "60")]
    [InlineData("补贴标准", "300元/人")]
    public async Task What_pays_for_a_task_is_no_target(string header, string cell)
        => Drafting.Targets((await TasksAsync($"""
            |序号|项目名称|项目内容|{header}|责任单位|完成时间|
            |1|食堂改造|改造食堂12所|{cell}|县教育局|2026年10月底|
            |2|惠民演出|送戏下乡80场|{cell}|县文旅局|2026年11月底|
            """))[0]).ShouldBe(["at_least 12 所"]);

    [Fact]
    public async Task Sizes_beside_the_progress_of_the_year_stay_sizes()
        => Drafting.Targets((await TasksAsync("""
            |序号|项目名称|建设规模及主要内容|总投资（万元）|2026年计划投资（万元）|2026年形象进度|责任单位|
            |1|城南医院|设床位600张|5200|3100|主体结构封顶|县卫健局|
            |2|北坝泵站|新建泵站4座|900|700|主体工程完工|县水务局|
            """))[0]).ShouldBe(["at_least 31000000 元"]);

    [Fact]
    public async Task What_all_of_it_costs_is_no_target_beside_contents()
        => Drafting.Targets((await TasksAsync("""
            |工程名称|建设内容|总投资（亿元）|完成时间|牵头单位|
            |渔港扩建|新建泊位12个|3.2|2028年底|县海洋局|
            |种业提升|建设基地4个|1.8|2027年底|县农业局|
            """))[0]).ShouldBe(["at_least 12 个"]);

    [Fact]
    public async Task A_cell_that_begins_with_a_figure_says_more_behind_it()
    {
        var tasks = await TasksAsync("""
            |序号|指标名称|2026年目标|责任单位|
            |1|绿化覆盖率|41.5%，较上年提高0.4个百分点|市园林局|
            |2|引进博士|12名（其中海外3名）|市人社局|
            """);

        Drafting.Targets(tasks[0]).ShouldBe(["at_least 41.5 %", "growth 0.4 个百分点"], ignoreOrder: true);
        Drafting.Targets(tasks[1]).ShouldBe(["at_least 12 名", "at_least 3 名"], ignoreOrder: true);
    }

    [Fact]
    public async Task Contents_beside_a_goal_of_the_year_say_what_the_project_is()
        => Drafting.Targets((await TasksAsync("""
            |序号|项目名称|建设内容及规模|计量单位|2026年目标|责任单位|完成时间|
            |1|江心水厂|新建车间2座，铺设管网18公里|%|80|县水务局|2026年10月底|
            |2|北坝泵站|新建泵站4座、装机6台|%|60|县水务局|2026年8月底|
            """))[0]).ShouldBe(["at_least 80 %"]);

    [Theory]
    [InlineData("总额", "其中：财政", "今年拟投资")]
    [InlineData("合计", "县级财政", "当年计划投资")]
    [InlineData("总投资", "自筹资金", "2026年")]
    public async Task Of_what_is_paid_the_years_part_is_to_be_spent(string all, string source, string year)
        => Drafting.Targets((await TasksAsync($"""
            |序号|项目名称|建设任务|资金安排（万元）|<|<|责任单位|完成时间|
            |^|^|^|{all}|{source}|{year}|^|^|
            |1|江心水厂|铺设管网18公里|5200|3100|1000|县水务局|2026年11月底|
            |2|桂园小区|更新路灯260盏|900|700|800|县住建局|2026年10月底|
            """))[0]).ShouldBe(["at_least 18 公里", "at_least 10000000 元"]);

    [Fact]
    public async Task Persons_named_before_their_units_answer_with_them()
        => (await TasksAsync("""
            |序号|事项|服务内容与标准|责任人及单位|完成时间|
            |1|老年助餐|建成助餐点20个|张某 县民政局|2026年10月底|
            |2|托育|新增托位300个|李某 县卫健局|2026年11月底|
            """)).Select(t => string.Join('+', t.Units.Select(u => u.Name))).ShouldBe(["县民政局", "县卫健局"]);

    [Theory]
    [InlineData("起始值", "年内新增", "年末达到")]
    [InlineData("2025年底累计", "本年净增", "计划达到")]
    public async Task What_is_added_and_what_is_reached_are_both_goals(string before, string added, string reached)
        => Drafting.Targets((await TasksAsync($"""
            |序号|指标名称|计量单位|{before}|{added}|{reached}|牵头单位|
            |1|公厕|座|120|12|132|县城管局|
            |2|停车位|个|800|300|1100|县住建局|
            """))[0]).ShouldBe(["at_least 12 座", "at_least 132 座"]);

    [Theory]
    [InlineData("年度建设任务")]
    [InlineData("2026年工作任务")]
    [InlineData("本年度实施内容")]
    public async Task The_work_of_the_year_says_what_of_a_project_is_to_be_done(string header)
        => Drafting.Targets((await TasksAsync($"""
            |序号|项目名称|建设内容|投资概算（万元）|{header}|建设单位|完成时间|
            |1|东坡路|改建道路9公里、桥梁2座|3600|完成改建3公里|县交通局|2026年11月底|
            |2|中医院|新建门诊楼1栋|8000|完成主体结构60%|县卫健局|2026年12月底|
            """))[0]).ShouldBe(["at_least 3 公里"]);

    [Fact]
    public async Task The_work_of_the_year_may_be_the_only_name()
        => Drafting.Targets((await TasksAsync("""
            |序号|年度工作任务|责任单位|完成时间|
            |1|改建道路9公里|县交通局|2026年11月底|
            |2|新建驿站6处|县城管局|2026年12月底|
            """))[0]).ShouldBe(["at_least 9 公里"]);

    private static async Task<IReadOnlyList<DraftTask>> TasksAsync(string table)
    {
        var (bytes, name) = Rendering.ToFile(new("projects", IsHeldOut: false, "docx", ["某县2026年重点项目责任分解表", .. table.Split('\n', StringSplitOptions.TrimEntries)], [], []));
        var reading = await DocumentReader.ReadAsync(bytes, name, TestContext.Current.CancellationToken);
        return DraftReader.Read(reading.File.ShouldNotBeNull(), TestContext.Current.CancellationToken).Tasks;
    }
}
