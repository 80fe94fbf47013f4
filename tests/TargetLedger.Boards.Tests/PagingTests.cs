using System.Text.Json;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards.Tests;

public sealed class PagingTests
{
    [Fact]
    public async Task Pages_of_one_board_are_true_of_the_same_position_whatever_is_recorded_meanwhile()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await office.ReportAsync("10-1", "rensheju", new(new(2014, 1, 1), new(2014, 5, 31)), 41_000, 41_000);
        await office.CatchUpAsync();
        var whole = await office.BoardAsync();

        var rows = new List<BoardRow>();
        var sizes = new List<int>();
        string? cursor = null;
        do
        {
            var page = await office.Queries.ComplianceAsync(BoardFilter.None, office.Now, null, new(12, cursor));
            page.Answer.Position.ShouldBe(whole.Position);
            page.Answer.On.ShouldBe(whole.On);
            page.Answer.Lights.ShouldBe(whole.Lights);
            rows.AddRange(page.Answer.Rows);
            sizes.Add(page.Answer.Rows.Count);
            cursor = page.Next;

            // Withdrawing the first rows would shift every later page of a live listing.
            office.Clock.Now = office.Clock.Now.AddDays(1);
            await office.RecordAsync(Office.Commitment($"{sizes.Count}-1"), new CommitmentWithdrawn(new(2014, 1, 1), "退出", "文〔2014〕1号"));
            await office.CatchUpAsync();
        }
        while (cursor is not null);

        sizes.ShouldBe([12, 12, 7]);
        JsonSerializer.Serialize(rows, LedgerJson.Options).ShouldBe(JsonSerializer.Serialize(whole.Rows, LedgerJson.Options));
        (await office.BoardAsync()).Commitments.ShouldBe(28);
    }

    [Fact]
    public async Task A_cursor_is_good_for_its_own_listing_alone()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await office.CatchUpAsync();
        var cursor = (await office.Queries.ComplianceAsync(BoardFilter.None, office.Now, null, new(5))).Next.ShouldNotBeNull();

        await Should.ThrowAsync<InvalidCursorException>(office.Queries.ComplianceAsync(new(Light: Light.Red), office.Now, null, new(5, cursor)));
        await Should.ThrowAsync<InvalidCursorException>(office.Queries.QueueAsync(BoardFilter.None, null, office.Now, null, new(5, cursor)));
        foreach (var damaged in new[] { "", "x", cursor[..^2], cursor + "A", "中文", new string('A', 4_000) })
            await Should.ThrowAsync<InvalidCursorException>(office.Queries.ComplianceAsync(BoardFilter.None, office.Now, null, new(5, damaged)));
    }

    [Fact]
    public async Task A_history_is_read_page_by_page_up_to_where_it_began()
    {
        await using var office = await Office.WithSamplePlanAsync();
        var stream = Office.Commitment("1-1");
        for (var i = 1; i <= 9; i++)
            await office.RecordAsync(stream, new NodePlanned(new($"m{i}", "节点", new(2014, 12, 1))));
        await office.CatchUpAsync();

        var first = (await office.Queries.HistoryAsync(stream, office.Now, new(4)))!;
        await office.RecordAsync(stream, new NodePlanned(new("late", "节点", new(2014, 12, 1))));
        await office.CatchUpAsync();
        var second = (await office.Queries.HistoryAsync(stream, office.Now, new(4, first.Next)))!;
        var third = (await office.Queries.HistoryAsync(stream, office.Now, new(4, second.Next)))!;

        first.Answer.Events.Concat(second.Answer.Events).Concat(third.Answer.Events).Select(e => e.Version).ShouldBe(Enumerable.Range(1, 10).Select(v => (long)v));
        third.Next.ShouldBeNull();
        third.Answer.Position.ShouldBe(first.Answer.Position);
        first.Answer.Events[0].Type.ShouldBe("commitment_made");
        first.Answer.Events[0].Data.ShouldBeOfType<CommitmentMade>().Number.ShouldBe("1-1");
    }
}
