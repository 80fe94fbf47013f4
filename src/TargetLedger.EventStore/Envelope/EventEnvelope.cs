using System.Buffers;
using System.Globalization;

namespace TargetLedger.EventStore;

/// <summary>
/// The published form of an event, and the entry of the transparency log: one JSON object by RFC 8785. Its shape is fixed
/// from the first event on; see docs/decisions/0003-event-envelope.md.
/// </summary>
public static class EventEnvelope
{
    /// <summary>The longest envelope, in bytes: an entry of a tlog tile carries its length in 16 bits.</summary>
    public const int MaxLength = 65_535;

    // The largest integer a JSON number holds exactly (RFC 7493 §2.2), so the widest a position or version can be.
    private const long WidestNumber = 9_007_199_254_740_991;

    /// <returns>UTF-8 without byte order mark.</returns>
    public static byte[] Canonical(StoredEvent stored)
    {
        var output = new ArrayBufferWriter<byte>(stored.Data.Length + 512);
        var headers = stored.Headers is { } given ? CanonicalJson.Canonicalize(given) : null;
        Write(output, stored, headers, CanonicalJson.Canonicalize(stored.Data));
        return output.WrittenSpan.ToArray();
    }

    /// <summary>
    /// Whether an event not yet recorded is sure to fit, told without writing it: an escape takes at most six bytes for a
    /// character, and no member but the body and the headers is long.
    /// </summary>
    internal static bool SurelyFits(StoredEvent wanted, byte[]? canonicalHeaders, byte[] canonicalData)
    {
        const int NamesAndNumbers = 512, MostBytesOfCharacter = 6;
        var characters = wanted.Actor.Length + wanted.Stream.Length + wanted.StreamType.Length + wanted.Type.Length
            + (wanted.CausationId?.Length ?? 0) + (wanted.CorrelationId?.Length ?? 0);
        return NamesAndNumbers + characters * MostBytesOfCharacter + canonicalData.Length + (canonicalHeaders?.Length ?? 0) <= MaxLength;
    }

    /// <summary>The most bytes an event not yet recorded can take, whatever position, version and moment it is given.</summary>
    /// <param name="wanted">Its position, version and timestamp do not matter.</param>
    internal static int LongestLength(StoredEvent wanted, byte[]? canonicalHeaders, byte[] canonicalData)
    {
        var output = new ArrayBufferWriter<byte>(canonicalData.Length + 512);
        Write(output, wanted with { Position = WidestNumber, Version = WidestNumber }, canonicalHeaders, canonicalData);
        return output.WrittenCount;
    }

    // Members stand in canonical order: by the code units of their names.
    private static void Write(ArrayBufferWriter<byte> output, StoredEvent stored, byte[]? headers, byte[] data)
    {
        output.Write("{\"actor\":"u8);
        CanonicalJson.WriteString(output, stored.Actor);
        WriteOptional(output, ",\"causation\":"u8, stored.CausationId);
        WriteOptional(output, ",\"correlation\":"u8, stored.CorrelationId);
        output.Write(",\"data\":"u8);
        output.Write(data);
        if (headers is not null)
        {
            output.Write(",\"headers\":"u8);
            output.Write(headers);
        }

        output.Write(",\"id\":"u8);
        CanonicalJson.WriteString(output, stored.Id.ToString("D"));
        output.Write(",\"position\":"u8);
        CanonicalJson.WriteInteger(output, stored.Position);
        output.Write(",\"stream\":"u8);
        CanonicalJson.WriteString(output, stored.Stream);
        output.Write(",\"streamType\":"u8);
        CanonicalJson.WriteString(output, stored.StreamType);
        output.Write(",\"timestamp\":"u8);
        CanonicalJson.WriteString(output, FormatTimestamp(stored.Timestamp));
        output.Write(",\"type\":"u8);
        CanonicalJson.WriteString(output, stored.Type);
        output.Write(",\"version\":"u8);
        CanonicalJson.WriteInteger(output, stored.Version);
        output.Write("}"u8);
    }

    private static void WriteOptional(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> name, string? value)
    {
        if (value is null)
            return;
        output.Write(name);
        CanonicalJson.WriteString(output, value);
    }

    /// <summary>RFC 3339 in UTC with six decimals, e.g. <c>2014-06-05T01:00:00.000001Z</c>.</summary>
    private static string FormatTimestamp(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
