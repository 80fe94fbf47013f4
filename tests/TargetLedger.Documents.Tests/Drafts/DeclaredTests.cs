using Shouldly;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Gold;
using TargetLedger.Documents.Reading;
using TargetLedger.Documents.Structure;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

/// <summary>What a document says of its own parts and for all of its tasks.</summary>
public class DeclaredTests
{
    [Theory]
    [InlineData("本方案共明确12项重点工作")]
    [InlineData("共5个方面12项工作")]
    [InlineData("本清单包括12项指标")]
    [InlineData("全年工作细化为12项行动")]
    [InlineData("围绕园林建设,确定了12个重点工程")]
    public async Task How_many_parts_there_are_is_asked_about_and_no_target(string words)
    {
        var draft = await Drafting.OfAsync($"某县2026年园林工作要点\n{words}。\n一、提质增效\n1.新建绿道。新建绿道30公里。(县林业局)\n2.种好花。种花8万株。(县林业局)\n");

        draft.Tasks.Select(t => t.Title).ShouldBe(["新建绿道", "种好花"]);
        draft.Tasks.SelectMany(Drafting.Targets).ShouldBe(["at_least 30 公里", "at_least 80000 株"]);
        draft.Questions.ShouldContain(q => q.Code == "declared_tasks" && q.En.Contains("12", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("本方案共明确12项重点工作")]
    [InlineData("以上共5个方面12项工作")]
    public async Task What_is_declared_at_the_end_is_not_the_last_tasks(string words)
    {
        var task = (await Drafting.OfAsync($"某县2026年园林工作要点\n一、提质增效\n1.新建绿道。新建绿道30公里。(县林业局)\n{words}。\n")).Tasks.ShouldHaveSingleItem();

        Drafting.Targets(task).ShouldBe(["at_least 30 公里"]);
    }

    [Theory]
    [InlineData("实施12项重点工程", "at_least 12 项")]
    [InlineData("建设园林工程12个", "at_least 12 个")]
    public async Task Works_to_be_done_stay_targets(string words, string target)
    {
        var draft = await Drafting.OfAsync($"某县2026年园林工作要点\n一、提质增效\n1.抓好建设。{words}。(县林业局)\n");

        Drafting.Targets(draft.Tasks.ShouldHaveSingleItem()).ShouldBe([target]);
        draft.Questions.ShouldNotContain(q => q.Code == "declared_tasks");
    }

    [Fact]
    public async Task A_sheet_declares_its_parts_too()
        => (await SheetAsync("说明:共3个方面12项工作|||")).Questions.ShouldContain(q => q.Code == "declared_tasks" && q.En.Contains("12", StringComparison.Ordinal));

    [Theory]
    [InlineData("注:责任单位中列第一位的为牵头单位|||")]
    [InlineData("备注:首列单位为牵头单位|||")]
    public async Task A_note_of_a_sheet_says_who_leads(string note)
        => (await SheetAsync(note)).Tasks[0].Units.Select(u => (u.Name, u.Role, u.Inferred)).ShouldBe([("县林业局", DraftRole.Lead, false), ("县财政局", DraftRole.Co, false)]);

    [Theory]
    [InlineData("首列单位为牵头单位。")]
    [InlineData("任务由多个单位负责的,列第一的为牵头单位。")]
    public async Task A_paragraph_says_who_leads(string rule)
        => (await Drafting.OfAsync($"某县2026年园林工作要点\n{rule}\n一、提质增效\n1.新建绿道。新建绿道30公里。(县林业局、县财政局)\n")).Tasks.Single().Units.Select(u => (u.Role, u.Inferred)).ShouldBe([(DraftRole.Lead, false), (DraftRole.Co, false)]);

    [Fact]
    public async Task Who_leads_in_the_first_quarter_is_no_rule()
        => (await Drafting.OfAsync("某县2026年园林工作要点\n第一季度由县发改局牵头制定方案。\n一、提质增效\n1.新建绿道。新建绿道30公里。(县林业局、县财政局)\n")).Tasks.Single(t => t.Title == "新建绿道").Units[0].Inferred.ShouldBeTrue();

    private static async Task<Draft> SheetAsync(string note)
    {
        string[] lines =
        [
            "某县2026年园林任务表",
            "|任务|目标|责任单位|",
            "|新建绿道|新建绿道30公里|县林业局、县财政局|",
            "|种好花|种花8万株|县林业局|",
            "|" + note,
        ];
        var (bytes, name) = Rendering.ToFile(new("notes", IsHeldOut: false, "xlsx", lines, [], []));
        var reading = await DocumentReader.ReadAsync(bytes, name, TestContext.Current.CancellationToken);
        return DraftReader.Read(reading.File.ShouldNotBeNull(), TestContext.Current.CancellationToken);
    }
}
