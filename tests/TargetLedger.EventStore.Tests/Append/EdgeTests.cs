using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Append;

public sealed class EdgeTests : LedgerTest
{
    [Theory]
    [InlineData("", "not_json")]
    [InlineData("{", "not_json")]
    [InlineData("{\"a\":NaN}", "not_json")]
    [InlineData("{\"a\":1} {}", "not_json")]
    [InlineData("[1]", "not_an_object")]
    [InlineData("null", "not_an_object")]
    [InlineData("{\"a\":1,\"\\u0061\":2}", "duplicate_member")]
    [InlineData("{\"a\":\"\\u0000\"}", "nul_character")]
    [InlineData("{\"\\u0000\":1}", "nul_character")]
    [InlineData("{\"a\":\"\\ud800\"}", "lone_surrogate")]
    [InlineData("{\"a\":\"\\udc00\\ud800\"}", "lone_surrogate")]
    [InlineData("{\"\\udfff\":1}", "lone_surrogate")]
    [InlineData("{\"a\":1e999}", "number_too_large")]
    [InlineData("{\"a\":1e-999}", "number_not_exact")]
    [InlineData("{\"a\":12345678901234567}", "number_not_exact")]
    [InlineData("{\"a\":0.12345678901234567891}", "number_not_exact")]
    public async Task Data_the_ledger_cannot_keep_as_it_is_is_refused(string data, string code)
    {
        var refused = await RefusedAsync(Request(To(NewStream(), ExpectedVersion.None, Event(data))));

        var fault = refused.Faults.ShouldHaveSingleItem();
        fault.Code.ShouldBe(code);
        fault.Path.ShouldBe("streams[0].events[0].data");
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused()
    {
        var data = Utf8("{\"a\":\"x\"}");
        data[6] = 0xFF;

        var refused = await RefusedAsync(Request(To(NewStream(), ExpectedVersion.None, new NewEvent(Guid.CreateVersion7(), "made", data))));

        refused.Faults.ShouldHaveSingleItem().Code.ShouldBe("lone_surrogate");
    }

    [Theory]
    [InlineData("{\"a\":1.50,\"b\":-0,\"c\":100000000000000000000,\"d\":1E3,\"e\":0.1,\"f\":9007199254740993.0e-1}", false)]
    [InlineData("{\"a\":1.50,\"b\":-0,\"c\":100000000000000000000,\"d\":1E3,\"e\":0.1,\"f\":1e308,\"g\":5e-324}", true)]
    public async Task Numbers_are_taken_when_they_come_back_as_the_same_decimal(string data, bool taken)
    {
        var stream = NewStream();
        var request = Request(To(stream, ExpectedVersion.None, Event(data)));
        if (!taken)
        {
            await RefusedAsync(request);
            return;
        }

        await Ledger.AppendAsync(request);
        var stored = (await Ledger.Reader.ReadStreamAsync(stream)).ShouldHaveSingleItem();
        CanonicalJson.Canonicalize(stored.Data).ShouldBe(CanonicalJson.Canonicalize(Utf8(data)));
    }

    [Theory]
    [InlineData("Commitment")]
    [InlineData("1commitment")]
    [InlineData("commit-ment")]
    [InlineData("commitment\n")]
    [InlineData("")]
    public async Task An_alias_is_in_snake_case(string alias)
    {
        var refused = await RefusedAsync(Request(To(NewStream(), ExpectedVersion.None, Event(type: alias))));

        refused.Faults.ShouldHaveSingleItem().Path.ShouldBe("streams[0].events[0].type");
    }

    [Theory]
    [InlineData("commitment-1")]
    [InlineData("plan-0197f000-0000-7000-8000-000000000001")]
    [InlineData("commitment-0197F000-0000-7000-8000-000000000001")]
    [InlineData("commitment-0197f000000070008000000000000001")]
    [InlineData("commitment-0197f000-0000-7000-8000-000000000001 ")]
    public async Task A_stream_is_named_by_its_type_and_a_uuid(string stream)
    {
        var refused = await RefusedAsync(Request(new StreamAppend(stream, "commitment", ExpectedVersion.None, [Event()])));

        refused.Faults.ShouldHaveSingleItem().Code.ShouldBe("bad_stream_id");
    }

    [Fact]
    public async Task An_envelope_of_65535_bytes_is_taken_and_one_byte_more_is_not()
    {
        var stream = NewStream();
        // Whatever position and version it will get, up to the largest a JSON number holds.
        const long Widest = 9_007_199_254_740_991;
        var empty = EventEnvelope.Canonical(new(
            Widest, Guid.CreateVersion7(), stream, "commitment", Widest, "progress_reported", Start, Account, null, null, null, Utf8("""{"text":""}"""))).Length;
        AppendRequest Of(int length) =>
            Request(To(stream, ExpectedVersion.Any, Event($$"""{"text":"{{new string('x', length - empty)}}"}""")));

        await Ledger.AppendAsync(Of(EventEnvelope.MaxLength));
        var refused = await RefusedAsync(Of(EventEnvelope.MaxLength + 1), recorded: 1);

        refused.Faults.ShouldHaveSingleItem().Code.ShouldBe("too_long");
        var stored = (await Ledger.Reader.ReadStreamAsync(stream)).ShouldHaveSingleItem();
        EventEnvelope.Canonical(stored).Length.ShouldBeLessThanOrEqualTo(EventEnvelope.MaxLength);
    }

    [Fact]
    public async Task More_than_a_thousand_events_are_refused()
    {
        var refused = await RefusedAsync(Request(To(NewStream(), ExpectedVersion.None, Events(1_001))));

        refused.Faults.ShouldHaveSingleItem().Code.ShouldBe("too_many_events");
    }

    [Fact]
    public async Task Every_fault_is_named()
    {
        var stream = NewStream();
        var once = Event();
        var refused = await RefusedAsync(new(
            [
                To(stream, ExpectedVersion.None, Event("[]"), once),
                To(stream, ExpectedVersion.None, once, Event(type: "X")),
            ],
            new("", CausationId: "a\0b", CorrelationId: "\ud800", Headers: Utf8("1")),
            new("", new string('k', 256), Array.Empty<byte>(), Utf8("[]"))));

        refused.Faults.Select(fault => (fault.Path, fault.Code)).ShouldBe(
        [
            ("actor.account", "missing"),
            ("actor.causationId", "nul_character"),
            ("actor.correlationId", "lone_surrogate"),
            ("actor.headers", "not_an_object"),
            ("key.account", "missing"),
            ("key.key", "too_long"),
            ("key.outcome", "not_an_object"),
            ("key.fingerprint", "bad_length"),
            ("streams[0].events[0].data", "not_an_object"),
            ("streams[1].stream", "stream_twice"),
            ("streams[1].events[0].id", "bad_event_id"),
            ("streams[1].events[1].type", "bad_alias"),
        ]);
    }

    [Fact]
    public async Task A_request_for_nothing_is_refused()
    {
        (await RefusedAsync(new([], new(Account)))).Faults.ShouldHaveSingleItem().Code.ShouldBe("nothing_to_record");
    }

    private async Task<InvalidAppendException> RefusedAsync(AppendRequest request, long recorded = 0)
    {
        var refused = await Should.ThrowAsync<InvalidAppendException>(Ledger.AppendAsync(request));
        (await Ledger.Reader.HeadAsync()).ShouldBe(recorded);
        return refused;
    }
}
