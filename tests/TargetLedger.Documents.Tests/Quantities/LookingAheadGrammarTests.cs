using Shouldly;
using Xunit;

namespace TargetLedger.Documents.Tests.Quantities;

/// <summary>What has been, what there is, and what is to come of it, in a single sentence.</summary>
public class LookingAheadGrammarTests
{
    [Theory]
    [InlineData("去年培训骨干900人,今后每年培训不少于1000人,建设基地5个", "at_least 1000 人; at_least 5 个")]
    [InlineData("全区共有网格320个,今年新设网格20个,巡查覆盖率达到98%", "at_least 20 个; at_least 98 %")]
    [InlineData("全镇现有低收入户430户,年内帮扶200户,增收比例不低于85%", "at_least 200 户; at_least 85 %")]
    [InlineData("2024年底贷款余额为32亿元,年内清收5亿元,不良率降至2%以下", "at_least 500000000 元; at_most 2 %")]
    [InlineData("已完成7座水闸加固,剩余5座年内全部完成,新建泵站3座", "at_least 5 座; at_least 3 座")]
    [InlineData("为现有机位80个的停车场加装充电桩二十台", "at_least 20 台")]
    [InlineData("前三年累计修复湿地60公顷,今年修复25公顷", "at_least 25 公顷")]
    [InlineData("去年启动改造12个,年内完工8个", "")]
    [InlineData("第一批20个项目已全部开工,第二批15个项目9月底前开工,第三批年内完成前期工作", "at_least 15 个")]
    [InlineData("受疫情影响,去年客运量仅完成计划的78%,今年力争恢复到2019年的90%以上", "at_least 90 %")]
    [InlineData("力争国家级试点由现有的3个增加到5个,省级试点新增4个", "at_least 5 个; at_least 4 个")]
    [InlineData("2024年底存量债务为86亿元,到2025年底压降至80亿元以内", "at_most 8000000000 元")]
    [InlineData("对2024年验收不合格的18个村,6月底前全部整改到位;再推进32个村开展示范创建", "at_least 18 个; at_least 32 个")]
    [InlineData("已有12家企业签约入驻,年内再签约8家,入驻率达到70%以上", "at_least 8 家; at_least 70 %")]
    [InlineData("已争取上级资金1.6亿元,力争全年到位资金2.5亿元", "at_least 250000000 元")]
    [InlineData("巩固去年创建的6个省级示范村,新创建省级示范村4个", "at_least 4 个")]
    [InlineData("城乡居民医保参保率连续三年稳定在96%以上,今年要达到97%", "at_least 97 %")]
    [InlineData("已建成的126个服务站年内全部运营", "at_least 126 个")]
    [InlineData("已建成的126个服务站全部投入运营", "at_least 126 个")]
    [InlineData("已建成的30个站点运行良好", "")]
    public void What_there_is_already_ends_where_something_looks_ahead(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("历年未结案件由47件压减至10件以内", "at_most 10 件")]
    [InlineData("历年来累计建成公园30个", "")]
    [InlineData("历年累计建成公园30个", "")]
    [InlineData("清理历年结转资金3亿元,盘活闲置房产20处", "at_least 300000000 元; at_least 20 处")]
    public void Of_years_gone_by_or_left_over_from_them(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("对2023年、2024年已验收的26个村开展“回头看”,整改问题不少于80个", "at_least 26 个; at_least 80 个")]
    [InlineData("今年对2024年验收的26个村开展“回头看”,整改问题不少于80个", "at_least 26 个; at_least 80 个")]
    [InlineData("去年启动的6个项目今年全部竣工", "at_least 6 个")]
    [InlineData("完成2024年续建项目12个,新建项目8个", "at_least 12 个; at_least 8 个")]
    [InlineData("全面完成2024年目标任务,新增就业3万人", "")]
    [InlineData("办结率由上年同期的86%提高到90%", "at_least 90 %")]
    [InlineData("推广去年3个试点经验,新增试点8个", "at_least 8 个")]
    [InlineData("1-5月累计新增就业5200人,完成年度目标的52%。下一步,力争6月底前新增就业6500人", "at_least 6500 人")]
    [InlineData("此前已下达资金3000万元,年内再下达5000万元", "at_least 50000000 元")]
    [InlineData("依托现有的15个工作站,培育社会组织10家", "at_least 10 家")]
    [InlineData("对排名靠后的10个村开展集中整治", "at_least 10 个")]
    public void Things_of_last_year_may_be_what_is_worked_on(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("在看到成绩的同时,也要清醒认识到,全市仍有危桥14座、再生水利用率仅22%", "")]
    [InlineData("在肯定成绩的同时,要看到全县仅有托位900个,缺口600个", "")]
    [InlineData("今年要看紧抓实,新建桥梁14座", "at_least 14 座")]
    [InlineData("在册企业120家,完成投资32亿元,占全年计划的85%", "")]
    [InlineData("第一季度完成全年目标的25%,上半年完成55%", "at_least 25 %; at_least 55 %")]
    [InlineData("下一步,新建站点20个", "at_least 20 个")]
    public void What_is_seen_or_counted_up_is_there(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("去年建成的9个直播基地要加快入驻商户,带货覆盖率达到70%", "at_least 70 %")]
    [InlineData("2024年建成的8个驿站必须按时开放,服务满意度达到96%", "at_least 96 %")]
    [InlineData("已建成的15个托养中心要规范运营,入住率达到80%", "at_least 80 %")]
    [InlineData("去年建成的30个充电站继续优化布局,新建充电桩800个", "at_least 800 个")]
    [InlineData("去年建成的9个直播基地运行良好,覆盖率达到70%", "")]
    [InlineData("去年开工的6个项目全部竣工,投资完成率达到102%", "")]
    [InlineData("去年新建的5个中心将服务范围扩大到20个村,覆盖率达到80%", "")]
    public void What_is_asked_of_what_there_is_lies_ahead(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("改造厕所500座,已建管网正常通水率达到92%", "at_least 500 座; at_least 92 %")]
    [InlineData("已建泵站完好率不低于95%", "at_least 95 %")]
    [InlineData("已投用设备在线率达到98%以上", "at_least 98 %")]
    [InlineData("在建工地巡查覆盖率达到100%", "at_least 100 %")]
    [InlineData("新建小区停车位配建率达到100%", "at_least 100 %")]
    [InlineData("已建成道路300公里,乡镇覆盖率达到90%", "")]
    [InlineData("已建成设施完好率达到91.3%", "")]
    [InlineData("去年完成投资50亿元。已建成充电桩覆盖率达到90%", "")]
    public void A_rate_of_what_was_built_is_still_to_be_kept(string text, string targets) => Figures.Targets(text).ShouldBe(targets);
}
