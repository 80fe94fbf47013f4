using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Checker;

/// <summary>The controls: a checker that cannot fail proves nothing.</summary>
public sealed class BrokenHistoryTests
{
    private readonly AppendHistory history = new();
    private readonly List<StoredEvent> log = [];
    private long time;

    [Fact]
    public void A_sound_history_passes()
    {
        Seed();

        LedgerChecker.Check(history, log).ShouldBeEmpty();
    }

    [Fact]
    public void An_acknowledged_event_that_was_lost_is_caught()
    {
        Seed();
        log.RemoveAt(log.Count - 1);

        Caught(Rule.EveryOkIsThere);
    }

    [Fact]
    public void An_acknowledged_event_that_stands_elsewhere_is_caught()
    {
        Seed();
        (log[2], log[3]) = (log[3] with { Position = 3, Timestamp = log[2].Timestamp }, log[2] with { Position = 4, Timestamp = log[3].Timestamp });

        Caught(Rule.EveryOkIsThere);
    }

    [Fact]
    public void An_answer_to_a_retry_that_nothing_stands_behind_is_caught()
    {
        Seed();
        history.Invoke(One(NewStream(), Key("lost")), ++time)
            .Answered(new AppendResult.AlreadyRecorded(new(Account, "lost", default, default, [NewStream()], [1], 2, LedgerTest.Start)), ++time);

        Caught(Rule.EveryOkIsThere);
    }

    [Fact]
    public void An_event_nobody_attempted_is_caught()
    {
        Seed();
        Store(One(NewStream()));

        Caught(Rule.NothingUnattempted);
    }

    [Fact]
    public void An_event_that_was_answered_as_a_conflict_and_is_there_is_caught()
    {
        Seed();
        var request = One(NewStream());
        Store(request);
        history.Invoke(request, ++time).Answered(new AppendResult.Conflict(request.Streams[0].Stream, 7), ++time);

        Caught(Rule.NoDefiniteFailureThere);
    }

    [Fact]
    public void An_unknown_event_may_be_there_or_not()
    {
        Seed();
        var request = One(NewStream());
        Store(request);
        history.Invoke(request, ++time);
        history.Invoke(One(NewStream()), ++time);

        LedgerChecker.Check(history, log).ShouldBeEmpty();
    }

    [Fact]
    public void Half_a_request_is_caught()
    {
        Seed();
        var request = Request(To(NewStream(), ExpectedVersion.Any, Event()), To(NewStream(), ExpectedVersion.Any, Event()));
        Store(request);
        log.RemoveAt(log.Count - 1);
        history.Invoke(request, ++time);

        Caught(Rule.AllOrNothing);
    }

    [Fact]
    public void An_event_id_used_twice_is_caught()
    {
        Seed();
        var request = One(NewStream());
        history.Invoke(request, ++time);
        Store(request);
        Store(request with { Streams = [request.Streams[0] with { Stream = NewStream() }] });

        Caught(Rule.EventIdOnce);
    }

    [Fact]
    public void A_key_recorded_twice_is_caught()
    {
        Seed();
        foreach (var request in new[] { One(NewStream(), Key("same")), One(NewStream(), Key("same")) })
        {
            history.Invoke(request, ++time);
            Store(request);
        }

        Caught(Rule.KeyOnce);
    }

    [Fact]
    public void A_key_answered_twice_as_new_is_caught()
    {
        Seed();
        var request = One(NewStream(), Key("same"));
        var result = Store(request);
        history.Invoke(request, ++time).Answered(result, ++time);
        history.Invoke(request, ++time).Answered(result, ++time);

        Caught(Rule.KeyOnce);
    }

    [Fact]
    public void A_gap_in_the_positions_is_caught()
    {
        Seed();
        log[^1] = log[^1] with { Position = log[^1].Position + 1 };

        Caught(Rule.PositionsDense);
    }

    [Fact]
    public void A_gap_in_the_versions_is_caught()
    {
        Seed();
        log[^1] = log[^1] with { Version = log[^1].Version + 1 };

        Caught(Rule.VersionsContiguous);
    }

    [Fact]
    public void A_timestamp_that_does_not_grow_is_caught()
    {
        Seed();
        log[^1] = log[^1] with { Timestamp = log[^2].Timestamp };

        Caught(Rule.TimestampsIncrease);
    }

    [Fact]
    public void A_version_that_was_not_expected_is_caught()
    {
        Seed();
        var request = Request(To(log[0].Stream, ExpectedVersion.Exactly(1), Event()));
        history.Invoke(request, ++time).Answered(Store(request), ++time);

        Caught(Rule.ExpectedVersionHeld);
    }

    [Fact]
    public void An_order_against_real_time_is_caught()
    {
        var (early, late) = (One(NewStream()), One(NewStream()));
        var lateResult = Store(late);
        var earlyResult = Store(early);
        history.Invoke(early, ++time).Answered(earlyResult, ++time);
        history.Invoke(late, ++time).Answered(lateResult, ++time);

        Caught(Rule.RealTimeOrder);
    }

    [Fact]
    public void A_read_that_skipped_an_event_is_caught()
    {
        Seed();
        history.Observe(++time, [log[0], log[2]]);

        Caught(Rule.ReadsArePrefixes);
    }

    [Fact]
    public void A_read_of_what_was_changed_later_is_caught()
    {
        Seed();
        history.Observe(++time, [.. log]);
        log[1] = log[1] with { Data = Utf8("""{"amount": 2}""") };

        Caught(Rule.ReadsArePrefixes);
    }

    [Fact]
    public void A_read_that_does_not_see_what_was_answered_is_caught()
    {
        Seed();
        history.Observe(++time, [.. log.Take(2)]);

        Caught(Rule.ReadsArePrefixes);
    }

    private void Caught(Rule rule) => LedgerChecker.Check(history, log).Select(violation => violation.Rule).ShouldContain(rule);

    /// <summary>Requests on two streams, one with a key and its retry, a conflict, and a read.</summary>
    private void Seed()
    {
        var (first, second) = (NewStream(), NewStream());
        foreach (var request in new[] { One(first), One(second, Key("k1")), Request(To(first, ExpectedVersion.Exactly(1), Events(2))), One(second) })
        {
            var attempt = history.Invoke(request, ++time);
            attempt.Answered(Store(request), ++time);
        }

        history.Invoke(One(second, Key("k1")), ++time)
            .Answered(new AppendResult.AlreadyRecorded(new(Account, "k1", default, default, [second], [1], 2, LedgerTest.Start)), ++time);
        history.Invoke(Request(To(first, ExpectedVersion.None, Event())), ++time).Answered(new AppendResult.Conflict(first, 3), ++time);
        history.Observe(++time, [.. log]);
    }

    /// <summary>A ledger as simple as can be.</summary>
    private AppendResult.Appended Store(AppendRequest request)
    {
        var first = log.Count + 1;
        foreach (var stream in request.Streams)
            foreach (var wanted in stream.Events)
                log.Add(new(
                    log.Count + 1, wanted.Id, stream.Stream, stream.StreamType, Version(stream) + 1, wanted.Type,
                    LedgerTest.Start.AddMicroseconds(log.Count), Account, null, null, default, wanted.Data));
        return new(first, log.Count, log[^1].Timestamp, [.. request.Streams.Select(Version)]);

        long Version(StreamAppend stream) => log.Count(stored => string.Equals(stored.Stream, stream.Stream, StringComparison.Ordinal));
    }
}
