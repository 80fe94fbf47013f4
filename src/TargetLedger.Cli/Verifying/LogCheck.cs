using System.Text.Json;
using TargetLedger.Domain;
using TargetLedger.EventStore;

namespace TargetLedger.Cli;

/// <summary>What holds of the log by itself, event by event in the order of positions.</summary>
internal sealed class LogCheck
{
    private readonly Findings order = new("order", "位置连续、时间递增", "positions dense, timestamps strictly increasing");
    private readonly Findings versions = new("versions", "各事件流版本连续", "stream versions contiguous");
    private readonly Findings bodies = new("bodies", "事件类型已知、内容可读", "event types known, bodies load");
    private readonly Findings envelopes = new("envelopes", "事件信封完整、不超长", "envelopes whole and within their limit");
    private readonly Dictionary<string, StreamSeen> streams = new(StringComparer.Ordinal);
    private long position;
    private DateTimeOffset timestamp = DateTimeOffset.MinValue;

    /// <summary>How each stream stands by its events.</summary>
    public IReadOnlyDictionary<string, StreamSeen> Streams => streams;

    public IEnumerable<CheckResult> Results => [order.Result(), versions.Result(), bodies.Result(), envelopes.Result()];

    public void Look(EventRow row)
    {
        CheckOrder(row);
        CheckVersion(row);
        CheckBody(row);
        CheckEnvelope(row);
    }

    private void CheckOrder(EventRow row)
    {
        order.Covered++;
        if (row.Position != position + 1)
        {
            order.Add(new(
                "position_missing",
                $"第 {position + 1} 号缺失,其后为第 {row.Position} 号",
                $"position {position + 1} is missing, {row.Position} follows",
                position + 1));
        }

        if (row.Timestamp <= timestamp)
        {
            order.Add(new(
                "timestamp_not_increasing",
                $"第 {row.Position} 号的时间不晚于前一号",
                $"the timestamp at position {row.Position} is not later than the one before",
                row.Position,
                row.Stream));
        }

        (position, timestamp) = (row.Position, row.Timestamp);
    }

    private void CheckVersion(EventRow row)
    {
        versions.Covered++;
        if (row.Stream is null)
            return;
        var before = streams.GetValueOrDefault(row.Stream);
        if (row.Version != (before?.Version ?? 0) + 1)
        {
            versions.Add(new(
                "version_missing",
                $"{row.Stream} 在第 {row.Position} 号的版本为 {row.Version},应为 {(before?.Version ?? 0) + 1}",
                $"{row.Stream} has version {row.Version} at position {row.Position}, expected {(before?.Version ?? 0) + 1}",
                row.Position,
                row.Stream));
        }

        streams[row.Stream] = new(row.Version, before?.Created ?? row.Timestamp, row.Timestamp);
    }

    private void CheckBody(EventRow row)
    {
        bodies.Covered++;
        try
        {
            EventCatalog.Read(row.Type, row.Data);
        }
        catch (UnknownEventTypeException)
        {
            bodies.Add(new(
                "event_type_unknown",
                $"第 {row.Position} 号的类型 {row.Type} 未知",
                $"the type {row.Type} at position {row.Position} is unknown",
                row.Position,
                row.Stream));
        }
        catch (JsonException fault)
        {
            bodies.Add(new(
                "body_unreadable",
                $"第 {row.Position} 号的内容不合 {row.Type}",
                $"the body at position {row.Position} is not a {row.Type}: {fault.Message}",
                row.Position,
                row.Stream));
        }
    }

    private void CheckEnvelope(EventRow row)
    {
        envelopes.Covered++;
        if (row.ToStored() is not { } stored || !row.IsPlain)
        {
            envelopes.Add(new(
                "envelope_incomplete",
                $"第 {row.Position} 号缺事件流或账号,或保留列被改动",
                $"position {row.Position} lacks stream or actor, or a reserved column was changed",
                row.Position,
                row.Stream));
            return;
        }

        try
        {
            var length = EventEnvelope.Canonical(stored).Length;
            if (length > EventEnvelope.MaxLength)
            {
                envelopes.Add(new(
                    "envelope_too_long",
                    $"第 {row.Position} 号的信封有 {length} 字节",
                    $"the envelope at position {row.Position} has {length} bytes, at most {EventEnvelope.MaxLength}",
                    row.Position,
                    row.Stream));
            }
        }
        catch (CanonicalJsonException fault)
        {
            envelopes.Add(new(
                "envelope_not_canonical",
                $"第 {row.Position} 号没有规范形式",
                $"position {row.Position} has no canonical form: {fault.Message}",
                row.Position,
                row.Stream));
        }
    }
}

/// <summary>A stream as its events say it stands.</summary>
internal sealed record StreamSeen(long Version, DateTimeOffset Created, DateTimeOffset Last);
