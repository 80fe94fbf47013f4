using Npgsql;

namespace TargetLedger.EventStore.Tests.Projections;

public sealed class RebuildTests : ProjectionTest
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_rebuild_under_load_equals_the_live_rows_and_no_read_fails_or_goes_back(bool byStream)
    {
        var counting = byStream ? new StreamCountingProjection() : new CountingProjection();
        var live = StartNode("live").Run(counting);
        (await live.Watch.WaitForAsync(await AppendThousandsAsync(5), Bound)).ShouldBeTrue();
        using var done = new CancellationTokenSource();
        var writing = AppendUntilAsync(done.Token);
        var reading = ReadUntilAsync(StartNode("readers"), counting, done.Token);
        var rebuilding = StartNode("operator").Runner(counting);

        // The later ones also drop what the earlier ones have superseded, under the readers' eyes.
        await rebuilding.RebuildAsync();
        await rebuilding.RebuildAsync();
        var rebuilt = await rebuilding.RebuildAsync();

        await done.CancelAsync();
        (await writing).ShouldBeGreaterThan(10);
        (await reading).ShouldBeGreaterThan(10);
        rebuilt.Build.ShouldBe(4);
        (await live.Watch.WaitForAsync(await AppendAsync(1), Bound)).ShouldBeTrue();
        await ShouldBeTheFoldOfTheLedgerAsync(counting, 4);
        (await QueryAsync<string>("SELECT string_agg(build || ' ' || status, ', ' ORDER BY build) FROM boards.projections"))
            .ShouldBe("3 retired, 4 active");
    }

    [Fact]
    public async Task A_rebuild_that_was_killed_goes_on_where_it_stood()
    {
        var counting = new CountingProjection();
        var head = await AppendThousandsAsync(3);
        var live = StartNode("live").Run(counting);
        (await live.Watch.WaitForAsync(head, Bound)).ShouldBeTrue();
        var killed = StartNode("killed", new() { MaxBatchEvents = 100 });
        var killing = new Progress(report =>
        {
            if (report.Position < 1_000)
                return;
            CutOffAsync(killed).GetAwaiter().GetResult();
            throw new KilledException();
        });
        await Should.ThrowAsync<KilledException>(() => killed.Runner(counting).RebuildAsync(killing));

        var reports = new List<RebuildProgress>();
        var rebuilt = await StartNode("again").Runner(counting).RebuildAsync(new Progress(reports.Add));

        reports[0].ShouldBe(new("counting", 2, 1_000, head));
        reports[^1].Position.ShouldBe(head);
        rebuilt.Build.ShouldBe(2);
        await ShouldBeTheFoldOfTheLedgerAsync(counting, 2);
    }

    [Fact]
    public async Task A_rebuild_goes_on_by_itself_when_its_sessions_are_ended()
    {
        var counting = new CountingProjection();
        var head = await AppendThousandsAsync(3);
        var node = StartNode("a", new() { MaxBatchEvents = 100 });
        await node.Runner(counting).CatchUpAsync();
        var ended = 0L;
        var endedAt = new HashSet<long>();
        var ending = new Progress(report =>
        {
            // Once at each place: it is told again when the rebuild is taken up there, and a rebuild that is cut off at every start never ends.
            if (report.Position % 500 == 0 && endedAt.Add(report.Position))
                ended += EndSessionsAsync(node).GetAwaiter().GetResult();
        });

        var rebuilt = await node.Runner(counting).RebuildAsync(ending);

        ended.ShouldBeGreaterThan(3);
        rebuilt.Build.ShouldBe(2);
        rebuilt.Checkpoint.ShouldBe(head);
        await ShouldBeTheFoldOfTheLedgerAsync(counting, 2);
    }

    [Fact]
    public async Task A_rebuild_that_meets_an_event_it_cannot_apply_leaves_the_rows_that_are_read_alone()
    {
        var node = StartNode("a");
        var counting = new CountingProjection();
        await AppendAsync(20);
        await node.Runner(counting).CatchUpAsync();
        counting.Check = stored =>
        {
            if (stored.Position == 7)
                throw new FormatException("seven");
        };

        var halted = await Should.ThrowAsync<ProjectionHaltedException>(() => node.Runner(counting).RebuildAsync());

        halted.Position.ShouldBe(7);
        (await ReadPositionAsync(node, counting)).ShouldBe(20);
        counting.Check = static _ => { };
        (await node.Runner(counting).RebuildAsync()).Build.ShouldBe(2);
        await ShouldBeTheFoldOfTheLedgerAsync(counting, 2);
    }

    [Fact]
    public async Task A_new_shape_is_built_beside_the_old_one_and_both_releases_read_their_own()
    {
        var older = new CountingProjection(shape: 1);
        var newer = new CountingProjection(shape: 2);
        var first = await AppendAsync(50);
        var oldNode = StartNode("old release");
        var oldRunner = oldNode.Run(older);
        (await oldRunner.Watch.WaitForAsync(first, Bound)).ShouldBeTrue();
        await Should.ThrowAsync<ProjectionNotReadyException>(() => ReadPositionAsync(oldNode, newer));

        var newNode = StartNode("new release");
        var newRunner = newNode.Run(newer);

        var last = await AppendAsync(5);
        (await oldRunner.Watch.WaitForAsync(last, Bound)).ShouldBeTrue();
        (await newRunner.Watch.WaitForAsync(last, Bound)).ShouldBeTrue();
        (await ReadPositionAsync(oldNode, older)).ShouldBe(last);
        (await ReadPositionAsync(newNode, newer)).ShouldBe(last);
        await ShouldBeTheFoldOfTheLedgerAsync(older, 1);
        await ShouldBeTheFoldOfTheLedgerAsync(newer, 2);
    }

    [Fact]
    public async Task An_earlier_shape_is_dropped_when_no_node_leads_it_and_the_build_read_until_now_is_kept()
    {
        var last = await AppendAsync(5);
        var oldNode = StartNode("old release");
        (await oldNode.Run(new CountingProjection(shape: 1)).Watch.WaitForAsync(last, Bound)).ShouldBeTrue();
        var newRunner = StartNode("new release").Runner(new CountingProjection(shape: 2));
        await newRunner.CatchUpAsync();
        await newRunner.RebuildAsync();

        (await newRunner.DropUnusedBuildsAsync()).ShouldBeEmpty();
        await oldNode.StopAsync();
        (await newRunner.DropUnusedBuildsAsync()).ShouldBe([1]);
        (await newRunner.DropUnusedBuildsAsync()).ShouldBeEmpty();

        (await QueryAsync<string>("SELECT string_agg(relname, ', ' ORDER BY relname) FROM pg_class WHERE relkind = 'r' AND relname LIKE 'counting%'"))
            .ShouldBe("counting_counts_2, counting_counts_3, counting_seen_2, counting_seen_3");
    }

    [Fact]
    public async Task A_read_whose_build_is_dropped_under_it_is_answered_from_the_one_that_took_its_place()
    {
        var counting = new CountingProjection();
        var last = await AppendAsync(5);
        var node = StartNode("a");
        await node.Runner(counting).CatchUpAsync();
        var suffixes = new List<string>();

        var seen = await new ProjectionReader(node.DataSource).ReadAsync(counting, async (snapshot, token) =>
        {
            suffixes.Add(snapshot.Suffix);
            if (suffixes.Count == 1)
            {
                // The snapshot has its build, but has not touched the tables yet. Of two rebuilds the first is kept.
                await node.Runner(counting).RebuildAsync(cancellationToken: token);
                await node.Runner(counting).RebuildAsync(cancellationToken: token);
            }

            await using var count = new NpgsqlCommand($"SELECT count(*) FROM {snapshot.Table("counting_seen")}", snapshot.Connection);
            return (long)(await count.ExecuteScalarAsync(token))!;
        });

        seen.ShouldBe(last);
        suffixes.ShouldBe(["_1", "_3"]);
    }

    [Fact]
    public async Task A_read_can_change_nothing()
    {
        var counting = new CountingProjection();
        var node = StartNode("a");
        await node.Runner(counting).CatchUpAsync();

        var refused = await Should.ThrowAsync<PostgresException>(() => new ProjectionReader(node.DataSource).ReadAsync(counting, async (snapshot, token) =>
        {
            await using var delete = new NpgsqlCommand($"DELETE FROM {snapshot.Table("counting_seen")}", snapshot.Connection);
            return await delete.ExecuteNonQueryAsync(token);
        }));

        refused.SqlState.ShouldBe(PostgresErrorCodes.ReadOnlySqlTransaction);
    }

    private async Task<int> AppendUntilAsync(CancellationToken cancellationToken)
    {
        var streams = Enumerable.Range(0, 10).Select(_ => Sample.NewStream()).ToArray();
        var appends = 0;
        for (; !cancellationToken.IsCancellationRequested; appends++)
            await AppendAsync(3, stream: streams[appends % 10]);
        return appends;
    }

    // Every answer is whole: as many rows as its position says, and never less than an answer before.
    private static async Task<int> ReadUntilAsync(Node node, CountingProjection counting, CancellationToken cancellationToken)
    {
        var reader = new ProjectionReader(node.DataSource);
        var reads = 0;
        var before = 0L;
        for (; !cancellationToken.IsCancellationRequested; reads++)
        {
            var (position, rows, counted) = await reader.ReadAsync(counting, CountAsync, CancellationToken.None);
            rows.ShouldBe(position);
            counted.ShouldBe(position);
            position.ShouldBeGreaterThanOrEqualTo(before);
            before = position;
        }

        return reads;
    }

    private static async Task<(long Position, long Rows, long Counted)> CountAsync(ReadSnapshot snapshot, CancellationToken cancellationToken)
    {
        await using var read = new NpgsqlCommand(
            $"SELECT count(*), (SELECT sum(events)::bigint FROM {snapshot.Table("counting_counts")}) FROM {snapshot.Table("counting_seen")}",
            snapshot.Connection);
        await using var row = await read.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return (snapshot.Position, row.GetInt64(0), row.GetInt64(1));
    }

    private sealed class Progress(Action<RebuildProgress> report) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => report(value);
    }

    private sealed class KilledException : Exception;
}
