namespace TargetLedger.Boards.Tests;

/// <summary>Entries, images and changes are a function of the log, whatever batches it was followed in.</summary>
public sealed class LightsTablesTests
{
    [Fact]
    public async Task A_rebuild_gives_the_entries_that_live_following_gave()
    {
        await using var office = await Office.WithSamplePlanAsync();
        var events = new RandomEvents(31);
        for (var i = 0; i < 5; i++)
        {
            await events.RecordAsync(office, 60);
            await office.CatchUpAsync();
        }

        var live = await office.LightsRunner.ReadStateAsync();
        var rebuilt = await office.LightsRunner.RebuildAsync();

        rebuilt.Build.ShouldNotBe(live.Build);
        rebuilt.Checkpoint.ShouldBe(live.Checkpoint);
        (await Builds.DumpAsync(office, office.Lights, $"_{rebuilt.Build}")).ShouldBe(await Builds.DumpAsync(office, office.Lights, $"_{live.Build}"));
    }

    [Theory]
    [InlineData(32)]
    [InlineData(33)]
    public async Task Batches_of_any_size_give_the_same_entries_also_where_somebody_else_goes_on(int seed)
    {
        await using var office = await Office.WithSamplePlanAsync();
        await new RandomEvents(seed).RecordAsync(office, 300);
        var events = await office.EventsAsync();

        foreach (var size in new[] { 1, 7, 64, 1_000 })
        {
            var projection = Projection();
            await Builds.CreateAsync(office, projection, $"_by{size}");
            foreach (var batch in events.Chunk(size))
                await Builds.ApplyAsync(office, projection, $"_by{size}", batch);
        }

        await Builds.CreateAsync(office, office.Lights, "_hands");
        foreach (var batch in events.Chunk(41))
        {
            // What was rolled back leaves no trace, and the next remembers nothing.
            var another = Projection();
            await Builds.ApplyAsync(office, another, "_hands", batch, commit: false);
            await Builds.ApplyAsync(office, seed % 2 == 0 ? another : Projection(), "_hands", batch);
        }

        var bySingle = await Builds.DumpAsync(office, office.Lights, "_by1");
        bySingle.Select(row => row.Split('\t')[0]).Distinct().ShouldBe(office.Lights.Tables);
        foreach (var suffix in new[] { "_by7", "_by64", "_by1000", "_hands" })
            (await Builds.DumpAsync(office, office.Lights, suffix)).ShouldBe(bySingle, suffix);
    }

    [Fact]
    public async Task One_projection_keeps_two_builds_apart()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await new RandomEvents(34).RecordAsync(office, 120);
        var (shared, events) = (Projection(), await office.EventsAsync());
        await Builds.CreateAsync(office, shared, "_live");
        await Builds.CreateAsync(office, shared, "_next");
        await Builds.CreateAsync(office, shared, "_third");
        foreach (var batch in events.Chunk(30))
        {
            await Builds.ApplyAsync(office, shared, "_live", batch);
            await Builds.ApplyAsync(office, shared, "_next", batch);
            await Builds.ApplyAsync(office, shared, "_third", batch);
        }

        await Builds.CreateAsync(office, shared, "_own");
        await Builds.ApplyAsync(office, Projection(), "_own", events);
        var own = await Builds.DumpAsync(office, shared, "_own");
        foreach (var suffix in new[] { "_live", "_next", "_third" })
            (await Builds.DumpAsync(office, shared, suffix)).ShouldBe(own, suffix);
    }

    [Fact]
    public async Task However_long_the_log_a_past_board_reads_one_image_and_few_changes()
    {
        await using var office = await Office.WithSamplePlanAsync();
        for (var month = 1; month <= 12; month++)
        {
            foreach (var number in new[] { "10-1", "4-1", "6-2", "11-3" })
                await office.ReportAsync(number, "zuzhibu", new(new(2014, month, 1), new(2014, month, 28)), month, month);
        }

        await office.CatchUpAsync();
        var suffix = $"_{(await office.LightsRunner.ReadStateAsync()).Build}";
        var images = (await Builds.DumpAsync(office, office.Lights, suffix))
            .Where(row => row.StartsWith("light_images", StringComparison.Ordinal))
            .Select(row => long.Parse(row.Split('\t')[1], System.Globalization.CultureInfo.InvariantCulture))
            .ToList();

        // No stretch between two is longer than there are commitments.
        images.Append(await office.Ledger.Reader.HeadAsync()).Zip(images.Prepend(0)).Max(i => i.First - i.Second).ShouldBeLessThanOrEqualTo(Math.Max(31, 20));
        images.Count.ShouldBeLessThan(12);
    }

    private static LightsProjection Projection() => new(LedgerZone.Default, fewestChanges: 20);
}
