using Shouldly;
using Xunit;

namespace TargetLedger.Documents.Tests.Quantities;

/// <summary>Figures that say how large, how many or how well scored something is, beside those somebody is to reach.</summary>
public class DescribingGrammarTests
{
    [Theory]
    [InlineData("全县民宿380家,占全市的17%", "")]
    [InlineData("全县民宿380家,其中等级民宿46家;新增等级民宿9家", "at_least 9 家")]
    [InlineData("集团下属公司9家,资产总额62亿元,年内处置闲置房产4处", "at_least 4 处")]
    [InlineData("全镇村级卫生室28所,占应设数的93%,年底前新建2所", "at_least 2 所")]
    [InlineData("到2025年底,全县民宿380家、农家乐900家", "at_least 380 家; at_least 900 家")]
    [InlineData("主要目标:全县民宿380家", "at_least 380 家")]
    [InlineData("全县新增民宿38家,占全市新增数的17%以上", "at_least 38 家; at_least 17 %")]
    [InlineData("境内共有河流41条,全年清淤河道60公里", "at_least 60 公里")]
    [InlineData("医院编制床位900张,在编人员640人", "")]
    [InlineData("到位资金6亿元(一季度1亿元、上半年3亿元)", "at_least 600000000 元; at_least 100000000 元; at_least 300000000 元")]
    [InlineData("建设冷库3座,单个投资约700万元", "at_least 3 座")]
    [InlineData("整治小巷17条,更换井盖300余座", "at_least 17 条; more_than 300 座")]
    [InlineData("去年整治小巷17条,更换井盖300余座", "")]
    public void How_many_there_are_is_told_from_how_many_there_are_to_be(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("建设规模:新建渠道32公里、泵站5座,灌溉面积1.8万亩", "")]
    [InlineData("建设内容包括加工车间2栋、冷库3座,年底前完成投资4000万元", "at_least 40000000 元")]
    [InlineData("建设内容包括加工车间2栋、冷库3座。年底前完成投资4000万元", "at_least 40000000 元")]
    [InlineData("建设规模为扩建码头泊位3个,今年完成投资2.1亿元", "at_least 210000000 元")]
    [InlineData("主要建设内容:新建校舍2栋,总投资7600万元;年度目标:主体完工1栋", "at_least 1 栋")]
    [InlineData("建设内容:新建公厕12座", "at_least 12 座")]
    [InlineData("设计年产值6亿元", "")]
    [InlineData("硬化道路3公里、宽4.5米", "at_least 3 公里")]
    public void The_size_of_a_whole_project_is_no_goal_of_the_year(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("本项12分,办结率每低1个百分点扣0.5分,扣完为止", "")]
    [InlineData("走访率不低于90%,每少走访1户扣1分,最多扣5分", "at_least 90 %")]
    [InlineData("超额完成的,每增加2个百分点加0.5分,最多加2分", "")]
    [InlineData("群众评议得分不低于92分", "at_least 92 分")]
    [InlineData("得分85分以上的为良好等次", "")]
    [InlineData("优秀等次名额不超过参评单位的20%", "")]
    [InlineData("协议一式三份", "")]
    [InlineData("本书一式4份,双方各执2份", "")]
    [InlineData("完成情况纳入年度考核,占考核分值的8%", "")]
    [InlineData("对接种率低于85%的街道予以通报", "")]
    [InlineData("对接诉率超过5%的单位进行通报", "")]
    [InlineData("500名学生以上学校配齐校医,新增校医20人", "at_least 20 人")]
    [InlineData("报装流程减至2个环节", "at_most 2 个")]
    [InlineData("明确2个环节", "")]
    public void What_is_given_and_taken_for_results_is_no_result(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("每户发放慰问金800元", "")]
    [InlineData("走访困难职工300户,每户发放慰问金800元", "at_least 300 户")]
    [InlineData("单个家庭救助金一般不超过2万元", "")]
    [InlineData("临时救助每户不超过4000元", "")]
    [InlineData("发放助学金300万元", "at_least 3000000 元")]
    [InlineData("投放补贴资金900万元", "at_least 9000000 元")]
    [InlineData("减免小微企业费用1800万元", "at_least 18000000 元")]
    [InlineData("租金补贴按每月600元执行,最长不超过24个月", "")]
    [InlineData("奖补资金兑付率11月底前达到95%", "at_least 95 %")]
    public void What_one_person_gets_is_told_from_what_is_spent(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("对三类、四类隧道逐座评定", "")]
    [InlineData("整治四类水体8处", "at_least 8 处")]
    [InlineData("进水浓度高于九十毫克每升的污水厂占比达到七成", "at_least 70 %")]
    [InlineData("氨氮浓度降至0.8毫克每升以下", "at_most 0.8 毫克每升")]
    [InlineData("公交平均车速提高到18公里每小时", "at_least 18 公里每小时")]
    [InlineData("发电煤耗降至300克标准煤/千瓦时以下", "at_most 300 克标准煤/千瓦时")]
    [InlineData("每户运费降至2元/千克以下", "at_most 2 元/千克")]
    [InlineData("用地缺口较上年缩小两成半", "growth 25 %")]
    public void Grades_and_spoken_measures_are_read(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("渠系水利用系数提高到0.62", "at_least 0.62 ")]
    [InlineData("交通健康指数降至1.45以下", "at_most 1.45 ")]
    [InlineData("新建地块容积率不超过2.2", "at_most 2.2 ")]
    [InlineData("渠系水利用系数为0.55", "")]
    [InlineData("编号达到0.62", "")]
    public void An_index_counts_nothing_and_is_reached_all_the_same(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("开工公寓500套,前期开工的项目竣工率达到85%,候租时间缩短4个月", "at_least 500 套; at_least 85 %; growth 4 个月")]
    [InlineData("前期项目转化率达到六成", "at_least 60 %")]
    [InlineData("加快前期。完成可研批复30个", "at_least 30 个")]
    [InlineData("新增车位2000个,其中城区1500个", "at_least 2000 个; at_least 1500 个")]
    [InlineData("去年建成公寓500套,前期开工的项目竣工率达到85%", "")]
    [InlineData("落实前期经费800万元", "at_least 8000000 元")]
    [InlineData("前期累计投入资金3亿元", "")]
    public void What_was_begun_before_may_still_have_to_be_finished(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("引进5亿元以上项目9个、20亿元以上2个", "at_least 9 个; at_least 2 个")]
    [InlineData("研发经费投入占比3.4%", "at_least 3.4 %")]
    [InlineData("入境游客三年翻一番", "growth 2 倍")]
    [InlineData("购置DR3台、AED140台", "at_least 3 台; at_least 140 台")]
    [InlineData("治理PM2.5污染源30处,改造S214线8公里", "at_least 30 处; at_least 8 公里")]
    [InlineData("平均融资成本下降25个基点", "growth 25 个基点")]
    [InlineData("抗菌药物使用强度不超过38DDDs", "at_most 38 DDDs")]
    public void Sizes_Latin_words_and_measures_of_a_trade_are_read(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("老旧电梯每三年至少检测一次", "at_least 1 次")]
    [InlineData("每5年至少普查一次", "at_least 1 次")]
    public void A_spell_of_years_comes_again_like_a_year(string text, string targets) => Figures.Targets(text).ShouldBe(targets);
}
