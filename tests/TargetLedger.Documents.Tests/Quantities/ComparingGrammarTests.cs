using Shouldly;
using Xunit;

namespace TargetLedger.Documents.Tests.Quantities;

/// <summary>Figures told from what they are compared with, paid at, made for, or a part of.</summary>
public class ComparingGrammarTests
{
    [Theory]
    [InlineData("公交分担率较2024年的41%提高2个百分点", "growth 2 个百分点")]
    [InlineData("回收率比去年的63%再提高4个百分点", "growth 4 个百分点")]
    [InlineData("废水排放强度较上年18%下降3个百分点以上", "growth 3 个百分点")]
    [InlineData("回收率较上年提高4个百分点、达到70%", "growth 4 个百分点; at_least 70 %")]
    public void The_level_another_is_compared_with_is_none(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("摊位租金不高于周边市场价的八成", "at_most 80 %")]
    [InlineData("研发人员占比不低于职工总数的15%", "at_least 15 %")]
    [InlineData("成交额达到上年的1.3倍", "at_least 1.3 倍")]
    public void What_a_share_is_of_may_stand_before_it(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("护理补贴按每人每月90元发放", "")]
    [InlineData("村干部报酬按每月2600元的标准执行", "")]
    [InlineData("按每吨120元收取处理费", "")]
    [InlineData("护理补贴提高到每人每月110元", "at_least 110 元")]
    public void The_rate_at_which_something_is_paid_is_no_target(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("成品油储备满足全区20天以上需求", "at_least 20 天")]
    [InlineData("药品储备不低于全县2个月用量", "at_least 2 个月")]
    [InlineData("巡护时长累计6000小时", "at_least 6000 小时")]
    [InlineData("对储备满3个月的轮换粮逐批检验", "")]
    public void How_long_a_stock_lasts_or_a_work_took_is_measured(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("其中70%以上用于产业项目", "at_least 70 %")]
    [InlineData("其中六成以上投向民生领域", "at_least 60 %")]
    [InlineData("每季度不少于3个事项", "at_least 3 个")]
    [InlineData("对养殖面积200亩以上的企业每季度开展2次抽检", "at_least 2 次")]
    [InlineData("加固危桥8座、涉及群众1.2万人", "at_least 8 座; at_least 12000 人")]
    [InlineData("维修三、四类危桥14座", "at_least 14 座")]
    [InlineData("验收一、二期工程6项", "at_least 6 项")]
    public void What_is_devoted_held_to_or_served_is_a_target(string text, string targets) => Figures.Targets(text).ShouldBe(targets);

    [Theory]
    [InlineData("2024年,新增床位900张,年末在册人数达到12万人。", "")]
    [InlineData("去年,完成投资6亿元,12月底库存突破4万吨。", "")]
    [InlineData("去年建成车位500个,年底前再建成600个", "at_least 600 个")]
    [InlineData("改造老街21条,其中1990年以前形成的8条,增设路灯300盏", "at_least 21 条; at_least 8 条; at_least 300 盏")]
    public void A_sentence_of_a_year_gone_by_ends_with_that_year(string text, string targets) => Figures.Targets(text).ShouldBe(targets);
}
