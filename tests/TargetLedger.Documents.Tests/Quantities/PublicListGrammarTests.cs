using Shouldly;
using TargetLedger.Documents.Quantities;
using Xunit;

namespace TargetLedger.Documents.Tests.Quantities;

/// <summary>Lists and reports as offices publish them: what announces, tells and names figures without setting any.</summary>
public class PublicListGrammarTests
{
    [Theory]
    [InlineData("2024年,我县克难前行,实现了“十四五”顺利收官。全县完成造林6万亩,粮食总产量稳定在30万吨左右,新增就业4100人。")]
    [InlineData("据县统计局介绍,2024年,全县旅游供给持续扩大。开工新建民宿30家,床位使用率达到61%。")]
    [InlineData("据了解,2024年,全县完成造林6万亩。推进9条廊道建设,新增绿地40公顷。")]
    [InlineData("2024年,全县造林6万亩。招商引资再创新高,实施项目40个。向上争取取得突破,争取省级资金2亿元。")]
    [InlineData("2024年已按计划新建学校7所。")]
    public void A_year_gone_by_holds_whoever_tells_of_it_and_whatever_plan_it_ended(string text) => Figures.Targets(text).ShouldBe("");

    [Theory]
    [InlineData("据了解,2025年将新建绿道40公里。", "at_least 40 公里")]
    [InlineData("“十四五”期间,将新建绿道40公里。", "at_least 40 公里")]
    [InlineData("2024年,全县造林6万亩。“十五五”期间,将新增绿地40公顷。", "at_least 40 公顷")]
    [InlineData("2024年,全县造林6万亩,争取今年再造林5万亩。", "at_least 50000 亩")]
    [InlineData("再新建学校7所。", "at_least 7 所")]
    public void What_is_told_of_times_to_come_stays_a_target(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("1-9月管网项目累计完成投资41.5亿元,占年度投资计划的83.2%,超过序时进度8.2个百分点。", "")]
    [InlineData("全年水利支出3.1亿元,完成年初计划的118.4%。", "")]
    [InlineData("新增公交线路7条,是年度计划的140%。", "")]
    [InlineData("本年度计划开工项目90项,目前已开工72项,完成年度计划开工的80.8%。", "at_least 90 项")]
    [InlineData("6月底前完成投资20亿元,达到年度计划的50%以上。", "at_least 2000000000 元; at_least 50 %")]
    [InlineData("1-9月计划开工项目21个。", "at_least 21 个")]
    public void Shares_of_a_plan_that_only_a_result_can_be_are_results(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("溺水事故死亡人数控制在2020年水平,火灾起数下降8%以上。", "growth 8 %")]
    [InlineData("单位能耗不高于2023年的平均水平,用水量下降3%。", "growth 3 %")]
    public void A_level_of_a_year_gone_by_says_how_far_and_not_when(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("拆除6个现有泵房,新建城东、城西2个泵房。", "at_least 6 个; at_least 2 个")]
    [InlineData("现有泵房6个。", "")]
    public void Of_which_kind_those_are_that_are_counted_is_no_past(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("经投票表决,以下8个项目为2025年度民生实事项目", "")]
    [InlineData("2025年新增9项包括:新建绿道40公里", "at_least 40 公里")]
    [InlineData("为民办12件实事是区政府的重点工作", "")]
    [InlineData("明确18个均衡发展项目清单,新建书屋5家", "at_least 5 家")]
    [InlineData("新增9项便民服务", "at_least 9 项")]
    [InlineData("明确网格内6大类27项职责", "")]
    public void What_announces_a_list_is_none_of_it(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("建成桂林路北段、桐九路等12条道路", "at_least 12 条")]
    [InlineData("农机作业十万人口死亡率下降6%以上", "growth 6 %")]
    [InlineData("为残疾人两项补贴发放对象开展年审", "")]
    [InlineData("培育旅游强市3个、旅游强县市区30个、旅游强镇90个以上", "at_least 3 个; at_least 30 个; at_least 90 个")]
    [InlineData("15个续建项目计划完成投资40亿元", "at_least 4000000000 元")]
    public void Numbers_within_names_count_nothing(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("解决柳河等乡镇3万人的饮水困难", "at_least 30000 人")]
    [InlineData("化解2个小区、600户的办证难题", "at_least 2 个; at_least 600 户")]
    [InlineData("针对600户的办证难题开展调研", "")]
    [InlineData("确保东山区、西河区40%的城市社区建成服务综合体", "at_least 40 %")]
    public void Those_whose_trouble_is_to_be_ended_are_counted(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("为全县8000名老年人提供居家上门服务", "老年人提供居家上门服务")]
    [InlineData("对260户困难家庭进行住房加固", "困难家庭进行住房加固")]
    [InlineData("该县将对19所乡村学校进行翻修", "乡村学校进行翻修")]
    [InlineData("新建绿道40公里", "新建绿道")]
    [InlineData("污水平均处理率达到96%", "污水平均处理率")]
    [InlineData("秸秆利用率平均达到96%", "秸秆利用率")]
    public void Who_is_served_is_named_with_what_is_done(string text, string measure) => Figures.Read(text).ShouldHaveSingleItem().Measure.ShouldBe(measure);

    [Theory]
    [InlineData("城镇和农村居民人均收入分别增长6%和7%", "城镇居民人均收入", "农村居民人均收入")]
    [InlineData("小学、初中巩固率分别达到100%、99%", "小学巩固率", "初中巩固率")]
    [InlineData("设备投资超过90亿元、农业投资超过20亿元", "设备投资", "农业投资")]
    [InlineData("帮助青年就业600人、创业90人", "帮助青年就业", "帮助青年创业")]
    public void What_two_names_share_is_said_of_both_and_only_that(string text, params string[] measures) => Figures.Read(text).Select(m => m.Measure).ShouldBe(measures);

    [Theory]
    [InlineData("培育4家二十亿元企业", "at_least 4 家", "培育二十亿元企业")]
    [InlineData("打造6个百亿元园区", "at_least 6 个", "打造百亿元园区")]
    [InlineData("建设2个3000亩基地", "at_least 2 个", "建设3000亩基地")]
    [InlineData("形成7个千亿元集群和25个百亿元园区", "at_least 7 个; at_least 25 个", "形成千亿元集群")]
    [InlineData("新建泵房6座投资2亿元", "at_least 6 座; at_least 200000000 元", "新建泵房")]
    public void How_large_each_is_stands_between_a_count_and_its_noun(string text, string targets, string measure)
    {
        Figures.Targets(text).ShouldBe(targets);
        Figures.Read(text)[0].Measure.ShouldBe(measure);
    }

    [Fact]
    public void The_verb_of_the_first_is_the_seconds_too()
        => Figures.Read("形成7个千亿元集群和25个百亿元园区").Where(m => m.Kind == MentionKind.Target).Select(m => m.Measure).ShouldBe(["形成千亿元集群", "形成百亿元园区"]);

    [Fact]
    public void The_year_a_sentence_begins_with_holds_behind_its_semicolons()
    {
        var periods = Figures.Read("到2026年,床位达到600张;入住率达到70%;护理员达到90名。到2027年,床位达到800张;3月底前培训20名;入住率达到75%。").Select(m => m.Period?.End.Year);

        periods.ShouldBe([2026, 2026, 2026, 2027, 2025, null]);
    }
}
