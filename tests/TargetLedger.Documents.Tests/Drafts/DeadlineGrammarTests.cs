using System.Globalization;
using Shouldly;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Structure;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

/// <summary>By when, in brackets, behind units and in running text.</summary>
public class DeadlineGrammarTests
{
    [Theory]
    [InlineData("(市科协、市文联;按月推进)", "R/P1M")]
    [InlineData("(市科协,每半年一次)", "R/P6M")]
    [InlineData("(市科协;按季度调度)", "R/P3M")]
    [InlineData("(市科协、市文联,持续推进)", "ongoing")]
    [InlineData("〔市科协;长期坚持〕", "ongoing")]
    [InlineData("(市科协,2026年8月底前完成)", "2026-08-31")]
    [InlineData("(市科协,完成时限:三季度末)", "2026-09-30")]
    [InlineData("(责任单位:市科协;逐周推进)", "R/P1W")]
    [InlineData("(牵头单位:市科协;配合单位:市文联;2026年5月)", "2026-05-31")]
    public async Task A_list_of_units_may_end_in_a_deadline(string units, string due)
    {
        var task = await TaskOfAsync("举办讲座50场。" + units);

        Due(task).ShouldBe(due);
        task.Units.ShouldAllBe(u => u.Name == "市科协" || u.Name == "市文联");
        task.Units[0].Role.ShouldBe(DraftRole.Lead);
    }

    [Theory]
    [InlineData("年内修复古桥6座,10月20日前全部完成。", "2026-10-20")]
    [InlineData("4月底前完成勘察,年内修复古桥6座。", "2026-12-31")]
    [InlineData("修复古桥6座。每月对工地进行巡查。", "R/P1M")]
    [InlineData("修复古桥6座。每月对工地巡查2次。", "-")]
    [InlineData("修复古桥6座,9月底前完成监理招标。", "2026-09-30")]
    public async Task A_closing_day_is_everythings(string text, string due) => Due(await TaskOfAsync(text)).ShouldBe(due);

    [Fact]
    public async Task The_year_a_title_looks_back_on_is_not_the_plans()
    {
        var draft = await Drafting.OfAsync("某县档案馆2025年工作总结和2026年工作计划\n一、2025年工作总结\n接收档案3万卷。\n二、2026年工作计划\n1.做好数字化。年底前完成扫描20万页。(县档案馆)\n");

        draft.Plan.Period.ShouldBe("2026-01-01/2026-12-31");
        Due(draft.Tasks.ShouldHaveSingleItem()).ShouldBe("2026-12-31");
    }

    [Fact]
    public async Task In_a_plan_of_several_years_a_month_is_the_next_to_come()
    {
        var draft = await Drafting.OfAsync("某市花卉产业2025—2027年行动计划\n某市人民政府办公室\n2025年8月20日\n一、主要任务\n1.建设花市。11月底前建成花市2处。(市林业局)\n2.办好花展。3月底前举办花展4场。(市林业局)\n");

        draft.Tasks.Select(Due).ShouldBe(["2025-11-30", "2026-03-31"]);
    }

    [Theory]
    [InlineData("(市科协;2026年12月底前,每季度通报)", "2026-12-31")]
    [InlineData("(完成时限:按月推进,2026年10月底前完成;责任单位:市科协)", "2026-10-31")]
    [InlineData("(市科协;每年6月底前)", "R/P1Y")]
    [InlineData("(市科协;每年6月、12月底前)", "R/P1Y")]
    [InlineData("(市科协;每半月报送)", "R/P15D")]
    [InlineData("(市科协;国庆节前完成)", "2026-09-30")]
    [InlineData("(市科协;“五一”前)", "2026-04-30")]
    [InlineData("(市科协;九月底前)", "2026-09-30")]
    [InlineData("(市科协;十一月二十日前完成)", "2026-11-20")]
    public async Task A_date_wins_over_how_often_unless_it_comes_again_each_year(string units, string due)
        => Due(await TaskOfAsync("举办讲座50场。" + units)).ShouldBe(due);

    [Fact]
    public async Task A_day_of_each_year_is_not_of_the_first()
    {
        var task = (await Drafting.OfAsync("某市2024—2026年花卉行动方案\n一、主要任务\n1.办好花展。每年6月底前举办花展4场。(市林业局)\n")).Tasks.ShouldHaveSingleItem();

        Due(task).ShouldBe("R/P1Y");
        task.Commitments[0].Period.ShouldBe("2024-01-01/2026-12-31");
    }

    [Theory]
    [InlineData("修复古桥6座。建立长效机制,长期坚持。", "ongoing")]
    [InlineData("持续开展评选活动,纳入村规民约,长期坚持。", "ongoing")]
    [InlineData("始终保持高压态势,长期坚持。", "ongoing")]
    [InlineData("市林业局每季度调度一次工程进展。", "R/P3M")]
    [InlineData("市林业局每季度至少调度一次工程进展,整改率达到95%。", "-")]
    [InlineData("修复古桥6座。每半月巡查。", "R/P15D")]
    [InlineData("国庆节前修复古桥6座。", "2026-09-30")]
    [InlineData("九月底前完成监理招标。", "2026-09-30")]
    [InlineData("建立长效机制,长期坚持,2026年9月底前见效。", "2026-09-30")]
    [InlineData("修复古桥6座。做到动态清零,长期坚持。", "-")]
    [InlineData("修复长期坚持使用的古桥6座。", "-")]
    [InlineData("4月25日前后举办讲座6场。", "-")]
    public async Task Running_text_says_when_in_many_words(string text, string due) => Due(await TaskOfAsync(text)).ShouldBe(due);

    [Theory]
    [InlineData("5月中旬前", "2026-05-20")]
    [InlineData("10月中下旬", "2026-10-31")]
    [InlineData("9月上中旬", "2026-09-20")]
    [InlineData("三季度末", "2026-09-30")]
    [InlineData("3—11月", "2026-11-30")]
    [InlineData("4月-10月", "2026-10-31")]
    [InlineData("2026年8至9月", "2026-09-30")]
    [InlineData("2026年3月至11月", "2026-11-30")]
    [InlineData("2026年4月1日至10月31日", "2026-10-31")]
    [InlineData("2026/9/30", "2026-09-30")]
    [InlineData("明年一季度", "2027-03-31")]
    [InlineData("明年3月底前", "2027-03-31")]
    [InlineData("明年底前", "2027-12-31")]
    [InlineData("贯穿全年", "2026-12-31")]
    [InlineData("即日起至12月底", "2026-12-31")]
    [InlineData("5月31日前整改完毕", "2026-05-31")]
    [InlineData("6月底前开工,12月底前建成", "2026-12-31")]
    [InlineData("6月30日前完成第一批,11月30日前全部完成", "2026-11-30")]
    [InlineData("汛期前", "-")]
    [InlineData("主汛期前", "-")]
    [InlineData("春节前", "-")]
    [InlineData("立行立改", "-")]
    [InlineData("按时间节点推进", "-")]
    [InlineData("3月起", "-")]
    [InlineData("立行立改,长期坚持", "ongoing")]
    [InlineData("立行立改并长期坚持", "ongoing")]
    [InlineData("自2026年4月起,长期坚持", "ongoing")]
    [InlineData("每季度首月10日前", "R/P3M")]
    [InlineData("每双周", "R/P2W")]
    [InlineData("每3个月一次", "R/P3M")]
    [InlineData("每两年一次", "R/P2Y")]
    [InlineData("每学期末", "R/P6M")]
    public async Task Whatever_says_when_belongs_to_no_units_name(string when, string due)
    {
        foreach (var text in new[] { $"(市科协;{when})", $"责任单位:市科协;完成时限:{when}" })
        {
            var task = await TaskOfAsync("举办讲座50场。" + text);

            task.Units.ShouldHaveSingleItem().Name.ShouldBe("市科协");
            Due(task).ShouldBe(due);
        }
    }

    [Fact]
    public async Task A_month_behind_a_number_is_no_part_of_it()
    {
        var draft = await Drafting.OfAsync("某市2026年工作要点\n一、主要任务\n8.6月底前修复古桥6座。(市文物局)\n9.10月前修复塔3座。(市文物局)\n");

        draft.Tasks.Select(t => (t.Number, Due(t))).ShouldBe([("8", "2026-06-30"), ("9", "2026-10-31")]);
    }

    [Fact]
    public async Task A_case_to_be_judged_by_is_no_deadline()
        => Due(await TaskOfAsync("合格率不低于98%。年内出现3次事故的,取消评优资格。(市科协)")).ShouldBe("-");

    private static string Due(DraftTask task) => task.Deadline is not { } due ? "-" : due.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? due.Recurrence ?? due.Kind!;

    private static async Task<DraftTask> TaskOfAsync(string item) => (await Drafting.OfAsync($"某市2026年工作要点\n一、主要任务\n1.加强工作。{item}\n")).Tasks.ShouldHaveSingleItem();
}
