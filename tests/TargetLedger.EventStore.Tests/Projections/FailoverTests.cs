namespace TargetLedger.EventStore.Tests.Projections;

public sealed class FailoverTests : ProjectionTest
{
    [Fact]
    public async Task When_the_leading_node_is_cut_off_another_takes_over_within_five_seconds_and_nothing_is_doubled()
    {
        var counting = new CountingProjection();
        var first = StartNode("first");
        var leader = first.Run(counting);
        (await leader.Watch.WaitForAsync(await AppendAsync(10), Bound)).ShouldBeTrue();
        var standby = StartNode("second").Run(counting);

        await CutOffAsync(first);
        var meanwhile = await AppendAsync(10);

        (await standby.Watch.WaitForAsync(meanwhile, TimeSpan.FromSeconds(5))).ShouldBeTrue();
        first.IsCutOff = false;
        var last = await AppendAsync(10);
        (await standby.Watch.WaitForAsync(last, Bound)).ShouldBeTrue();
        (await leader.Watch.WaitForAsync(last, Bound)).ShouldBeTrue();
        await ShouldBeTheFoldOfTheLedgerAsync(counting);
    }

    [Fact]
    public async Task A_leader_that_hangs_in_the_middle_of_a_batch_gives_way_and_can_do_no_harm_later()
    {
        var hanging = new CountingProjection();
        var counting = new CountingProjection();
        var leader = StartNode("hanging").Run(hanging, WithoutRenewal);
        (await leader.Watch.WaitForAsync(await AppendAsync(1), Bound)).ShouldBeTrue();
        var woken = new TaskCompletionSource();
        var hangs = new TaskCompletionSource();
        hanging.Pause = async token =>
        {
            hangs.TrySetResult();
            await woken.Task.WaitAsync(token);
        };

        var last = await AppendAsync(5);
        await hangs.Task.WaitAsync(Bound);
        var standby = StartNode("standby").Run(counting);

        // Three seconds for the lease, then at most one more for the hanging session, which counts from the same moment.
        (await standby.Watch.WaitForAsync(last, TimeSpan.FromSeconds(6))).ShouldBeTrue();
        woken.SetResult();
        last = await AppendAsync(5);
        (await standby.Watch.WaitForAsync(last, Bound)).ShouldBeTrue();
        (await leader.Watch.WaitForAsync(last, Bound)).ShouldBeTrue();
        await ShouldBeTheFoldOfTheLedgerAsync(counting);
    }

    [Fact]
    public async Task A_batch_that_takes_longer_than_PostgreSQL_waits_is_applied_in_parts()
    {
        // A machine out of breath: each event takes so long that a whole batch is cut off every time.
        var counting = new CountingProjection { Check = _ => Thread.Sleep(TimeSpan.FromMilliseconds(5)) };
        var runner = StartNode("slow").Run(counting, new() { SilenceInTransaction = TimeSpan.FromMilliseconds(300) });
        (await runner.Watch.WaitForAsync(0, Bound)).ShouldBeTrue();

        var last = await AppendAsync(300);

        (await runner.Watch.WaitForAsync(last, Bound)).ShouldBeTrue();
        await ShouldBeTheFoldOfTheLedgerAsync(counting);
    }

    [Fact]
    public async Task Two_that_both_believe_they_lead_apply_each_event_once_between_them()
    {
        var counting = new CountingProjection();
        var unaware = StartNode("unaware").Run(counting, WithoutRenewal);
        (await unaware.Watch.WaitForAsync(await AppendAsync(1), Bound)).ShouldBeTrue();
        var before = await QueryAsync<string>("SELECT holder FROM boards.leases");
        var entitled = StartNode("entitled").Run(counting);
        await Eventually.TrueAsync(async () => await QueryAsync<string>("SELECT holder FROM boards.leases") != before);

        var last = 0L;
        for (var i = 0; i < 200; i++)
            last = await AppendAsync(3);

        (await unaware.Watch.WaitForAsync(last, Bound)).ShouldBeTrue();
        (await entitled.Watch.WaitForAsync(last, Bound)).ShouldBeTrue();
        (await entitled.ReadStateAsync()).Error.ShouldBeNull();
        await ShouldBeTheFoldOfTheLedgerAsync(counting);
    }

    [Fact]
    public async Task A_node_that_stops_hands_over_at_once()
    {
        var counting = new CountingProjection();
        var first = StartNode("first");
        (await first.Run(counting).Watch.WaitForAsync(await AppendAsync(1), Bound)).ShouldBeTrue();
        var standby = StartNode("second").Run(counting);

        await first.StopAsync();

        (await standby.Watch.WaitForAsync(await AppendAsync(1), TimeSpan.FromSeconds(2))).ShouldBeTrue();
    }

    [Fact]
    public async Task Sessions_that_are_ended_again_and_again_leave_rows_that_are_the_fold()
    {
        var counting = new CountingProjection();
        Node[] nodes = [StartNode("a", new() { MaxBatchEvents = 20 }), StartNode("b", new() { MaxBatchEvents = 20 })];
        var runners = nodes.Select(node => node.Run(counting)).ToArray();
        var ended = 0L;

        await Eventually.TrueAsync(async () =>
        {
            await AppendAsync(25);
            foreach (var node in nodes)
                ended += await EndSessionsAsync(node);
            return ended > 50;
        });

        (await runners[0].Watch.WaitForAsync(await AppendAsync(1), Bound)).ShouldBeTrue();
        await ShouldBeTheFoldOfTheLedgerAsync(counting);
    }

    // As a process that is stopped or starved would: its lease runs out and it does not know.
    private static ProjectionOptions WithoutRenewal => new() { LeaseRenewal = TimeSpan.FromHours(1) };
}
