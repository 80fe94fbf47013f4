namespace TargetLedger.LocalPostgres.Tests;

public sealed class CrashTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_committed_survives_a_killed_server(bool withBackends)
    {
        using var place = new Place();
        var options = Given.Fast(place.Path) with { Durable = true };
        await using var before = await LocalCluster.StartAsync(options, Given.Ct);
        await before.Ask("CREATE TABLE kept AS SELECT generate_series(1, 10000) AS n");
        var pid = before.PostmasterPid.ShouldNotBeNull();
        var backends = Processes.ChildrenOf(pid);
        backends.ShouldNotBeEmpty();

        Processes.Kill(pid);
        if (withBackends)
        {
            foreach (var backend in backends.Where(Processes.IsAlive))
                Processes.Kill(backend);
        }
        File.Exists(Path.Combine(place.Data, "postmaster.pid")).ShouldBeTrue("a killed server leaves its pid file");

        await using var after = await LocalCluster.StartAsync(options, Given.Ct);

        after.Owned.ShouldBeTrue();
        (await after.Ask("SELECT count(*) FROM kept")).ShouldBe(10000L);
    }

    [Fact]
    public async Task A_backend_that_outlives_its_killed_server_does_not_stop_the_next_start()
    {
        using var place = new Place();
        await using var before = await Given.ACluster(place.Path);
        var pid = before.PostmasterPid.ShouldNotBeNull();
        // A busy backend notices the death of its postmaster only when it next waits, here never.
        var busy = before.Ask("DO $$ BEGIN LOOP END LOOP; END $$");
        await Given.Until(() => (long)before.Ask("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'DO %' AND state = 'active'").Result! == 1, "the backend is busy");

        Processes.Kill(pid);
        await using var after = await Given.ACluster(place.Path);

        (await after.Ask("SELECT 1")).ShouldBe(1);
        await Should.ThrowAsync<Npgsql.NpgsqlException>(busy);
    }

    [Fact]
    public async Task A_stale_pid_file_that_names_a_live_stranger_is_not_believed()
    {
        using var place = new Place();
        // Another server of the same user: PostgreSQL by itself would take it for this directory's and refuse to start.
        await using var stranger = await Given.ACluster();
        var strangerPid = stranger.PostmasterPid.ShouldNotBeNull();
        await using (await Given.ACluster(place.Path))
        {
        }
        var run = Path.Combine(place.Path, "run");
        await File.WriteAllTextAsync(Path.Combine(place.Data, "postmaster.pid"), $"{strangerPid}\n{place.Data}\n1400000000\n5432\n{run}\n\n  1 1\nready   \n", Given.Ct);
        await File.WriteAllTextAsync(Path.Combine(run, ".s.PGSQL.5432.lock"), $"{strangerPid}\n{place.Data}\n1400000000\n5432\n{run}\n", Given.Ct);

        await using var cluster = await Given.ACluster(place.Path);

        cluster.Owned.ShouldBeTrue();
        cluster.PostmasterPid.ShouldNotBe(strangerPid);
        (await stranger.Ask("SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_pid_file_copied_along_with_a_running_cluster_leads_to_neither_its_data_nor_its_socket()
    {
        using var original = new Place();
        using var copy = new Place();
        await using (await Given.ACluster(copy.Path))
        {
        }
        await using var running = await Given.ACluster(original.Path);
        File.Copy(Path.Combine(original.Data, "postmaster.pid"), Path.Combine(copy.Data, "postmaster.pid"));

        await using var cluster = await Given.ACluster(copy.Path);

        cluster.Owned.ShouldBeTrue();
        (await cluster.Ask("SHOW data_directory")).ShouldBe(copy.Data);
        (await running.Ask("SHOW data_directory")).ShouldBe(original.Data);
    }

    [Fact]
    public async Task A_server_left_by_a_killed_process_is_joined_and_then_stopped()
    {
        using var place = new Place();
        using var holder = await Holder.Start(place.Path);
        holder.Kill();
        Processes.IsAlive(holder.PostmasterPid).ShouldBeTrue("the server is not its child");

        var cluster = await Given.ACluster(place.Path);
        cluster.Owned.ShouldBeFalse();
        cluster.PostmasterPid.ShouldBe(holder.PostmasterPid);
        await cluster.DisposeAsync();

        Processes.IsAlive(holder.PostmasterPid).ShouldBeFalse();
    }

    [Fact]
    public async Task A_temporary_cluster_of_a_killed_process_is_removed_by_the_next_start()
    {
        using var abandoned = await Holder.Start();
        using var living = await Holder.Start();
        abandoned.Kill();

        await using var cluster = await Given.ACluster();

        Processes.IsAlive(abandoned.PostmasterPid).ShouldBeFalse();
        Directory.Exists(abandoned.DataDirectory).ShouldBeFalse();
        Processes.IsAlive(living.PostmasterPid).ShouldBeTrue();
        await living.Leave();
    }

    [Fact]
    public async Task Leaving_a_cluster_whose_directory_was_removed_is_quiet()
    {
        using var place = new Place();
        var cluster = await Given.ACluster(place.Path);
        var pid = cluster.PostmasterPid.ShouldNotBeNull();
        Directory.Delete(place.Path, recursive: true);

        await cluster.DisposeAsync();

        Processes.Kill(pid); // It would notice by itself, within a minute.
    }

    [Fact]
    public async Task Leaving_a_server_that_was_killed_is_quiet()
    {
        using var place = new Place();
        var cluster = await Given.ACluster(place.Path);
        Processes.Kill(cluster.PostmasterPid.ShouldNotBeNull());

        await cluster.DisposeAsync();

        cluster.PostmasterPid.ShouldBeNull();
    }
}
