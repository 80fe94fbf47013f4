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
    [InlineData("整治小巷17条,更换井盖300余座", "at_least 17 条")]
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
    [InlineData("确保全长64公里、概算81亿元的南环高速年内通车", "")]
    [InlineData("硬化东坡至西坝道路分别为4.2公里和2.6公里,路面均宽5米、厚20厘米,预算资金300万元", "at_least 4.2 公里; at_least 2.6 公里")]
    [InlineData("新建水塔4座,更换管网8公里,投资160万元", "at_least 4 座; at_least 8 公里")]
    [InlineData("项目总投资3亿元,含客房210间;全年完成投资1.2亿元", "at_least 120000000 元")]
    [InlineData("项目概算投资12亿元,今年完成路基70%", "at_least 70 %")]
    [InlineData("该片区涉及征收520户、9.4万平方米", "")]
    [InlineData("新建加工中心3个,单个投资约900万元", "at_least 3 个")]
    [InlineData("完成一期430亩场地平整和6万平方米厂房建设", "at_least 430 亩; at_least 60000 平方米")]
    [InlineData("建设苗圃2个,形成年产优质苗木800万株的能力", "at_least 2 个; at_least 8000000 株")]
    [InlineData("淘汰锅炉12台、180蒸吨", "at_least 12 台; at_least 180 蒸吨")]
    [InlineData("改造综合楼3层东区,优化城乡两端", "")]
    [InlineData("我院开放床位600张,2024年完成门诊40万人次", "")]
    [InlineData("考核结果占年度考核分值的15%", "")]
    [InlineData("双方各执2份", "")]
    public void What_the_works_are_like_is_told_from_what_is_to_be_made(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("对取得认证的企业给予奖励,同一企业每年奖励不超过3个产品", "")]
    [InlineData("入园企业第3年租金减半,单个企业年减免面积不超过2000平方米", "")]
    [InlineData("对投入增长的企业,按新增部分的8%给予补助", "")]
    [InlineData("对购置设备贷款按利率的20%贴息,全年贴息贷款规模2亿元左右", "approx 200000000 元")]
    [InlineData("投放补贴资金600万元", "at_least 6000000 元")]
    [InlineData("减免小微企业费用900万元", "at_least 9000000 元")]
    [InlineData("设立引导基金,首期1亿元于6月底前完成募集", "at_least 100000000 元")]
    public void The_most_that_one_gets_is_no_sum_to_be_spent(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("对9个未开工项目实行“一项目一专班”", "")]
    [InlineData("对排查出隐患的36家机构制定整改方案,年内完成整改20家", "at_least 20 家")]
    [InlineData("对检查反馈的18项问题逐项销号,确保6月底前整改完成率达到100%", "at_least 100 %")]
    [InlineData("对28所学校开展检查,隐患整改率达到100%", "at_least 28 所; at_least 100 %")]
    [InlineData("对老街口等4处院落重新整治", "at_least 4 处")]
    public void How_many_are_dealt_with_is_told_from_what_becomes_of_them(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("新建服务中心30个(2025年9个、2026年21个)", "at_least 30 个; at_least 9 个; at_least 21 个")]
    [InlineData("到位资金3亿元(一季度0.5亿元、上半年1.4亿元)", "at_least 300000000 元; at_least 50000000 元; at_least 140000000 元")]
    [InlineData("建设床位500张,其中2025年180张、2026年和2027年各160张", "at_least 500 张; at_least 180 张; at_least 160 张; at_least 160 张")]
    [InlineData("上述三项指标分别达到25%、30%和6天以内", "at_least 25 %; at_least 30 %; at_most 6 天")]
    public void Parts_by_time_are_targets_of_their_own(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("会议指出,工程计划总投资3亿元,规划铺设管网400公里", "")]
    [InlineData("会议通报,一季度工业增加值同比增长4%,低于年度目标2个百分点。会议要求,二季度培育企业5家", "at_least 5 家")]
    [InlineData("2025年秋冬季,全市PM2.5平均浓度50微克/立方米、同比下降3%,重污染天数7天,较考核目标多1天", "")]
    [InlineData("12月31日前120个小区全部完工", "at_least 120 个")]
    [InlineData("新增的2600个学位8月底前全部投入使用", "at_least 2600 个学位")]
    public void What_is_reported_is_told_from_what_is_asked(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

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

    [Theory]
    [InlineData("计划总投资约3.6亿元,其中县级财政安排1.2亿元", "")]
    [InlineData("建设平台1个,市本级承担35%", "at_least 1 个")]
    [InlineData("建设冷库2座,项目用地26亩", "at_least 2 座")]
    [InlineData("新建高标准农田900亩,亩均投资2100元", "at_least 900 亩")]
    [InlineData("加快建设某电站,该项目装机容量60万千瓦,年内完成投资3亿元", "at_least 300000000 元")]
    [InlineData("项目设计规模20万立方米/日,总投资6亿元", "")]
    [InlineData("复绿不少于3亩;问责已于2024年11月完成,共处理4人", "at_least 3 亩")]
    [InlineData("经大会票决,确定2026年度民生实事项目10件", "")]
    [InlineData("退养网箱3600口,每口补偿900元", "at_least 3600 口")]
    [InlineData("考核优秀的,奖励用地指标150亩", "")]
    [InlineData("得分80分以上的为良好,低于60分为不合格", "")]
    [InlineData("落实安全生产法第二十三条,检查企业25家", "at_least 25 家")]
    [InlineData("对全县180家药店、20家器械企业的检查覆盖率达到100%", "at_least 100 %")]
    public void What_is_told_of_a_target_or_awarded_for_it_is_none(string text, string targets) => Figures.Targets(text).ShouldBe(targets);
}
