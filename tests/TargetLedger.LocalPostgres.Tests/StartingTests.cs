namespace TargetLedger.LocalPostgres.Tests;

public sealed class StartingTests
{
    [Fact]
    public async Task A_new_cluster_answers_and_nothing_listens_on_TCP()
    {
        await using var cluster = await Given.ACluster();

        (await cluster.Ask("SELECT 6 * 7")).ShouldBe(42);
        (await cluster.Ask("SHOW listen_addresses")).ShouldBe("");
        (await cluster.Ask("SHOW timezone")).ShouldBe("UTC");
        cluster.Owned.ShouldBeTrue();
        cluster.ServerVersion.Major.ShouldBeGreaterThanOrEqualTo(PostgresBinaries.OldestMajor);
    }

    [Fact]
    public async Task A_database_is_UTF8_with_locale_C_however_many_ask_for_it_at_once()
    {
        await using var cluster = await Given.ACluster();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => cluster.EnsureDatabaseAsync("台账 \"1\"", Given.Ct)));
        await cluster.EnsureDatabaseAsync("台账 \"1\"", Given.Ct);

        (await cluster.Ask("SELECT concat_ws(' ', pg_encoding_to_char(encoding), datcollate, datctype) FROM pg_database WHERE datname = '台账 \"1\"'"))
            .ShouldBe("UTF8 C C");
        (await cluster.Ask("SELECT current_database()", "台账 \"1\"")).ShouldBe("台账 \"1\"");
    }

    [Fact]
    public async Task A_service_login_needs_no_password_inside_the_private_directory()
    {
        await using var cluster = await Given.ACluster();
        await cluster.Ask("CREATE ROLE ledger_app LOGIN");

        await using var connection = new Npgsql.NpgsqlConnection(cluster.ConnectionString("postgres", "ledger_app") + ";Pooling=false");
        await connection.OpenAsync(Given.Ct);
        await using var who = new Npgsql.NpgsqlCommand("SELECT session_user::text", connection);
        (await who.ExecuteScalarAsync(Given.Ct)).ShouldBe("ledger_app");
    }

    [Theory]
    [InlineData(true, "on")]
    [InlineData(false, "off")]
    public async Task Writes_are_durable_unless_the_caller_gives_that_up(bool durable, string expected)
    {
        await using var cluster = await LocalCluster.StartAsync(Given.Fast() with { Durable = durable }, Given.Ct);

        foreach (var setting in new[] { "fsync", "synchronous_commit", "full_page_writes" })
            (await cluster.Ask($"SHOW {setting}")).ShouldBe(expected, setting);
    }

    [Fact]
    public void Durable_is_what_a_caller_gets_without_asking() => new LocalPostgresOptions().Durable.ShouldBeTrue();

    [Fact]
    public async Task Settings_are_overridden_except_where_the_server_listens()
    {
        var options = Given.Fast() with
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["shared_buffers"] = "24MB",
                ["application_name"] = @"it's a \ name",
                ["listen_addresses"] = "*",
            },
        };
        await using var cluster = await LocalCluster.StartAsync(options, Given.Ct);

        (await cluster.Ask("SHOW shared_buffers")).ShouldBe("24MB");
        (await cluster.Ask("SELECT reset_val FROM pg_settings WHERE name = 'application_name'")).ShouldBe(@"it's a \ name");
        (await cluster.Ask("SHOW listen_addresses")).ShouldBe("");
    }

    [Fact]
    public async Task A_setting_the_server_refuses_is_named_and_nothing_stays_behind()
    {
        using var place = new Place();
        var options = Given.Fast(place.Path) with { Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["max_connections"] = "many" } };

        var refused = await Should.ThrowAsync<LocalPostgresException>(() => LocalCluster.StartAsync(options, Given.Ct));

        refused.Message.ShouldContain("max_connections");
        await using var cluster = await Given.ACluster(place.Path);
        cluster.Owned.ShouldBeTrue();
    }

    [Fact]
    public async Task A_temporary_cluster_leaves_nothing_behind()
    {
        var cluster = await Given.ACluster();
        var pid = cluster.PostmasterPid.ShouldNotBeNull();

        await cluster.DisposeAsync();
        await cluster.DisposeAsync();

        Processes.IsAlive(pid).ShouldBeFalse();
        Directory.Exists(cluster.DataDirectory).ShouldBeFalse();
        Directory.Exists(cluster.SocketDirectory).ShouldBeFalse();
        cluster.PostmasterPid.ShouldBeNull();
    }

    [Fact]
    public async Task Data_is_found_again_after_an_orderly_stop()
    {
        using var place = new Place();
        await using (var first = await Given.ACluster(place.Path))
            await first.Ask("CREATE TABLE kept AS SELECT 42 AS n");

        await using var second = await Given.ACluster(place.Path);

        second.Owned.ShouldBeTrue();
        (await second.Ask("SELECT n FROM kept")).ShouldBe(42);
    }

    [Fact]
    public async Task A_half_finished_cluster_is_made_anew()
    {
        using var place = new Place();
        var unfinished = Path.Combine(place.Path, "pgdata.new-1");
        Directory.CreateDirectory(Path.Combine(unfinished, "base"));
        await File.WriteAllTextAsync(Path.Combine(unfinished, "PG_VERSION"), "15", Given.Ct);

        await using var cluster = await Given.ACluster(place.Path);

        (await cluster.Ask("SELECT 1")).ShouldBe(1);
        Directory.Exists(unfinished).ShouldBeFalse();
    }

    [Fact]
    public async Task A_cancelled_start_leaves_nothing_running()
    {
        using var place = new Place();
        await using (await Given.ACluster(place.Path))
        {
        }
        // The lock is free and the cluster exists, so the cancellation comes while the server is being started.
        using var cancelled = new CancellationTokenSource();
        var start = LocalCluster.StartAsync(Given.Fast(place.Path), cancelled.Token);
        await Given.Until(() => File.Exists(Path.Combine(place.Data, "postmaster.pid")) || start.IsCompleted, "the server is starting");
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(start);

        File.Exists(Path.Combine(place.Data, "postmaster.pid")).ShouldBeFalse();
        await using var cluster = await Given.ACluster(place.Path);
        cluster.Owned.ShouldBeTrue();
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_still_works()
    {
        using var place = new Place();
        var deep = Path.Combine(place.Path, new string('长', 30), "with space, comma: 'quote'", new string('x', 60));
        Directory.CreateDirectory(Path.GetDirectoryName(deep)!);

        string socketDirectory;
        await using (var cluster = await Given.ACluster(deep))
        {
            (await cluster.Ask("SELECT 1")).ShouldBe(1);
            socketDirectory = cluster.SocketDirectory;
            await using var joined = await Given.ACluster(deep);
            joined.SocketDirectory.ShouldBe(socketDirectory);
        }
        Directory.Exists(socketDirectory).ShouldBeFalse();
    }
}
