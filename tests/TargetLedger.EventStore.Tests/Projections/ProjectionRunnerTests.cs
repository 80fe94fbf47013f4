namespace TargetLedger.EventStore.Tests.Projections;

public sealed class ProjectionRunnerTests : ProjectionTest
{
    [Fact]
    public async Task Rows_are_the_fold_of_the_ledger()
    {
        var counting = new CountingProjection();
        var streams = Enumerable.Range(0, 3).Select(_ => Sample.NewStream()).ToArray();
        await AppendAsync(1_000);
        await AppendAsync(700);
        var runner = StartNode("a").Run(counting);
        for (var i = 0; i < 20; i++)
            await AppendAsync(7, stream: streams[i % 3]);
        var last = await AppendAsync(1);

        (await runner.Watch.WaitForAsync(last, Bound)).ShouldBeTrue();

        await ShouldBeTheFoldOfTheLedgerAsync(counting);
        (await runner.ReadStateAsync()).ShouldBe(new("counting", 1, 1, BuildStatus.Active, last, last, IsLed: true, null, null));
    }

    [Fact]
    public async Task An_empty_ledger_has_a_projection_that_is_ready_at_position_zero()
    {
        var node = StartNode("a");
        var runner = node.Runner(new CountingProjection());
        (await runner.ReadStateAsync()).IsReady.ShouldBeFalse();
        (await runner.Watch.WaitForAsync(0, TimeSpan.Zero)).ShouldBeFalse();

        node.Run(new CountingProjection());

        (await runner.Watch.WaitForAsync(0, Bound)).ShouldBeTrue();
        (await runner.ReadStateAsync()).IsReady.ShouldBeTrue();
        (await ReadPositionAsync(node, new CountingProjection())).ShouldBe(0);
    }

    [Fact]
    public async Task Catching_up_ends_when_all_is_applied_or_says_why_it_cannot_be()
    {
        var counting = new CountingProjection();
        var node = StartNode("a");
        await AppendAsync(25);

        await node.Runner(counting).CatchUpAsync();

        await ShouldBeTheFoldOfTheLedgerAsync(counting);
        var poison = await AppendAsync(1, "from_a_later_release");
        counting.Check = Unknown.Refuse;
        var halted = await Should.ThrowAsync<ProjectionHaltedException>(() => node.Runner(counting).CatchUpAsync());
        halted.Position.ShouldBe(poison);
    }

    [Fact]
    public async Task Waiting_for_a_position_ends_when_it_is_seen_or_when_the_bound_has_passed_on_any_node()
    {
        var counting = new CountingProjection();
        var leading = StartNode("leading").Run(counting).Watch;
        var elsewhere = new ProjectionWatch(StartNode("elsewhere").DataSource, counting);
        (await leading.WaitForAsync(0, Bound)).ShouldBeTrue();
        var waiting = new[] { leading.WaitForAsync(3, Bound), elsewhere.WaitForAsync(3, Bound), elsewhere.WaitForAsync(2, Bound) };
        waiting.ShouldAllBe(wait => !wait.IsCompleted);

        await AppendAsync(3);

        (await Task.WhenAll(waiting)).ShouldBe([true, true, true]);
        (await leading.WaitForAsync(4, TimeSpan.FromMilliseconds(200))).ShouldBeFalse();
        (await elsewhere.WaitForAsync(4, TimeSpan.FromMilliseconds(200))).ShouldBeFalse();
        using var givenUp = new CancellationTokenSource(100);
        await Should.ThrowAsync<OperationCanceledException>(() => elsewhere.WaitForAsync(4, Bound, givenUp.Token));
    }
}
