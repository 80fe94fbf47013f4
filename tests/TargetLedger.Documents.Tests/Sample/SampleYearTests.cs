using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using TargetLedger.Documents.YearScripts;
using TargetLedger.Domain;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Supervision;
using TargetLedger.Testing;
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

    /// <summary>What the year adds to the list.</summary>
    private static readonly string[] Added = ["22-2", "10-2"];

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
        SampleFiles.Year.Steps.Select(s => s.Commitment).Where(c => c is not null).ShouldBeSubsetOf(numbers.Concat(Added));

        var registered = SampleFiles.Year.Steps.Where(s => s.Act == Act.RegisterUnit).Select(s => $"unit:{s.Body.GetProperty("code").GetString()}");
        var accounts = SampleFiles.Plan.Units.Select(u => $"unit:{u.Code}").Concat(registered).Concat(["keeper", "supervisor"]).Concat(SampleFiles.Plan.Units.Select(u => $"supervisor:{u.Code}"));
        SampleFiles.Year.Steps.Select(s => s.As.Split('/')[0]).ShouldBeSubsetOf(accounts);
    }

    [Fact]
    public void A_unit_speaks_for_itself_alone()
        => SampleFiles.Year.Steps
            .Where(s => s.Act is Act.Report or Act.Claim)
            .ShouldAllBe(s => s.As == $"unit:{s.Body.GetProperty("unit").GetString()}");

    [Fact]
    public void Reports_of_the_year_come_on_time_late_not_at_all_and_are_excused()
    {
        var rehearsal = new Rehearsal(SampleFiles.Plan);
        foreach (var step in PlainSteps.Of(SampleFiles.Year))
            rehearsal.Play(step);

        var due = rehearsal.DueOn(new(2015, 1, 20));
        due.Select(d => d.Due.Timeliness).Distinct().ShouldBe([Timeliness.OnTime, Timeliness.Late, Timeliness.Missing, Timeliness.Excused], ignoreOrder: true);
        due.Where(d => d.Due.AfterLock).Select(d => (d.Commitment, d.Due.Unit, d.Due.Period.End)).ShouldBe([("19-1", "tongzhanbu", new DateOnly(2014, 10, 31))]);

        // Eight working days after 30 September, the first seven days of October being off and Saturday the 11th worked.
        due.Where(d => d.Due.Period.End == new DateOnly(2014, 9, 30)).ShouldAllBe(d => d.Due.Due == new DateOnly(2014, 10, 16));
    }

    [Fact]
    public void A_file_and_a_class_are_used_twice()
    {
        var rehearsal = new Rehearsal(SampleFiles.Plan);
        foreach (var step in PlainSteps.Of(SampleFiles.Year))
            rehearsal.Play(step);

        var signs = rehearsal.SignsOn(new(2015, 1, 20));
        signs.Where(s => s.Kind == WarningKind.SameEvidence).ShouldHaveSingleItem().Reports.Select(r => r.Unit).ShouldBe(["shangwuju", "kejiju"], ignoreOrder: true);
        signs.ShouldContain(s => s.Kind == WarningKind.SameClass);
    }

    /// <summary>As the State Council's office announced them; <c>ledger calendar</c> hands the same files to a ledger.</summary>
    [Fact]
    public void The_calendars_the_year_announces_are_those_that_are_shipped()
        => SampleFiles.Year.Steps.Where(s => s.Act == Act.AnnounceCalendar).Select(s => JsonNode.Parse(s.Body.GetRawText())!)
            .ShouldAllBe(c => JsonNode.DeepEquals(c, JsonNode.Parse(SampleFiles.Bytes($"deploy/calendars/{c["year"]}.json"))));

    [Theory]
    [InlineData(2014, 250)]
    [InlineData(2015, 250)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_shipped_calendar_is_sound_and_has_the_working_days_of_its_year(int year, int workingDays)
    {
        var calendar = JsonSerializer.Deserialize<CalendarAnnounced>(SampleFiles.Bytes($"deploy/calendars/{year}.json"), LedgerJson.Options)!;
        ReportingSchedule.Announce(ReportingSchedule.Empty, calendar).ShouldBeOfType<Decision.Record>();
        Enumerable.Range(0, 366).Select(i => new DateOnly(year, 1, 1).AddDays(i))
            .Count(d => d.Year == year && WorkingCalendar.Empty.With(calendar).IsWorkingDay(d)).ShouldBe(workingDays);
    }

    [Fact]
    public void The_rules_accept_every_step_and_both_boards_together_show_every_light()
    {
        var rehearsal = new Rehearsal(SampleFiles.Plan);
        var boards = new Queue<BoardMoment>(SampleFiles.Year.Boards);
        var shown = new List<IReadOnlyDictionary<string, Light>>();
        foreach (var step in PlainSteps.Of(SampleFiles.Year))
        {
            if (boards.TryPeek(out var board) && board.At < step.At)
                shown.Add(rehearsal.LightsOn(boards.Dequeue().On));
            rehearsal.Play(step);
        }

        while (boards.TryDequeue(out var board))
            shown.Add(rehearsal.LightsOn(board.On));

        rehearsal.Refused.ShouldBeEmpty();
        shown.Count.ShouldBe(2);
        shown.ShouldAllBe(b => b.Count == 34);
        // The rules of the year have no orange.
        shown.SelectMany(b => b.Values).Distinct().Order().ShouldBe(Enum.GetValues<Light>().Except([Light.Orange]));
        foreach (var b in shown)
        {
            TestContext.Current.TestOutputHelper!.WriteLine(string.Join(" | ", b.GroupBy(x => x.Value).OrderBy(g => g.Key).Select(g => $"{g.Key}: {string.Join(' ', g.Select(x => x.Key))}")));
        }
    }
}
