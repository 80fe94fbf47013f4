using Shouldly;
using TargetLedger.Documents.PlanFiles;
using TargetLedger.Domain.Commitments;
using Xunit;

namespace TargetLedger.Documents.Tests.Sample;

public class SamplePlanTests
{
    private static readonly (string Number, PlanFileTask Task, PlanFileCommitment Commitment)[] Commitments =
    [
        .. SampleFiles.Plan.Sections.SelectMany(s => s.Tasks).SelectMany(t => t.Commitments.Select((c, i) => ($"{t.Number}-{i + 1}", t, c))),
    ];

    [Fact]
    public void The_sample_plan_is_sound()
        => PlanFileReader.Read(SampleFiles.Bytes("deploy/sample/chengdu-2014.plan.json")).Faults.ShouldBeEmpty();

    [Fact]
    public void It_holds_23_tasks_in_4_sections()
    {
        SampleFiles.Plan.Sections.Select(s => s.Tasks.Count).ShouldBe([3, 4, 12, 4]);
        SampleFiles.Plan.Sections.SelectMany(s => s.Tasks).Select(t => t.Number).ShouldBe(Enumerable.Range(1, 23).Select(n => $"{n}"));
        Commitments.Length.ShouldBe(31);
    }

    [Fact]
    public void It_holds_the_14_figures_of_the_document_as_written()
        => Commitments
            .Where(c => c.Commitment.Target is not null)
            .Select(c => $"{c.Number} {c.Commitment.Target!.Bound} {c.Commitment.Target.Value} {c.Commitment.Target.Upper} {c.Commitment.Measure!.Unit} {c.Commitment.Target.AsWritten}")
            .ShouldBe(
            [
                "4-1 Approx 50  人 50名左右",
                "4-2 Approx 5  个 5个左右",
                "5-1 Approx 10  人 10名左右",
                "5-2 Approx 10  人 10名左右",
                "5-3 Approx 10  人 10名左右",
                "5-4 Approx 10  人 10名左右",
                "6-1 Approx 100  人 100名左右",
                "6-2 Approx 30000  人 3万人左右",
                "6-3 Approx 1000  人 1000人左右",
                "10-1 AtLeast 100000  人次 10万人次",
                "11-1 Range 5 8 个 5-8个",
                "11-2 AtLeast 5  个 5个",
                "11-3 AtLeast 30000  人次 3万人次",
                "22-1 Approx 1000  人 1000名左右",
            ]);

    [Fact]
    public void Every_figure_says_what_counts()
        => Commitments.Where(c => c.Commitment.Measure is not null).ShouldAllBe(c => c.Commitment.Measure!.Definition != null && c.Commitment.Measure.DataSource != null);

    [Fact]
    public void The_17_tasks_without_a_figure_live_by_two_to_four_nodes_after_the_plan_was_issued()
    {
        var words = Commitments.Where(c => c.Commitment.Target is null).ToList();

        words.Select(c => c.Task.Number).Distinct().Count().ShouldBe(17);
        words.Count.ShouldBe(17);
        words.ShouldAllBe(c => c.Commitment.Nodes!.Count >= 2 && c.Commitment.Nodes.Count <= 4);
        words.SelectMany(c => c.Commitment.Nodes!).ShouldAllBe(n => n.Planned > SampleFiles.Plan.Plan.IssuedOn && n.Planned <= SampleFiles.Plan.Plan.Period.End);
    }

    [Fact]
    public void The_first_named_unit_leads_by_inference_and_the_others_are_partners()
    {
        foreach (var task in SampleFiles.Plan.Sections.SelectMany(s => s.Tasks))
        {
            task.Responsible[0].ShouldBe(new Responsibility(Role.Lead, task.Responsible[0].Unit, Inferred: true));
            task.Responsible.Skip(1).ShouldAllBe(r => r.Role == Role.Partner && r.Inferred == (r.Unit != null));
        }
    }

    [Fact]
    public void Units_keep_their_written_names_and_aliases_and_groups_their_members()
    {
        SampleFiles.Plan.Units.Single(u => u.Name == "市社科联").Aliases.ShouldBe(["市社科院"]);
        SampleFiles.Plan.Units.Single(u => u.Name == "市委党校").Aliases.ShouldBe(["行政学院"]);
        SampleFiles.Plan.Units.Count.ShouldBe(33 + 20);
        SampleFiles.Plan.Groups.Select(g => (g.Name, g.Open, g.Members.Count)).ShouldBe(
        [
            ("市人才工作领导小组有关成员单位", true, 0),
            ("市人才工作领导小组协办单位", true, 0),
            ("各区〔市〕县人才工作领导小组", false, 20),
        ]);
    }
}
