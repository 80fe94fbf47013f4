using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Units;

namespace TargetLedger.Boards.Tests;

public sealed class QueueAndUnitTests
{
    private static readonly Period ToMay = new(new(2014, 1, 1), new(2014, 5, 31));

    [Fact]
    public async Task The_queue_holds_what_waits_for_a_supervisor_the_most_pressing_first()
    {
        await using var office = await Office.WithSamplePlanAsync();
        var behind = await office.ReportAsync("11-3", "rensheju", ToMay, 1_000, 1_000);
        await office.RecordAsync(Office.Commitment("11-3"), new ProgressVerified(behind, 1_000));
        await office.ReportAsync("10-1", "rensheju", ToMay, 42_000, 42_000);
        var returned = await office.ReportAsync("11-1", "rensheju", ToMay, 2, 2);
        office.Clock.Now = office.Clock.Now.AddDays(2);
        var returnedAt = await office.RecordAsync(Office.Commitment("11-1"), new ProgressReturned(returned, "附件缺失"));
        await office.RecordAsync(Office.Commitment("11-2"), new CompletionClaimed("rensheju", new(2014, 6, 3), "已建成"));
        await office.RecordAsync(Office.Commitment("9-1"), new NodePlanned(new("n1", "年度班次确定", new(2014, 5, 10), "班次表")));
        await office.CatchUpAsync();

        // The first node of 9-1 was planned for 10 May; nobody has said a word about it, and patience with May ended on 15 June.
        var queue = (await office.Queries.QueueAsync(BoardFilter.None, null, office.Now, new(2014, 6, 28), PageRequest.Whole)).Answer;

        queue.Counts.ShouldBe(new(1, 1, 1, 1, 1));
        queue.Items.Select(i => (i.Kind, i.Number)).ShouldBe(
        [
            (QueueKind.Overdue, "9-1"),
            (QueueKind.Behind, "11-3"),
            (QueueKind.Unverified, "10-1"),
            (QueueKind.Returned, "11-1"),
            (QueueKind.Claimed, "11-2"),
        ]);
        (queue.Items[0].Since, queue.Items[0].Unit!.Code).ShouldBe((new DateOnly(2014, 5, 10), "jingxinwei"));
        queue.Items[1].Since.ShouldBe(ToMay.End);
        (queue.Items[3].Since, queue.Items[3].Position, queue.Items[3].Report).ShouldBe((new DateOnly(2014, 6, 6), returnedAt, returned));

        var claimed = (await office.Queries.QueueAsync(BoardFilter.None, QueueKind.Claimed, office.Now, new(2014, 6, 28), PageRequest.Whole)).Answer;
        claimed.Counts.ShouldBe(queue.Counts);
        claimed.Items.ShouldHaveSingleItem().Number.ShouldBe("11-2");
    }

    [Fact]
    public async Task A_units_page_says_what_part_it_has_in_each_commitment()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await office.RecordAsync(Office.Commitment("6-2"), new TargetApportioned(new(SummingUp.LeadReports, "quxian", [new("pengzhou", 900)])));
        await office.CatchUpAsync();
        var on = new DateOnly(2014, 6, 30);

        var lead = (await office.Queries.UnitAsync("rensheju", office.Now, on))!;
        lead.Unit.ShouldBe(new("rensheju", "市人社局", UnitKind.Department));
        lead.Rows.Single(r => r.Number == "10-1").Role.ShouldBe(UnitRole.Lead);
        lead.Rows.Single(r => r.Number == "6-2").Role.ShouldBe(UnitRole.Partner);
        lead.Commitments.ShouldBe(lead.Rows.Count);

        var member = (await office.Queries.UnitAsync("pengzhou", office.Now, on))!;
        member.Rows.Single(r => r.Number == "6-2").Role.ShouldBe(UnitRole.Member);
        member.Rows.Single(r => r.Number == "10-1").Role.ShouldBe(UnitRole.Partner);

        (await office.Queries.UnitAsync("nobody", office.Now, on)).ShouldBeNull();
    }

    [Fact]
    public async Task A_returned_report_waits_on_its_units_page_until_it_is_corrected()
    {
        await using var office = await Office.WithSamplePlanAsync();
        var report = await office.ReportAsync("11-1", "rensheju", ToMay, 2, 2);
        await office.RecordAsync(Office.Commitment("11-1"), new ProgressReturned(report, "附件缺失"));
        // Even a unit that has been relieved of the commitment answers for what it reported.
        await office.RecordAsync(
            Office.Commitment("11-1"), new ResponsibilityReassigned([new(Role.Lead, "zonggonghui")], new(2014, 1, 1), "调整", "文〔2014〕1号"));
        await office.CatchUpAsync();

        var waiting = (await office.Queries.UnitAsync("rensheju", office.Now, null))!;
        var returned = waiting.Returned.ShouldHaveSingleItem();
        (returned.Number, returned.Report, returned.Period, returned.Reason).ShouldBe(("11-1", report, ToMay, "附件缺失"));
        waiting.Rows.ShouldNotContain(r => r.Number == "11-1");
        (await office.Queries.UnitAsync("zonggonghui", office.Now, null))!.Returned.ShouldBeEmpty();

        await office.RecordAsync(Office.Commitment("11-1"), new ProgressCorrected(report, "已补", 3, 3));
        await office.CatchUpAsync();
        (await office.Queries.UnitAsync("rensheju", office.Now, null))!.Returned.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_commitments_page_has_its_words_and_the_curve_of_its_figures()
    {
        await using var office = await Office.WithSamplePlanAsync();
        var stream = Office.Commitment("10-1");
        await office.RecordAsync(
            stream,
            new ProgressReported(Guid.CreateVersion7(), "rensheju", ToMay, ToMay.End, 41_000, 41_000, Text: new("五期培训结业")),
            new ProgressReported(Guid.CreateVersion7(), "rensheju", new(new(2014, 6, 1), new(2014, 6, 30)), new(2014, 6, 30), 9_000, 50_000),
            new TargetRevised(new(Bound.AtLeast, 80_000, "8万人次"), new(2014, 6, 15), "年中调整", "文〔2014〕5号"));
        await office.CatchUpAsync();
        var head = await office.Ledger.Reader.HeadAsync();

        var page = (await office.Queries.CommitmentAsync(stream, office.Now, new(2014, 7, 10)))!;

        (page.Version, page.Position).ShouldBe((4, head));
        page.Commitment.Reports[0].Text!.Done.ShouldBe("五期培训结业");
        page.Curve.Select(p => (p.Through, p.Total, p.Completion, p.Position)).ShouldBe(
        [
            (ToMay.End, 41_000m, 41m, head - 2),
            (new DateOnly(2014, 6, 30), 50_000m, 62.5m, head - 1),
        ]);
        page.Row.Number.ShouldBe("10-1");
        (await office.Queries.CommitmentAsync(stream, new AsOf.AtPosition(head - 2), new(2014, 7, 10)))!.Curve.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Drafts_are_listed_to_their_own_unit_while_they_are_open()
    {
        await using var office = await Office.WithSamplePlanAsync();
        var (own, foreign, discarded) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var stream = Office.Commitment("10-1");
        await office.RecordAsync(StreamIds.Draft(own), new ReportDrafted(stream, "rensheju", new(ToMay, Amount: 1)), new DraftRevised(new(ToMay, Amount: 2)));
        await office.RecordAsync(StreamIds.Draft(foreign), new ReportDrafted(stream, "jiaoyuju", new(ToMay)));
        await office.RecordAsync(StreamIds.Draft(discarded), new ReportDrafted(stream, "rensheju", new(ToMay)), new DraftDiscarded());
        await office.CatchUpAsync();

        var draft = (await office.Queries.DraftsAsync(stream, ["rensheju"])).Drafts.ShouldHaveSingleItem();
        (draft.Id, draft.Version, draft.Content.Amount).ShouldBe((own, 2, 2m));
        (await office.Queries.DraftsAsync(stream, [])).Drafts.ShouldBeEmpty();
    }
}
