using System.Text.Json;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Supervision;
using TargetLedger.Domain.Telling;
using TargetLedger.EventStore;

namespace TargetLedger.Boards.Tests;

/// <summary>Lists over all commitments are counted from what is kept of each: they say what a recount says, and do not recount.</summary>
public sealed class CountedListsTests
{
    private static readonly Period May = new(new(2014, 5, 1), new(2014, 5, 31));

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task Whatever_is_recorded_every_list_is_what_a_recount_of_everything_says(int seed)
    {
        await using var office = await Office.WithSamplePlanAsync();
        var events = new RandomEvents(seed);
        var counted = new List<(long Position, DateOnly On, IReadOnlyList<string> Answers)>();
        for (var i = 0; i < 8; i++)
        {
            await events.RecordAsync(office, i == 0 ? 150 : 25);
            await office.CatchUpAsync();
            var position = await office.Ledger.Reader.HeadAsync();
            foreach (var on in new[] { new DateOnly(2014, 9, 30), office.Today })
                counted.Add((position, on, await Answers.OfAsync(office, office.Now, on)));
        }

        await office.ForgetEntriesAsync();
        foreach (var (position, on, answers) in counted)
            (await Answers.OfAsync(office, new AsOf.AtPosition(position), on)).ShouldBe(answers);
    }

    [Fact]
    public async Task The_pages_of_a_queue_and_of_an_inbox_put_together_are_the_whole_although_something_was_recorded_in_between()
    {
        await using var office = await WithWorkAsync();
        var on = new DateOnly(2014, 8, 1);
        var queue = (await office.Queries.QueueAsync(BoardFilter.None, null, office.Now, on, PageRequest.Whole)).Answer;
        var inbox = (await office.Inbox.InboxAsync(new(InboxOwner.Supervision, null), office.Now, on, PageRequest.Whole)).Answer;

        var pages = new List<QueueItem>();
        for (var page = await office.Queries.QueueAsync(BoardFilter.None, null, office.Now, on, new(4)); ; page = await office.Queries.QueueAsync(BoardFilter.None, null, office.Now, on, new(4, page.Next)))
        {
            page.Answer.Counts.ShouldBe(queue.Counts);
            pages.AddRange(page.Answer.Items);
            await office.ReportAsync("11-3", "rensheju", May, 1, 1);
            await office.CatchUpAsync();
            if (page.Next is null)
                break;
        }

        pages.Select(Json).ShouldBe(queue.Items.Select(Json));

        var items = new List<InboxItem>();
        var at = new AsOf.AtPosition(queue.Position);
        for (var page = await office.Inbox.InboxAsync(new(InboxOwner.Supervision, null), at, on, new(5)); ; page = await office.Inbox.InboxAsync(new(InboxOwner.Supervision, null), at, on, new(5, page.Next)))
        {
            items.AddRange(page.Answer.Items);
            if (page.Next is null)
                break;
        }

        items.Select(Json).ShouldBe(inbox.Items.Select(Json));
    }

    [Fact]
    public async Task A_list_reads_what_was_written_to_since_and_no_other_commitment()
    {
        await using var office = await WithWorkAsync();
        var node = new BoardQueries(office.Ledger.Reader, new(office.Database.DataSource), office.Boards, new LightsProjection(LedgerZone.Default, fewestChanges: 20));
        var (timeliness, inbox, warnings) = (new TimelinessQueries(node, office.Slices), new InboxQueries(node, office.Ledger.Reader, office.Boards), new WarningQueries(node, office.Slices));
        await AskAsync();

        // A state that cannot be read is met by whoever reads it.
        await office.Database.ExecuteAsAdminAsync($"UPDATE {await TableAsync(office)} SET state = '\\x00'");
        await office.RecordAsync(Office.Commitment("1-1"), new LateReportAllowed("zuzhibu", new(2014, 6, 30), new(2014, 8, 30), "补报"));
        await office.CatchUpAsync();
        await AskAsync();
        await Should.ThrowAsync<Exception>(node.QueueAsync(BoardFilter.None, null, office.Now, new(2014, 9, 1), new(2)));

        async Task AskAsync()
        {
            var (now, on, page) = (office.Now, new DateOnly(2014, 8, 1), new PageRequest(2));
            (await node.QueueAsync(BoardFilter.None, null, now, on, page)).Answer.Items.Count.ShouldBe(2);
            (await inbox.InboxAsync(new(InboxOwner.Supervision, null), now, on, page)).Answer.Items.Count.ShouldBe(2);
            (await warnings.ListAsync(WarningFilter.None, null, now, on, page))!.Answer.Counts.SameEvidence.ShouldBe(1);
            (await timeliness.CountAsync(TimelinessFilter.None, TimelinessBy.Unit, now, on, page)).Answer.Parts.Count.ShouldBe(2);
            (await timeliness.ListAsync(TimelinessFilter.None, Timeliness.Missing, now, on, page)).Answer.Items.Count.ShouldBe(2);
            (await node.DivisionsAsync(new(), now, on, page)).Answer.Divisions.ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public async Task A_units_inbox_reads_only_commitments_the_unit_has_to_do_with()
    {
        await using var office = await WithWorkAsync();
        var node = new BoardQueries(office.Ledger.Reader, new(office.Database.DataSource), office.Boards, new LightsProjection(LedgerZone.Default, fewestChanges: 20));
        var own = (await office.Queries.UnitAsync("rensheju", office.Now, null))!.Rows.Select(r => r.Commitment).ToList();
        var others = string.Join(',', own.Select(c => $"'{c}'"));
        var (states, commitments) = (await TableAsync(office), await TableAsync(office, "light_commitments"));
        await office.Database.ExecuteAsAdminAsync($"UPDATE {states} SET state = '\\x00' WHERE number IN (SELECT number FROM {commitments} WHERE commitment NOT IN ({others}))");

        var inbox = await new InboxQueries(node, office.Ledger.Reader, office.Boards).InboxAsync(new(InboxOwner.Units, ["rensheju"]), office.Now, new(2014, 8, 1), PageRequest.Whole);

        inbox.Answer.Items.ShouldNotBeEmpty();
        inbox.Answer.Items.ShouldAllBe(i => own.Contains(i.Commitment));
    }

    [Fact]
    public async Task What_supervisors_have_seen_and_done_since_is_known_without_asking_for_all_marks_again()
    {
        await using var office = await WithWorkAsync();
        var (queries, on) = (office.Inbox, new DateOnly(2014, 8, 1));
        var first = (await queries.InboxAsync(new(InboxOwner.Supervision, null), office.Now, on, PageRequest.Whole)).Answer;
        await office.RecordAsync(StreamIds.Inbox(InboxMarks.Supervision), new InboxItemsSeen(InboxMarks.Supervision, [first.Items[0].Key, first.Items[1].Key]));
        await office.CatchUpAsync();
        (await queries.InboxAsync(new(InboxOwner.Supervision, null), office.Now, on, PageRequest.Whole)).Answer.Items.Count(i => i.Mark is not null).ShouldBe(2);
        await office.RecordAsync(StreamIds.Inbox(InboxMarks.Supervision), new InboxItemsDone(InboxMarks.Supervision, [first.Items[1].Key], "已办"));
        await office.CatchUpAsync();

        var last = (await queries.InboxAsync(new(InboxOwner.Supervision, null), office.Now, on, PageRequest.Whole)).Answer;
        last.Items.Select(i => i.Key).ShouldBe(first.Items.Where(i => i.Key != first.Items[1].Key).Select(i => i.Key));
        last.Counts.Sum(c => c.Count).ShouldBe(first.Items.Count - 1);
        last.Counts.Sum(c => c.Unseen).ShouldBe(first.Items.Count - 2);
        (await queries.InboxAsync(new(InboxOwner.Supervision, null, Done: true), office.Now, on, PageRequest.Whole)).Answer.Items.Single(i => i.Key == first.Items[1].Key).Mark!.Note.ShouldBe("已办");
    }

    /// <summary>Reports that wait, one returned, two with the same evidence, a claim and a division.</summary>
    private static async Task<Office> WithWorkAsync()
    {
        var office = await Office.WithSamplePlanAsync();
        var evidence = new Evidence(new('a', 64), "名册.pdf", 12, "application/pdf");
        foreach (var (number, unit) in new[] { ("10-1", "rensheju"), ("11-1", "rensheju"), ("11-2", "rensheju"), ("6-2", "zuzhibu") })
        {
            var report = Guid.CreateVersion7();
            await office.RecordAsync(Office.Commitment(number), new ProgressReported(report, unit, May, May.End, 10, 10, Evidence: number[0] == '1' && number != "11-2" ? [evidence] : null));
            if (number == "11-2")
                await office.RecordAsync(Office.Commitment(number), new ProgressReturned(report, "附件缺失"));
        }

        await office.RecordAsync(Office.Commitment("10-1"), new CompletionClaimed("rensheju", new(2014, 6, 1), "已完成"));
        await office.RecordAsync(Office.Commitment("6-2"), new TargetApportioned(new(SummingUp.LeadReports, "quxian", [new("pengzhou", 900)])));
        await office.CatchUpAsync();
        return office;
    }

    private static async Task<string> TableAsync(Office office, string table = "light_states")
    {
        var state = await office.LightsRunner.ReadStateAsync(TestContext.Current.CancellationToken);
        return $"boards.{table}_{state.Build}";
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, LedgerJson.Options);
}
