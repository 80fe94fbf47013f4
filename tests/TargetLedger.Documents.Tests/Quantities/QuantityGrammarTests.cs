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
