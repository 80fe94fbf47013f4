using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Units;

namespace TargetLedger.Boards.Tests;

public sealed class ComplianceBoardTests
{
    private static readonly Period ToMay = new(new(2014, 1, 1), new(2014, 5, 31));
    private static readonly Period June = new(new(2014, 6, 1), new(2014, 6, 30));

    [Fact]
    public async Task In_the_sample_year_lights_add_up_and_every_light_occurs()
    {
        await using var office = await Office.WithSamplePlanAsync();
        var boards = new Queue<Documents.YearScripts.BoardMoment>(SampleFiles.Year.Boards);
        await new SampleYear(office).PlayAsync(_ => Task.CompletedTask);
        office.Clock.Now = boards.Last().At.AddDays(1);

        var seen = new List<Light>();
        foreach (var (on, at) in boards)
        {
            var board = await office.BoardAsync(on: on, at: new AsOf.AtMoment(at));
            // Two of them are added in the year.
            board.Commitments.ShouldBe(34);
            Sum(board.Lights).ShouldBe(34);
            board.Rows.Count.ShouldBe(34);
            board.Sections.Select(s => s.Commitments).ShouldBe([3, 10, 16, 5]);
            board.Sections.ShouldAllBe(s => Sum(s.Lights) == s.Commitments && s.Title != null);
            board.Units.ShouldAllBe(u => Sum(u.Lights) == u.Commitments);
            seen.AddRange(board.Rows.Select(r => r.Light));
        }

        // Its rules have no step between yellow and red.
        seen.Distinct().Order().ShouldBe(Enum.GetValues<Light>().Where(l => l != Light.Orange));
    }

    [Fact]
    public async Task Rows_stand_in_the_documents_order_not_in_the_order_of_their_numbers_as_text()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await office.CatchUpAsync();

        (await office.BoardAsync()).Rows.Select(r => r.Number).ShouldBe(
            SampleFiles.Plan.Sections.SelectMany(s => s.Tasks).SelectMany(t => t.Commitments.Select((_, i) => $"{t.Number}-{i + 1}")));
    }

    [Fact]
    public async Task A_row_shows_its_figures_its_pace_at_the_cut_off_and_the_reports_behind_them()
    {
        await using var office = await Office.WithSamplePlanAsync();
        var first = await office.ReportAsync("10-1", "rensheju", ToMay, 41_000, 41_000);
        await office.RecordAsync(Office.Commitment("10-1"), new ProgressVerified(first, 40_000));
        var basis = await office.RecordAsync(
            Office.Commitment("10-1"), new ProgressReported(Guid.CreateVersion7(), "rensheju", June, June.End, 9_000, 50_000));
        await office.CatchUpAsync();

        var row = await office.RowAsync("10-1", new(2014, 7, 10));

        (row.Reported, row.Verified, row.Counted).ShouldBe((50_000m, 40_000m, 50_000m));
        (row.Target, row.Unit, row.Cutoff).ShouldBe(("10万人次", "人次", June.End));
        (row.Completion, row.Pace).ShouldBe((50m, 49.59m));
        (row.Light, row.Status, row.Reason.Code).ShouldBe((Light.Green, Status.OnPace, "at_pace"));
        row.Basis.ShouldBe([basis]);
        row.Leads.ShouldBe([new("rensheju", "市人社局")]);
    }

    [Fact]
    public async Task Reports_about_later_days_do_not_count_on_an_earlier_day()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await office.ReportAsync("10-1", "rensheju", ToMay, 41_000, 41_000);
        await office.ReportAsync("10-1", "rensheju", June, 9_000, 50_000);
        await office.CatchUpAsync();

        (await office.RowAsync("10-1", new(2014, 6, 29))).Counted.ShouldBe(41_000);
        (await office.RowAsync("10-1", new(2014, 6, 30))).Counted.ShouldBe(50_000);
        (await office.RowAsync("10-1", new(2014, 5, 30))).Light.ShouldBe(Light.None);
    }

    [Fact]
    public async Task A_revised_target_leaves_earlier_days_as_they_were()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await office.ReportAsync("10-1", "rensheju", ToMay, 41_000, 41_000);
        await office.RecordAsync(
            Office.Commitment("10-1"),
            new TargetRevised(new(Bound.AtLeast, 80_000, "8万人次"), new(2014, 7, 1), "年中调整", "演示文〔2014〕5号"));
        await office.CatchUpAsync();

        var (before, after) = (await office.RowAsync("10-1", new(2014, 6, 30)), await office.RowAsync("10-1", new(2014, 7, 1)));

        (before.Target, before.Completion).ShouldBe(("10万人次", 41m));
        (after.Target, after.Completion).ShouldBe(("8万人次", 51.25m));
    }

    [Fact]
    public async Task A_group_is_read_as_of_the_day_that_is_asked_for()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await office.RecordAsync(
            Office.Commitment("6-2"), new TargetApportioned(new(SummingUp.MembersAddUp, "quxian", [], OwnShare: 30_000)));
        await office.RecordAsync(StreamIds.Group("quxian"), new MemberJoined("tuanshiwei", new(2014, 7, 1)));
        await office.CatchUpAsync();

        (await office.RowAsync("6-2", new(2014, 6, 30))).Group!.Expected.ShouldBe(20);
        var after = (await office.RowAsync("6-2", new(2014, 7, 1))).Group!;
        after.Expected.ShouldBe(21);
        after.Members.ShouldContain(m => m.Unit == "tuanshiwei" && m.Name == "团市委");

        var filter = new BoardFilter(Units: ["tuanshiwei"]);
        (await office.BoardAsync(filter, new(2014, 6, 30))).Rows.ShouldNotContain(r => r.Number == "11-1");
        (await office.BoardAsync(filter, new(2014, 7, 1))).Rows.ShouldContain(r => r.Number == "11-1");
    }

    [Fact]
    public async Task What_has_left_the_list_is_counted_apart_from_that_day_on()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await office.RecordAsync(Office.Commitment("10-1"), new CommitmentWithdrawn(new(2014, 7, 1), "职能划转", "演示文〔2014〕6号"));
        await office.CatchUpAsync();

        var (before, after) = (await office.BoardAsync(on: new(2014, 6, 30)), await office.BoardAsync(on: new(2014, 7, 1)));

        (before.Commitments, before.Withdrawn).ShouldBe((31, 0));
        (after.Commitments, after.Withdrawn).ShouldBe((30, 1));
        after.Rows.ShouldNotContain(r => r.Number == "10-1");
    }

    [Fact]
    public async Task It_is_filtered_by_plan_section_unit_group_and_light()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await office.ReportAsync("10-1", "rensheju", ToMay, 42_000, 42_000);
        await office.ReportAsync("11-3", "rensheju", ToMay, 5_000, 5_000);
        await office.CatchUpAsync();
        var on = new DateOnly(2014, 6, 5);

        (await office.BoardAsync(new(Plan: "CD-2014"), on)).Commitments.ShouldBe(31);
        (await office.BoardAsync(new(Plan: StreamIds.Plan("CD-2014")), on)).Commitments.ShouldBe(31);
        (await office.BoardAsync(new(Plan: "CD-2015"), on)).Commitments.ShouldBe(0);
        (await office.BoardAsync(new(Section: "四"), on)).Rows.Select(r => r.Section).Distinct().ShouldBe(["四"]);
        (await office.BoardAsync(new(Units: ["guoziwei"]), on)).Rows.ShouldContain(r => r.Number == "9-1");
        (await office.BoardAsync(new(Units: ["guoziwei"]), on)).Rows.ShouldNotContain(r => r.Number == "10-1");
        (await office.BoardAsync(new(Units: []), on)).Commitments.ShouldBe(0);
        (await office.BoardAsync(new(Group: "xieban-danwei"), on)).Rows.ShouldContain(r => r.Number == "10-1");
        (await office.BoardAsync(new(Group: "xieban-danwei"), on)).Rows.ShouldNotContain(r => r.Number == "6-1");

        var yellow = await office.BoardAsync(new(Light: Light.Yellow), on);
        yellow.Rows.Select(r => r.Number).ShouldBe(["11-3"]);
        (yellow.Commitments, yellow.Lights.Yellow, Sum(yellow.Lights)).ShouldBe((1, 1, 1));
    }

    [Fact]
    public async Task The_rules_of_the_day_judge_it_and_are_named()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await office.ReportAsync("10-1", "rensheju", ToMay, 41_000, 41_000);
        await office.RecordAsync(
            StreamIds.Rules, new RulesAdopted("只认核验数", new(2014, 7, 1), Rules.Default with { CountedAmount = CountedAmount.Verified }, "演示文〔2014〕2号"));
        await office.CatchUpAsync();

        var (before, after) = (await office.BoardAsync(on: new(2014, 6, 30)), await office.BoardAsync(on: new(2014, 7, 1)));

        before.Rules.ShouldBeNull();
        before.Rows.Single(r => r.Number == "10-1").Counted.ShouldBe(41_000);
        after.Rules.ShouldBe(new("只认核验数", new(2014, 7, 1)));
        after.Rows.Single(r => r.Number == "10-1").Counted.ShouldBeNull();
    }

    [Fact]
    public async Task A_plan_that_is_not_confirmed_yet_shows_nowhere()
    {
        await using var office = await Office.OpenAsync();
        var import = await office.ImportAsync(SampleFiles.Plan, confirm: false);
        await office.CatchUpAsync();

        foreach (var at in new[] { office.Now, new AsOf.AtPosition(await office.Ledger.Reader.HeadAsync()) })
        {
            (await office.BoardAsync(at: at)).Commitments.ShouldBe(0);
            (await office.Queries.PlansAsync(at)).Plans.ShouldBeEmpty();
            (await office.Queries.PlanAsync("CD-2014", at)).ShouldBeNull();
            (await office.Queries.CommitmentAsync(Office.Commitment("10-1"), at, null)).ShouldBeNull();
            (await office.Queries.HistoryAsync(Office.Commitment("10-1"), at, new())).ShouldBeNull();
            (await office.Queries.UnitAsync("rensheju", at, null))!.Rows.ShouldBeEmpty();
        }

        await office.RecordAsync(import.Plan, import.Confirmation);
        await office.CatchUpAsync();
        (await office.BoardAsync()).Commitments.ShouldBe(31);
    }

    [Fact]
    public async Task Where_no_day_is_given_it_is_the_day_of_the_knowledge_in_the_ledgers_zone()
    {
        await using var office = await Office.WithSamplePlanAsync();
        office.Clock.Now = new(2014, 6, 30, 23, 30, 0, TimeSpan.Zero);
        await office.ReportAsync("10-1", "rensheju", ToMay, 41_000, 41_000);
        var moment = office.Clock.Now;
        office.Clock.Now = moment.AddDays(20);
        await office.CatchUpAsync();

        (await office.BoardAsync(at: new AsOf.AtMoment(moment))).On.ShouldBe(new(2014, 7, 1));
        (await office.BoardAsync(at: new AsOf.AtPosition(await office.Ledger.Reader.HeadAsync()))).On.ShouldBe(new(2014, 7, 1));
        (await office.BoardAsync()).On.ShouldBe(new(2014, 7, 21));
    }

    [Fact]
    public async Task What_is_still_to_come_is_not_answered()
    {
        await using var office = await Office.WithSamplePlanAsync();
        var head = await office.Ledger.Reader.HeadAsync();

        (await Should.ThrowAsync<PositionNotReachedException>(office.BoardAsync(at: new AsOf.AtPosition(head + 1)))).Head.ShouldBe(head);
        await Should.ThrowAsync<EventStore.MomentNotReachedException>(office.BoardAsync(at: new AsOf.AtMoment(office.Clock.Now.AddHours(1))));
    }

    private static int Sum(Lights lights) => lights.Green + lights.Yellow + lights.Red + lights.Done + lights.None + lights.Paused + lights.Orange;
}
