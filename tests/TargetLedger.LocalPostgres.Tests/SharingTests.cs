namespace TargetLedger.LocalPostgres.Tests;

public sealed class SharingTests
{
    [Fact]
    public async Task A_second_start_joins_and_the_last_one_out_stops_the_server()
    {
        using var place = new Place();
        var first = await Given.ACluster(place.Path);
        var second = await Given.ACluster(place.Path);
        var pid = first.PostmasterPid.ShouldNotBeNull();

        second.Owned.ShouldBeFalse();
        second.PostmasterPid.ShouldBe(pid);

        await first.DisposeAsync();
        (await second.Ask("SELECT 1")).ShouldBe(1);

        await second.DisposeAsync();
        Processes.IsAlive(pid).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_starts_at_the_same_time_make_one_server()
    {
        using var place = new Place();

        var clusters = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Given.ACluster(place.Path)));

        clusters.Count(cluster => cluster.Owned).ShouldBe(1);
        clusters.Select(cluster => cluster.PostmasterPid).Distinct().Count().ShouldBe(1);
        await Task.WhenAll(clusters.Select(async cluster => await cluster.DisposeAsync()));
        clusters[0].PostmasterPid.ShouldBeNull();
    }

    [Fact]
    public async Task Two_processes_starting_at_the_same_time_share_one_server()
    {
        using var place = new Place();
        var holders = await Task.WhenAll(Holder.Start(place.Path), Holder.Start(place.Path));
        using var one = holders[0];
        using var other = holders[1];

        (one.Owned ^ other.Owned).ShouldBeTrue();
        one.PostmasterPid.ShouldBe(other.PostmasterPid);

        await one.Leave();
        Processes.IsAlive(other.PostmasterPid).ShouldBeTrue();
        await other.Leave();
        Processes.IsAlive(other.PostmasterPid).ShouldBeFalse();
    }

    [Fact]
    public async Task Clusters_on_different_directories_run_side_by_side()
    {
        await using var one = await Given.ACluster();
        await using var other = await Given.ACluster();

        other.Owned.ShouldBeTrue();
        other.PostmasterPid.ShouldNotBe(one.PostmasterPid);
        (await one.Ask("SHOW data_directory")).ShouldNotBe(await other.Ask("SHOW data_directory"));
    }

    [Fact]
    public async Task A_caller_who_needs_durability_does_not_join_a_server_without_it()
    {
        using var place = new Place();
        await using var fast = await Given.ACluster(place.Path);

        var refused = await Should.ThrowAsync<LocalPostgresException>(() => LocalCluster.StartAsync(new LocalPostgresOptions { DataDirectory = place.Path }, Given.Ct));

        refused.Message.ShouldContain("fsync");
        (await fast.Ask("SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_directory_held_by_another_start_is_given_up_after_the_timeout()
    {
        using var place = new Place();
        await using (await Given.ACluster(place.Path))
        {
        }
        await using var held = new FileStream(Path.Combine(place.Path, "cluster.lock"), FileMode.Open, FileAccess.Read, FileShare.None);

        var late = await Should.ThrowAsync<LocalPostgresException>(
            () => LocalCluster.StartAsync(Given.Fast(place.Path) with { StartTimeout = TimeSpan.FromMilliseconds(200) }, Given.Ct));

        late.Message.ShouldContain(place.Path);
    }
}
