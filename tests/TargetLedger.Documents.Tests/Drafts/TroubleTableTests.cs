using Shouldly;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Gold;
using TargetLedger.Documents.Reading;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

/// <summary>Tables of what is wrong, of projects with their sizes, and of who takes part in what.</summary>
public class TroubleTableTests
{
    [Theory]
    [InlineData("存在问题", "xlsx")]
    [InlineData("督察反馈问题", "docx")]
    [InlineData("问题描述", "html")]
    public async Task What_is_wrong_names_the_task_and_its_figures_are_none_to_reach(string header, string format)
    {
        var task = (await TasksAsync(format, $"""
            |序号|问题类别|{header}|整改目标|整改措施|责任单位|整改时限|完成情况|
            |1|水务|老旧管网破损多。查出破损点62处,漏损率高达15%|漏损率降至9%以下|更换管网18公里|县水务局、县住建局|2026年10月底|已更换6公里|
            |2|^|部分泵站停用。13座泵站中有4座停用|恢复泵站4座|落实维修资金300万元|县水务局|立行立改,长期坚持||
            """))[0];

        task.Title.ShouldBe("老旧管网破损多");
        task.Section.ShouldBe("水务");
        Drafting.Targets(task).ShouldBe(["at_most 9 %", "at_least 18 公里"], ignoreOrder: true);
        task.Deadline!.Date.ShouldBe(new DateOnly(2026, 10, 31));
    }

    [Fact]
    public async Task Where_a_task_has_a_name_of_its_own_trouble_only_tells_why()
        => (await TasksAsync("xlsx", """
            |序号|整改任务|存在问题|整改措施|责任单位|整改时限|
            |1|修好管网|查出破损点62处|更换管网18公里|县水务局|2026年10月底|
            |2|用好泵站|有4座停用|恢复泵站4座|县水务局|2026年11月底|
            """)).Select(t => t.Title).ShouldBe(["修好管网", "用好泵站"]);

    [Fact]
    public async Task Beside_a_goal_of_the_year_what_a_project_is_and_costs_is_no_target()
    {
        var tasks = await TasksAsync("docx", """
            |序号|项目名称|建设规模及内容|总投资(万元)|2026年计划投资(万元)|年度目标|责任单位|完成时限|
            |1|北塔码头|新建泊位3个、堆场4万平方米|25000|9000|沉箱安装完成70%|县港务局|2026年12月底|
            |2|南山水厂|日供水规模6万吨,管网31公里|18000|7000|铺设管网20公里|县水务局|2026年11月底|
            """);

        Drafting.Targets(tasks[0]).ShouldBe(["at_least 90000000 元", "at_least 70 %"], ignoreOrder: true);
        Drafting.Targets(tasks[1]).ShouldBe(["at_least 70000000 元", "at_least 20 公里"], ignoreOrder: true);
    }

    [Fact]
    public async Task Alone_what_is_to_be_built_is_what_is_to_be_done()
        => Drafting.Targets((await TasksAsync("docx", """
            |序号|项目名称|建设内容|责任单位|完成时限|
            |1|便民公厕|新建公厕12座|县城管局|2026年12月底|
            |2|口袋公园|新建口袋公园5个|县园林局|2026年11月底|
            """))[0]).ShouldBe(["at_least 12 座"]);

    [Fact]
    public async Task A_mark_says_who_takes_part()
    {
        var tasks = await TasksAsync("xlsx", """
            |序号|重点任务|县教育局|县民政局|县财政局|县卫健局|完成时限|
            |1|新建幼儿园5所|★||√||2026年9月底|
            |2|改造养老院8家||★|√|√|2026年10月底|
            |注:★为牵头单位,√为配合单位。|<|<|<|<|<|<|
            """);

        tasks.Select(t => string.Join(';', t.Units.Select(u => $"{u.Name} {u.Role}"))).ShouldBe(["县教育局 Lead;县财政局 Co", "县民政局 Lead;县财政局 Co;县卫健局 Co"]);
        Drafting.Targets(tasks[1]).ShouldBe(["at_least 8 家"]);
    }

    [Fact]
    public async Task A_word_may_be_the_mark()
    {
        var tasks = await TasksAsync("docx", """
            |任务|责任分工|<|<|完成时限|
            |^|农业农村局|水务局|林业局|^|
            |改造渠道30公里|配合|牵头||2026年9月底|
            |造林5000亩|配合||牵头|2026年4月底|
            """);

        tasks.Select(t => string.Join(';', t.Units.Select(u => $"{u.Name} {u.Role}"))).ShouldBe(["农业农村局 Co;水务局 Lead", "农业农村局 Co;林业局 Lead"]);
    }

    [Fact]
    public async Task A_day_that_lost_its_format_is_a_day()
        => (await TasksAsync("xlsx", """
            |序号|任务|责任单位|完成时限|
            |1|新建公厕12座|县城管局|46326|
            |2|新建公园2个|县园林局|2026.11|
            |3|新建驿站2个|县园林局|3—10月|
            """)).Select(t => t.Deadline!.Date).ShouldBe([new DateOnly(2026, 10, 31), new DateOnly(2026, 11, 30), new DateOnly(2026, 10, 31)]);

    [Fact]
    public async Task A_cell_may_say_how_its_figure_is_added_up()
        => (await TasksAsync("xlsx", """
            |序号|指标|单位|2025年实际|目标值|责任单位|
            |1|培训农民|人次|300|三年累计不少于1200|县农业农村局|
            |2|示范村|个|6|累计18|县农业农村局|
            |3|龙头企业|家|20|翻一番|县农业农村局|
            |4|受教育年限|年|9.8|累计增加0.6年|县教育局|
            """)).Select(t => Drafting.Targets(t).Single()).ShouldBe(["at_least 1200 人次", "at_least 18 个", "growth 2 倍", "growth 0.6 年"]);

    [Theory]
    [InlineData("完成标准")]
    [InlineData("完成标志")]
    [InlineData("完成要求")]
    public async Task How_a_task_is_known_to_be_done_is_to_be_reached(string header)
        => Drafting.Targets((await TasksAsync("html", $"""
            |工作目标|序号|具体任务|{header}|牵头科室|时间节点|
            |护理提质|1|减少压疮|压疮发生率控制在0.3%以内|护理部|全年|
            |^|2|培训骨干|培训骨干60名|护理部|9月|
            |就医改善|3|缩短候诊|候诊时间不超过20分钟|门诊部|6月30日前|
            """))[0]).ShouldBe(["at_most 0.3 %"]);

    [Fact]
    public async Task A_goal_in_a_few_words_names_what_is_told_at_length()
        => (await TasksAsync("docx", """
            |序号|工作目标|工作内容|责任部门|完成时限|
            |1|做强特色农业|种植脆李3000亩,出栏生猪1.8万头,新增家庭农场12家|农业中心|全年|
            |2|改善人居环境|改厕260户,创建美丽庭院120户|规建办|11月底|
            """)).Select(t => t.Title).ShouldBe(["做强特色农业", "改善人居环境"]);

    [Fact]
    public async Task Quarters_may_be_written_short_and_units_in_a_measures_name()
    {
        var tasks = await TasksAsync("xlsx", """
            |重点工作|考核指标|目标值|主责部门|完成节点|
            |精益生产|存货周转天数|≤60|制造部|Q3|
            |人才培养|人均培训学时|40|人力部|2026Q4|
            """);

        tasks.Select(t => t.Deadline!.Date).ShouldBe([new DateOnly(2026, 9, 30), new DateOnly(2026, 12, 31)]);
        tasks.Select(t => Drafting.Targets(t).Single()).ShouldBe(["at_most 60 天", "at_least 40 学时"]);
    }

    [Fact]
    public async Task A_task_of_several_rows_ends_with_the_last()
    {
        var tasks = await TasksAsync("docx", """
            |任务名称|季度|目标内容|责任单位|完成时限|
            |招引项目|第一季度|签约项目5个|县招商局|3月31日|
            |^|第二季度|签约项目9个|^|6月30日|
            |修缮城墙|第一季度|修缮城墙200米|县文物局|3月31日|
            |^|第四季度|修缮城墙900米|^|12月31日|
            """);

        tasks.Select(t => (t.Title, t.Deadline!.Date)).ShouldBe([("招引项目", new DateOnly(2026, 6, 30)), ("修缮城墙", new DateOnly(2026, 12, 31))]);
    }

    [Fact]
    public async Task A_basic_goal_is_measured_like_its_row()
        => Drafting.Targets((await TasksAsync("xlsx", """
            |指标类别|指标名称|单位|2025年预计|2026年目标值|<|责任部门|
            |^|^|^|^|基本目标|奋斗目标|^|
            |效益|负债率|%|62|61|60|财务部|
            |运营|营业收入|万元|300|320|350|财务部|
            """))[0]).ShouldBe(["at_most 61 %", "at_most 60 %"]);

    [Fact]
    public async Task What_a_schedule_sets_is_read_though_it_names_no_day()
        => Drafting.Targets((await TasksAsync("docx", """
            |项目名称|项目内容|实施主体|年度进度要求|
            |养老床位|建设床位1500张|县民政局|季度完成率分别不低于20%、45%、70%、100%|
            |社区医院|建成医院4家|县卫健局|9月底前完成2家,年底前全部完成|
            """))[0]).ShouldContain("at_least 45 %");

    [Theory]
    [InlineData("xlsx")]
    [InlineData("docx")]
    public async Task Rows_of_one_indicator_are_tasks_where_each_has_its_number_and_its_unit(string format)
    {
        var tasks = await TasksAsync(format, """
            |序号|指标|单位|责任单位|2025年完成|2026年目标|<|<|牵头单位|备注|
            |^|^|^|^|^|一季度|上半年|全年|^|^|
            |1|技改投资|亿元|东溪县人民政府|31.5|6|15|34|市工信局|其中设备投资占比不低于60%|
            |2|^|^|西坪县人民政府|22.4|4|10|25左右|^||
            |3|粉尘浓度|微克/立方米|东溪县人民政府|61|≤60|≤58|57以内|市生态环境局||
            |4|^|^|西坪县人民政府|66|≤64|≤62|不高于60|^||
            """);

        tasks.Select(t => (t.Number, t.Title)).ShouldBe([("1", "技改投资"), ("2", "技改投资"), ("3", "粉尘浓度"), ("4", "粉尘浓度")]);
        tasks.Select(t => string.Join('、', t.Units.Select(u => u.Name))).ShouldBe(["东溪县人民政府、市工信局", "西坪县人民政府、市工信局", "东溪县人民政府、市生态环境局", "西坪县人民政府、市生态环境局"]);
        Drafting.Targets(tasks[0]).ShouldBe(["at_least 600000000 元", "at_least 1500000000 元", "at_least 3400000000 元", "at_least 60 %"], ignoreOrder: true);
        Drafting.Targets(tasks[1]).ShouldBe(["at_least 400000000 元", "at_least 1000000000 元", "approx 2500000000 元"], ignoreOrder: true);
        Drafting.Targets(tasks[3]).ShouldBe(["at_most 64 微克/立方米", "at_most 62 微克/立方米", "at_most 60 微克/立方米"], ignoreOrder: true);
    }

    [Fact]
    public async Task Rows_without_numbers_of_their_own_stay_with_the_indicator_they_stand_under()
        => (await TasksAsync("docx", """
            |序号|指标|责任单位|2026年目标|
            |1|新增绿地(亩)|东溪县人民政府|60|
            |^|^|西坪县人民政府|40|
            |2|新增步道(公里)|东溪县人民政府|6|
            |^|^|西坪县人民政府|4|
            """)).Select(t => t.Title).ShouldBe(["新增绿地", "新增步道"]);

    private static async Task<IReadOnlyList<DraftTask>> TasksAsync(string format, string table)
    {
        var (bytes, name) = Rendering.ToFile(new("t", IsHeldOut: false, format, ["某县2026年重点任务表", .. table.Split('\n', StringSplitOptions.TrimEntries)], [], []));
        var reading = await DocumentReader.ReadAsync(bytes, name, TestContext.Current.CancellationToken);
        return DraftReader.Read(reading.File.ShouldNotBeNull(), TestContext.Current.CancellationToken).Tasks;
    }
}
