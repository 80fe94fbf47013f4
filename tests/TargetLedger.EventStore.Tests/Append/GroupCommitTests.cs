using System.Diagnostics.Metrics;
using Npgsql;
using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Append;

public sealed class GroupCommitTests : LedgerTest
{
    [Fact]
    public async Task What_waits_shares_one_transaction()
    {
        var results = await AppendTogetherAsync([.. Enumerable.Range(0, 50).Select(_ => One(NewStream()))]);

        await Task.WhenAll(results);
        await using var command = Database.DataSource.CreateCommand("SELECT count(DISTINCT xmin::text::bigint) FROM ledger.mt_events");
        (await command.ExecuteScalarAsync()).ShouldBe(2L, "the request before, and the fifty that waited behind it");
    }

    [Fact]
    public async Task Behind_a_batch_under_way_the_next_of_a_crowd_waits_in_the_database_already()
    {
        var repeated = One(NewStream(), Key("k"));
        Task<AppendResult> ahead;
        Task<AppendResult>[] crowd;
        await using (var held = await AppendLock.HoldAsync(Database))
        {
            ahead = Ledger.AppendAsync(repeated);
            await held.WaitForWaiterAsync();
            crowd = [Ledger.AppendAsync(repeated), .. Enumerable.Range(0, 63).Select(_ => Ledger.AppendAsync(One(NewStream())))];
            await held.WaitForWaiterAsync(2);
        }

        (await ahead).ShouldBeAppended().LastPosition.ShouldBe(1);
        (await crowd[0]).ShouldBeAlreadyRecorded().Position.ShouldBe(1);
        (await Task.WhenAll(crowd.Skip(1))).Select(result => result.ShouldBeAppended().LastPosition).Order().ShouldBe(Enumerable.Range(2, 63).Select(n => (long)n));
    }

    [Fact]
    public async Task A_batch_sent_behind_another_fares_by_itself()
    {
        Task<AppendResult> ahead;
        Task<AppendResult>[] crowd;
        await using (var held = await AppendLock.HoldAsync(Database))
        {
            ahead = Ledger.AppendAsync(One(NewStream()));
            var first = await held.WaitForWaiterAsync();
            crowd = [.. Enumerable.Range(0, 64).Select(_ => Ledger.AppendAsync(One(NewStream())))];
            await held.WaitForWaiterAsync(2);
            await Database.ExecuteAsAdminAsync($"SELECT pg_terminate_backend({first})");
            await Should.ThrowAsync<AppendOutcomeUnknownException>(ahead);
        }

        (await Task.WhenAll(crowd)).ShouldAllBe(result => result is AppendResult.Appended);
        (await Ledger.AppendAsync(One(NewStream()))).ShouldBeAppended().LastPosition.ShouldBe(65);
    }

    [Fact]
    public async Task One_bad_request_harms_no_other()
    {
        var used = Event();
        await Ledger.AppendAsync(Request(To(NewStream(), ExpectedVersion.None, used)));
        var streams = Enumerable.Range(0, 33).Select(_ => NewStream()).ToArray();
        var requests = streams.Select((stream, i) => One(stream, Key($"k{i}"))).ToArray();
        requests[20] = Request(To(streams[20], ExpectedVersion.None, Event(), used)) with { Key = Key("k20") };

        var results = await AppendTogetherAsync(requests);

        var refused = await Should.ThrowAsync<AppendRefusedException>(results[20]);
        refused.Constraint.ShouldBe("mt_events_id_once");
        refused.SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);
        foreach (var good in results.Where((_, i) => i != 20))
            (await good).ShouldBeAppended();
        (await Ledger.Reader.ReadStreamAsync(streams[20])).ShouldBeEmpty();
        (await Ledger.Reader.FindOutcomeAsync(Account, "k20")).ShouldBeNull();
        (await ReadAllAsync()).Select(e => e.Position).ShouldBe(Enumerable.Range(1, 34).Select(n => (long)n), "positions stay dense");
    }

    [Fact]
    public async Task Two_requests_with_one_event_id_in_one_batch_leave_one_recorded()
    {
        var shared = Event();

        var results = await AppendTogetherAsync(
            [.. Enumerable.Range(0, 2).Select(_ => Request(To(NewStream(), ExpectedVersion.None, shared))), One(NewStream())]);

        (await results[0]).ShouldBeAppended();
        await Should.ThrowAsync<AppendRefusedException>(results[1]);
        (await results[2]).ShouldBeAppended();
    }

    [Fact]
    public async Task Requests_for_one_stream_in_one_batch_see_each_other()
    {
        var stream = NewStream();

        var results = await AppendTogetherAsync(
        [
            Request(To(stream, ExpectedVersion.None, Events(2))),
            Request(To(stream, ExpectedVersion.Exactly(2), Event())),
            Request(To(stream, ExpectedVersion.Exactly(2), Event())),
            Request(To(stream, ExpectedVersion.Any, Event())),
        ]);

        (await results[0]).ShouldBeAppended().Versions.ShouldBe([2]);
        (await results[1]).ShouldBeAppended().Versions.ShouldBe([3]);
        (await results[2]).ShouldBeConflict().Actual.ShouldBe(3);
        (await results[3]).ShouldBeAppended().Versions.ShouldBe([4]);
    }

    [Fact]
    public async Task A_batch_is_bounded_by_count_and_by_bytes()
    {
        await using var small = NewLedger(new() { MaxAppendsPerBatch = 10, MaxBytesPerBatch = 3_000 });

        var results = await AppendTogetherAsync([.. Enumerable.Range(0, 40).Select(_ => One(NewStream()))], small);

        await Task.WhenAll(results);
        await using var command = Database.DataSource.CreateCommand("SELECT max(n) FROM (SELECT count(*) AS n FROM ledger.mt_events GROUP BY xmin::text) AS batches");
        ((long)(await command.ExecuteScalarAsync())!).ShouldBeLessThanOrEqualTo(6);
    }

    [Fact]
    public async Task A_request_larger_than_a_batch_goes_alone()
    {
        await using var small = NewLedger(new() { MaxBytesPerBatch = 1 });

        (await small.AppendAsync(Request(To(NewStream(), ExpectedVersion.None, Events(100))))).ShouldBeAppended();
    }

    [Fact]
    public async Task A_request_cancelled_while_it_waits_is_withdrawn()
    {
        var stream = NewStream();
        using var cancelled = new CancellationTokenSource();
        Task<AppendResult> before, waiting;
        await using (var held = await AppendLock.HoldAsync(Database))
        {
            before = Ledger.AppendAsync(One(NewStream()));
            await held.WaitForWaiterAsync();
            waiting = Ledger.AppendAsync(One(stream), cancelled.Token);
            await cancelled.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(waiting);
        }

        (await before).ShouldBeAppended();
        await Ledger.AppendAsync(One(NewStream()));
        (await Ledger.Reader.ReadStreamAsync(stream)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_cancelled_after_it_was_sent_still_tells_its_outcome()
    {
        var stream = NewStream();
        using var cancelled = new CancellationTokenSource();
        Task<AppendResult> sent;
        await using (var held = await AppendLock.HoldAsync(Database))
        {
            sent = Ledger.AppendAsync(One(stream), cancelled.Token);
            await held.WaitForWaiterAsync();
            await cancelled.CancelAsync();
        }

        (await sent).ShouldBeAppended();
        (await Ledger.Reader.ReadStreamAsync(stream)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Too_many_waiting_requests_are_refused_and_the_rest_recorded()
    {
        await using var narrow = NewLedger(new() { MaxWaitingAppends = 2 });
        var waiting = new List<Task<AppendResult>>();
        await using (var held = await AppendLock.HoldAsync(Database))
        {
            waiting.Add(narrow.AppendAsync(One(NewStream())));
            await held.WaitForWaiterAsync();
            waiting.Add(narrow.AppendAsync(One(NewStream())));
            waiting.Add(narrow.AppendAsync(One(NewStream())));

            await Should.ThrowAsync<LedgerOverloadedException>(narrow.AppendAsync(One(NewStream())));
        }

        foreach (var result in await Task.WhenAll(waiting))
            result.ShouldBeAppended();
        (await Ledger.Reader.HeadAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task Too_many_waiting_bytes_are_refused()
    {
        await using var narrow = NewLedger(new() { MaxWaitingBytes = 2_000 });

        await Should.ThrowAsync<LedgerOverloadedException>(
            narrow.AppendAsync(Request(To(NewStream(), ExpectedVersion.None, Events(10)))));
        (await narrow.AppendAsync(One(NewStream()))).ShouldBeAppended();
    }

    [Fact]
    public async Task Requests_held_back_for_their_key_still_count_as_waiting()
    {
        await using var narrow = NewLedger(new() { MaxWaitingAppends = 3 });
        var same = One(NewStream(), Key("same"));
        var waiting = new List<Task<AppendResult>>();
        Task<AppendLock> nextHold;
        await using (var held = await AppendLock.HoldAsync(Database))
        {
            waiting.Add(narrow.AppendAsync(One(NewStream())));
            await held.WaitForWaiterAsync();
            waiting.AddRange(Enumerable.Range(0, 3).Select(_ => narrow.AppendAsync(same)));
            nextHold = AppendLock.HoldAsync(Database);
            await held.WaitForWaiterAsync(waiters: 2);
        }

        await using (var held = await nextHold)
        {
            // One of the three has been sent, and two are held back until its outcome is known.
            await held.WaitForWaiterAsync();
            waiting.Add(narrow.AppendAsync(same));
            await Should.ThrowAsync<LedgerOverloadedException>(narrow.AppendAsync(same).WaitAsync(TimeSpan.FromSeconds(20)));
        }

        (await Task.WhenAll(waiting)).Count(result => result is AppendResult.Appended).ShouldBe(2);
        (await narrow.AppendAsync(One(NewStream()))).ShouldBeAppended();
        (await Ledger.Reader.ReadStreamAsync(same.Streams[0].Stream)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_unforeseen_fault_is_an_unknown_outcome_and_the_next_request_is_recorded()
    {
        var clock = new FaultyClock(Start);
        await using var ledger = new Ledger(Database.DataSource, clock);
        (await ledger.AppendAsync(One(NewStream()))).ShouldBeAppended();

        // The ledger's refusal makes the writer look at the clock once more.
        clock.Behind(readingsBeforeTheFault: 1);
        var fault = await Should.ThrowAsync<AppendOutcomeUnknownException>(ledger.AppendAsync(One(NewStream())).WaitAsync(TimeSpan.FromSeconds(20)));
        clock.Mend();

        fault.InnerException.ShouldBeOfType<InvalidOperationException>();
        (await ledger.AppendAsync(One(NewStream())).WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeAppended();
    }

    [Fact]
    public async Task Who_listens_to_metrics_and_fails_takes_no_answer_from_anybody()
    {
        // Set for this test's ledger alone: its writer inherits the value, those of other tests do not.
        var listening = new AsyncLocal<bool> { Value = true };
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Name == "ledger.append.batch.size")
                    l.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((_, _, _, _) =>
        {
            if (listening.Value)
                throw new InvalidOperationException("The listener failed.");
        });
        listener.Start();
        await using var ledger = NewLedger();
        listening.Value = false;

        for (var i = 0; i < 3; i++)
            (await ledger.AppendAsync(One(NewStream())).WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeAppended();
    }

    [Fact]
    public async Task Closing_the_ledger_records_what_waits_and_takes_nothing_more()
    {
        var closing = NewLedger();
        var requests = Enumerable.Range(0, 20).Select(_ => closing.AppendAsync(One(NewStream()))).ToArray();

        await closing.DisposeAsync();

        foreach (var result in await Task.WhenAll(requests))
            result.ShouldBeAppended();
        await Should.ThrowAsync<ObjectDisposedException>(closing.AppendAsync(One(NewStream())));
    }

    private sealed class FaultyClock(DateTimeOffset now) : TimeProvider
    {
        private int readings = int.MaxValue;
        private bool behind;

        public void Behind(int readingsBeforeTheFault) => (behind, readings) = (true, readingsBeforeTheFault);

        public void Mend() => (behind, readings) = (false, int.MaxValue);

        public override DateTimeOffset GetUtcNow() => readings-- > 0
            ? behind ? now.AddMinutes(-1) : now
            : throw new InvalidOperationException("The clock has stopped.");
    }
}
