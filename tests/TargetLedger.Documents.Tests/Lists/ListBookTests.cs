using System.Text.Json;
using FsCheck.Fluent;
using Shouldly;
using TargetLedger.Documents.Confirming;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Lists;
using TargetLedger.Documents.PlanFiles;
using TargetLedger.Documents.Reading;
using TargetLedger.Documents.Sheets;
using TargetLedger.Documents.Tests.Sample;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Drafting;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Units;
using Xunit;

namespace TargetLedger.Documents.Tests.Lists;

/// <summary>List → file → draft → list: whatever a plan file can say comes back.</summary>
public sealed class ListBookTests
{
    private static readonly HashSet<string> None = [];
    private static readonly RegisteredUnits Nobody = new([], []);

    [Fact]
    public async Task Any_plan_comes_back_from_its_workbook_whole()
    {
        foreach (var seed in Gen.Choose(0, int.MaxValue).Sample(120, 150))
            await ShouldComeBackAsync(new PlanStories(seed).Next(), $"seed {seed}");
    }

    [Fact]
    public Task The_sample_plan_comes_back_from_its_workbook_whole() => ShouldComeBackAsync(SampleFiles.Plan, "sample");

    [Fact]
    public async Task A_csv_brings_back_its_rows_and_says_nothing_of_what_stands_on_other_sheets()
    {
        var file = new PlanStories(7).Next();
        var list = ListOf(file);
        var (draft, _) = await DraftOfAsync(await WrittenAsync(list, SheetFormat.Csv), "list.csv");

        draft.Listed.ShouldBeNull();
        draft.Readings.Select(r => (r.Measure, r.Value, r.Listed!.PaceStart, r.Listed.TolerancePercent, r.Listed.Place))
            .ShouldBe(list.Items.Select(i => (i.Title, i.Target?.Value, i.PaceStart, i.Target?.TolerancePercent, i.Place)));
        draft.Readings.ShouldAllBe(r => r.Listed!.Apportionment == null);
    }

    [Fact]
    public async Task What_somebody_changed_in_a_row_goes_before_the_sheets_behind_it()
    {
        var unit = new PlanFileUnit("a", "甲局", UnitKind.Department);
        PlanFileCommitment item = new("评选", Cadence.ByNode, Nodes: [new("x1", "启动", new(2014, 3, 1), "印发通知", 2), new("x2", "评审", new(2014, 6, 1), "名单公示", 3)]);
        var file = SampleFiles.Plan with { Units = [unit], Groups = [], Sections = [new("一", "部分", [new("1", "任务", [new(Role.Lead, "a")], [item])])] };
        var list = ListOf(file);
        // A row says otherwise than the sheet: another day, a node between, and another lead.
        var changed = list with { Items = [.. list.Items.Select(i => i with { Nodes = [i.Nodes[0], new("", "公示", new(2014, 5, 1)), i.Nodes[1] with { Planned = new(2014, 7, 1) }] })] };
        var bytes = await WrittenAsync(list with { Items = changed.Items }, SheetFormat.Xlsx, behind: list.Items);

        var (_, again) = await DraftOfAsync(bytes, "list.xlsx");
        again.Sections[0].Tasks[0].Commitments[0].Nodes.ShouldBe(
            [new Node("x1", "启动", new(2014, 3, 1), "印发通知", 2), new Node("n1", "公示", new(2014, 5, 1)), new Node("x2", "评审", new(2014, 7, 1), "名单公示", 3)]);
    }

    private static async Task ShouldComeBackAsync(PlanFile file, string because)
    {
        PlanFileReader.Read(JsonSerializer.SerializeToUtf8Bytes(file, LedgerJson.Options)).Faults.ShouldBeEmpty(because);
        var bytes = await WrittenAsync(ListOf(file), SheetFormat.Xlsx);
        var (draft, again) = await DraftOfAsync(bytes, "list.xlsx", file.Plan.Code);

        DraftQuestions.InTheWayOf(draft).ShouldBeEmpty(because);
        // The file itself is kept as one more source; nothing else is other than it was.
        Content(again).ShouldBe(Content(file), because);
        (await WrittenAsync(ListOf(again), SheetFormat.Xlsx)).ShouldBe(bytes, because);
    }

    /// <summary>Every event the file would become; of units and groups those the list names.</summary>
    private static string Content(PlanFile file)
    {
        var import = PlanImport.Of(file, None, None, Rules.Default);
        var named = import.Streams.SelectMany(s => s.Events).SelectMany(Named).ToHashSet(StringComparer.Ordinal);
        named.UnionWith(import.Streams.SelectMany(s => s.Events).OfType<GroupFormed>().Where(g => named.Contains(g.Code)).SelectMany(g => g.Members.Select(m => m.Unit)).ToList());
        var events = import.Streams.SelectMany(s => s.Events).Select(e => e switch
        {
            CommitmentMade made => made with { Sources = [.. made.Sources.Where(s => !OriginalFile.Is(s))] },
            PlanDrawnUp plan => plan with { Sources = [.. plan.Sources.Where(s => !OriginalFile.Is(s))] },
            _ => e,
        });
        return string.Join('\n', events
            .Where(e => e is not UnitRegistered unit || named.Contains(unit.Code))
            .Where(e => e is not GroupFormed group || named.Contains(group.Code))
            .OrderBy(e => e is UnitRegistered or GroupFormed ? 0 : 1)
            .ThenBy(e => e is UnitRegistered unit ? unit.Code : e is GroupFormed group ? group.Code : "", StringComparer.Ordinal)
            .Select(e => JsonSerializer.Serialize(e, e.GetType(), LedgerJson.Options)));

        static IEnumerable<string> Named(object e) => e switch
        {
            CommitmentMade made => [.. made.Responsible.Select(r => r.Unit ?? r.Group!), .. made.Apportionment is { } divided ? divided.Quotas.Select(q => q.Unit).Append(divided.Group) : []],
            TaskListed task => task.Responsible.Select(r => r.Unit ?? r.Group!),
            _ => [],
        };
    }

    private static Listing ListOf(PlanFile file)
    {
        var import = PlanImport.Of(file, None, None, Rules.Default);
        var plan = Plan.Fold(import.Plan, Recorded(import.Streams.Single(s => s.Stream == import.Plan).Events))!;
        var directory = new UnitDirectory(
            import.Streams.Where(s => s.Type == StreamIds.UnitType).Select(s => Unit.Fold(Recorded(s.Events))!).ToDictionary(u => u.Code, StringComparer.Ordinal),
            import.Streams.Where(s => s.Type == StreamIds.GroupType).Select(s => UnitGroup.Fold(Recorded(s.Events))!).ToDictionary(g => g.Code, StringComparer.Ordinal));
        var made = import.Streams.SelectMany(s => s.Events).OfType<CommitmentMade>();
        return new(plan, directory, [.. made.Select(m => new ListItem(
            plan.Code,
            m.Section,
            plan.Sections.Find(s => s.Number == m.Section)!.Title,
            m.Task,
            plan.Sections.SelectMany(s => s.Tasks).First(t => t.Number == m.Task).Title,
            m.Number,
            m.Title,
            m.Measure,
            m.Target,
            m.Strength,
            m.Cadence,
            m.Period,
            m.PaceStart,
            m.Sources[0].Place,
            m.Responsible,
            m.Nodes,
            m.Apportionment,
            "在办",
            []))]);
    }

    private static async Task<byte[]> WrittenAsync(Listing list, SheetFormat format, IReadOnlyList<ListItem>? behind = null)
    {
        using var target = new MemoryStream();
        var reads = 0;
        await new ListBook([list.Plan], list.Directory).WriteAsync(
            target, format, "责任清单台账", "在册", "在册", _ => (reads++ == 0 ? list.Items : behind ?? list.Items).ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        return target.ToArray();
    }

    private static async Task<(PlanDraft Draft, PlanFile File)> DraftOfAsync(byte[] bytes, string name, string code = "P-1")
    {
        var document = (await DocumentReader.ReadAsync(bytes, name, TestContext.Current.CancellationToken)).File.ShouldNotBeNull();
        var events = DraftedPlan.Of(document, DraftReader.Read(document, TestContext.Current.CancellationToken), new("aa", name, bytes.Length));
        var draft = PlanDraft.Fold(Guid.Empty, Recorded(events))!;
        var units = UnitResolution.Of(draft, Nobody, new Dictionary<string, string>(StringComparer.Ordinal), register: true);
        units.Faults.ShouldBeEmpty();
        return (draft, DraftPlanFile.Of(draft, code, units).File);
    }

    private static IEnumerable<Recorded> Recorded(IReadOnlyList<object> events)
        => events.Select((e, i) => new Recorded(EventCatalog.Read(EventCatalog.AliasOf(e), EventCatalog.Write(e)), i + 1, i + 1, default, "keeper"));

    private sealed record Listing(Plan Plan, UnitDirectory Directory, IReadOnlyList<ListItem> Items);
}
