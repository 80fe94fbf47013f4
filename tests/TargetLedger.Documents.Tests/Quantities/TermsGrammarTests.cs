using Shouldly;
using TargetLedger.Documents.Quantities;
using Xunit;

namespace TargetLedger.Documents.Tests.Quantities;

/// <summary>Which things are meant, what the terms of a contract are, and how fast or large something new has to be.</summary>
public class TermsGrammarTests
{
    [Theory]
    [InlineData("接种1200人,86处威胁50人以上的滑坡点全部设立警示牌", "at_least 1200 人; at_least 86 处")]
    [InlineData("年接待5万人次以上的古镇全部开通直达班车", "")]
    [InlineData("日均接诊400人次以上的医院均设立导诊台3个", "at_least 3 个")]
    [InlineData("居住200户以上的院落全部配建快递柜", "")]
    [InlineData("建成日处理3万吨以上的净水厂2座", "at_least 2 座")]
    [InlineData("新建可容纳800人以上的礼堂2座", "at_least 2 座")]
    [InlineData("打造年接待游客30万人次以上的度假村4个", "at_least 4 个")]
    [InlineData("孵化60家以上的小微企业", "at_least 60 家")]
    [InlineData("培训300人以上的乡村工匠", "at_least 300 人")]
    public void So_many_or_more_of_something_says_which_are_meant(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("签订购销合同3000份", "at_least 3000 份")]
    [InlineData("新签集体合同260份", "at_least 260 份")]
    [InlineData("编印安全读本5000册", "at_least 5000 册")]
    [InlineData("向农家书屋配送绘本8000册", "at_least 8000 册")]
    [InlineData("采集水质样本2400份", "at_least 2400 份")]
    [InlineData("上线智慧应用12个", "at_least 12 个")]
    [InlineData("达成投资意向30个", "at_least 30 个")]
    [InlineData("完成师徒结对160对", "at_least 160 对")]
    [InlineData("培育乡村振兴干将40名", "at_least 40 名")]
    [InlineData("职工人均完成学分90分", "at_least 90 分")]
    [InlineData("创作新编剧本6部", "at_least 6 部")]
    [InlineData("查处非法采砂行为50起", "at_least 50 起")]
    [InlineData("对失信行为3次的企业,列入名单", "")]
    [InlineData("开发应用场景9个,场景应用由120个部门共享", "at_least 9 个")]
    [InlineData("培养高素质农民600人,合同约定不足80人的合作社除外", "at_least 600 人")]
    public void A_word_that_ends_like_a_particle_is_still_what_is_counted(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("改造老旧小区60个、棚户区900户", "改造老旧小区; 改造棚户区")]
    [InlineData("帮助青年就业2万人、创业500人", "帮助青年就业; 帮助青年创业")]
    [InlineData("上半年完成年度投资的60%", "年度投资")]
    public void A_measure_takes_from_the_one_before_what_is_said_of_both(string text, string measures)
        => string.Join("; ", Figures.Read(text).Where(m => m.Kind == MentionKind.Target).Select(m => m.Measure)).ShouldBe(measures);

    [Theory]
    [InlineData("每亩起赔损失率为20%", "")]
    [InlineData("免赔率不高于8%,理赔兑现率达到96%", "at_least 96 %")]
    [InlineData("门诊起付标准为300元,报销比例达到65%", "at_least 65 %")]
    [InlineData("住院起付线降至400元", "at_most 400 元")]
    [InlineData("招聘乡村教师90名,服务期不少于5年", "at_least 90 名")]
    [InlineData("设备质保期为3年,完好率达到97%", "at_least 97 %")]
    [InlineData("苗木管护期不低于2年", "")]
    [InlineData("证照有效期由1年延长至3年", "at_least 3 年")]
    [InlineData("审批期限不超过6个工作日", "at_most 6 个工作日")]
    public void Terms_bind_whoever_signs_unless_they_are_changed(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("乡镇接入带宽提升到200M", "at_least 200 M")]
    [InlineData("出口带宽不低于40G,存储扩容到300T以上", "at_least 40 G; at_least 300 T")]
    [InlineData("校园网带宽达到1000兆", "at_least 1000 兆")]
    [InlineData("建成5G基站80座,5G用户达到6万户", "at_least 80 座; at_least 60000 户")]
    [InlineData("打造10G光网社区12个", "at_least 12 个")]
    public void Bandwidth_is_measured_and_networks_have_names(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("洪灾发生后12小时内转移群众得到妥善安置", "at_most 12 小时")]
    [InlineData("供水故障发生后8小时内恢复供水", "at_most 8 小时")]
    [InlineData("险情发生后3小时之内受困人员转移到位", "at_most 3 小时")]
    [InlineData("警情发生后20分钟内到场", "at_most 20 分钟")]
    [InlineData("灾情发生后12小时内受灾群众得到救助比例达到100%", "at_least 100 %")]
    [InlineData("接到投诉后3日内的回访率达到90%", "at_least 90 %")]
    [InlineData("合同签订后20日内拨付首款", "")]
    public void A_time_within_which_those_struck_are_helped_is_asked_for(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("新增田头冷库60座、库容2.4万吨", "at_least 60 座; at_least 24000 吨")]
    [InlineData("新建水库3座、总库容900万立方米", "at_least 3 座; at_least 9000000 立方米")]
    [InlineData("加固水库3座、总库容900万立方米", "at_least 3 座")]
    [InlineData("新建冷库1座、库容2万吨", "at_least 1 座")]
    [InlineData("新建冷库8座(库容2万吨)", "at_least 8 座")]
    [InlineData("建设库容5000吨的冷链中心3个", "at_least 3 个")]
    public void Room_that_is_made_with_what_is_counted_is_a_target(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("对柳营、桥北等7个片区进行提升改造", "at_least 7 个")]
    [InlineData("对9个片区进行提升改造", "at_least 9 个")]
    [InlineData("对柳营、桥北等7个片区的意见", "")]
    public void Places_of_which_some_are_named_are_counted(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("全区42个社区全部设立服务点", "at_least 42 个")]
    [InlineData("136处隐患点全部安装报警器", "at_least 136 处")]
    [InlineData("全县28所学校营养配餐全覆盖", "at_least 28 所")]
    [InlineData("全县28所学校全部已经达标", "")]
    [InlineData("去年全县28所学校全部建成食堂", "")]
    [InlineData("全区42个社区,设立服务点50个", "at_least 50 个")]
    [InlineData("全区42个社区全部为城市社区", "")]
    public void What_is_to_become_of_all_there_are_counts_them(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("合同期满续签率达到90%", "at_least 90 %")]
    [InlineData("把合同期延长到5年", "at_least 5 年")]
    [InlineData("同期新增就业5000人", "")]
    public void The_term_of_a_contract_tells_of_no_time_gone_by(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("发放高龄津贴,80—89周岁每人每月60元,90周岁以上每人每月120元,惠及1.6万人", "at_least 16000 人")]
    [InlineData("落实护理补贴,每人每月90元", "")]
    [InlineData("低保标准提高到每人每月860元", "at_least 860 元")]
    public void What_each_of_them_gets_is_no_target(string text, string targets) => Figures.Targets(text).ShouldBe(targets);
}
