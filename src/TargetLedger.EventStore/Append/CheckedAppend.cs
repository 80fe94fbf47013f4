using System.Buffers;
using System.Runtime.InteropServices;

namespace TargetLedger.EventStore;

/// <summary>A request that the ledger can hold, its JSON such that PostgreSQL stores the same as of its canonical form.</summary>
internal sealed class CheckedAppend
{
    private CheckedAppend(AppendRequest request, byte[][] data, byte[]? headers, byte[]? outcome, int bytes)
    {
        Request = request;
        Data = data;
        Headers = headers;
        Outcome = outcome;
        Bytes = bytes;
    }

    public AppendRequest Request { get; }

    /// <summary>The bodies of the request's events, one after the other over all its streams.</summary>
    public byte[][] Data { get; }

    public byte[]? Headers { get; }

    public byte[]? Outcome { get; }

    /// <summary>What the request weighs in a queue and in a batch.</summary>
    public int Bytes { get; }

    /// <exception cref="InvalidAppendException">Naming every fault.</exception>
    public static CheckedAppend From(AppendRequest request)
    {
        var check = new Check();
        var append = check.Run(request);
        if (check.Faults.Count > 0)
            throw new InvalidAppendException(check.Faults);
        return append;
    }

    private sealed class Check
    {
        // An index row of PostgreSQL holds about 2,700 bytes; keys and ids stay far below.
        private const int MaxTextLength = 255;
        private const int MaxFingerprintLength = 64;

        public List<AppendFault> Faults { get; } = [];

        public CheckedAppend Run(AppendRequest request)
        {
            var (actor, key) = (request.Actor, request.Key);
            RequireText("actor.account", actor.Account);
            OptionalText("actor.causationId", actor.CausationId);
            OptionalText("actor.correlationId", actor.CorrelationId);
            var headers = actor.Headers is { IsEmpty: false } given ? Plain(given) ?? JsonObject("actor.headers", given) : null;

            byte[]? outcome = null;
            if (key is not null)
            {
                RequireText("key.account", key.Account);
                RequireText("key.key", key.Key);
                outcome = Plain(key.Outcome) ?? JsonObject("key.outcome", key.Outcome);
                if (outcome?.Length > EventEnvelope.MaxLength)
                    Fault("key.outcome", "too_long", $"{outcome.Length} bytes, at most {EventEnvelope.MaxLength}");
                if (key.Fingerprint.Length is 0 or > MaxFingerprintLength)
                    Fault("key.fingerprint", "bad_length", $"{key.Fingerprint.Length} bytes, 1 to {MaxFingerprintLength}");
            }

            var count = request.Streams.Sum(stream => stream.Events.Count);
            if (count > AppendRequest.MaxEvents)
                Fault("streams", "too_many_events", $"{count} events, at most {AppendRequest.MaxEvents}");
            if (request.Streams.Count > AppendRequest.MaxEvents)
                Fault("streams", "too_many_streams", $"{request.Streams.Count} streams, at most {AppendRequest.MaxEvents}");
            if (count == 0 && key is null)
                Fault("streams", "nothing_to_record", "neither an event nor a key");

            var bytes = 256;
            var data = new List<byte[]>(count);
            if (Faults.TrueForAll(fault => !fault.Code.StartsWith("too_many", StringComparison.Ordinal)))
                CheckStreams(request, headers, data);
            bytes += data.Sum(body => body.Length + 256) + (outcome?.Length ?? 0);
            return new(request, [.. data], headers, outcome, bytes);
        }

        private void CheckStreams(AppendRequest request, byte[]? headers, List<byte[]> data)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            var ids = new HashSet<Guid>();
            for (var s = 0; s < request.Streams.Count; s++)
            {
                var stream = request.Streams[s];
                if (!Alias.IsValid(stream.StreamType))
                    Fault($"streams[{s}].streamType", "bad_alias", $"{stream.StreamType} is no alias ({Alias.Pattern})");
                if (!StreamId.IsValid(stream.Stream, stream.StreamType))
                    Fault($"streams[{s}].stream", "bad_stream_id", $"{stream.Stream} is not {stream.StreamType}-{{uuid}}");
                if (!names.Add(stream.Stream))
                    Fault($"streams[{s}].stream", "stream_twice", $"{stream.Stream} twice in one request");

                for (var e = 0; e < stream.Events.Count; e++)
                {
                    var wanted = stream.Events[e];
                    if (!Alias.IsValid(wanted.Type))
                        Fault($"streams[{s}].events[{e}].type", "bad_alias", $"{wanted.Type} is no alias ({Alias.Pattern})");
                    if (wanted.Id == Guid.Empty || !ids.Add(wanted.Id))
                        Fault($"streams[{s}].events[{e}].id", "bad_event_id", $"the id {wanted.Id} is empty or used twice");
                    var body = Plain(wanted.Data) ?? JsonObject($"streams[{s}].events[{e}].data", wanted.Data);
                    if (body is not null)
                    {
                        data.Add(body);
                        CheckLength(s, e, request, headers, stream, wanted, body);
                    }
                }
            }
        }

        private void CheckLength(int s, int e, AppendRequest request, byte[]? headers, StreamAppend stream, NewEvent wanted, byte[] body)
        {
            // The envelope cannot be built around text that is faulty itself, and that has been said already.
            if (Faults.Count > 0)
                return;
            var unplaced = new StoredEvent(
                Position: 0, wanted.Id, stream.Stream, stream.StreamType, Version: 0, wanted.Type, default,
                request.Actor.Account, request.Actor.CausationId, request.Actor.CorrelationId, null, default);
            if (EventEnvelope.SurelyFits(unplaced, headers, body))
                return;
            var length = EventEnvelope.LongestLength(unplaced, headers, body);
            if (length > EventEnvelope.MaxLength)
                Fault($"streams[{s}].events[{e}]", "too_long", $"an envelope of up to {length} bytes, at most {EventEnvelope.MaxLength}");
        }

        /// <summary>Null for what has to be looked at closely, under a path that is for faults alone; nearly nothing has.</summary>
        private static byte[]? Plain(ReadOnlyMemory<byte> json) => PlainJson.IsPlainObject(json.Span) ? AsArray(json) : null;

        private static byte[] AsArray(ReadOnlyMemory<byte> memory)
            => MemoryMarshal.TryGetArray(memory, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length ? segment.Array : memory.ToArray();

        private byte[]? JsonObject(string path, ReadOnlyMemory<byte> utf8)
        {
            try
            {
                return CanonicalJson.CanonicalizeStorableObject(utf8);
            }
            catch (CanonicalJsonException fault)
            {
                Fault(path, fault.Code, fault.Message);
                return null;
            }
        }

        private void RequireText(string path, string? text)
        {
            if (string.IsNullOrEmpty(text))
                Fault(path, "missing", "missing");
            else
                OptionalText(path, text);
        }

        private void OptionalText(string path, string? text)
        {
            if (text is null)
                return;
            if (text.Length > MaxTextLength)
                Fault(path, "too_long", $"{text.Length} characters, at most {MaxTextLength}");
            if (text.Contains('\0'))
                Fault(path, "nul_character", "a NUL character");
            for (var i = 0; i < text.Length; i++)
            {
                if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                    i++;
                else if (char.IsSurrogate(text[i]))
                {
                    Fault(path, "lone_surrogate", "text that is no valid Unicode");
                    break;
                }
            }
        }

        private void Fault(string path, string code, string message) => Faults.Add(new(path, code, message));
    }
}

/// <summary>The stable names of stream types and events: Marten's aliases, in snake case.</summary>
internal static class Alias
{
    public const string Pattern = "^[a-z][a-z0-9_]*$";
    private const int MaxLength = 100;

    private static readonly SearchValues<char> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    public static bool IsValid(string? alias)
        => alias is { Length: > 0 and <= MaxLength } && char.IsAsciiLetterLower(alias[0]) && !alias.AsSpan().ContainsAnyExcept(Characters);
}

/// <summary>A stream's name: its type, a hyphen and a UUID in lower case.</summary>
internal static class StreamId
{
    private const int UuidLength = 36;

    public static bool IsValid(string? stream, string? type) =>
        stream is not null && type is not null
        && stream.Length == type.Length + 1 + UuidLength
        && stream.StartsWith(type, StringComparison.Ordinal) && stream[type.Length] == '-'
        && Guid.TryParseExact(stream.AsSpan(type.Length + 1), "D", out var id)
        && stream.AsSpan(type.Length + 1).SequenceEqual(id.ToString("D"));

    /// <summary>A type holds no hyphen, so the name says it without looking the stream up.</summary>
    public static string TypeOf(string stream) => stream[..stream.IndexOf('-', StringComparison.Ordinal)];
}
