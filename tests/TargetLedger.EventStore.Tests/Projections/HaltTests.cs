namespace TargetLedger.EventStore.Tests.Projections;

public sealed class HaltTests : ProjectionTest
{
    [Fact]
    public async Task An_event_that_cannot_be_applied_halts_its_projection_before_it_and_no_other()
    {
        var counting = new CountingProjection("counting");
        var strict = new CountingProjection("strict") { Check = Unknown.Refuse };
        var before = await AppendAsync(437);
        var poison = await AppendAsync(1, "from_a_later_release");
        var last = await AppendAsync(500);

        var node = StartNode("a");
        var halting = node.Run(strict);
        var going = node.Run(counting);

        var state = await HaltedAsync(halting);
        state.Checkpoint.ShouldBe(before);
        state.HaltedAt.ShouldBe(poison);
        state.Lag.ShouldBe(last - before);
        state.Error.ShouldNotBeNull().ShouldContain("from_a_later_release");
        (await going.Watch.WaitForAsync(last, Bound)).ShouldBeTrue();
        await ShouldBeTheFoldOfTheLedgerAsync(counting);
        (await halting.Watch.WaitForAsync(poison, TimeSpan.FromSeconds(1))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_halted_projection_is_still_read_and_goes_on_when_it_is_resumed_after_the_fix()
    {
        var strict = new CountingProjection { Check = Unknown.Refuse };
        var node = StartNode("a");
        var runner = node.Run(strict);
        var before = await AppendAsync(10);
        (await runner.Watch.WaitForAsync(before, Bound)).ShouldBeTrue();
        await AppendAsync(1, "from_a_later_release");
        await HaltedAsync(runner);

        var read = await ReadPositionAsync(node, strict);
        strict.Check = static _ => { };
        await runner.ResumeAsync();

        read.ShouldBe(before);
        (await runner.Watch.WaitForAsync(before + 1, Bound)).ShouldBeTrue();
        (await runner.ReadStateAsync()).IsHalted.ShouldBeFalse();
        await ShouldBeTheFoldOfTheLedgerAsync(strict);
    }

    [Fact]
    public async Task A_halted_projection_is_tried_again_when_a_node_starts()
    {
        await AppendAsync(10);
        var last = await AppendAsync(1, "from_a_later_release");
        var first = StartNode("first");
        await HaltedAsync(first.Run(new CountingProjection { Check = Unknown.Refuse }));
        await first.StopAsync();

        var upgraded = StartNode("upgraded").Run(new CountingProjection());

        (await upgraded.Watch.WaitForAsync(last, Bound)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_halted_projection_does_not_try_in_a_hot_loop()
    {
        var tries = 0;
        var projection = new CountingProjection
        {
            Check = _ =>
            {
                Interlocked.Increment(ref tries);
                throw new InvalidOperationException("never");
            },
        };
        var runner = StartNode("a").Run(projection, new() { HaltedPoll = TimeSpan.FromMilliseconds(50) });
        await AppendAsync(1);
        await HaltedAsync(runner);
        var settled = Volatile.Read(ref tries);

        // Twenty looks at the row, none of which may be a try.
        await Task.Delay(TimeSpan.FromSeconds(1));

        Volatile.Read(ref tries).ShouldBe(settled);
    }

    [Fact]
    public async Task A_reason_that_PostgreSQL_could_not_store_is_made_storable()
    {
        var runner = StartNode("a").Run(new CountingProjection
        {
            Check = _ => throw new FormatException("a text with \0 and half a pair \ud800 in it"),
        });
        await AppendAsync(1);

        (await HaltedAsync(runner)).Error.ShouldNotBeNull().ShouldEndWith("in it");
    }

    [Fact]
    public async Task A_gap_in_the_ledger_halts_a_projection_before_it()
    {
        await AppendAsync(10);
        await ExecuteAsync(
            """
            ALTER TABLE ledger.mt_events DISABLE TRIGGER mt_events_append_only;
            DELETE FROM ledger.mt_events WHERE seq_id = 7;
            """);

        var state = await HaltedAsync(StartNode("a").Run(new CountingProjection()));

        state.HaltedAt.ShouldBe(7);
        state.Checkpoint.ShouldBe(6);
    }

    private static async Task<ProjectionState> HaltedAsync(ProjectionRunner runner)
    {
        await Eventually.TrueAsync(async () => (await runner.ReadStateAsync()).IsHalted);
        return await runner.ReadStateAsync();
    }
}
