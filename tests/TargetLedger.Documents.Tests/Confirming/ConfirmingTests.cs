using System.Text;
using Shouldly;
using TargetLedger.Documents.Comparing;
using TargetLedger.Documents.Confirming;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Gold;
using TargetLedger.Documents.PlanFiles;
using TargetLedger.Documents.Reading;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Drafting;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Units;
using Xunit;

namespace TargetLedger.Documents.Tests.Confirming;

/// <summary>What was read becomes a list, and a document read again is held against it.</summary>
public class ConfirmingTests
{
    private static readonly RegisteredUnits Nobody = new([], []);
    private static readonly Dictionary<string, string> NoNames = [];
    private static readonly DateOnly Today = new(2014, 6, 4);

    private const string Text = """
        海州市2014年教育工作要点
        海州市教育局

        一、扩大资源
        1.增加学位。新建幼儿园3所，新增学位1.2万个，各遴选名师10名左右。（市教育局、市财政局，各区县）
        2.控制负担。生均能耗下降3%，作业投诉控制在20件以内。（市教育局）
        二、健全制度
        1.集团办学。9月底前印发集团化办学办法。（市教育局、市编办）
        """;

    public static TheoryData<string> Documents => [.. GoldDocument.All.Where(d => !d.IsHeldOut).Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_list_made_of_a_document_is_unchanged_when_the_document_is_read_again(string name)
    {
        var gold = GoldDocument.All.Single(d => d.Name == name);
        var (bytes, fileName) = Rendering.ToFile(gold);
        var draft = Settled(await DraftOfAsync(bytes, fileName));
        var (plan, commitments, registered) = Listed(draft);

        commitments.Count.ShouldBe(draft.TasksToList.Sum(t => draft.ReadingsToList(t).Count()));
        var comparison = ListComparison.Of(draft, UnitResolution.Of(draft, registered, NoNames, register: false), plan, commitments, Today);
        comparison.Items.ShouldAllBe(i => i.As == ComparedAs.Unchanged);
    }

    [Fact]
    public async Task Every_reading_carries_its_sentence_and_its_place()
    {
        var draft = await DraftOfAsync(Encoding.UTF8.GetBytes(Text), "要点.txt");
        foreach (var reading in draft.Readings)
        {
            var source = reading.Source.ShouldNotBeNull();
            Text.ReplaceLineEndings("\n")[source.Start..source.End].ShouldBe(source.Words);
        }

        var kindergartens = draft.Readings.First(r => r.Measure.Contains("幼儿园", StringComparison.Ordinal)).Source!;
        (kindergartens.Before + kindergartens.Words + kindergartens.After).ShouldStartWith("新建幼儿园3所，新增学位1.2万个");
    }

    [Fact]
    public async Task Numbers_that_begin_anew_in_each_section_stay_apart_and_places_lead_to_the_words()
    {
        var draft = Settled(await DraftOfAsync(Encoding.UTF8.GetBytes(Text), "要点.txt"));
        var file = DraftPlanFile.Of(draft, "HZ-2014", UnitResolution.Of(draft, Nobody, NoNames, register: true)).File;

        file.Sections.SelectMany(s => s.Tasks.Select(t => (s.Number, t.Number))).ShouldBe([("一", "1"), ("一", "2"), ("二", "二-1")]);
        var first = file.Sections[0].Tasks[0];
        first.Commitments[0].Place.ShouldBe($"一/1;原文第 {draft.Readings[0].Source!.Start}-{draft.Readings[0].Source!.End} 字");
        file.Groups.ShouldHaveSingleItem().Open.ShouldBeTrue();
        first.Responsible.Count(r => r.Group is not null).ShouldBe(1);
    }

    [Fact]
    public async Task What_falls_is_held_to_what_is_left_of_its_baseline()
    {
        var draft = await DraftOfAsync(Encoding.UTF8.GetBytes(Text), "要点.txt");
        var energy = draft.Readings.Single(r => r.Bound == Bound.Growth);
        energy.Down.ShouldBeTrue();
        draft = After(draft, EditReading.Edit(draft, energy.Id, new(Baseline: 200, Unit: "千瓦时")));

        var item = DraftPlanFile.Of(Settled(draft), "HZ-2014", UnitResolution.Of(draft, Nobody, NoNames, register: true)).File
            .Sections.SelectMany(s => s.Tasks).SelectMany(t => t.Commitments).Single(c => c.Measure?.Unit == "千瓦时");
        (item.Target!.Bound, item.Target.Value).ShouldBe((Bound.AtMost, 194));
    }

    [Fact]
    public async Task Names_are_registered_units_by_name_or_alias_and_all_unknown_ones_are_named()
    {
        var draft = await DraftOfAsync(Encoding.UTF8.GetBytes(Text), "要点.txt");
        var known = new RegisteredUnits([new("jyj", "海州市教育局", UnitKind.Department, ["市教育局"], null, null, 1), new("czj1", "市财政局", UnitKind.Department, [], null, null, 1), new("czj2", "市财政局", UnitKind.Other, [], null, null, 1)], []);

        UnitResolution.Of(draft, known, NoNames, register: false).Faults.Select(f => f.Code).ShouldBe(["unit_ambiguous", "group_unknown", "unit_unknown"]);
        var resolved = UnitResolution.Of(draft, known, new Dictionary<string, string>(StringComparer.Ordinal) { ["市财政局"] = "czj2", ["市编办"] = "bianban" }, register: true);
        resolved.Faults.ShouldBeEmpty();
        resolved.Units.Select(u => (u.Code, u.Name)).ShouldBe([("jyj", "海州市教育局"), ("czj2", "市财政局"), ("bianban", "市编办")]);
    }

    [Fact]
    public async Task What_no_list_can_hold_is_told_of_the_task_or_reading_it_is_in()
    {
        var draft = Settled(await DraftOfAsync(Encoding.UTF8.GetBytes(Text), "要点.txt"));
        draft = After(draft, EditDraftTask.Edit(draft, "t3", new(Units: [new("市编办", Role.Partner)])));
        draft = After(draft, EditReading.Edit(draft, "r1", new(Period: new(new(2015, 1, 1), new(2015, 12, 31)))));

        DraftPlanFile.Of(draft, "HZ-2014", UnitResolution.Of(draft, Nobody, NoNames, register: true)).Check()
            .Select(r => (r.Code, r.Member)).ShouldBe([("period_outside_plan", "/readings/r1/period"), ("lead_missing", "/tasks/t3/responsible")]);
    }

    [Fact]
    public async Task A_document_of_hundreds_of_pages_is_recorded_in_parts_that_fit_into_an_entry()
    {
        var text = new StringBuilder("海州市2014年教育工作要点\n");
        for (var i = 1; i <= 900; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i}.增加学位。第{i}片区新建幼儿园3所，新增学位{i + 100}个，培训教师{i}人次。（市教育局、市财政局、市住建局）\n");
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var document = (await DocumentReader.ReadAsync(bytes, "a.txt", TestContext.Current.CancellationToken)).File!;

        var events = DraftedPlan.Of(document, DraftReader.Read(document, TestContext.Current.CancellationToken), new("aa", "a.txt", bytes.Length));

        events.Count.ShouldBeLessThan(1_000);
        events.ShouldAllBe(e => EventCatalog.Write(e).Length < 60_000);
        PlanDraft.Fold(Guid.Empty, Recorded(events))!.Readings.Count.ShouldBeGreaterThan(2_000);
    }

    [Fact]
    public async Task A_revised_document_shows_what_is_new_changed_and_gone()
    {
        var (plan, commitments, registered) = Listed(Settled(await DraftOfAsync(Encoding.UTF8.GetBytes(Text), "要点.txt")));
        var revised = Text.Replace("1.2万个", "1.5万个", StringComparison.Ordinal).Replace("新建幼儿园3所，", "", StringComparison.Ordinal)
            .Replace("20件以内", "10件以内，新建实验室6个", StringComparison.Ordinal).Replace("9月底前", "10月底前", StringComparison.Ordinal).Replace("市编办", "市人社局", StringComparison.Ordinal);
        var draft = Settled(await DraftOfAsync(Encoding.UTF8.GetBytes(revised), "修订.txt"));

        var comparison = ListComparison.Of(draft, UnitResolution.Of(draft, registered, NoNames, register: true), plan, commitments, Today);

        comparison.Items.Where(i => i.As == ComparedAs.New).ShouldHaveSingleItem().Title.ShouldContain("实验室");
        comparison.Items.Where(i => i.As == ComparedAs.Gone).ShouldHaveSingleItem().Title.ShouldContain("幼儿园");
        comparison.Items.Where(i => i.As == ComparedAs.Changed).SelectMany(i => i.Changes).Select(c => c.Field).ShouldBe(["target", "target", "partners", "due"], ignoreOrder: true);
    }

    private static async Task<PlanDraft> DraftOfAsync(byte[] bytes, string name)
    {
        var document = (await DocumentReader.ReadAsync(bytes, name, TestContext.Current.CancellationToken)).File.ShouldNotBeNull();
        return PlanDraft.Fold(Guid.Empty, Recorded(DraftedPlan.Of(document, DraftReader.Read(document, TestContext.Current.CancellationToken), new("aa", name, bytes.Length))))!;
    }

    /// <summary>What a keeper would fill in: the head, baselines, a lead.</summary>
    private static PlanDraft Settled(PlanDraft draft)
    {
        draft = After(draft, EditDraftHead.Decide(draft, new(
            draft.Head.Title ?? "要点", draft.Head.Issuer ?? "市政府", PeriodOf(draft), draft.Head.IssuedOn ?? new DateOnly(2014, 2, 1))));
        foreach (var task in draft.Tasks.Where(t => !t.Units.Any(u => u.Role == Role.Lead && !u.IsGroup)))
            draft = After(draft, EditDraftTask.Edit(draft, task.Id, new(Units: [new("市府办", Role.Lead), .. task.Units])));
        foreach (var reading in draft.Readings.Where(r => r.Kind == ReadingKind.Quantity))
        {
            if (reading.Bound == Bound.Growth && reading.Baseline is null)
                draft = After(draft, EditReading.Edit(draft, reading.Id, new(Baseline: 1_000, Unit: reading.Unit ?? "个")));
            else if (reading.Unit is null)
                draft = After(draft, EditReading.Edit(draft, reading.Id, new(Unit: "个")));
        }

        return draft;
    }

    /// <summary>Where the document names none, the years its figures are for; and until the last day anything is due.</summary>
    private static Period PeriodOf(PlanDraft draft)
    {
        var named = draft.Head.Period ?? new Period(
            draft.Readings.Select(r => r.Period?.Start ?? new DateOnly(2014, 1, 1)).Min(), draft.Readings.Select(r => r.Period?.End ?? new DateOnly(2014, 12, 31)).Max());
        var last = draft.Readings.SelectMany(r => new[] { r.Period?.End, r.Due }).Concat(draft.Tasks.Select(t => t.Deadline?.Date)).Max();
        return last > named.End ? named with { End = new(last.Value.Year, 12, 31) } : named;
    }

    private static (Plan Plan, IReadOnlyList<Commitment> Commitments, RegisteredUnits Registered) Listed(PlanDraft draft)
    {
        var drafted = DraftPlanFile.Of(draft, "HZ-2014", UnitResolution.Of(draft, Nobody, NoNames, register: true));
        drafted.Check().ShouldBeEmpty();
        var none = new HashSet<string>(StringComparer.Ordinal);
        var import = PlanImport.Of(drafted.File, none, none, Rules.Default);
        var plan = Domain.Plans.Plan.Fold(import.Plan, Recorded(import.Streams.Single(s => s.Stream == import.Plan).Events))!;
        return (
            plan,
            [.. import.Streams.Where(s => s.Type == StreamIds.CommitmentType).Select(s => Commitment.Fold(s.Stream, Recorded(s.Events))!)],
            new(
                [.. import.Streams.Where(s => s.Type == StreamIds.UnitType).Select(s => Unit.Fold(Recorded(s.Events))!)],
                [.. import.Streams.Where(s => s.Type == StreamIds.GroupType).Select(s => UnitGroup.Fold(Recorded(s.Events))!)]));
    }

    private static PlanDraft After(PlanDraft draft, Decision decision) => decision switch
    {
        Decision.Record record => record.Events.Aggregate(draft, (state, e) => PlanDraft.Evolve(draft.Id, state, new(e, 0, state.Version + 1, default, ""))),
        Decision.Nothing => draft,
        Decision.Refuse refuse => throw new InvalidOperationException(string.Join('\n', refuse.Reasons)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<Recorded> Recorded(IReadOnlyList<object> events)
        => events.Select((e, i) => new Recorded(EventCatalog.Read(EventCatalog.AliasOf(e), EventCatalog.Write(e)), i + 1, i + 1, default, "keeper"));
}
