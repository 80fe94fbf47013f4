using System.Diagnostics;
using Shouldly;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Reading;
using TargetLedger.Documents.Structure;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

/// <summary>Two real documents, whose text is not ours to publish: read where TARGETLEDGER_SEEDS or a folder shared/seeds above the checkout has them, skipped elsewhere.</summary>
public class SeedTests
{
    [Fact]
    public async Task The_talent_plan_of_2014_is_read_whole_and_nothing_is_invented()
    {
        var watch = Stopwatch.StartNew();
        var draft = await DraftOfAsync("003_");

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
        draft.Plan.Title.ShouldBe("成都市2014年人才工作要点");
        draft.Plan.Issuer.ShouldBe("成都市人才工作领导小组");
        draft.Plan.Period.ShouldBe("2014-01-01/2014-12-31");
        draft.Tasks.Select(t => t.Section).Distinct().Count().ShouldBe(4);
        draft.Tasks.Select(t => t.Number).ShouldBe(Enumerable.Range(1, 23).Select(n => $"{n}"));
        draft.Tasks.SelectMany(t => Drafting.Targets(t).Select(w => $"{t.Number}: {w}")).ShouldBe(
        [
            "4: approx 50 名", "4: approx 5 个",
            "5: approx 10 名", "5: approx 10 名", "5: approx 10 名", "5: approx 10 名",
            "6: approx 100 名", "6: approx 30000 人", "6: approx 1000 人",
            "10: at_least 100000 人次",
            "11: range 5..8 个", "11: at_least 5 个", "11: at_least 30000 人次",
            "22: approx 1000 名",
        ]);
        // Tasks without figures live by nodes.
        draft.Tasks.ShouldAllBe(t => t.Commitments.Count > 0);
    }

    [Fact]
    public async Task Its_units_stand_in_the_groups_they_are_written_in()
    {
        var draft = await DraftOfAsync("003_");

        var eleventh = draft.Tasks[10].Units;
        eleventh.Select(u => (u.Name, u.Group)).ShouldBe([("市人社局", 1), ("市总工会", 1), ("市人才工作领导小组协办单位", 2), ("各区〔市〕县人才工作领导小组", 3)]);
        draft.Tasks.ShouldAllBe(t => t.Units.Count > 0 && t.Units[0].Role == DraftRole.Lead && t.Units[0].Inferred);
        draft.Tasks.SelectMany(t => t.Units).Where(u => u.Role == DraftRole.Group).Select(u => u.Name).Distinct().ShouldBe(
            ["市人才工作领导小组有关成员单位", "各区〔市〕县人才工作领导小组", "市人才工作领导小组协办单位"], ignoreOrder: true);
        draft.Tasks.SelectMany(t => t.Units).Where(u => u.Alias is not null).Select(u => $"{u.Name}={u.Alias}").Distinct().ShouldBe(["市社科联=市社科院", "市委党校=行政学院"], ignoreOrder: true);
        draft.Tasks.Sum(t => t.Units.Count).ShouldBe(114);
    }

    [Fact]
    public async Task Every_figure_is_at_its_place_in_the_text()
    {
        var document = await DocumentOfAsync("003_");
        var runes = document.Text.EnumerateRunes().ToList();

        foreach (var commitment in DraftReader.Read(document, TestContext.Current.CancellationToken).Tasks.SelectMany(t => t.Commitments))
            string.Concat(runes[commitment.CharStart..commitment.CharEnd]).ShouldBe(commitment.AsWritten);
    }

    [Fact]
    public async Task The_report_of_two_places_names_two_tasks_and_leaves_fifteen_to_ask_for()
    {
        var draft = await DraftOfAsync("004_");

        draft.Tasks.Select(t => t.Title).ShouldBe(["建立专业技术人才职称互认机制", "启动百名优秀年轻干部互派挂职计划"]);
        draft.Tasks[0].Units.Select(u => u.Name).ShouldBe(["四川人社部门", "重庆人社部门"]);
        draft.Tasks[1].Units.Select(u => u.Name).ShouldBe(["四川省委组织部", "重庆市委组织部"]);
        draft.Tasks.SelectMany(t => t.Units).ShouldAllBe(u => u.Role == DraftRole.Lead);
        draft.Tasks.SelectMany(t => t.Commitments).ShouldAllBe(c => c.Kind == DraftCommitmentKind.Milestone);
        draft.Questions.Count(q => q.Code == "declared_areas").ShouldBe(1);
        draft.Questions.Count(q => q.Code == "declared_tasks").ShouldBe(1);
        draft.Questions.ShouldContain(q => q.Code == "damaged");
        draft.Cleaning.Select(c => c.Kind).Distinct().ShouldContain("gloss");
    }

    private static async Task<Draft> DraftOfAsync(string name) => DraftReader.Read(await DocumentOfAsync(name), TestContext.Current.CancellationToken);

    private static async Task<SourceDocument> DocumentOfAsync(string name)
    {
        var path = Seed(name);
        Assert.SkipWhen(path is null, "the seeds are not beside this checkout");
        var reading = await DocumentReader.ReadAsync(await File.ReadAllBytesAsync(path!, TestContext.Current.CancellationToken), Path.GetFileName(path)!, TestContext.Current.CancellationToken);
        return reading.File.ShouldNotBeNull();
    }

    private static string? Seed(string name)
    {
        if (Environment.GetEnvironmentVariable("TARGETLEDGER_SEEDS") is { Length: > 0 } named)
            return Directory.EnumerateFiles(named, name + "*").FirstOrDefault();
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var seeds = Path.Combine(directory.FullName, "shared", "seeds");
            if (Directory.Exists(seeds))
                return Directory.EnumerateFiles(seeds, name + "*").FirstOrDefault();
        }

        return null;
    }
}
