using Shouldly;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Gold;
using TargetLedger.Documents.Reading;
using TargetLedger.Documents.Structure;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

/// <summary>Columns are told by their headers and by what stands below them: a header nobody foresaw loses no table.</summary>
public class TableHeaderTests
{
    [Theory]
    [InlineData("各区分解任务", "江东区", "江西区", "云湖新区")]
    [InlineData("各县区任务分配", "江东", "江西", "云湖")]
    [InlineData("任务分解到各单位", "一分公司", "二分公司", "物流公司")]
    [InlineData("2026年目标", "江东区", "江西区", "市本级")]
    public async Task What_is_dealt_out_to_places_is_a_target_of_each(string header, string first, string second, string third)
    {
        var tasks = await TasksAsync("xlsx", $"""
            |序号|任务名称|计量单位|2025年完成|2026年任务数|{header}|<|<|牵头单位|完成时限|
            |^|^|^|^|^|{first}|{second}|{third}|^|^|
            |1|新增停车位|个|320|900|400|300|200|市城管局|11月底|
            |2|道路清扫率|%|88|≥92|≥93|92|90|市环卫处|12月底|
            """);

        tasks[0].Commitments.Select(c => (c.Value, c.Per.FirstOrDefault())).ShouldBe([(900m, null), (400m, first), (300m, second), (200m, third)]);
        tasks.ShouldAllBe(t => t.Units.Count == 1);
        Drafting.Targets(tasks[1]).ShouldBe(["at_least 92 %", "at_least 93 %", "at_least 92 %", "at_least 90 %"]);
    }

    [Fact]
    public async Task What_places_did_last_year_is_past_and_their_stages_have_their_time()
    {
        var task = (await TasksAsync("docx", """
            |任务|单位|2025年完成|<|2026年任务|<|<|<|责任单位|
            |^|^|东河镇|西河镇|东河镇|<|西河镇|<|^|
            |^|^|^|^|上半年|全年|上半年|全年|^|
            |改厕|户|120|150|80|200|90|220|县农业农村局|
            """)).ShouldHaveSingleItem();

        task.Commitments.Select(c => (c.Value, c.Per[0], c.Period!.Split('/')[1])).ShouldBe([(80m, "东河镇", "2026-06-30"), (200m, "东河镇", "2026-12-31"), (90m, "西河镇", "2026-06-30"), (220m, "西河镇", "2026-12-31")]);
    }

    [Theory]
    [InlineData("各乡镇（街道）任务")]
    [InlineData("各镇（街）分解")]
    [InlineData("各县（市）目标")]
    [InlineData("各村（社区）任务")]
    [InlineData("各县（市、区）任务")]
    public async Task Kinds_of_places_in_a_header_are_not_what_is_counted(string places)
    {
        var task = (await TasksAsync("xlsx", $"""
            |序号|目标任务|计量单位|2025年完成|全域目标|{places}|<|牵头单位|
            |^|^|^|^|^|东河|西河|^|
            |1|大豆面积|万亩|3.1|3.6|1.9|1.7|农业农村局|
            |2|改厕|户|900|1200|700|500|农业农村局|
            """))[0];

        Drafting.Targets(task).ShouldBe(["at_least 36000 亩", "at_least 19000 亩", "at_least 17000 亩"]);
    }

    [Theory]
    [InlineData("目标事项", "单位", "牵头部室", "配合单位")]
    [InlineData("做什么", "计量单位", "承接方", "协办")]
    [InlineData("事由", "单位", "责任部", "参与部门")]
    [InlineData("攻坚点", "指标单位", "分工", "协同单位")]
    public async Task Whoever_answers_is_never_what_is_to_be_done(string name, string measure, string lead, string help)
    {
        var tasks = await TasksAsync("xlsx", $"""
            |方向|编号|{name}|{measure}|2024年实绩|2025年预计|分年度目标|<|{lead}|{help}|考核权重|备注|
            |^|^|^|^|^|^|2026年|2027年|^|^|^|^|
            |提质|1-1|营业收入|亿元|70|76|80|≥85|经营部|财务部|10||
            |^|1-2|处置低效资产|户|5|6|7|9|资产部|各子公司|6||
            |创新|2-1|授权专利|件|30|33|40|50|技术部|研究院|5||
            """, "2026—2027年");

        tasks.Select(t => (t.Number, t.Title, t.Section)).ShouldBe([("1-1", "营业收入", "提质"), ("1-2", "处置低效资产", "提质"), ("2-1", "授权专利", "创新")]);
        tasks.Select(t => string.Join('+', t.Units.Select(u => u.Name))).ShouldBe(["经营部+财务部", "资产部+各子公司", "技术部+研究院"]);
        tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 8000000000 元", "at_least 8500000000 元", "at_least 7 户", "at_least 9 户", "at_least 40 件", "at_least 50 件"]);
    }

    [Fact]
    public async Task Headers_in_plain_words_are_told_by_units_and_days_below_them()
    {
        var tasks = await TasksAsync("docx", """
            |领域|做什么|做到什么程度|谁来做|什么时候完成|
            |出行|改造桥梁|改造桥梁9座|县公路中心、各乡镇|2026年10月底|
            |饮水|建设水厂|新建水厂2座|县水利局|2026年8月底|
            """);

        tasks.Select(t => (t.Title, t.Units[0].Name, t.Deadline!.Date!.Value.Month)).ShouldBe([("改造桥梁", "县公路中心", 10), ("建设水厂", "县水利局", 8)]);
        tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 9 座", "at_least 2 座"]);
    }

    [Fact]
    public async Task A_pledge_gives_marks_that_are_no_targets_and_three_figures_that_are()
    {
        var tasks = await TasksAsync("docx", """
            |考核类别|考核内容|考核指标|单位|分值|基数|底线值|目标值|奋斗值|评分标准|数据来源|考核单位|责任单位|
            |经济|工业|新增规上企业|家|8|22|20|25|30|每少1家扣0.3分，扣完为止|区统计局|区督查室|区工信局|
            |^|^|技改投资|亿元|6|11|12|14|16|完成底线值得4分|区统计局|区督查室|区工信局|
            |民生|就业|新增就业|人|5|5200|5000|5300|5500|按比例得分|区人社局|区督查室|区人社局|
            """);

        tasks.Select(t => (t.Title, t.Section, t.Units.Single().Name)).ShouldBe([("新增规上企业", "工业", "区工信局"), ("技改投资", "工业", "区工信局"), ("新增就业", "就业", "区人社局")]);
        tasks[0].Commitments.Select(c => (c.Value, c.Aspirational)).ShouldBe([(20m, false), (25m, false), (30m, true)]);
    }

    [Fact]
    public async Task A_pledge_may_name_neither_units_nor_days()
    {
        var tasks = await TasksAsync("docx", """
            |项目|内容|目标任务|计分办法|
            |粮食|播种面积|播种面积不少于3.2万亩|完成得10分，每少1%扣0.5分|
            |^|撂荒地|复耕撂荒地260亩|完成得5分|
            |人居|户厕|新改建户厕180户|完成得6分，每少10户扣1分|
            """);

        tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 32000 亩", "at_least 260 亩", "at_least 180 户"]);
    }

    [Fact]
    public async Task The_day_work_begins_or_is_reported_is_not_the_day_it_is_due()
    {
        var tasks = await TasksAsync("html", """
            |序号|存在问题|整改措施|整改目标|牵头领导|责任部室|启动时间|报送时间|完成时间|
            |1|积压投诉126件|配备专员12名|投诉办结率达到98%|赵某|客户服务部|2026年2月|每月末|2026年6月底|
            |2|设备故障率达4.5%|更新电梯38部|故障率降至2%以内|钱某|工程维修部|2026年3月|每月末|2026年9月底|
            """);

        tasks.Select(t => (t.Units.Single().Name, t.Deadline!.Date!.Value.Month)).ShouldBe([("客户服务部", 6), ("工程维修部", 9)]);
        tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 12 名", "at_least 98 %", "at_least 38 部", "at_most 2 %"]);
    }

    [Fact]
    public async Task Where_tasks_come_from_does_not_name_them()
    {
        var tasks = await TasksAsync("docx", """
            |任务出自|任务名称|目标要求|主责单位|进度要求|
            |省方案|培育品牌|培育品牌8个|市市场监管局|12月底|
            |市报告|制定标准|制定标准3项|市标准院|11月底|
            |省方案|建设站点|建成站点6个|市计量所|9月底|
            |市报告|帮扶企业|帮扶企业200家|市质检院|每季度|
            """);

        tasks.Select(t => (t.Title, t.Section)).ShouldBe([("培育品牌", "省方案"), ("制定标准", "市报告"), ("建设站点", "省方案"), ("帮扶企业", "市报告")]);
    }

    [Fact]
    public async Task A_goal_in_words_names_the_task_before_the_ways_there()
        => (await TasksAsync("html", """
            |目标|举措|牵头|配合|时间|
            |治理再提升|建成示范社区20个|区委社会工作部|区民政局、各街道|9月底前|
            |营商再优化|办理时限压缩至3个工作日以内|区行政审批局|区司法局|11月底前|
            """)).Select(t => (t.Title, t.Units[0].Name, string.Concat(Drafting.Targets(t)))).ShouldBe([("治理再提升", "区委社会工作部", "at_least 20 个"), ("营商再优化", "区行政审批局", "at_most 3 个工作日")]);

    [Fact]
    public async Task A_row_of_measures_belongs_to_the_header()
    {
        var tasks = await TasksAsync("xlsx", """
            |乡镇|新增农田|改厕|植树|完成时限|
            |计量单位|亩|户|万株|—|
            |大河镇|1200|300|2.5|11月底|
            |小河乡|900|240|1.8|同上|
            |合计|2100|540|4.3||
            |填表人:某某||||审核:某某|
            """);

        tasks.Select(t => (t.Title, t.Deadline!.Date!.Value.Month)).ShouldBe([("大河镇", 11), ("小河乡", 11)]);
        Drafting.Targets(tasks[1]).ShouldBe(["at_least 900 亩", "at_least 240 户", "at_least 18000 株"]);
        tasks[1].Commitments.Select(c => c.Measure).ShouldBe(["新增农田", "改厕", "植树"]);
    }

    [Fact]
    public async Task Growth_stands_beside_what_was_or_what_will_be()
    {
        var tasks = await TasksAsync("xlsx", """
            |指标名称|2025年完成|<|2026年预期|<|较上年提高|牵头部门|
            |^|总量|增速（%）|总量|增速（%）|^|^|
            |生产总值（亿元）|480|5.6|510|6左右|—|市发改委|
            |森林覆盖率（%）|41|—|42|—|1|市林业局|
            """);

        Drafting.Targets(tasks[0]).ShouldBe(["at_least 51000000000 元", "approx 6 %"]);
        Drafting.Targets(tasks[1]).ShouldBe(["at_least 42 %", "growth 1 个百分点"]);
    }

    [Fact]
    public async Task Another_table_may_begin_below_in_the_same_sheet()
    {
        var tasks = await TasksAsync("xlsx", """
            一、约束性指标
            |序号|指标名称|单位|2025年完成|2026年目标|责任部门|
            |1|接待游客|万人次|320|350|市场部|
            |2|责任事故|起|0|0|安全部|
            二、重点项目
            |序号|项目|建设内容|计划投资（万元）|责任部门|完成时限|
            |1|古城亮化|安装灯具2600盏|800|工程部|5月底|
            |2|露营基地|建设营位120个|650|投资部|8月底|
            """);

        tasks.Select(t => (t.Title, t.Section, t.Units.Single().Name)).ShouldBe([("接待游客", "约束性指标", "市场部"), ("责任事故", "约束性指标", "安全部"), ("古城亮化", "重点项目", "工程部"), ("露营基地", "重点项目", "投资部")]);
        Drafting.Targets(tasks[2]).ShouldBe(["at_least 2600 盏", "at_least 8000000 元"]);
    }

    [Fact]
    public async Task A_header_over_places_that_nobody_merged()
    {
        var tasks = await TasksAsync("xlsx", """
            |任务|各区任务|||责任单位|完成时间|
            ||城东|城西|城南|||
            |充电桩(个)|30|40|50|市发改委|11月底|
            |停车位(个)|300|420|510|市城管局|10月底|
            """);

        tasks[0].Commitments.Select(c => (c.Value, c.Unit, c.Per.Single())).ShouldBe([(30m, "个", "城东"), (40m, "个", "城西"), (50m, "个", "城南")]);
        tasks[1].Units.Single().Name.ShouldBe("市城管局");
    }

    [Fact]
    public async Task What_goes_before_and_what_goes_wrong_is_no_target()
    {
        var task = (await TasksAsync("xlsx", """
            |序号|重点任务|目标任务|1-3月|4-6月|牵头领导|牵头单位|序时进度|目前完成情况|存在问题|佐证材料|
            |1|蔬菜基地|新建基地5000亩|1000亩|2500亩|何某|县农业农村局|25%|已完成600亩|缺资金300万元|照片20张|
            """)).ShouldHaveSingleItem();

        task.Commitments.Select(c => (c.Value, c.Period)).ShouldBe([(5000m, "2026-01-01/2026-12-31"), (1000m, "2026-01-01/2026-03-31"), (2500m, "2026-04-01/2026-06-30")]);
    }

    [Fact]
    public async Task What_stands_alone_heads_and_what_is_part_of_a_task_is_no_task()
    {
        var tasks = await TasksAsync("xlsx", """
            |序号|任务|单位|目标|责任单位|
            |就业优先||||||
            |1|新增就业|人|5000|县人社局|
            ||其中：高校毕业生|人|1200|县人社局|
            |2|技能培训|人次|3000|县人社局|
            ||社会保障||||
            |3|参保扩面|万人|2.4|县社保中心|
            """);

        tasks.Select(t => (t.Number, t.Title, t.Section)).ShouldBe([("1", "新增就业", "就业优先"), ("2", "技能培训", "就业优先"), ("3", "参保扩面", "社会保障")]);
        Drafting.Targets(tasks[0]).ShouldBe(["at_least 5000 人", "at_least 1200 人"]);
    }

    [Fact]
    public async Task A_table_of_last_years_results_has_no_tasks()
    {
        var tasks = await TasksAsync("docx", """
            附件1：2025年主要指标完成情况
            |序号|指标|单位|计划数|完成数|责任单位|
            |1|粮食产量|万吨|12|12.6|县农业农村局|
            附件2：2026年重点指标
            |序号|指标|单位|2025年完成|2026年计划数|责任单位|
            |1|油料产量|万吨|2.6|2.8|县农业农村局|
            """);

        tasks.Select(t => t.Title).ShouldBe(["油料产量"]);
    }

    [Fact]
    public async Task Phases_have_their_months_and_places_their_share_in_words()
    {
        var phased = (await TasksAsync("docx", """
            |工作内容|第一阶段（1—3月）|第二阶段（4—9月）|责任企业|会办|
            |排查隐患|排查站点300处|排查站点700处|燃气集团|安全科|
            """)).ShouldHaveSingleItem();
        phased.Commitments.Select(c => (c.Value, c.Period)).ShouldBe([(300m, "2026-01-01/2026-03-31"), (700m, "2026-04-01/2026-09-30")]);
        phased.Units.Select(u => (u.Name, u.Role)).ShouldBe([("燃气集团", DraftRole.Lead), ("安全科", DraftRole.Co)]);

        var shared = (await TasksAsync("html", """
            |任务|县级目标|东河镇|南山乡|办理时限|牵头单位|
            |建设果园|3000亩|2200亩|800亩|2个工作日内|县农业农村局|
            |补贴办理|1000户|700户|300户|3个工作日内|县乡村振兴局|
            """))[0];
        shared.Commitments.Select(c => (c.Value, c.Per.FirstOrDefault())).Take(3).ShouldBe([(3000m, null), (2200m, "东河镇"), (800m, "南山乡")]);
    }

    [Theory]
    [InlineData("|姓名|单位及职务|职责分工|联系电话|", "|甲|市政府副市长|组长|8123|", "|乙|市教育局局长|副组长|8124|")]
    [InlineData("|指标|单位|2023年|2024年|2025年|", "|游客|万人次|300|320|350|", "|床位|张|900|950|990|")]
    public async Task Lists_of_people_and_of_the_past_have_no_targets(params string[] rows)
        => (await TasksAsync("docx", string.Join('\n', rows))).SelectMany(Drafting.Targets).ShouldBeEmpty();

    private static async Task<IReadOnlyList<DraftTask>> TasksAsync(string format, string table, string period = "2026年")
    {
        var (bytes, name) = Rendering.ToFile(new("headers", IsHeldOut: false, format, [$"某地{period}重点任务分解表", .. table.Split('\n', StringSplitOptions.TrimEntries)], [], []));
        var reading = await DocumentReader.ReadAsync(bytes, name, TestContext.Current.CancellationToken);
        return DraftReader.Read(reading.File.ShouldNotBeNull(), TestContext.Current.CancellationToken).Tasks;
    }
}
