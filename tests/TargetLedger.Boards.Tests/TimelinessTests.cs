using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;

namespace TargetLedger.Boards.Tests;

/// <summary>The sample plan was made on 4 June; June is due on 10 July.</summary>
public sealed class TimelinessTests
{
    private static readonly Period June = new(new(2014, 6, 1), new(2014, 6, 30));
    private static readonly Period July = new(new(2014, 7, 1), new(2014, 7, 31));

    [Fact]
    public async Task Rates_have_what_was_owed_below_the_line_by_unit_group_plan_section_and_period()
    {
        await using var office = await WithReportsAsync();

        var byPeriod = await CountAsync(office, TimelinessBy.Period);
        byPeriod.Parts.Select(p => p.Key).ShouldBe(["2014-06-30", "2014-07-31"]);

        // 30 leads and 20 members owe a report, one commitment is suspended.
        byPeriod.Parts[0].Periods.ShouldBe(new(50, 3, 2, 1, 47, 0, 1, 0, 4));
        byPeriod.Parts[1].Periods.ShouldBe(new(50, 1, 1, 0, 0, 49, 1, 0, 100));
        byPeriod.Periods.ShouldBe(new(100, 4, 3, 1, 47, 49, 2, 0, 5.88m));

        var byUnit = await CountAsync(office, TimelinessBy.Unit);
        byUnit.Periods.ShouldBe(byPeriod.Periods);
        byUnit.Parts.Single(p => p.Key == "rensheju").Periods.ShouldBe(new(8, 3, 2, 1, 2, 3, 0, 0, 40));
        byUnit.Parts.Single(p => p.Key == "shangwuju").Periods.ShouldBe(new(0, 0, 0, 0, 0, 0, 2, 0, null));

        (await CountAsync(office, TimelinessBy.Group)).Parts.Single(p => p.Key == "quxian").Periods.ShouldBe(new(40, 1, 1, 0, 19, 20, 0, 0, 5));
        (await CountAsync(office, TimelinessBy.Plan)).Parts.ShouldHaveSingleItem().Periods.ShouldBe(byPeriod.Periods);
        (await CountAsync(office, TimelinessBy.Section)).Parts.Sum(p => p.Periods.Expected).ShouldBe(100);
    }

    [Fact]
    public async Task The_list_says_who_has_not_reported_and_the_next_page_goes_on_where_it_stood()
    {
        await using var office = await WithReportsAsync();
        var on = new DateOnly(2014, 8, 4);
        var filter = new TimelinessFilter(Group: "quxian", From: new(2014, 6, 30), To: new(2014, 6, 30));

        var first = await office.Timeliness.ListAsync(filter, Timeliness.Missing, office.Now, on, new(15));
        await office.ReportAsync("6-2", "jintang", June, 1, 1);
        await office.CatchUpAsync();
        var second = await office.Timeliness.ListAsync(filter, Timeliness.Missing, office.Now, on, new(15, first.Next));

        first.Answer.Periods.Missing.ShouldBe(19);
        second.Answer.Position.ShouldBe(first.Answer.Position);
        second.Next.ShouldBeNull();
        var items = first.Answer.Items.Concat(second.Answer.Items).ToList();
        items.Count.ShouldBe(19);
        items.ShouldContain(i => i.Unit.Code == "jintang" && i.Number == "6-2" && i.Due.Due == new DateOnly(2014, 7, 10));
        (await office.Timeliness.ListAsync(filter, Timeliness.Missing, office.Now, on, PageRequest.Whole)).Answer.Items.Count.ShouldBe(18);
    }

    [Fact]
    public async Task Boards_and_pages_show_what_was_reported_of_what_was_owed()
    {
        await using var office = await WithReportsAsync();
        var on = new DateOnly(2014, 8, 4);

        (await office.RowAsync("10-1", on)).Periods.ShouldBe(new(2, 2, 2, 0, 0, 0, 0, 0, 100));
        (await office.RowAsync("6-2", on)).Periods.ShouldBe(new(42, 1, 1, 0, 20, 21, 0, 0, 4.76m));

        var unit = (await office.Queries.UnitAsync("rensheju", office.Now, on))!;
        unit.Periods.ShouldBe(new(8, 3, 2, 1, 2, 3, 0, 0, 40));
        unit.Due.Select(d => (d.Number, d.Due.Period.End.Month, d.Due.Timeliness)).ShouldBe(
        [
            ("11-2", 6, Timeliness.Missing), ("11-3", 6, Timeliness.Missing),
            ("11-1", 7, Timeliness.Pending), ("11-2", 7, Timeliness.Pending), ("11-3", 7, Timeliness.Pending),
        ]);

        var page = (await office.Queries.CommitmentAsync(Office.Commitment("11-1"), office.Now, on))!;
        page.Periods.Select(p => (p.Unit, p.Timeliness, p.ReportedOn)).ShouldBe([("rensheju", Timeliness.Late, new DateOnly(2014, 7, 14)), ("rensheju", Timeliness.Pending, null)]);
    }

    [Fact]
    public async Task As_known_before_a_report_came_in_its_period_was_missing()
    {
        await using var office = await WithReportsAsync();
        var on = new DateOnly(2014, 8, 4);
        var head = await office.Ledger.Reader.HeadAsync();
        await office.ReportAsync("11-2", "rensheju", June, 1, 1);
        await office.CatchUpAsync();

        var now = (await office.Timeliness.CountAsync(new(Units: ["rensheju"]), TimelinessBy.Unit, office.Now, on, PageRequest.Whole)).Answer;
        var before = (await office.Timeliness.CountAsync(new(Units: ["rensheju"]), TimelinessBy.Unit, new AsOf.AtPosition(head), on, PageRequest.Whole)).Answer;
        (before.Periods.Missing, before.Periods.Late).ShouldBe((2, 1));
        (now.Periods.Missing, now.Periods.Late).ShouldBe((1, 2));
    }

    /// <summary>11-1 has come back, 11-2 has not reported on June.</summary>
    [Fact]
    public async Task While_a_commitment_stands_still_nobody_is_asked_for_what_cannot_be_reported()
    {
        await using var office = await WithReportsAsync();
        var on = new DateOnly(2014, 8, 4);
        var june = (await office.Queries.CommitmentAsync(Office.Commitment("11-1"), office.Now, on))!.Periods[0].Report!.Value;
        await office.RecordAsync(Office.Commitment("11-1"), new ProgressReturned(june, "核实"));
        await office.CatchUpAsync();
        (await AskedForAsync(office, on)).ShouldBe(["inbox returned 11-1", "inbox overdue 11-2", "call 11-2", "supervisors overdue 11-2", "supervisors returned 11-1", "page 11-2", "page back 11-1", "form 11-2"]);

        foreach (var number in new[] { "11-1", "11-2" })
            await office.RecordAsync(Office.Commitment(number), new CommitmentSuspended(on, "暂停", "文〔2014〕6号"));
        await office.CatchUpAsync();
        var stopped = await office.Ledger.Reader.HeadAsync();
        (await AskedForAsync(office, on)).ShouldBeEmpty();
        (await office.RowAsync("11-2", on)).Periods.ShouldBe(new(1, 0, 0, 0, 1, 0, 1, 0, 0), "a fault of before stays one");

        foreach (var number in new[] { "11-1", "11-2" })
            await office.RecordAsync(Office.Commitment(number), new CommitmentResumed(on, "恢复", "文〔2014〕7号"));
        await office.CatchUpAsync();
        (await AskedForAsync(office, on)).Count.ShouldBe(8);

        await office.ForgetEntriesAsync();
        (await AskedForAsync(office, on)).Count.ShouldBe(8);
        (await AskedForAsync(office, on, stopped)).ShouldBeEmpty();
    }

    /// <summary>What is missing of June or has come back on 11-1 and 11-2, wherever somebody is asked for it.</summary>
    private static async Task<IReadOnlyList<string>> AskedForAsync(Office office, DateOnly on, long? position = null)
    {
        var at = new AsOf.AtPosition(position ?? await office.Ledger.Reader.HeadAsync());
        var own = (await office.Inbox.InboxAsync(new(InboxOwner.Units, ["rensheju"]), at, on, PageRequest.Whole)).Answer.Items;
        var supervisors = (await office.Inbox.InboxAsync(new(InboxOwner.Supervision, null), at, on, PageRequest.Whole)).Answer.Items;
        var calls = (await new CallListQueries(office.Queries, office.Timeliness, office.Inbox).ListAsync(TimelinessFilter.None, at, on, PageRequest.Whole)).Answer;
        var page = (await office.Queries.UnitAsync("rensheju", at, on))!;
        return
        [
            .. own.Where(IsWanted).OrderBy(i => i.Number, StringComparer.Ordinal).Select(i => $"inbox {i.Kind} {i.Number}".ToLowerInvariant()),
            .. calls.Units.SelectMany(u => u.Items).Where(i => i.Number is "11-1" or "11-2" && i.Due.Timeliness == Timeliness.Missing).Select(i => $"call {i.Number}"),
            .. supervisors.Where(IsWanted).OrderBy(i => i.Kind).Select(i => $"supervisors {i.Kind} {i.Number}".ToLowerInvariant()),
            .. page.Due.Where(d => d.Number is "11-1" or "11-2" && d.Due.Timeliness == Timeliness.Missing).Select(d => $"page {d.Number}"),
            .. page.Returned.Select(r => $"page back {r.Number}"),
            .. (await office.Queries.FormAsync("rensheju", June.Start, at, on))!.Items.Where(i => i.Number == "11-2").Select(i => $"form {i.Number}"),
        ];

        static bool IsWanted(InboxItem item) => item.Number is "11-1" or "11-2" && item.Kind is InboxKind.Overdue or InboxKind.Returned;
    }

    [Fact]
    public async Task Slices_hold_every_commitment_once_and_leave_out_what_ended_long_ago()
    {
        await using var office = await WithReportsAsync();
        var slice = (await office.Slices.NextAsync("", null, TestContext.Current.CancellationToken))!;
        slice.Knowledge.Commitments.Count.ShouldBe(31);
        (await office.Slices.NextAsync(slice.Last, null, TestContext.Current.CancellationToken)).ShouldBeNull();
        (await office.Slices.NextAsync("", new(2014, 12, 31), TestContext.Current.CancellationToken))!.Knowledge.Commitments.Count.ShouldBe(31);
        (await office.Slices.NextAsync("", new(2015, 1, 1), TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    private static async Task<TimelinessBoard> CountAsync(Office office, TimelinessBy by)
        => (await office.Timeliness.CountAsync(TimelinessFilter.None, by, office.Now, new(2014, 8, 4), PageRequest.Whole)).Answer;

    /// <summary>Three reports of June, one of them late, one of July; 6-2 divided, 14-1 suspended.</summary>
    private static async Task<Office> WithReportsAsync()
    {
        var office = await Office.WithSamplePlanAsync();
        await office.RecordAsync(Office.Commitment("6-2"), new TargetApportioned(new(SummingUp.MembersAddUp, "quxian", [])));
        await office.RecordAsync(Office.Commitment("14-1"), new CommitmentSuspended(new(2014, 6, 20), "暂停", "文〔2014〕4号"));
        office.Clock.Now = new(2014, 7, 3, 9, 0, 0, TimeSpan.FromHours(8));
        await office.ReportAsync("10-1", "rensheju", June, 42_000, 42_000);
        await office.ReportAsync("6-2", "chenghua", June, 900, 900);
        office.Clock.Now = new(2014, 7, 14, 9, 0, 0, TimeSpan.FromHours(8));
        await office.ReportAsync("11-1", "rensheju", June, 1, 1);
        office.Clock.Now = new(2014, 8, 4, 9, 0, 0, TimeSpan.FromHours(8));
        await office.ReportAsync("10-1", "rensheju", July, 8_000, 50_000);
        await office.CatchUpAsync();
        return office;
    }
}
