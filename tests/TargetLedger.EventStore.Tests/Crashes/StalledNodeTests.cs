using System.Diagnostics;
using Npgsql;
using TargetLedger.EventStore.Tests.Checker;
using TargetLedger.Testing;
using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Crashes;

/// <summary>Whoever stops in the middle, with the append lock perhaps, keeps the others waiting for a bounded time at most.</summary>
public sealed class StalledNodeTests(ITestOutputHelper output) : LedgerTest
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_process_stopped_at_any_moment_of_its_work_keeps_nobody_from_recording()
    {
        await using var stalling = WriterProcess.Start(Database.ServerConnectionString);
        await using var other = new Ledger(Database.DataSource, TimeProvider.System);
        var workload = new AppendWorkload([stalling.AppendAsync, LargeAsync], other.Reader, writers: 24, streams: 8);
        using var stop = new CancellationTokenSource();
        var running = workload.RunAsync(TimeSpan.FromMinutes(5), stop.Token);
        await workload.UntilAnsweredAsync(50);

        var random = new Random(20140604);
        var longest = TimeSpan.Zero;
        for (var stalls = LongRun.Kills(usually: 25, inLongRun: 100); stalls > 0; stalls--)
        {
            await Task.Delay(random.Next(0, 150));
            Processes.Stop(stalling.Pid);
            var watch = Stopwatch.StartNew();
            var attempt = workload.History.Invoke(One(NewStream()));
            attempt.Answered(await other.AppendAsync(attempt.Request).WaitAsync(Bound));
            longest = watch.Elapsed > longest ? watch.Elapsed : longest;
            Processes.Continue(stalling.Pid);
        }

        await stop.CancelAsync();
        await running;
        await stalling.DisposeAsync();
        var log = await AppendWorkload.ReadAllAsync(other.Reader);
        output.WriteLine($"longest wait {longest.TotalMilliseconds:0} ms; {workload.History}; {log.Count} events");
        LedgerChecker.Check(workload.History, log).ShouldBeEmpty();

        // Batches too large for the socket's buffer, so that some are cut in two by a stop.
        async Task<AppendResult> LargeAsync(AppendRequest request, CancellationToken patience)
        {
            var text = $$"""{"text":"{{new string('长', 10_000)}}"}""";
            var large = request.Streams[0] with { Events = [.. request.Streams[0].Events.Select(wanted => wanted with { Data = Utf8(text) })] };
            return await stalling.AppendAsync(request with { Streams = [large, .. request.Streams.Skip(1)] }, patience);
        }
    }

    [Fact]
    public async Task A_node_that_stops_before_it_has_read_long_answers_keeps_nobody_from_recording()
    {
        // Few enough to gather behind the one ahead; far more than the sockets between take in.
        const int answers = 50;
        var outcome = $$"""{"status":201,"text":"{{new string('x', 40_000)}}"}""";
        await Task.WhenAll(Enumerable.Range(0, answers).Select(i => Ledger.AppendAsync(Request() with { Key = Key($"long-{i}", outcome) })));
        await using var stalling = WriterProcess.Start(Database.ServerConnectionString);
        await using var other = new Ledger(Database.DataSource, TimeProvider.System);
        await stalling.UntilReadyAsync();

        // One goes ahead and waits for the lock while the others gather in the node behind it, to be one batch.
        var held = await AppendLock.HoldAsync(Database);
        var ahead = stalling.AppendAsync(One(NewStream()), CancellationToken.None);
        await held.WaitForWaiterAsync();
        var asked = Task.WhenAll(Enumerable.Range(0, answers).Select(i => stalling.AppendAsync(Request() with { Key = Key($"long-{i}", outcome) }, CancellationToken.None)));
        var next = AppendLock.HoldAsync(Database);
        await held.WaitForWaiterAsync(2);
        await Task.Delay(TimeSpan.FromSeconds(1));
        await held.DisposeAsync();
        await ahead;
        held = await next;
        await held.WaitForWaiterAsync();
        Processes.Stop(stalling.Pid);
        await held.DisposeAsync();
        try
        {
            (await other.AppendAsync(One(NewStream())).WaitAsync(Bound)).ShouldBeAppended();
        }
        finally
        {
            Processes.Continue(stalling.Pid);
        }

        (await asked).ShouldAllBe(result => result is AppendResult.AlreadyRecorded);
    }

    [Fact]
    public async Task A_node_that_stops_in_the_middle_of_a_large_batch_keeps_nobody_from_recording()
    {
        await using var stalling = WriterProcess.Start(Database.ServerConnectionString);
        await using var other = new Ledger(Database.DataSource, TimeProvider.System);
        await stalling.UntilReadyAsync();
        var body = $$"""{"text":"{{new string('x', 5_000)}}"}""";
        var random = new Random(20140604);
        for (var tries = 0; tries < 200; tries++)
        {
            var large = stalling.AppendAsync(Request(To(NewStream(), ExpectedVersion.None, [.. Enumerable.Range(0, 1_000).Select(_ => Event(body))])), CancellationToken.None);
            var holds = false;
            while (!holds && !large.IsCompleted)
            {
                await Task.Delay(random.Next(0, 20));
                Processes.Stop(stalling.Pid);
                await Task.Delay(50);
                holds = await HoldsTheLockAsync();
                if (!holds)
                    Processes.Continue(stalling.Pid);
            }

            if (!holds)
            {
                await large;
                continue;
            }

            try
            {
                (await other.AppendAsync(One(NewStream())).WaitAsync(Bound)).ShouldBeAppended();
            }
            finally
            {
                Processes.Continue(stalling.Pid);
            }

            return;
        }

        Assert.Fail("It was never stopped with the lock in hand.");
    }

    /// <summary>Somebody has the append lock and waits for his client.</summary>
    private async Task<bool> HoldsTheLockAsync()
    {
        await using var admin = NpgsqlDataSource.Create(Database.AdminConnectionString);
        await using var command = admin.CreateCommand(
            """
            SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.granted AND a.datname = current_database() AND a.wait_event_type = 'Client'
            """);
        return (long)(await command.ExecuteScalarAsync())! > 0;
    }

    [Fact]
    public async Task A_transaction_left_open_with_the_append_lock_is_ended_and_appends_go_on()
    {
        await using var shipped = Database.DataSource.CreateCommand("SELECT setting::int FROM pg_settings WHERE name = 'idle_in_transaction_session_timeout'");
        ((int)(await shipped.ExecuteScalarAsync())!).ShouldBeInRange(1, 60_000);
        await using var forgetful = new NpgsqlConnection(Database.ServerConnectionString + ";Options=-c idle_in_transaction_session_timeout=1000");
        await forgetful.OpenAsync();
        await using (var begin = new NpgsqlCommand("BEGIN; SELECT pg_advisory_xact_lock(ledger.append_lock())", forgetful))
            await begin.ExecuteNonQueryAsync();

        var watch = Stopwatch.StartNew();
        (await Ledger.AppendAsync(One(NewStream())).WaitAsync(Bound)).ShouldBeAppended();

        watch.Elapsed.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(500), "the lock was really held");
        await using var goOn = new NpgsqlCommand("SELECT 1", forgetful);
        await Should.ThrowAsync<NpgsqlException>(() => goOn.ExecuteNonQueryAsync());
    }
}
