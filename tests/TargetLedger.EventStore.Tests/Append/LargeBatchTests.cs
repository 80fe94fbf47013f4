using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Append;

/// <summary>Imports: batches large enough to be copied in must end as small ones do.</summary>
public sealed class LargeBatchTests : LedgerTest
{
    [Fact]
    public async Task Large_requests_are_recorded_in_order_over_new_and_known_streams()
    {
        var (known, fresh) = (NewStream(), NewStream());
        (await Ledger.AppendAsync(Request(To(known, ExpectedVersion.None, Events(3))))).ShouldBeAppended();

        var result = await Ledger.AppendAsync(Request(To(known, ExpectedVersion.Exactly(3), Events(600)), To(fresh, ExpectedVersion.None, Events(400))));

        var appended = result.ShouldBeAppended();
        (appended.FirstPosition, appended.LastPosition).ShouldBe((4L, 1_003L));
        appended.Versions.ShouldBe([603, 400]);
        var log = await ReadAllAsync();
        log.Select(e => e.Position).ShouldBe(Enumerable.Range(1, 1_003).Select(n => (long)n));
        log.Where(e => e.Stream == known).Select(e => e.Version).ShouldBe(Enumerable.Range(1, 603).Select(n => (long)n));
        log.Zip(log.Skip(1)).ShouldAllBe(pair => pair.First.Timestamp < pair.Second.Timestamp);
        appended.Timestamp.ShouldBe(log[^1].Timestamp);
        (await StreamRowAsync(known)).ShouldBe((603L, log.Last(e => e.Stream == known).Timestamp, log[0].Timestamp));
        (await StreamRowAsync(fresh)).ShouldBe((400L, log[^1].Timestamp, log.First(e => e.Stream == fresh).Timestamp));
        (await SequenceAsync()).ShouldBe(1_003L);
    }

    [Fact]
    public async Task What_an_event_carries_is_the_same_however_it_was_taken_in()
    {
        var actor = new AppendActor(Account, "cause", "correlation", Utf8("""{"b":1,"a":"甲"}"""));
        var (few, many) = (Event("""{"b":1.50,"a":"乙"}"""), Event("""{"b":1.50,"a":"乙"}"""));

        await Ledger.AppendAsync(Request(To(NewStream(), ExpectedVersion.None, few)) with { Actor = actor });
        await Ledger.AppendAsync(Request(To(NewStream(), ExpectedVersion.None, [many, .. Events(999)])) with { Actor = actor });

        var log = await ReadAllAsync();
        var (one, other) = (log.Single(e => e.Id == few.Id), log.Single(e => e.Id == many.Id));
        (Text(other.Data), Text(other.Headers!.Value), other.Actor, other.CausationId, other.CorrelationId, other.Type)
            .ShouldBe((Text(one.Data), Text(one.Headers!.Value), one.Actor, one.CausationId, one.CorrelationId, one.Type));
    }

    [Fact]
    public async Task A_conflict_among_large_requests_is_its_own_affair()
    {
        var stream = NewStream();
        await Ledger.AppendAsync(One(stream));

        var results = await AppendTogetherAsync(
        [
            Request(To(NewStream(), ExpectedVersion.None, Events(1_000))),
            Request(To(stream, ExpectedVersion.None, Events(1_000))),
            Request(To(NewStream(), ExpectedVersion.Any, Events(1_000))),
        ]);

        (await results[0]).ShouldBeAppended();
        (await results[1]).ShouldBeConflict().Actual.ShouldBe(1);
        (await results[2]).ShouldBeAppended();
        (await ReadAllAsync()).Select(e => e.Position).ShouldBe(Enumerable.Range(1, 2_002).Select(n => (long)n));
    }

    [Fact]
    public async Task A_request_with_a_used_event_id_harms_no_large_request_beside_it()
    {
        var used = Event();
        await Ledger.AppendAsync(Request(To(NewStream(), ExpectedVersion.None, used)));

        var results = await AppendTogetherAsync(
        [
            Request(To(NewStream(), ExpectedVersion.None, Events(1_000))),
            Request(To(NewStream(), ExpectedVersion.None, [.. Events(998), used])),
            Request(To(NewStream(), ExpectedVersion.None, Events(1_000))),
        ]);

        (await results[0]).ShouldBeAppended();
        (await Should.ThrowAsync<AppendRefusedException>(results[1])).Constraint.ShouldBe("mt_events_id_once");
        (await results[2]).ShouldBeAppended();
        (await ReadAllAsync()).Select(e => e.Position).ShouldBe(Enumerable.Range(1, 2_002).Select(n => (long)n));
    }

    [Fact]
    public async Task A_large_request_with_a_key_is_recorded_once()
    {
        var request = Request(To(NewStream(), ExpectedVersion.None, Events(1_000))) with { Key = Key("import") };

        (await Ledger.AppendAsync(request)).ShouldBeAppended().LastPosition.ShouldBe(1_000);
        (await Ledger.AppendAsync(request)).ShouldBeAlreadyRecorded().Position.ShouldBe(1_000);
    }

    [Fact]
    public async Task A_large_request_by_a_clock_that_is_behind_is_refused()
    {
        await Ledger.AppendAsync(One(NewStream()));
        Clock.Now = Start.AddSeconds(-10);

        await Should.ThrowAsync<ClockBehindException>(() => Ledger.AppendAsync(Request(To(NewStream(), ExpectedVersion.None, Events(1_000)))));

        (await Ledger.Reader.HeadAsync()).ShouldBe(1);
    }

    private async Task<(long Version, DateTimeOffset Timestamp, DateTimeOffset Created)> StreamRowAsync(string stream)
    {
        await using var command = Database.DataSource.CreateCommand("SELECT version, timestamp, created FROM ledger.mt_streams WHERE id = $1 AND type = 'commitment'");
        command.Parameters.Add(new() { Value = stream });
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return (row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1), row.GetFieldValue<DateTimeOffset>(2));
    }

    private async Task<long> SequenceAsync()
    {
        await using var command = Database.DataSource.CreateCommand("SELECT last_value FROM ledger.mt_events_sequence");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
