using Shouldly;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Gold;
using TargetLedger.Documents.Reading;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

/// <summary>Cards of labels, forms below headings, and what stands around tables without being a task.</summary>
public class TableCardTests
{
    [Theory]
    [InlineData("docx")]
    [InlineData("html")]
    public async Task A_card_is_named_by_its_name_however_wide_its_cells_are(string format)
    {
        var task = (await TasksAsync(format, """
            |任务编号|K07|任务名称|河湖清漂|
            |现状|2025年打捞漂浮物310吨，岸线绿化率42%|<|<|
            |年度目标|打捞漂浮物400吨，岸线绿化率达到50%|<|<|
            |主要举措|购置清漂船6艘|<|<|
            |牵头单位|县水务局|配合单位|县城管局|
            |完成时限|2026年10月底|联系人|马某 5560012|
            """)).ShouldHaveSingleItem();

        (task.Number, task.Title).ShouldBe(("K07", "河湖清漂"));
        task.Units.Select(u => u.Name).ShouldBe(["县水务局", "县城管局"]);
        Drafting.Targets(task).ShouldBe(["at_least 400 吨", "at_least 50 %", "at_least 6 艘"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_wrong_and_what_it_is_expected_to_cost_are_no_targets_beside_what_is_to_be_done()
    {
        var task = (await TasksAsync("xlsx", """
            |序号|问题名称|具体表现|年度目标|计划投资（万元）|9月底|牵头单位|
            |1|管网不足|应建管网62公里，仅建37公里|新建管网28公里、泵站3座|1800|20公里、泵站1座|县住建局|
            |2|排口混乱|排查排口143个，超标5个|整治排口30个|260|12个|县水利局|
            """))[0];

        Drafting.Targets(task).ShouldBe(["at_least 28 公里", "at_least 3 座", "at_least 20 公里", "at_least 1 座"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("附件：任务分配表（完成时限：2026年11月30日）", "")]
    [InlineData("", "说明：1.上述任务须于2026年11月30日前全部完成。2.进度按月报送。")]
    public async Task A_day_said_beside_a_table_holds_for_all_its_rows(string above, string below)
    {
        var tasks = await TasksAsync("docx", $"""
            {above}
            |县（市、区）|新建粮仓（座）|
            |北原县|3|
            |南原县|5|
            {below}
            """);

        tasks.Select(t => t.Deadline?.Date).ShouldBe([new DateOnly(2026, 11, 30), new DateOnly(2026, 11, 30)]);
    }

    [Fact]
    public async Task Months_in_a_column_say_when()
    {
        var tasks = await TasksAsync("docx", """
            |月份|重点事项|具体要求|牵头处室|
            |3月|开学检查|隐患整改率不低于95%|保卫科|
            |10月|科技节|征集作品200件以上|教务处|
            """);

        tasks.Select(t => t.Deadline?.Date).ShouldBe([new DateOnly(2026, 3, 31), new DateOnly(2026, 10, 31)]);
    }

    [Fact]
    public async Task Two_columns_that_ask_for_as_much_ask_twice()
    {
        var task = (await TasksAsync("docx", """
            |县（市、区）|筛查任务数（人）|早诊率（%）|体检人数（万人）|系统管理率（%）|
            |北原县|1200|90|0.12|90|
            |南原县|900|88|0.2|91|
            """))[0];

        Drafting.Targets(task).ShouldBe(["at_least 1200 人", "at_least 90 %", "at_least 1200 人", "at_least 90 %"]);
    }

    [Fact]
    public async Task A_card_may_hold_three_labels_in_a_row()
    {
        var tasks = await TasksAsync("docx", """
            |项目编号|P-1|项目名称|北塔书城|项目类型|续建|
            |建设地点|北塔新区|总投资|8000万元|资金来源|专项债券5000万元|
            |建设内容|新建书城1栋，面积9000平方米|<|<|<|<|
            |2026年目标|完成装修60%|<|<|<|<|
            |责任单位|县文旅局|配合单位|县财政局|完成时限|2026年11月底|
            |项目编号|P-2|项目名称|东门夜市|项目类型|新建|
            |建设地点|东门街道|总投资|600万元|资金来源|自筹|
            |建设内容|改造摊位160个|<|<|<|<|
            |2026年目标|完成摊位改造120个|<|<|<|<|
            |责任单位|县商务局|配合单位|县城管局|完成时限|2026年12月底|
            """);

        tasks.Select(t => t.Title).ShouldBe(["北塔书城", "东门夜市"]);
        tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 60 %", "at_least 120 个"]);
    }

    [Fact]
    public async Task A_form_of_trouble_has_the_name_and_number_of_the_heading_above_it()
    {
        var tasks = await TasksAsync("docx", """
            2025年11月，县委巡察组对县交通局开展巡察，反馈2个方面14个问题。现将整改任务公布如下。
            （一）路灯失管
            |反馈问题|2025年有36盏路灯停用，亮灯率仅81%。|
            |整改目标|亮灯率达到97%。|
            |整改措施|修复路灯36盏，每盏投资约2000元。|
            |责任科室|设施科|
            |整改时限|2026年6月底前|
            （二）桥梁带病
            |反馈问题|抽查桥梁20座，有5座未检测。|
            |整改目标|检测率达到100%。|
            |整改措施|检测桥梁52座。|
            |责任科室|桥梁科|
            |整改时限|2026年9月底前|
            """);

        tasks.Select(t => (t.Number, t.Title)).ShouldBe([("(一)", "路灯失管"), ("(二)", "桥梁带病")]);
        Drafting.Targets(tasks[0]).ShouldBe(["at_least 97 %", "at_least 36 盏"], ignoreOrder: true);
        tasks[1].Deadline!.Date.ShouldBe(new DateOnly(2026, 9, 30));
    }

    [Fact]
    public async Task A_heading_says_when_for_the_table_below_it()
        => (await TasksAsync("docx", """
            一、土地征收（8月底前完成）
            |片区|征收土地（亩）|新建管网（公里）|
            |南片区|300|4.5|
            |北片区|120|2|
            """)).Select(t => (t.Title, t.Deadline!.Date)).ShouldBe([("南片区", new DateOnly(2026, 8, 31)), ("北片区", new DateOnly(2026, 8, 31))]);

    [Theory]
    [InlineData("注：1.“—”表示不下达；2.撂荒地指闲置2年以上耕地，现有600亩；3.考核占比10%。")]
    [InlineData("备注：\n1.规上企业指年收入2000万元以上企业；\n2.全县现有规上企业120家。\n（1）考核结果分为4个等次。\n联系电话：5560034（县督查室）")]
    [InlineData("说明：①完成情况按季通报；②危房指D级房屋60户。")]
    public async Task Notes_below_a_table_are_no_tasks(string notes)
    {
        var draft = await DraftAsync("docx", $"""
            |序号|任务|年度目标|责任单位|完成时限|
            |1|复耕撂荒地|复耕400亩|县农业局|2026年10月底|
            {notes}
            """);

        draft.Tasks.Select(t => t.Title).ShouldBe(["复耕撂荒地"]);
        draft.PassedOver.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("资金安排", "财政资金500万元，自筹120万元")]
    [InlineData("经费预算（万元）", "620")]
    [InlineData("资金来源", "专项债券620万元")]
    [InlineData("预算金额（万元）", "620")]
    [InlineData("补贴标准", "620元/人")]
    public async Task What_a_task_is_paid_from_is_no_target(string header, string cost)
        => Drafting.Targets((await TasksAsync("xlsx", $"""
            |序号|项目名称|项目内容|{header}|责任单位|完成时限|
            |1|公厕改造|改造公厕30座|{cost}|县城管局|2026年10月底|
            |2|路灯更新|更换路灯260盏|{cost}|县城管局|2026年11月底|
            """))[0]).ShouldBe(["at_least 30 座"]);

    [Fact]
    public async Task Groups_with_their_sums_and_remarks_across_a_row_are_no_tasks()
    {
        var tasks = await TasksAsync("docx", """
            |序号|项目|计划数|计量单位|责任单位|完成时限|
            |一、技能培训|<|700|人次|—|—|
            |1|电工培训|400|人次|县人社局|2026年6月底|
            |2|焊工培训|300|人次|县人社局|2026年9月底|
            |加分|获市级表彰1次加2分，最多加6分|<|<|<|<|
            """);

        tasks.Select(t => (t.Section, t.Title)).ShouldBe([("技能培训", "电工培训"), ("技能培训", "焊工培训")]);
    }

    [Fact]
    public async Task Open_cells_repeat_those_above_where_a_note_says_so()
        => (await TasksAsync("html", """
            |序号|任务|标准|牵头科室|配合单位|完成时限|
            |1|背街整治|整治小巷17条，更换井盖300余座|城建科|东社区|6月底|
            |2|停车挖潜|新增泊位260个|||9月底|
            注：牵头科室、联系电话栏空白的同上栏；配合单位栏空白的为无。
            """)).Select(t => string.Join('+', t.Units.Select(u => u.Name))).ShouldBe(["城建科+东社区", "城建科"]);

    [Theory]
    [InlineData("学校", "第一小学", "实验幼儿园")]
    [InlineData("村（社区）", "东湾村", "河口社区")]
    public async Task Rows_that_each_get_a_share_are_tasks_whatever_they_are_called(string header, string first, string second)
        => (await TasksAsync("xlsx", $"""
            |{header}|新增绿地（亩）|培训（人次）|植树（株）|
            |{first}|30|60|900|
            |{second}|12|25|400|
            |合计|42|85|1300|
            """)).Select(t => t.Title).ShouldBe([first, second]);

    [Fact]
    public async Task A_goal_may_begin_with_its_figure_and_go_on_in_words()
    {
        var tasks = await TasksAsync("docx", """
            |序号|指标|计量单位|2025年|2026年目标值|责任单位|
            |1|绿化覆盖率|%|41.7|42.5%，较上年提高0.8个百分点|县园林局|
            |2|引进人才|名|9|12名（其中博士不少于5名）|县人才办|
            """);

        Drafting.Targets(tasks[0]).ShouldBe(["at_least 42.5 %", "growth 0.8 个百分点"]);
        Drafting.Targets(tasks[1]).ShouldBe(["at_least 12 名", "at_least 5 名"]);
    }

    [Fact]
    public async Task A_column_may_hold_a_pace_for_some_rows_and_a_sum_for_others()
        => (await TasksAsync("xlsx", """
            |序号|指标名称|单位|2025年|2030年目标|年均增长或[累计]|责任部门|
            |1|地区生产总值增长|%|5.4|—|5.3以上|县发改局|
            |2|单位能耗降低|%|3.1|—|[14]|县发改局|
            |3|造林面积|亩|900|1000|[4800]|县林业局|
            """)).SelectMany(Drafting.Targets).ShouldBe(["growth 5.3 %", "growth 14 %", "at_least 1000 亩", "at_least 4800 亩"]);

    [Fact]
    public async Task How_a_project_is_to_look_is_its_goal_and_its_scope_is_none()
        => Drafting.Targets((await TasksAsync("docx", """
            |序号|项目名称|建设规模及主要内容|总投资（万元）|2026年形象进度|责任单位|
            |1|江心泵站|新建泵站2座、管网18公里|5200|主体完工|县水务局|
            |2|北坝水厂|日供水3万吨，新建车间6座|900|完成土建60%|县水务局|
            |3|南岭水库|坝顶加高1.5米|700|完成竣工验收|县水务局|
            """))[0]).ShouldBeEmpty();

    [Fact]
    public async Task A_form_may_have_a_header_of_its_own_above_its_labels()
        => (await TasksAsync("docx", """
            |事项|内容|
            |任务名称|管网排查|
            |目标|排查管网320公里|
            |牵头科室|协调科|
            |完成时限|2026年9月30日|
            """)).ShouldHaveSingleItem().Title.ShouldBe("管网排查");

    [Fact]
    public async Task What_is_counted_beside_names_that_get_a_share_is_a_target_and_a_note_is_no_name()
    {
        var tasks = await TasksAsync("xlsx", """
            |责任单位|签约项目数|到位资金（亿元）|开工率（%）|
            |县工信局|12|30|80|
            |高新区|20|60|85|
            |全局|32|90|—|
            |注：1.到位资金指实际到账额。||||
            """);

        tasks.Select(t => t.Title).ShouldBe(["县工信局", "高新区"]);
        Drafting.Targets(tasks[0]).Count().ShouldBe(3);
    }

    [Fact]
    public async Task A_proposal_is_named_by_its_title_and_numbered_as_it_is()
        => (await TasksAsync("docx", """
            |建议编号|建议标题|主办单位|办理目标|办结时限|
            |012|关于增加车位的建议|县城管局|新增车位800个|2026年8月底|
            |033|关于改善饮水的建议|县水务局|改造管网60公里|2026年9月底|
            """)).Select(t => (t.Number, t.Title)).ShouldBe([("012", "关于增加车位的建议"), ("033", "关于改善饮水的建议")]);

    [Fact]
    public async Task What_is_built_is_a_target_beside_what_is_to_come_of_it()
        => Drafting.Targets((await TasksAsync("docx", """
            |序号|项目名称|建设内容及规模|投资概算（万元）|绩效目标|责任单位|完工时间|
            |1|西坪产业路|硬化道路3.2公里|160|带动就业35人|西坪镇|2026年8月|
            |2|云台茶园|改造茶园800亩|240|带动就业60人|云台镇|2026年9月|
            """))[0]).ShouldBe(["at_least 3.2 公里", "at_least 35 人"]);

    private static async Task<IReadOnlyList<DraftTask>> TasksAsync(string format, string table) => (await DraftAsync(format, table)).Tasks;

    private static async Task<Draft> DraftAsync(string format, string table)
    {
        var (bytes, name) = Rendering.ToFile(new("cards", IsHeldOut: false, format, ["某县2026年重点工作任务表", .. table.Split('\n', StringSplitOptions.TrimEntries)], [], []));
        var reading = await DocumentReader.ReadAsync(bytes, name, TestContext.Current.CancellationToken);
        return DraftReader.Read(reading.File.ShouldNotBeNull(), TestContext.Current.CancellationToken);
    }
}
