using Shouldly;
using Xunit;

namespace TargetLedger.Documents.Tests.Quantities;

/// <summary>Turns of phrase offices are fond of: for whom, by how much, how soon, how often, which of them.</summary>
public class OfficeProseGrammarTests
{
    [Theory]
    [InlineData("就诊率较2024年的81.5%提高2个百分点", "growth 2 个百分点")]
    [InlineData("达标率比上年的76%提升5个百分点以上", "growth 5 个百分点")]
    [InlineData("交易额较去年的30亿元增长20%", "growth 20 %")]
    [InlineData("新能源占比达到30%、提高2个百分点", "at_least 30 %; growth 2 个百分点")]
    [InlineData("窗口办事环节平均减少3步", "growth 3 步")]
    [InlineData("推进分三步走改革", "")]
    [InlineData("压降隐性债务3亿元", "growth 300000000 元")]
    [InlineData("化解隐性债务3亿元", "at_least 300000000 元")]
    [InlineData("居民收入增速高于地区生产总值增速1个百分点", "growth 1 个百分点")]
    [InlineData("棉花亩产提高6公斤", "growth 6 公斤")]
    [InlineData("干线车速提升3公里/小时", "growth 3 公里/小时")]
    public void What_a_change_is_compared_with_is_no_target(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("播出公益节目6000小时", "at_least 6000 小时")]
    [InlineData("义工服务时长累计2万小时", "at_least 20000 小时")]
    [InlineData("连续作业8小时的岗位", "")]
    [InlineData("审查时间压减到9个工作日内", "at_most 9 个工作日")]
    [InlineData("租金不高于市场价的70%", "at_most 70 %")]
    [InlineData("抽查数量不少于企业总数的一成", "at_least 10 %")]
    [InlineData("修缮三、四类桥梁18座", "at_least 18 座")]
    [InlineData("公布一、二批名录40项", "at_least 40 项")]
    public void Amounts_of_work_shares_of_a_whole_and_numbered_kinds_are_told_apart(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("对日接待500人以上的景区每季度开展2次检查", "at_least 2 次")]
    [InlineData("对年产值2000万元以上的工厂开展诊断、新增上云企业30家", "at_least 30 家")]
    [InlineData("对年产值2000万元以上的工厂新增设备10台的,给予奖励", "")]
    [InlineData("工作满20年的护士,发放荣誉奖金3000元", "")]
    [InlineData("工作满20年的护士优先晋升,全年发放奖金3000万元", "at_least 30000000 元")]
    [InlineData("护理补贴按每人每月120元发放", "")]
    [InlineData("讲课费按照每天800元执行", "")]
    [InlineData("带动社会捐资助学约200万元", "approx 2000000 元")]
    [InlineData("补贴性培训占全部培训的七成以上", "at_least 70 %")]
    [InlineData("企业投入研发补助50万元", "at_least 500000 元")]
    [InlineData("每新增1家规上企业奖励10万元", "")]
    [InlineData("每招录1名残疾人减免费用5000元", "")]
    [InlineData("每个社区新增1家托育点", "at_least 1 家")]
    [InlineData("贴息资金规模增长两成", "growth 20 %")]
    [InlineData("补助标准提高10%", "growth 10 %")]
    [InlineData("对达标企业奖励资金上浮20%", "")]
    [InlineData("二孩家庭贷款额度可上浮30%", "")]
    [InlineData("对小微企业贷款按年贴息2个百分点", "")]
    [InlineData("按贷款额的3%给予贴息", "")]
    public void What_is_done_for_those_who_qualify_is_told_from_what_they_get(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("安排资金900万元,其中70%以上用于乡村", "at_least 9000000 元; at_least 70 %")]
    [InlineData("改造户厕800座,其中三成左右采用新工艺", "at_least 800 座; approx 30 %")]
    [InlineData("建成泵站5座,机组完好率为100%", "at_least 5 座; at_least 100 %")]
    [InlineData("毕业生就业率为91%", "")]
    [InlineData("每月至少组织一次夜查", "at_least 1 次")]
    [InlineData("每月召开一次例会", "")]
    [InlineData("每季度解难题不少于5个事项", "at_least 5 个")]
    [InlineData("抓好5个方面重点工作", "")]
    [InlineData("聘任“银龄教师”“驻校医生”各30名", "at_least 30 名; at_least 30 名")]
    [InlineData("命名“书香社区”“书香校园”分别12个和8个", "at_least 12 个; at_least 8 个")]
    [InlineData("每季度开展一次联合执法检查", "at_least 1 次")]
    [InlineData("每半年组织一次专家巡讲", "at_least 1 次")]
    [InlineData("每季度向市政府报告一次进展", "")]
    [InlineData("每月调度一次、每季度通报一次", "")]
    [InlineData("每季度1次", "at_least 1 次")]
    public void What_goes_on_from_a_target_or_is_bound_before_its_verb_is_one(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("接到火警后,5分钟内出警到位、15分钟内抵达现场", "at_most 5 分钟; at_most 15 分钟")]
    [InlineData("洪水预警发布后,20分钟内叫应到乡镇负责人、40分钟内叫应到户", "at_most 20 分钟; at_most 40 分钟")]
    [InlineData("警情发生后,20分钟内通知到属地街道", "at_most 20 分钟")]
    [InlineData("收到线索后,3个工作日内反馈办理意见", "at_most 3 个工作日")]
    [InlineData("急救电话10秒内接听,救护车3分钟内出车", "at_most 10 秒; at_most 3 分钟")]
    [InlineData("文件印发后30日内报市政府备案", "")]
    [InlineData("自签订合同之日起10日内支付预付款", "")]
    [InlineData("应当自受理之日起20个工作日内作出决定", "")]
    [InlineData("接警后5分钟内出动的车辆优先保障", "")]
    public void How_soon_somebody_is_answered_is_a_target_and_a_filing_time_is_none(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("完成洪涝、台风、寒潮等4个灾种的区划更新", "at_least 4 个")]
    [InlineData("推进人民路、解放路、建设路等7条道路综合改造", "at_least 7 条")]
    [InlineData("加快推进轨道交通2号线等6个重大项目建设", "at_least 6 个")]
    [InlineData("加快建设职教园、科创园、物流园3个园区", "at_least 3 个")]
    [InlineData("支持甲、乙、丙等5家企业上市", "at_least 5 家")]
    [InlineData("完成东风渠、红旗渠等三条渠道清淤", "at_least 3 条")]
    [InlineData("围绕教育、医疗等5个方面开展监督", "")]
    [InlineData("与东市、西市等4个城市开展合作", "")]
    [InlineData("全市有林场、农场等25个国有单位", "")]
    [InlineData("组织公安、交通等8个部门开展检查", "")]
    [InlineData("利用微信、微博等3个平台发布信息", "")]
    [InlineData("加强与科学院等6家院所合作", "")]
    public void Names_closed_by_a_count_are_some_of_what_is_counted(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("女性代表占比过半", "more_than 50 %")]
    [InlineData("绿色建筑占新建建筑比重过半,装配式建筑占比超三成", "more_than 50 %; more_than 30 %")]
    [InlineData("办事材料减少一半以上", "growth 50 %")]
    [InlineData("一半以上的村集体收入超过20万元", "at_least 50 %")]
    [InlineData("半数以上的行政村建成文化广场", "at_least 50 %")]
    [InlineData("实现时间过半、任务过半", "")]
    [InlineData("开展半年以上巡护", "")]
    [InlineData("另一半由企业承担", "")]
    [InlineData("孕产妇死亡率控制在8/10万以内", "at_most 8 /10万")]
    [InlineData("传染病报告发病率低于180/10万", "at_most 180 /10万")]
    [InlineData("孕产妇死亡率由9.5/10万降至9/10万以下", "at_most 9 /10万")]
    [InlineData("去年孕产妇死亡率为9.2/10万", "")]
    public void Halves_and_rates_in_so_many_are_read(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("培育营收超10亿元企业8家、超百亿元企业1家", "at_least 8 家; at_least 1 家")]
    [InlineData("产值超5亿元企业达到4家", "at_least 4 家")]
    [InlineData("12条重点河流水质达标率达到97%", "at_least 97 %")]
    [InlineData("5个国控断面优良比例保持100%", "at_least 100 %")]
    [InlineData("用好专项债券30亿元额度,年内支出20亿元以上", "at_least 2000000000 元")]
    [InlineData("统筹资金1.6亿元用于养老服务,收费标准不高于指导价的九成", "at_least 160000000 元; at_most 90 %")]
    [InlineData("铺设300毫米管道15公里", "at_least 15 公里")]
    [InlineData("改造农田5万亩、灌溉渠道80公里", "at_least 50000 亩; at_least 80 公里")]
    [InlineData("建设10千伏线路200公里、配变300台", "at_least 200 公里; at_least 300 台")]
    [InlineData("培育亿元镇3个、千万元村12个", "at_least 3 个; at_least 12 个")]
    [InlineData("按照每10万人口配备1台的标准购置救护车", "")]
    [InlineData("至少有5个项目列入国家计划", "at_least 5 个")]
    [InlineData("在5个镇、12个村开展积分制试点", "at_least 5 个; at_least 12 个")]
    [InlineData("完成对35家市属企业的巡察", "at_least 35 家")]
    public void How_large_or_whose_it_is_stays_with_what_is_counted(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("95%以上的诉求在3日内办结", "at_least 95 %")]
    [InlineData("确保80%以上的老旧小区有物业管理", "at_least 80 %")]
    [InlineData("三分之一以上的乡镇建成区域养老中心", "at_least 33.3333 %")]
    [InlineData("80%的行政村建成老年食堂", "at_least 80 %")]
    public void A_share_of_those_who_are_to_do_something_is_a_target(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("从每百户15个增加到每百户22个", "at_least 22 个")]
    [InlineData("每千常住人口执业护士达到4.1人", "at_least 4.1 人")]
    [InlineData("每百户居民拥有综合服务设施面积达到35平方米", "at_least 35 平方米")]
    [InlineData("每千名老年人拥有床位40张", "at_least 40 张")]
    [InlineData("每百万人口重症床位达到60张", "at_least 60 张")]
    [InlineData("初信初访一次性化解率达到93%", "at_least 93 %")]
    public void So_many_in_every_so_many_is_one_measure(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("遴选省、市、县级示范社分别为2家、10家、30家", "at_least 2 家; at_least 10 家; at_least 30 家")]
    [InlineData("2025年、2026年各培训教师50名", "at_least 50 名; at_least 50 名")]
    [InlineData("三次产业增加值分别为12亿元、30亿元、45亿元", "")]
    public void Respectively_and_each_year_are_shared_out(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("全年抽检药品620批次(每万人不少于4批次)", "at_least 620 批次; at_least 4 批次")]
    [InlineData("选派指导员90名(每村不少于2名)", "at_least 90 名; at_least 2 名")]
    [InlineData("新建驿站30个(每个面积不少于50平方米)", "at_least 30 个")]
    [InlineData("新建驿站30个(每站服务2万人)", "at_least 30 个")]
    public void A_bracket_may_say_how_many_of_the_same_for_each(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("城区水源地水质检测每月一次", "at_least 1 次")]
    [InlineData("更换路灯80盏,高层住宅消防演练每半年一次", "at_least 80 盏; at_least 1 次")]
    [InlineData("工作例会每月一次", "")]
    [InlineData("进展情况每季度通报一次", "")]
    public void Work_is_done_so_often_whatever_stands_first(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("为12家乡镇敬老院配齐护理床", "at_least 12 家")]
    [InlineData("为40所村小配发直饮水机", "at_least 40 所")]
    public void Those_something_is_handed_to_are_counted(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("检查预约精确到20分钟以内", "at_most 20 分钟")]
    [InlineData("公交到站预报精准到2分钟以内", "at_most 2 分钟")]
    [InlineData("办件30分钟以内的窗口", "")]
    public void How_fine_a_time_is_told_is_measured(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("清淤水库3座,恢复兴利库容90万立方米", "at_least 3 座; at_least 900000 立方米")]
    [InlineData("加固库容90万立方米水库3座", "at_least 3 座")]
    [InlineData("加固水库1座,总库容90万立方米", "at_least 1 座")]
    public void Storage_won_back_is_no_size(string text, string targets) => Figures.Targets(text).ShouldBe(targets);
}
