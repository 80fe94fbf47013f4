using Shouldly;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Structure;
using TargetLedger.Domain.Commitments;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

/// <summary>The ten short cases a reader of plan documents must get right.</summary>
public class PracticeCaseTests
{
    [Fact]
    public async Task Case_1_a_name_with_brackets_in_it_is_one_group()
    {
        var unit = (await TaskOfAsync("做好人才工作。(各区〔市〕县人才工作领导小组)")).Units.ShouldHaveSingleItem();

        unit.Name.ShouldBe("各区〔市〕县人才工作领导小组");
        unit.Role.ShouldBe(DraftRole.Group);
        unit.Alias.ShouldBeNull();
    }

    [Fact]
    public async Task Case_2_a_bracket_behind_a_whole_name_is_an_alias_to_ask_about()
    {
        var draft = await DraftOfAsync("做好培训。(市委党校〔行政学院〕)");

        var unit = draft.Tasks[0].Units.ShouldHaveSingleItem();
        unit.Name.ShouldBe("市委党校");
        unit.Alias.ShouldBe("行政学院");
        draft.Questions.ShouldContain(q => q.Code == "unit_alias");
    }

    [Fact]
    public async Task Case_3_commas_part_three_groups()
    {
        var draft = await DraftOfAsync("做好普查。(市统计局、市财政局,市普查工作领导小组协办单位,各区〔市〕县普查工作领导小组)");

        var units = draft.Tasks[0].Units;
        units.Select(u => (u.Name, u.Role, u.Inferred, u.Group)).ShouldBe(
        [
            ("市统计局", DraftRole.Lead, true, 1),
            ("市财政局", DraftRole.Unspecified, false, 1),
            ("市普查工作领导小组协办单位", DraftRole.Group, false, 2),
            ("各区〔市〕县普查工作领导小组", DraftRole.Group, false, 3),
        ]);
        units[2].Open.ShouldBeTrue();
        units[3].Open.ShouldBeFalse();
    }

    [Fact]
    public async Task Case_4_a_range_and_a_figure_share_their_verb()
    {
        var figures = await FiguresOfAsync("新建5-8个市级名师工作室和5个市级实训基地。");

        figures.Select(Drafting.Words).ShouldBe(["range 5..8 个", "at_least 5 个"]);
        figures.Select(f => f.Measure).ShouldBe(["新建市级名师工作室", "新建市级实训基地"]);
    }

    [Fact]
    public async Task Case_5_four_targets_and_an_age()
    {
        var draft = await DraftOfAsync("全年在水利、交通、旅游、林业等行业,各选拔10名左右45岁以下、业绩突出的青年技师外出进修。");

        draft.Tasks[0].Commitments.Select(c => (Drafting.Words(c), c.Per[0])).ShouldBe([("approx 10 名", "水利"), ("approx 10 名", "交通"), ("approx 10 名", "旅游"), ("approx 10 名", "林业")]);
        draft.PassedOver.ShouldHaveSingleItem().Reason.ShouldBe("condition");
        draft.Questions.ShouldContain(q => q.Code == "open_list");
    }

    [Fact]
    public async Task Case_6_period_and_noun_hold_for_both()
    {
        var figures = await FiguresOfAsync("全年帮助返乡青年就业3万人左右、创业1000人左右。");

        figures.Select(Drafting.Words).ShouldBe(["approx 30000 人", "approx 1000 人"]);
        figures.Select(f => f.Measure).ShouldBe(["帮助返乡青年就业", "帮助返乡青年创业"]);
        figures.ShouldAllBe(f => f.Period == "2014-01-01/2014-12-31");
    }

    [Fact]
    public async Task Case_7_person_times_stay_person_times()
        => (await FiguresOfAsync("全年完成社区工作者轮训10万人次。全年完成护理人员进修3万人次。")).Select(Drafting.Words).ShouldBe(["at_least 100000 人次", "at_least 30000 人次"]);

    [Fact]
    public async Task Case_8_a_round_number_is_a_launch_to_confirm_or_a_name()
    {
        var draft = await DraftOfAsync("启动百名医师下乡坐诊计划。办好“千名校长大练兵”活动。");

        var launch = draft.Tasks[0].Commitments.First(c => c.Value is not null);
        launch.Kind.ShouldBe(DraftCommitmentKind.Milestone);
        launch.Value.ShouldBe(100);
        launch.Bound.ShouldBeNull();
        draft.Questions.ShouldContain(q => q.Code == "nominal");
        draft.Tasks[0].Commitments.ShouldAllBe(c => c.Kind == DraftCommitmentKind.Milestone);
    }

    [Fact]
    public async Task Case_9_glosses_go_and_brackets_that_mean_something_stay()
    {
        var draft = await DraftOfAsync("推進縣(市)、(院、企)合作,學習習(xí)近平講話精神,責任單位為兩地省委(市委)組織部。");

        var task = draft.Tasks.ShouldHaveSingleItem();
        task.Units.Select(u => u.Name).ShouldBe(["省委组织部", "市委组织部"]);
        task.Units.ShouldAllBe(u => u.Role == DraftRole.Lead && u.Inferred);
        draft.Cleaning.ShouldContain(c => c.Kind == "gloss");
        draft.Questions.ShouldContain(q => q.Code == "two_sides");
    }

    [Fact]
    public async Task Case_10_damage_is_asked_about_and_kept()
    {
        var draft = await DraftOfAsync("雙方將綜合推進?。ㄊ校┬?、地區、校校合作。");

        draft.Cleaning.ShouldContain(c => c.Kind == "damaged" && c.Was.Contains("ㄊ校┬", StringComparison.Ordinal));
        draft.Questions.ShouldContain(q => q.Code == "damaged");
    }

    [Fact]
    public async Task What_many_tasks_leave_open_alike_is_asked_once()
    {
        var draft = await DraftOfAsync("做好培训。(市人社局,各区县)\n2.做好宣传。(市人社局,各区县)");

        draft.Questions.Count(q => q.Code == "unit_group").ShouldBe(1);
        draft.Questions.Count(q => q.Code == "lead_inferred").ShouldBe(2);
    }

    private static Task<Draft> DraftOfAsync(string item) => Drafting.OfAsync($"某市2014年人才工作要点\n一、主要任务\n1.{item}\n");

    private static async Task<DraftTask> TaskOfAsync(string item) => (await DraftOfAsync(item)).Tasks.ShouldHaveSingleItem();

    private static async Task<List<DraftCommitment>> FiguresOfAsync(string item)
        => [.. (await TaskOfAsync(item)).Commitments.Where(c => c.Kind == DraftCommitmentKind.Quantity && c.Bound is not Bound.Growth)];
}
