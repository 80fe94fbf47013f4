using Shouldly;
using TargetLedger.Documents.YearScripts;
using TargetLedger.Domain.Compliance;
using Xunit;

namespace TargetLedger.Documents.Tests.Sample;

public class SampleYearTests
{
    [Fact]
    public void The_sample_year_is_sound()
        => YearScriptReader.Read(SampleFiles.Bytes("deploy/sample/chengdu-2014.year.json")).Faults.ShouldBeEmpty();

    [Fact]
    public void Every_act_occurs()
        => SampleFiles.Year.Steps.Select(s => s.Act).Distinct().Order().ShouldBe(Enum.GetValues<Act>());

    [Fact]
    public void It_says_that_it_is_invented()
    {
        SampleFiles.Year.Note.ShouldContain("虚构");
        SampleFiles.Year.Note.ShouldContain("invented");
    }

    [Fact]
    public void Steps_name_commitments_and_units_of_the_sample_plan()
    {
        var numbers = SampleFiles.Plan.Sections.SelectMany(s => s.Tasks).SelectMany(t => t.Commitments.Select((_, i) => $"{t.Number}-{i + 1}"));
        SampleFiles.Year.Steps.Select(s => s.Commitment).Where(c => c is not null).ShouldBeSubsetOf(numbers);

        var accounts = SampleFiles.Plan.Units.Select(u => $"unit:{u.Code}").Concat(["keeper", "supervisor"]);
        SampleFiles.Year.Steps.Select(s => s.As).ShouldBeSubsetOf(accounts);
    }

    [Fact]
    public void A_unit_speaks_for_itself_alone()
        => SampleFiles.Year.Steps
            .Where(s => s.Act is Act.Report or Act.Claim)
            .ShouldAllBe(s => s.As == $"unit:{s.Body.GetProperty("unit").GetString()}");

    [Fact]
    public void The_rules_accept_every_step_and_both_boards_together_show_every_light()
    {
        var rehearsal = new Rehearsal(SampleFiles.Plan);
        var boards = new Queue<BoardMoment>(SampleFiles.Year.Boards);
        var shown = new List<IReadOnlyDictionary<string, Light>>();
        foreach (var step in SampleFiles.Year.Steps)
        {
            if (boards.TryPeek(out var board) && board.At < step.At)
                shown.Add(rehearsal.LightsOn(boards.Dequeue().On));
            rehearsal.Play(step);
        }

        while (boards.TryDequeue(out var board))
            shown.Add(rehearsal.LightsOn(board.On));

        rehearsal.Refused.ShouldBeEmpty();
        shown.Count.ShouldBe(2);
        shown.ShouldAllBe(b => b.Count == 31);
        shown.SelectMany(b => b.Values).Distinct().Order().ShouldBe(Enum.GetValues<Light>());
        foreach (var b in shown)
        {
            TestContext.Current.TestOutputHelper!.WriteLine(string.Join(" | ", b.GroupBy(x => x.Value).OrderBy(g => g.Key).Select(g => $"{g.Key}: {string.Join(' ', g.Select(x => x.Key))}")));
        }
    }
}
