using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Supervision;

namespace TargetLedger.Boards.Tests;

public sealed class VerificationTests
{
    private static readonly Period ToMay = new(new(2014, 1, 1), new(2014, 5, 31));
    private static readonly string Roster = new('a', 64);

    [Fact]
    public async Task Warnings_name_the_reports_of_several_commitments_and_are_the_same_live_and_replayed()
    {
        await using var office = await Office.WithSamplePlanAsync();
        var one = await office.ReportAsync("10-1", "rensheju", ToMay, 42_001, 42_001);
        var other = await office.ReportAsync("11-3", "rensheju", ToMay, 901, 901);
        var third = await office.ReportAsync("6-2", "zuzhibu", ToMay, 903, 903);
        await office.RecordAsync(Office.Commitment("10-1"), new ClassesReported(one, [new("电工班", new(2014, 5, 9), "党校", 40, Roster)]));
        await office.RecordAsync(Office.Commitment("11-3"), new ClassesReported(other, [new("电工班", new(2014, 5, 9), "党校", 40)]));
        await office.RecordAsync(Office.Commitment("6-2"), new ClassesReported(third, [new("电工一班", new(2014, 5, 9), "党校", 40, Roster)]));
        await office.CatchUpAsync();

        var live = await WarningsAsync(office, office.Now);

        // Two of one unit are no two units; by the roster the third meets the first.
        var warning = live.Warnings.ShouldHaveSingleItem();
        (warning.Kind, live.Counts.SameClass).ShouldBe((WarningKind.SameClass, 1));
        warning.Reports.Select(r => (r.Plan, r.Number, r.Unit.Code, r.Report)).ShouldBe([("CD-2014", "10-1", "rensheju", one), ("CD-2014", "6-2", "zuzhibu", third)]);
        LedgerText(await WarningsAsync(office, new AsOf.AtPosition(live.Position))).ShouldBe(LedgerText(live));
        (await WarningsAsync(office, office.Now, new(Commitment: Office.Commitment("11-3")))).Warnings.ShouldBeEmpty();
        (await WarningsAsync(office, office.Now, new(Unit: "zuzhibu"))).Warnings.Count.ShouldBe(1);
        (await new WarningQueries(office.Queries, office.Slices).ListAsync(new(Unit: "none"), null, office.Now, null, PageRequest.Whole)).ShouldBeNull();
    }

    [Fact]
    public async Task Two_files_and_two_classes_in_the_same_two_reports_are_four_things_to_look_into()
    {
        await using var office = await Office.WithSamplePlanAsync();
        IReadOnlyList<Evidence> files = [new(new('c', 64), "名册.pdf", 10, "application/pdf"), new(new('d', 64), "照片.jpg", 10, "image/jpeg")];
        IReadOnlyList<ReportedClass> classes = [new("电工班", new(2014, 5, 9), "党校", 40), new("焊工班", new(2014, 5, 10), "党校", 30)];
        foreach (var (number, unit, report) in new[] { ("10-1", "rensheju", Guid.NewGuid()), ("6-2", "zuzhibu", Guid.NewGuid()) })
        {
            await office.RecordAsync(Office.Commitment(number), new ProgressReported(report, unit, ToMay, ToMay.End, 901, 901, Evidence: files));
            await office.RecordAsync(Office.Commitment(number), new ClassesReported(report, classes));
        }

        await office.CatchUpAsync();
        var inbox = await new InboxQueries(office.Queries, office.Ledger.Reader, office.Boards).InboxAsync(new(InboxOwner.Supervision, null), office.Now, new(2014, 6, 30), PageRequest.Whole);
        var signs = inbox.Answer.Items.Where(i => i.Reason?.Code is "same_class" or "same_evidence").ToList();
        signs.Select(s => s.Reason!.Code).Order().ShouldBe(["same_class", "same_class", "same_evidence", "same_evidence"]);
        signs.Select(s => s.Key).ShouldBeUnique();
        signs.ShouldAllBe(s => InboxKeys.IsSound(s.Key));
    }

    [Fact]
    public async Task A_figure_that_holds_a_class_another_commitment_holds_too_is_explained_with_both_reports_and_where_it_counts()
    {
        await using var office = await Office.WithSamplePlanAsync();
        var one = await office.ReportAsync("10-1", "rensheju", ToMay, 42_001, 42_001);
        var other = await office.ReportAsync("6-2", "zuzhibu", ToMay, 903, 903);
        await office.ReportAsync("11-3", "rensheju", ToMay, 901, 901);
        await office.RecordAsync(Office.Commitment("10-1"), new ClassesReported(one, [new("电工班", new(2014, 5, 9), "党校", 40, Roster)]));
        await office.RecordAsync(Office.Commitment("6-2"), new ClassesReported(other, [new("电工班", new(2014, 5, 9), "党校", 38)]));
        await office.RecordAsync(Office.Commitment("6-2"), new ProgressVerified(other, 903));
        await office.CatchUpAsync();
        var queries = new WarningQueries(office.Queries, office.Slices);

        foreach (var at in new[] { office.Now, new AsOf.AtPosition(await office.Ledger.Reader.HeadAsync()) })
        {
            var figure = (await queries.ExplainFigureAsync(Office.Commitment("10-1"), RowFigure.Reported, null, null, at, new(2014, 6, 30)))!;
            figure.AddsUp.ShouldBeTrue();
            figure.Parts.ShouldHaveSingleItem().Report.Classes.ShouldHaveSingleItem().Name.ShouldBe("电工班");
            var shared = figure.SharedClasses.ShouldHaveSingleItem();
            shared.Reports.Select(r => (r.Number, r.Unit.Code, r.People)).ShouldBe([("10-1", "rensheju", 40), ("6-2", "zuzhibu", 38)]);
            shared.Class!.CountedIn.ShouldBe(shared.Reports[1].Position);
        }

        (await queries.ExplainFigureAsync(Office.Commitment("10-1"), RowFigure.Reported, null, ["rensheju"], office.Now, null))!.SharedClasses.ShouldBeEmpty();
        (await queries.ExplainFigureAsync(Office.Commitment("11-3"), RowFigure.Reported, null, null, office.Now, null))!.SharedClasses.ShouldBeEmpty();
        (await queries.ExplainFigureAsync(Office.Commitment("10-9"), RowFigure.Reported, null, null, office.Now, null)).ShouldBeNull();
    }

    [Fact]
    public async Task Warnings_are_read_page_by_page_and_a_later_page_stands_where_the_first_stood()
    {
        await using var office = await Office.WithSamplePlanAsync();
        foreach (var number in new[] { "10-1", "11-1", "11-2", "11-3" })
        {
            var report = await office.ReportAsync(number, "rensheju", ToMay, 101, 101);
            await office.ReportAsync(number, "rensheju", new(new(2014, 6, 1), new(2014, 6, 3)), 3, 104);
            await office.RecordAsync(Office.Commitment(number), new ProgressCorrected(report, "漏计", 151, 151));
        }

        await office.CatchUpAsync();
        var queries = new WarningQueries(office.Queries, office.Slices);
        var first = (await queries.ListAsync(new(WarningKind.FallingTotal), null, office.Now, office.Today, new(3)))!;
        await office.ReportAsync("6-2", "zuzhibu", ToMay, 1, 1);
        await office.CatchUpAsync();
        var second = (await queries.ListAsync(new(WarningKind.FallingTotal), null, office.Now, office.Today, new(3, first.Next)))!;

        first.Answer.Counts.FallingTotal.ShouldBe(4);
        (first.Answer.Warnings.Count, second.Answer.Warnings.Count, second.Next).ShouldBe((3, 1, null));
        second.Answer.Position.ShouldBe(first.Answer.Position);
    }

    [Fact]
    public async Task A_sample_is_drawn_again_from_the_events_whatever_was_recorded_since()
    {
        await using var office = await Office.WithSamplePlanAsync();
        foreach (var number in new[] { "10-1", "11-1", "11-2", "11-3" })
            await office.ReportAsync(number, "rensheju", ToMay, 101, 101);
        await office.ReportAsync("6-2", "zuzhibu", ToMay, 1, 1);
        await office.CatchUpAsync();
        var queries = new SampleQueries(office.Ledger.Reader, office.Queries, office.Slices);
        var id = Guid.NewGuid();
        var (population, reports) = await queries.PopulationAsync(new(0, Unit: "rensheju"));
        reports.Count.ShouldBe(4);
        await office.RecordAsync(StreamIds.Sample(id), [.. DrawSample.Decide(new("抽查", 2, "7"), population, reports).ShouldBeOfType<Decision.Record>().Events]);
        await office.ReportAsync("11-1", "rensheju", new(new(2014, 6, 1), new(2014, 6, 3)), 1, 102);
        await office.CatchUpAsync();

        var again = (await queries.RedrawAsync(id))!;
        (again.IsSame, again.Count).ShouldBe((true, 4));
        again.Reports.ShouldBe(Drawing.Draw("7", 2, reports));
        (await queries.ListAsync(office.Now, PageRequest.Whole)).Answer.Samples.ShouldHaveSingleItem().Drawn.Seed.ShouldBe("7");

        var forged = Guid.NewGuid();
        await office.RecordAsync(StreamIds.Sample(forged), new SampleDrawn("抽查", population, 4, Drawing.DigestOf(reports), "7", [.. Drawing.Draw("7", 2, reports).Reverse()]));
        (await queries.RedrawAsync(forged))!.IsSame.ShouldBeFalse();
        (await queries.RedrawAsync(Guid.NewGuid())).ShouldBeNull();
    }

    private static async Task<WarningList> WarningsAsync(Office office, AsOf at, WarningFilter? filter = null)
        => (await new WarningQueries(office.Queries, office.Slices).ListAsync(filter ?? WarningFilter.None, null, at, new(2014, 6, 30), PageRequest.Whole))!.Answer;

    private static string LedgerText(WarningList list) => System.Text.Json.JsonSerializer.Serialize(list, LedgerJson.Options);
}
