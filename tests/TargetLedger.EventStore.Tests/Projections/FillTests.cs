namespace TargetLedger.EventStore.Tests.Projections;

/// <summary>Builds that are filled stream by stream.</summary>
public sealed class FillTests : ProjectionTest
{
    private static readonly ProjectionOptions SmallPieces = new() { MaxFillEvents = 50 };

    // Behind all others in order of stream ids.
    private static readonly string Last = $"zz-{Guid.CreateVersion7()}";
    private readonly StreamCountingProjection counting = new();

    [Fact]
    public async Task Streams_that_interleave_are_each_folded_once_and_followed_from_there()
    {
        var head = await AppendInterleavedAsync(streams: 20, events: 1_000);
        var node = StartNode("a");
        var reports = new List<RebuildProgress>();
        await node.Runner(counting).RebuildAsync(new Progress(reports.Add));
        var runner = node.Run(counting);

        var last = await AppendAsync(5);

        (await runner.Watch.WaitForAsync(last, Bound)).ShouldBeTrue();
        counting.Folded.ShouldBe(counting.Folded.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal));
        counting.Folded.Count.ShouldBe(20);
        reports[0].ShouldBe(new("counting", 1, 0, head));
        reports.ShouldContain(new RebuildProgress("counting", 1, head, head));
        await ShouldBeTheFoldOfTheLedgerAsync(counting);
    }

    [Fact]
    public async Task A_stream_longer_than_a_piece_is_filled_whole()
    {
        await AppendInterleavedAsync(streams: 3, events: 30);
        await AppendThousandsAsync(1);
        await AppendInterleavedAsync(streams: 3, events: 30);

        await StartNode("a").Runner(counting, SmallPieces).RebuildAsync();

        counting.Folded.Count.ShouldBe(7);
        await ShouldBeTheFoldOfTheLedgerAsync(counting);
    }

    [Fact]
    public async Task A_fill_that_was_killed_goes_on_behind_the_last_stream_that_is_in()
    {
        var head = await AppendInterleavedAsync(streams: 40, events: 1_000);
        var killed = StartNode("killed");
        var killing = new Progress(report =>
        {
            if (report.Position < 500)
                return;
            CutOffAsync(killed).GetAwaiter().GetResult();
            throw new KilledException();
        });
        await Should.ThrowAsync<KilledException>(() => killed.Runner(counting, SmallPieces).RebuildAsync(killing));
        // What is recorded meanwhile is for the time after the fill.
        await AppendAsync(10);

        var again = new StreamCountingProjection();
        var reports = new List<RebuildProgress>();
        var rebuilt = await StartNode("again").Runner(again, SmallPieces).RebuildAsync(new Progress(reports.Add));

        rebuilt.Build.ShouldBe(1);
        reports[0].Position.ShouldBeGreaterThanOrEqualTo(500);
        reports[0].Head.ShouldBe(head);
        again.Folded.Count.ShouldBeLessThanOrEqualTo(20);
        await ShouldBeTheFoldOfTheLedgerAsync(again);
    }

    [Fact]
    public async Task A_fill_goes_on_by_itself_when_its_sessions_are_ended_and_does_not_start_over()
    {
        var head = await AppendInterleavedAsync(streams: 40, events: 1_000);
        var node = StartNode("a");
        var (ended, before) = (0L, 0L);
        var ending = new Progress(report =>
        {
            report.Position.ShouldBeGreaterThanOrEqualTo(before);
            before = report.Position;
            if (report.Position / 200 > ended)
                ended += EndSessionsAsync(node).GetAwaiter().GetResult() > 0 ? 1 : 0;
        });

        var rebuilt = await node.Runner(counting, SmallPieces).RebuildAsync(ending);

        ended.ShouldBeGreaterThan(2);
        rebuilt.Build.ShouldBe(1);
        rebuilt.Checkpoint.ShouldBe(head);
        await ShouldBeTheFoldOfTheLedgerAsync(counting);
    }

    [Fact]
    public async Task An_event_that_cannot_be_applied_halts_the_fill_and_what_is_in_stays_when_it_goes_on()
    {
        await AppendInterleavedAsync(streams: 10, events: 100);
        var poison = await AppendAsync(1, "from_a_later_release", stream: Last);
        await AppendAsync(20);
        counting.Check = Unknown.Refuse;
        var runner = StartNode("a").Runner(counting);

        var halted = await Should.ThrowAsync<ProjectionHaltedException>(() => runner.RebuildAsync());

        halted.Position.ShouldBe(poison);
        halted.Error.ShouldContain("from_a_later_release");
        (await runner.ReadStateAsync()).HaltedAt.ShouldBe(poison);
        (await QueryAsync<long>("SELECT count(*) FROM boards.counting_seen_1")).ShouldBe(120);
        counting.Check = static _ => { };
        (await runner.RebuildAsync()).Build.ShouldBe(1);
        counting.Folded.Count.ShouldBe(12);
        await ShouldBeTheFoldOfTheLedgerAsync(counting);
    }

    [Fact]
    public async Task A_stream_whose_rows_PostgreSQL_refuses_halts_the_fill_there_and_all_before_it_are_in()
    {
        await AppendInterleavedAsync(streams: 10, events: 100);
        var refused = await AppendAsync(3, stream: Last);
        counting.Unwritable = Last;
        var runner = StartNode("a").Runner(counting);

        var halted = await Should.ThrowAsync<ProjectionHaltedException>(() => runner.RebuildAsync());

        halted.Position.ShouldBe(refused);
        (await QueryAsync<long>("SELECT count(*) FROM boards.counting_seen_1")).ShouldBe(100);
        counting.Unwritable = null;
        await runner.RebuildAsync();
        await ShouldBeTheFoldOfTheLedgerAsync(counting);
    }

    [Fact]
    public async Task A_gap_in_the_ledger_halts_the_fill_before_it()
    {
        await AppendAsync(9);
        await AppendAsync(5);
        await ExecuteAsync(
            """
            ALTER TABLE ledger.mt_events DISABLE TRIGGER mt_events_append_only;
            DELETE FROM ledger.mt_events WHERE seq_id = 9;
            """);

        var halted = await Should.ThrowAsync<ProjectionHaltedException>(() => StartNode("a").Runner(counting).RebuildAsync());

        halted.Position.ShouldBe(9);
    }

    private async Task<long> AppendInterleavedAsync(int streams, int events)
    {
        var names = Enumerable.Range(0, streams).Select(_ => Sample.NewStream()).ToArray();
        var last = 0L;
        for (var i = 0; i < events; i += 5)
            last = await AppendAsync(5, stream: names[i / 5 % streams]);
        return last;
    }

    private sealed class Progress(Action<RebuildProgress> report) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => report(value);
    }

    private sealed class KilledException : Exception;
}
