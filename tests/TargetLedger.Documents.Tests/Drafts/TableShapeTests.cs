using Shouldly;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Gold;
using TargetLedger.Documents.Reading;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

/// <summary>Tables of tasks in the shapes people draw them.</summary>
public class TableShapeTests
{
    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("html")]
    public async Task A_merged_group_is_no_task_and_stages_are_targets(string format)
    {
        var tasks = await TasksAsync(format, """
            |考核类别|序号|目标名称|计量单位|2025年实绩|2026年目标|<|<|责任部门|备注|
            |^|^|^|^|^|一季度|前三季度|全年|^|^|
            |产业|1|技改投资|亿元|41|9|30|≥45|工信局|其中设备投资占比不低于60%|
            |^|2|外贸企业数|家|210|215|226|230|商务局|上年净增12家|
            """);

        tasks.Select(t => t.Title).ShouldBe(["技改投资", "外贸企业数"]);
        tasks.ShouldAllBe(t => t.Section == "产业");
        Drafting.Targets(tasks[0]).ShouldBe(["at_least 900000000 元", "at_least 3000000000 元", "at_least 4500000000 元", "at_least 60 %"], ignoreOrder: true);
        tasks[0].Commitments.Select(c => c.Period).ShouldContain("2026-01-01/2026-09-30");
        Drafting.Targets(tasks[1]).ShouldBe(["at_least 215 家", "at_least 226 家", "at_least 230 家"]);
    }

    [Fact]
    public async Task Columns_of_stages_hold_targets_and_not_deadlines()
    {
        var task = (await TasksAsync("docx", """
            |序号|项目|责任单位|节点安排|<|完成时限|
            |^|^|^|6月底|年底|^|
            |1|新建公厕|区城管局|完工8座|完工20座|2026年12月底|
            """)).ShouldHaveSingleItem();

        task.Commitments.Select(c => (Drafting.Words(c), c.Period)).ShouldBe([("at_least 8 座", "2026-01-01/2026-06-30"), ("at_least 20 座", "2026-01-01/2026-12-31")]);
        task.Deadline!.Date.ShouldBe(new DateOnly(2026, 12, 31));
    }

    [Fact]
    public async Task A_column_of_units_may_say_when()
    {
        var task = (await TasksAsync("html", """
            |序号|工作任务|责任单位及时限|
            |1|检修电梯70部|市市场监管局、市住建局,2026年4月底前|
            """)).ShouldHaveSingleItem();

        task.Units.Select(u => u.Name).ShouldBe(["市市场监管局", "市住建局"]);
        task.Deadline!.Date.ShouldBe(new DateOnly(2026, 4, 30));
    }

    [Fact]
    public async Task The_way_there_is_not_the_day()
    {
        var task = (await TasksAsync("docx", """
            |任务|年度目标|责任单位|时间进度安排|完成时限|
            |新建码头|新建码头5座|市港务局|4月底前完成选址,7月底前建成2座|11月30日|
            """)).ShouldHaveSingleItem();

        task.Deadline!.Date.ShouldBe(new DateOnly(2026, 11, 30));
        Drafting.Targets(task).ShouldBe(["at_least 5 座", "at_least 2 座"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_table_may_stand_on_its_side()
    {
        var tasks = await TasksAsync("docx", """
            |任务名称|北站广场改造|滨江步道|
            |建设内容|改造面积3万平方米|新建步道12公里|
            |牵头单位|市住建局|市园林局|
            |完成时限|2026年9月底|2026年11月底|
            """);

        tasks.Select(t => (t.Title, t.Units[0].Name, t.Deadline!.Date!.Value.Month)).ShouldBe([("北站广场改造", "市住建局", 9), ("滨江步道", "市园林局", 11)]);
    }

    [Fact]
    public async Task A_form_is_one_task_and_the_next_form_another()
    {
        var tasks = await TasksAsync("html", """
            |项目名称|敬老院改造|
            |目标任务|改造敬老院9所|
            |牵头单位|县民政局|
            |责任领导|张某|
            |完成时限|2026年8月底|
            |项目名称|农村书屋|
            |目标任务|新建书屋30个|
            |牵头单位|县文旅局|
            |责任领导|李某|
            |完成时限|2026年10月底|
            """);

        tasks.Select(t => (t.Title, t.Units.Single().Name)).ShouldBe([("敬老院改造", "县民政局"), ("农村书屋", "县文旅局")]);
        tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 9 所", "at_least 30 个"]);
    }

    [Fact]
    public async Task Headers_of_each_page_subtotals_and_notes_are_no_tasks()
    {
        var tasks = await TasksAsync("xlsx", """
            |序号|任务|目标值(个)|责任单位|考核部门|
            |一、城区|<|<|<|<|
            |1|充电站|12|市能源局|市发改委|
            |小计|<|12|||
            |序号|任务|目标值(个)|责任单位|考核部门|
            |二、乡镇|<|<|<|<|
            |2|光伏站|20|市能源局|市发改委|
            |小计|<|20|||
            |合计|<|32|||
            |注:由市发改委负责解释。|<|<|<|<|
            """);

        tasks.Select(t => (t.Title, t.Section)).ShouldBe([("充电站", "城区"), ("光伏站", "乡镇")]);
        tasks.ShouldAllBe(t => t.Units.Single().Name == "市能源局");
    }

    [Fact]
    public async Task A_table_broken_by_a_page_goes_on_without_its_header()
    {
        var tasks = await TasksAsync("docx", """
            |序号|任务|责任单位|完成时限|
            |1|修建水窖60口|县水利局|2026年6月底|
            续表
            |2|修建沼气池40口|县农业农村局|2026年9月底|
            """);

        tasks.Select(t => t.Units.Single().Name).ShouldBe(["县水利局", "县农业农村局"]);
    }

    [Fact]
    public async Task Rows_with_their_own_units_below_one_heading_are_the_tasks()
    {
        var tasks = await TasksAsync("html", """
            |重点任务|具体举措|责任单位及责任人|完成时间|
            |便民利民|新建菜市场4个|市商务局 张某|2026年6月底|
            |^|增设公交线路6条|市交通局(李某)|每季度|
            """);

        tasks.Select(t => (t.Section, t.Units.Single().Name)).ShouldBe([("便民利民", "市商务局"), ("便民利民", "市交通局")]);
        tasks[1].Deadline!.Recurrence.ShouldBe("R/P3M");
    }

    [Fact]
    public async Task Places_side_by_side_have_their_shares()
    {
        var task = (await TasksAsync("docx", """
            |任务|计量单位|全县目标|大河镇|小河乡|完成时限|
            |改厕|户|900|500|400|2026年11月底|
            """)).ShouldHaveSingleItem();

        task.Commitments.Select(c => (c.Value, c.Per.FirstOrDefault())).ShouldBe([(900m, null), (500m, "大河镇"), (400m, "小河乡")]);
    }

    [Fact]
    public async Task A_header_in_two_rows_that_nobody_merged()
    {
        var tasks = await TasksAsync("xlsx", """
            |考核大类|考核内容|2025年|2026年目标||考核部门|责任单位|
            |||完成值|上半年|全年|||
            |经济|新增商户(户)|800|500|1000|区统计局|区商务局|
            ||技改项目(个)|18|9|20|区统计局|区工信局|
            """);

        tasks.Select(t => (t.Section, t.Units.Single().Name)).ShouldBe([("经济", "区商务局"), ("经济", "区工信局")]);
        tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 500 户", "at_least 1000 户", "at_least 9 个", "at_least 20 个"]);
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public async Task The_unit_may_stand_above_and_groups_with_their_sums_are_no_tasks(string format)
    {
        var tasks = await TasksAsync(format, """
            单位:万元
            |序号|项目名称|建设内容|2026年计划投资|责任单位|
            |一|学校|<|3000||
            |1|实验小学迁建|新建教学楼2栋|3000|县教育局|
            |二|医院|<|5000||
            |2|中医院扩建|新增床位150张|5000|县卫健局|
            """);

        tasks.Select(t => (t.Title, t.Section)).ShouldBe([("实验小学迁建", "学校"), ("中医院扩建", "医院")]);
        Drafting.Targets(tasks[0]).ShouldBe(["at_least 2 栋", "at_least 30000000 元"]);
    }

    [Fact]
    public async Task A_form_may_have_two_labels_in_a_row()
    {
        var task = (await TasksAsync("docx", """
            |项目名称|古渡口修缮|责任单位|县文物局|
            |建设内容|修缮码头3处|配合单位|县水利局、县交通局|
            |责任领导|周某|完成时限|2026年10月|
            """)).ShouldHaveSingleItem();

        task.Title.ShouldBe("古渡口修缮");
        task.Units.Select(u => u.Name).ShouldBe(["县文物局", "县水利局", "县交通局"]);
        task.Deadline!.Date.ShouldBe(new DateOnly(2026, 10, 31));
    }

    private static async Task<IReadOnlyList<DraftTask>> TasksAsync(string format, string table)
    {
        var (bytes, name) = Rendering.ToFile(new("shape", IsHeldOut: false, format, ["某地2026年重点任务分解表", .. table.Split('\n', StringSplitOptions.TrimEntries)], [], []));
        var reading = await DocumentReader.ReadAsync(bytes, name, TestContext.Current.CancellationToken);
        return DraftReader.Read(reading.File.ShouldNotBeNull(), TestContext.Current.CancellationToken).Tasks;
    }
}
