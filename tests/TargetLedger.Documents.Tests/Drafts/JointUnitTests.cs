using Shouldly;
using TargetLedger.Documents.Structure;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

/// <summary>Units of two places under one name, and units that answer for every task.</summary>
public class JointUnitTests
{
    [Theory]
    [InlineData("川渝两地林业部门", "四川林业部门;重庆林业部门")]
    [InlineData("成渝两地党委宣传部", "成都党委宣传部;重庆党委宣传部")]
    [InlineData("京津两市水务部门", "北京水务部门;天津水务部门")]
    public async Task A_name_of_two_places_is_a_unit_of_each(string unit, string expected)
    {
        var draft = await Drafting.OfAsync($"区域绿化2026年工作要点\n一、主要任务\n1.共建绿廊。建设绿廊60公里。({unit})\n");

        var units = draft.Tasks.ShouldHaveSingleItem().Units;
        string.Join(';', units.Select(u => u.Name)).ShouldBe(expected);
        units.ShouldAllBe(u => u.Role == DraftRole.Lead && u.Side != null);
        draft.Questions.ShouldContain(q => q.Code == "two_sides");
    }

    [Fact]
    public async Task Two_cities_have_sides_like_two_provinces()
        => (await Drafting.OfAsync("云溪市与江口市2026年绿化合作要点\n一、主要任务\n1.共建绿廊。建设绿廊60公里。(两市林业部门)\n")).Tasks.Single().Units.Select(u => u.Name).ShouldBe(["云溪林业部门", "江口林业部门"]);

    [Theory]
    [InlineData("四川省、重庆市林业部门", "四川省林业部门;重庆市林业部门")]
    [InlineData("四川省、重庆市林业局", "四川省林业局;重庆市林业局")]
    [InlineData("青山区、白河县宣传部门", "青山区宣传部门;白河县宣传部门")]
    public async Task What_follows_the_last_place_belongs_to_the_province_too(string units, string expected)
        => string.Join(';', (await Drafting.OfAsync($"区域绿化2026年工作要点\n一、主要任务\n1.共建绿廊。建设绿廊60公里。({units})\n")).Tasks.Single().Units.Select(u => u.Name)).ShouldBe(expected);

    [Theory]
    [InlineData("以下任务均需各区县人民政府共同落实,不再逐一列出。")]
    [InlineData("以下各项任务均由各区县人民政府配合落实,不再列出。")]
    public async Task Who_answers_for_all_tasks_is_added_to_each_and_is_no_task(string rule)
    {
        var draft = await Drafting.OfAsync($"某市2026年绿化工作要点\n{rule}\n一、主要任务\n1.建好绿廊。建设绿廊60公里。(市林业局)\n2.种好花。种花8万株。\n3.管好苗。育苗30万株。(市林业局、各区县人民政府)\n");

        draft.Tasks.Select(t => t.Title).ShouldBe(["建好绿廊", "种好花", "管好苗"]);
        draft.Tasks.Select(t => string.Join(';', t.Units.Select(u => u.Name))).ShouldBe(["市林业局;各区县人民政府", "各区县人民政府", "市林业局;各区县人民政府"]);
        draft.Tasks.Select(t => t.Units[^1].Role).ShouldAllBe(r => r == DraftRole.Group);
    }
}
