using System.Text.Json;
using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Envelope;

public sealed class EventEnvelopeTests
{
    private static readonly StoredEvent Stored = new(
        Position: 42,
        Id: Guid.Parse("0197f000-0000-7000-8000-00000000002a"),
        Stream: "commitment-0197f000-0000-7000-8000-000000000001",
        StreamType: "commitment",
        Version: 3,
        Type: "progress_reported",
        Timestamp: new DateTimeOffset(2014, 6, 5, 9, 0, 0, TimeSpan.FromHours(8)).AddMicroseconds(1),
        Actor: "account-1",
        CausationId: "request-7",
        CorrelationId: "trace-9",
        Headers: Utf8("""{"via": "form"}"""),
        Data: Utf8("""{"total": 1.50, "amount": 1e2, "note": "达到"}"""));

    [Fact]
    public void The_published_form_is_fixed_to_the_byte()
    {
        Text(EventEnvelope.Canonical(Stored)).ShouldBe(
            """{"actor":"account-1","causation":"request-7","correlation":"trace-9","data":{"amount":100,"note":"达到","total":1.5},"headers":{"via":"form"},"id":"0197f000-0000-7000-8000-00000000002a","position":42,"stream":"commitment-0197f000-0000-7000-8000-000000000001","streamType":"commitment","timestamp":"2014-06-05T01:00:00.000001Z","type":"progress_reported","version":3}""");
    }

    [Fact]
    public void What_is_not_there_is_left_out()
    {
        var bare = Stored with { CausationId = null, CorrelationId = null, Headers = null, Data = Utf8("{}") };

        Text(EventEnvelope.Canonical(bare)).ShouldBe(
            """{"actor":"account-1","data":{},"id":"0197f000-0000-7000-8000-00000000002a","position":42,"stream":"commitment-0197f000-0000-7000-8000-000000000001","streamType":"commitment","timestamp":"2014-06-05T01:00:00.000001Z","type":"progress_reported","version":3}""");
    }

    [Fact]
    public void The_envelope_is_canonical_json_as_a_whole()
    {
        var envelope = EventEnvelope.Canonical(Stored with { Actor = "quote \" and \u0001" });

        CanonicalJson.Canonicalize(envelope).ShouldBe(envelope);
        JsonDocument.Parse(envelope).RootElement.GetProperty("actor").GetString().ShouldBe("quote \" and \u0001");
    }
}
