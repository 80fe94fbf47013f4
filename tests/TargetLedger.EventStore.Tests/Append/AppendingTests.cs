using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Append;

public sealed class AppendingTests : LedgerTest
{
    [Fact]
    public async Task Events_of_a_new_stream_get_versions_positions_and_timestamps_without_gaps()
    {
        var stream = NewStream();

        var result = (await Ledger.AppendAsync(Request(To(stream, ExpectedVersion.None, Events(3))))).ShouldBeAppended();

        result.FirstPosition.ShouldBe(1);
        result.LastPosition.ShouldBe(3);
        result.Versions.ShouldBe([3]);
        result.Timestamp.ShouldBe(Start.AddMicroseconds(2));
        var stored = await Ledger.Reader.ReadStreamAsync(stream);
        stored.Select(e => e.Version).ShouldBe([1, 2, 3]);
        stored.Select(e => e.Position).ShouldBe([1, 2, 3]);
        stored.Select(e => e.Timestamp).ShouldBe([Start, Start.AddMicroseconds(1), Start.AddMicroseconds(2)]);
    }

    [Fact]
    public async Task An_event_comes_back_as_it_was_given()
    {
        var stream = NewStream();
        var given = Event("""{"text":"新增就业 🎯 \"引号\"","amount":1.5,"empty":null,"list":[1,{"b":2,"a":1}]}""");
        var actor = new AppendActor(Account, CausationId: "cause-1", CorrelationId: "trace-1", Headers: Utf8("""{"via":"form"}"""));

        await Ledger.AppendAsync(new([To(stream, ExpectedVersion.None, given)], actor));

        var stored = (await Ledger.Reader.ReadStreamAsync(stream)).ShouldHaveSingleItem();
        stored.Id.ShouldBe(given.Id);
        stored.Type.ShouldBe("progress_reported");
        stored.StreamType.ShouldBe("commitment");
        stored.Actor.ShouldBe(Account);
        stored.CausationId.ShouldBe("cause-1");
        stored.CorrelationId.ShouldBe("trace-1");
        CanonicalJson.Canonicalize(stored.Data).ShouldBe(CanonicalJson.Canonicalize(given.Data));
        Text(stored.Headers!.Value).ShouldBe("""{"via": "form"}""");
    }

    [Fact]
    public async Task A_stream_at_another_version_is_a_conflict_and_nothing_is_recorded()
    {
        var (known, other) = (NewStream(), NewStream());
        await Ledger.AppendAsync(Request(To(known, ExpectedVersion.None, Events(2))));

        var conflict = (await Ledger.AppendAsync(Request(
            To(other, ExpectedVersion.None, Event()),
            To(known, ExpectedVersion.Exactly(1), Event())))).ShouldBeConflict();

        conflict.Stream.ShouldBe(known);
        conflict.Actual.ShouldBe(2);
        (await Ledger.Reader.ReadStreamAsync(other)).ShouldBeEmpty();
        (await Ledger.Reader.HeadAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task The_right_version_and_any_version_are_both_taken()
    {
        var stream = NewStream();
        await Ledger.AppendAsync(Request(To(stream, ExpectedVersion.None, Event())));

        (await Ledger.Reader.ReadStreamAsync(stream)).ShouldHaveSingleItem().Headers.ShouldBeNull();
        (await Ledger.AppendAsync(Request(To(stream, ExpectedVersion.Exactly(1), Event())))).ShouldBeAppended().Versions.ShouldBe([2]);
        (await Ledger.AppendAsync(Request(To(stream, ExpectedVersion.Any, Event())))).ShouldBeAppended().Versions.ShouldBe([3]);
        (await Ledger.AppendAsync(Request(To(stream, ExpectedVersion.None, Event())))).ShouldBeConflict().Actual.ShouldBe(3);
    }

    [Fact]
    public async Task Several_streams_of_one_request_are_recorded_together_in_its_order()
    {
        var (first, second) = (NewStream(), NewStream());

        var result = (await Ledger.AppendAsync(Request(
            To(first, ExpectedVersion.None, Events(2)), To(second, ExpectedVersion.None, Events(1))))).ShouldBeAppended();

        result.Versions.ShouldBe([2, 1]);
        (await ReadAllAsync()).Select(e => e.Stream).ShouldBe([first, first, second]);
    }

    [Fact]
    public async Task A_stream_without_events_in_a_request_is_only_checked_for_its_version()
    {
        var (guarded, written) = (NewStream(), NewStream());
        await Ledger.AppendAsync(One(guarded));

        (await Ledger.AppendAsync(Request(To(guarded, ExpectedVersion.Exactly(1)), To(written, ExpectedVersion.None, Event()))))
            .ShouldBeAppended().Versions.ShouldBe([1, 1]);
        (await Ledger.AppendAsync(Request(To(guarded, ExpectedVersion.Exactly(2)), To(written, ExpectedVersion.Any, Event()))))
            .ShouldBeConflict().Stream.ShouldBe(guarded);
    }

    [Fact]
    public async Task A_thousand_events_are_recorded_at_once()
    {
        var stream = NewStream();

        var result = (await Ledger.AppendAsync(Request(To(stream, ExpectedVersion.None, Events(1_000))))).ShouldBeAppended();

        result.Versions.ShouldBe([1_000]);
        var stored = await Ledger.Reader.ReadStreamAsync(stream);
        stored.Select(e => e.Version).ShouldBe(Enumerable.Range(1, 1_000).Select(n => (long)n));
        stored[^1].Timestamp.ShouldBe(Start.AddMicroseconds(999));
    }

    [Fact]
    public async Task The_sequence_stands_at_the_highest_position()
    {
        await Ledger.AppendAsync(Request(To(NewStream(), ExpectedVersion.None, Events(7))));

        await using var command = Database.DataSource.CreateCommand("SELECT last_value FROM ledger.mt_events_sequence");
        (await command.ExecuteScalarAsync()).ShouldBe(7L);
    }

    [Fact]
    public async Task A_stream_row_tells_its_version_and_when_it_was_made_and_last_written()
    {
        var stream = NewStream();
        await Ledger.AppendAsync(Request(To(stream, ExpectedVersion.None, Events(2))));
        Clock.Now = Start.AddDays(1);
        await Ledger.AppendAsync(One(stream));

        await using var command = Database.DataSource.CreateCommand("SELECT type, version, created, timestamp FROM ledger.mt_streams");
        await using var row = await command.ExecuteReaderAsync();
        (await row.ReadAsync()).ShouldBeTrue();
        row.GetString(0).ShouldBe("commitment");
        row.GetInt64(1).ShouldBe(3);
        row.GetFieldValue<DateTimeOffset>(2).ShouldBe(Start);
        row.GetFieldValue<DateTimeOffset>(3).ShouldBe(Start.AddDays(1));
    }

    [Fact]
    public async Task A_listener_is_told_the_new_position()
    {
        await using var listener = await Database.DataSource.OpenConnectionAsync();
        string? told = null;
        listener.Notification += (_, notification) => told = notification.Payload;
        await using (var listen = new Npgsql.NpgsqlCommand("LISTEN ledger_appended", listener))
            await listen.ExecuteNonQueryAsync();

        await Ledger.AppendAsync(Request(To(NewStream(), ExpectedVersion.None, Events(5))));

        (await listener.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue();
        told.ShouldBe("5");
    }
}
