using Shouldly;
using TargetLedger.Documents.Quantities;
using TargetLedger.Domain.Commitments;
using Xunit;

namespace TargetLedger.Documents.Tests.Quantities;

public class QuantityGrammarTests
{
    [Theory]
    [InlineData("新建幼儿园20所", "at_least 20 所")]
    [InlineData("新建幼儿园二十所", "at_least 20 所")]
    [InlineData("培训职工1.54万人次", "at_least 15400 人次")]
    [InlineData("完成固定资产投资5亿元", "at_least 500000000 元")]
    [InlineData("完成投资2亿5000万元", "at_least 250000000 元")]
    [InlineData("新增就业12,500人", "at_least 12500 人")]
    [InlineData("新增就业１２５００人", "at_least 12500 人")]
    [InlineData("改造户厕三万五千户", "at_least 35000 户")]
    [InlineData("造林10-12万亩", "range 100000..120000 亩")]
    [InlineData("建成示范点3至5个", "range 3..5 个")]
    [InlineData("培育示范社三到五家", "range 3..5 家")]
    [InlineData("覆盖率达到90%—95%", "range 90..95 %")]
    [InlineData("招聘教师300名左右", "approx 300 名")]
    [InlineData("招聘教师约300名", "approx 300 名")]
    [InlineData("完成体检不少于8000人次", "at_least 8000 人次")]
    [InlineData("参保率稳定在95%以上", "at_least 95 %")]
    [InlineData("产值突破百亿元", "")]
    [InlineData("规模以上工业产值突破100亿元", "more_than 10000000000 元")]
    [InlineData("常住人口城镇化率超过65%", "more_than 65 %")]
    [InlineData("城镇登记失业率控制在4.5%以内", "at_most 4.5 %")]
    [InlineData("审批时间不超过3个工作日", "at_most 3 个工作日")]
    [InlineData("办理时限压缩至5个工作日以内", "at_most 5 个工作日")]
    [InlineData("PM2.5平均浓度下降到35微克/立方米以下", "at_most 35 微克/立方米")]
    [InlineData("单位能耗下降3.5%", "growth 3.5 %")]
    [InlineData("森林覆盖率提高0.5个百分点", "growth 0.5 个百分点")]
    [InlineData("森林覆盖率提高到40%", "at_least 40 %")]
    [InlineData("旅游收入翻一番", "growth 2 倍")]
    [InlineData("旅游收入翻两番", "growth 4 倍")]
    [InlineData("产量增长1倍", "growth 2 倍")]
    [InlineData("产量提高到2.5倍", "at_least 2.5 倍")]
    [InlineData("三分之二以上的行政村通自来水", "at_least 66.6667 %")]
    [InlineData("合格率达到百分之九十八", "at_least 98 %")]
    [InlineData("群众满意度达到九成以上", "at_least 90 %")]
    [InlineData("日处理污水能力达到5万吨/日", "at_least 50000 吨/日")]
    [InlineData("生产安全事故死亡人数控制为0人", "exactly 0 人")]
    [InlineData("地区生产总值达到500亿元、增长6%左右", "at_least 50000000000 元; growth 6 %")]
    public void A_figure_is_read_in_its_base_unit_with_its_bound(string text, string targets)
        => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("新建5-8个市级工作室和5个市级基地", "range 5..8 个; at_least 5 个")]
    [InlineData("全年引进50名左右海外工程师、5个左右创业团队", "approx 50 名; approx 5 个")]
    [InlineData("教育、卫生、文化投入分别增长5%、6%、7%", "growth 5 %; growth 6 %; growth 7 %")]
    [InlineData("东区、西区分别新建学校20、30所", "at_least 20 所; at_least 30 所")]
    [InlineData("两项比率分别控制在5%、3%以内", "at_most 5 %; at_most 3 %")]
    [InlineData("提高城乡低保标准,城市和农村分别达到每月800元和650元", "at_least 800 元; at_least 650 元")]
    public void Figures_of_a_list_share_verbs_bounds_and_units(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("去年新建幼儿园20所")]
    [InlineData("上个季度新增注册家庭医生380名")]
    [InlineData("上一学年,改造教室120间")]
    [InlineData("2024年,全市新建幼儿园20所,新增学位6000个。培训教师500人次。")]
    [InlineData("截至2024年底,全市已建成幼儿园120所")]
    [InlineData("目前全市有幼儿园120所")]
    [InlineData("“十三五”以来,新建幼儿园20所")]
    [InlineData("新建了20所幼儿园")]
    [InlineData("20个小区已完成改造")]
    [InlineData("两年培训干部千余人次")]
    [InlineData("去年将30个小区纳入改造")]
    public void What_was_done_is_no_target(string text)
    {
        var read = Figures.Read(text);

        read.ShouldNotBeEmpty();
        read.ShouldAllBe(m => m.Kind != MentionKind.Target);
    }

    [Theory]
    [InlineData("2024年已建成5所,今年再建8所", "at_least 8 所")]
    [InlineData("在去年完成120个的基础上,再改造小区80个", "at_least 80 个")]
    [InlineData("绿化覆盖率由38%提高到40%", "at_least 40 %")]
    [InlineData("年度目标由500个调整为600个", "at_least 600 个")]
    [InlineData("比上年提高2个百分点", "growth 2 个百分点")]
    [InlineData("较2020年下降18%", "growth 18 %")]
    public void What_a_target_is_compared_with_is_not_one(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("选拔10名左右45岁以下青年技师", "approx 10 名")]
    [InlineData("引进投资1亿元以上的项目20个", "at_least 20 个")]
    [InlineData("引进投资1亿元以上项目20个", "at_least 20 个")]
    [InlineData("对年产值超过1亿元的企业给予50万元奖励", "")]
    [InlineData("建设项目3个(总投资5亿元)", "at_least 3 个")]
    [InlineData("建成3000平方米社区服务中心2个", "at_least 2 个")]
    [InlineData("打造15分钟便民生活圈10个", "at_least 10 个")]
    [InlineData("组建50人以上的抢险队伍2支", "at_least 2 支")]
    [InlineData("推动200人以上企业建立休息室60间", "at_least 60 间")]
    [InlineData("60%以上的村集体收入超过15万元", "at_least 60 %")]
    [InlineData("服务站点覆盖85%以上的社区", "at_least 85 %")]
    [InlineData("低保标准提高到每人每月820元", "at_least 820 元")]
    [InlineData("注销“僵尸型”社会组织不少于30家", "at_least 30 家")]
    [InlineData("每亩补贴200元", "")]
    [InlineData("发放消费券2000万元", "at_least 20000000 元")]
    [InlineData("取消新建公园2个的任务", "")]
    public void What_qualifies_or_describes_is_told_from_what_is_to_be_reached(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("实施“千人计划”和“10个粮经产业新村综合示范基地”建设")]
    [InlineData("深入实施《健康2030行动5项计划》")]
    [InlineData("推进G60科创走廊和5G网络建设,打造4A级景区")]
    [InlineData("围绕8个重点领域推进改革")]
    [InlineData("落实5个方面17项重点任务")]
    [InlineData("建设一个平台,形成一批成果")]
    [InlineData("深入开展第3次全国国土调查")]
    [InlineData("拨打12345热线")]
    [InlineData("加强社区工作、应急救援和环卫保洁7支队伍建设")]
    public void Names_ordinals_and_counts_of_the_text_itself_are_no_targets(string text) => Figures.Targets(text).ShouldBeEmpty();

    [Theory]
    [InlineData("办理时限由15个工作日压缩到3个工作小时以内", "at_most 3 个工作小时")]
    [InlineData("环节由12个精简至5个以内", "at_most 5 个")]
    [InlineData("达标率由71%提升到85%以上", "at_least 85 %")]
    [InlineData("平均住院日由9天缩短至7天以下", "at_most 7 天")]
    [InlineData("护林员队伍由300名充实到420名", "at_least 420 名")]
    [InlineData("用水、用气报装分别压缩至2个和5个工作日以内", "at_most 2 个工作日; at_most 5 个工作日")]
    [InlineData("粉尘、噪声分别控制在10毫克/立方米、55分贝以内", "at_most 10 毫克/立方米; at_most 55 分贝")]
    [InlineData("农产品抽检合格率确保为99%", "exactly 99 %")]
    [InlineData("村庄规划编制任务数为86个", "at_least 86 个")]
    [InlineData("事故起数压降15%左右", "growth 15 %")]
    public void Where_a_change_arrives_is_the_target_however_it_is_bound(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("平均候诊时间比上年缩短8分钟", "growth 8 分钟")]
    [InlineData("信访总量较去年减少30起", "growth 30 起")]
    [InlineData("村集体收入增加5万元以上", "growth 50000 元")]
    [InlineData("城区停车位增加800个", "growth 800 个")]
    [InlineData("压减一般性支出5%", "growth 5 %")]
    [InlineData("提高巩固率2个百分点", "growth 2 个百分点")]
    [InlineData("减少审批事项20项", "at_least 20 项")]
    [InlineData("增加床位500张", "at_least 500 张")]
    [InlineData("农田改造提升3万亩", "at_least 30000 亩")]
    public void A_level_that_changes_by_an_amount_grows_and_a_work_is_done(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("采集血浆3.5万单位", "at_least 35000 单位")]
    [InlineData("提供透析600个治疗量", "at_least 600 个治疗量")]
    [InlineData("配发灭火器6000具", "at_least 6000 具")]
    [InlineData("购置无人机12架", "at_least 12 架")]
    [InlineData("新增变电容量50万千伏安", "at_least 500000 千伏安")]
    [InlineData("达标率达到八成五", "at_least 85 %")]
    [InlineData("公交化率提高到六成五左右", "approx 65 %")]
    [InlineData("改造二次供水设施40处", "at_least 40 处")]
    [InlineData("加快二期工程和三期项目建设", "")]
    public void Rarer_units_are_read_and_ordinals_count_nothing(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("培育年营业额超5亿元的物流企业4家", "at_least 4 家")]
    [InlineData("拓宽改造路面宽度不足4米的村道120公里", "at_least 120 公里")]
    [InlineData("建设日处理能力500吨的焚烧厂1座", "at_least 1 座")]
    [InlineData("建成可容纳300人的报告厅2个", "at_least 2 个")]
    [InlineData("新建容量800千伏安的配电房3座", "at_least 3 座")]
    [InlineData("23座以上客车全部安装监控,约谈企业60家次", "at_least 60 家次")]
    [InlineData("配备不少于5人的消防队12支", "at_least 12 支")]
    [InlineData("查处超载30%以上、超速50%以上等违法行为", "")]
    [InlineData("主持课题2项以上且考核合格的教师可破格申报", "")]
    [InlineData("对日用水量500吨以上的28家企业开展水平衡测试", "at_least 28 家")]
    [InlineData("为符合条件的3000名学生发放助学金", "at_least 3000 名")]
    [InlineData("预收费资金存管率达到98%", "at_least 98 %")]
    [InlineData("困难学生资助覆盖率保持100%", "at_least 100 %")]
    [InlineData("按30%的比例给予补贴", "")]
    [InlineData("项目总投资不超过3亿元", "at_most 300000000 元")]
    [InlineData("服务半径缩短至1公里以内", "at_most 1 公里")]
    [InlineData("新修机耕道14条、总长度36公里", "at_least 14 条; at_least 36 公里")]
    [InlineData("新建游泳馆1座、建筑面积8000平方米", "at_least 1 座")]
    [InlineData("改造住房200套(含公寓60套)", "at_least 200 套; at_least 60 套")]
    [InlineData("诉求30分钟内响应、5个工作日内办结", "at_most 30 分钟; at_most 5 个工作日")]
    [InlineData("实行24小时值班", "")]
    [InlineData("总库容1.3亿立方米,设计流量15立方米/秒", "")]
    [InlineData("低于80分的,扣减绩效20%", "")]
    [InlineData("招聘医师80名,其中硕士以上10名", "at_least 80 名; at_least 10 名")]
    [InlineData("利润总额:5.2亿元", "at_least 520000000 元")]
    [InlineData("总投资:5.2亿元", "")]
    [InlineData("孕产妇死亡率控制在10/10万以下", "at_most 10 /10万")]
    public void Sizes_and_conditions_stay_with_what_they_say_it_of(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("服务站达到120个(目前已建成86个),新增服务人员200名", "at_least 120 个; at_least 200 名")]
    [InlineData("承接事项累计达到40项(截至去年底已承接31项)", "at_least 40 项")]
    [InlineData("在全区现有90个路口中,完成升级40个", "at_least 40 个")]
    [InlineData("对2023年以来排查出的86处隐患,年内整改完成率达到95%,新建护坡12处", "at_least 95 %; at_least 12 处")]
    [InlineData("改造2000年以前建成的小区26个、涉及居民9000户", "at_least 26 个; at_least 9000 户")]
    [InlineData("去年立项的15个项目中,9个已完工,其余6个在9月底前竣工", "at_least 6 个")]
    [InlineData("督察反馈的52个问题,已整改40个,剩余12个年底前全部销号", "at_least 12 个")]
    [InlineData("排查问题52个,其余12个均已整改", "at_least 52 个")]
    public void What_was_done_before_says_nothing_of_what_follows_it(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Fact]
    public void Each_member_of_a_list_gets_the_figure()
    {
        var read = Figures.Read("全年在水利、交通、旅游、林业等行业,各选拔10名左右45岁以下青年技师").Where(m => m.Kind == MentionKind.Target).ToList();

        read.Select(m => m.Per.ShouldHaveSingleItem()).ShouldBe(["水利", "交通", "旅游", "林业"]);
        read.ShouldAllBe(m => m.Bound == Bound.Approx && m.Value == 10 && m.IsOpen && m.Period == Days.OfYear(2025));
    }

    [Theory]
    [InlineData("各县(市、区)至少新建2所养老院", "各县(市、区)")]
    [InlineData("每个乡镇建成1个服务站", "每个乡镇")]
    [InlineData("每年培训5000人次", "每年")]
    public void A_group_named_at_the_head_is_what_the_figure_holds_for_each_of(string text, string per)
        => Figures.Read(text).ShouldHaveSingleItem().Per.ShouldBe([per]);

    [Fact]
    public void The_objects_of_a_verb_may_each_be_counted()
    {
        var read = Figures.Read("新建图书馆、博物馆、体育馆各1座");

        read.Select(m => m.Measure).ShouldBe(["新建图书馆", "新建博物馆", "新建体育馆"]);
    }

    [Fact]
    public void The_period_at_the_head_of_a_sentence_holds_for_what_follows()
    {
        var read = Figures.Read("上半年新建充电桩100个,改造路灯200盏。全年新建公园3个。");

        read.Select(m => m.Period.ToString()).ShouldBe(["2025-01-01/2025-06-30", "2025-01-01/2025-06-30", "2025-01-01/2025-12-31"]);
    }

    [Fact]
    public void A_stretch_goal_is_marked()
    {
        Figures.Read("力争新增上市公司3家").ShouldHaveSingleItem().IsAspirational.ShouldBeTrue();
        Figures.Read("新增上市公司3家").ShouldHaveSingleItem().IsAspirational.ShouldBeFalse();
    }

    [Fact]
    public void A_figure_to_fall_points_down()
    {
        Figures.Read("单位能耗下降3%").ShouldHaveSingleItem().IsDown.ShouldBeTrue();
        Figures.Read("失业率控制在5%以内").ShouldHaveSingleItem().IsDown.ShouldBeTrue();
        Figures.Read("就业率提高3%").ShouldHaveSingleItem().IsDown.ShouldBeFalse();
    }

    [Theory]
    [InlineData("新建市级名师工作室5个", "新建市级名师工作室")]
    [InlineData("新建5个市级名师工作室", "新建市级名师工作室")]
    [InlineData("城镇调查失业率控制在5.5%以内", "城镇调查失业率")]
    [InlineData("全年完成社区工作者轮训10万人次", "社区工作者轮训")]
    public void The_measure_is_what_the_words_around_the_figure_name(string text, string measure)
        => Figures.Read(text).ShouldHaveSingleItem().Measure.ShouldBe(measure);

    [Fact]
    public void A_round_name_is_neither_a_target_nor_lost()
        => Figures.Read("启动百名医师下乡坐诊计划").ShouldHaveSingleItem().Kind.ShouldBe(MentionKind.Nominal);
}
