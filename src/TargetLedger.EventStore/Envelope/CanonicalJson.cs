using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace TargetLedger.EventStore;

/// <summary>
/// The one way to write a JSON value as bytes, by RFC 8785 (JSON Canonicalization Scheme): members ordered by the UTF-16
/// code units of their names, ECMAScript's numbers, the shortest escapes, no white space. What I-JSON (RFC 7493) excludes
/// is refused: members named twice, lone surrogates, numbers beyond a double.
/// </summary>
public static class CanonicalJson
{
    /// <param name="utf8Json">One JSON value in UTF-8.</param>
    /// <exception cref="CanonicalJsonException">The text is not JSON or has no canonical form.</exception>
    public static byte[] Canonicalize(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = Parse(utf8Json);
        return Canonicalize(document.RootElement);
    }

    /// <exception cref="CanonicalJsonException">The value has no canonical form.</exception>
    public static byte[] Canonicalize(JsonElement value)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(output, value, storable: false);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>
    /// The canonical form of an object the ledger can keep without loss: beside RFC 8785's own rules, no NUL character
    /// (PostgreSQL has none) and no number whose canonical form would say another decimal than was written.
    /// </summary>
    internal static byte[] CanonicalizeStorableObject(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = Parse(utf8Json);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new CanonicalJsonException("not_an_object", "not a JSON object");
        var output = new ArrayBufferWriter<byte>(Math.Max(utf8Json.Length, 16));
        Write(output, document.RootElement, storable: true);
        return output.WrittenSpan.ToArray();
    }

    internal static void WriteString(IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        Put(output, (byte)'"');
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny(Escaped);
            if (plain < 0)
                plain = text.Length;
            WriteUtf8(output, text[..plain]);
            if (plain == text.Length)
                break;
            WriteEscape(output, text[plain]);
            text = text[(plain + 1)..];
        }

        Put(output, (byte)'"');
    }

    internal static void WriteInteger(IBufferWriter<byte> output, long value)
    {
        var span = output.GetSpan(20);
        Utf8Formatter.TryFormat(value, span, out var written);
        output.Advance(written);
    }

    // RFC 8785 §3.2.2.2: the quotation mark, the backslash and the control characters below U+0020; nothing else.
    private static readonly SearchValues<char> Escaped =
        SearchValues.Create("\"\\" + string.Concat(Enumerable.Range(0, 0x20).Select(c => (char)c)));

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8Json)
    {
        try
        {
            return JsonDocument.Parse(utf8Json);
        }
        catch (JsonException fault)
        {
            throw new CanonicalJsonException("not_json", fault.Message, fault);
        }
    }

    private static void Write(ArrayBufferWriter<byte> output, JsonElement value, bool storable)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(output, value, storable);
                break;
            case JsonValueKind.Array:
                Put(output, (byte)'[');
                var first = true;
                foreach (var item in value.EnumerateArray())
                {
                    if (!first)
                        Put(output, (byte)',');
                    first = false;
                    Write(output, item, storable);
                }

                Put(output, (byte)']');
                break;
            case JsonValueKind.String:
                WriteCheckedString(output, Text(value), storable);
                break;
            case JsonValueKind.Number:
                WriteNumber(output, value, storable);
                break;
            case JsonValueKind.True:
                output.Write("true"u8);
                break;
            case JsonValueKind.False:
                output.Write("false"u8);
                break;
            case JsonValueKind.Null:
                output.Write("null"u8);
                break;
            default:
                throw new CanonicalJsonException("not_json", "no JSON value");
        }
    }

    private static void WriteObject(ArrayBufferWriter<byte> output, JsonElement value, bool storable)
    {
        var members = new List<(string Name, JsonElement Value)>(value.GetPropertyCount());
        foreach (var member in value.EnumerateObject())
            members.Add((Name(member), member.Value));
        members.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));

        Put(output, (byte)'{');
        for (var i = 0; i < members.Count; i++)
        {
            var (name, item) = members[i];
            if (i > 0)
            {
                if (string.Equals(name, members[i - 1].Name, StringComparison.Ordinal))
                    throw new CanonicalJsonException("duplicate_member", $"the member {name} twice");
                Put(output, (byte)',');
            }

            WriteCheckedString(output, name, storable);
            Put(output, (byte)':');
            Write(output, item, storable);
        }

        Put(output, (byte)'}');
    }

    private static void WriteCheckedString(ArrayBufferWriter<byte> output, string text, bool storable)
    {
        if (storable && text.Contains('\0'))
            throw new CanonicalJsonException("nul_character", "a NUL character");
        WriteString(output, text);
    }

    private static void WriteNumber(ArrayBufferWriter<byte> output, JsonElement value, bool storable)
    {
        if (!value.TryGetDouble(out var number))
            throw new CanonicalJsonException("number_too_large", "a number beyond the range of a double");
        if (storable && double.IsFinite(number)
            && !EcmaScriptNumber.IsExact(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value), number))
            throw new CanonicalJsonException("number_not_exact", $"the number {value.GetRawText()}, which a double cannot hold exactly");
        EcmaScriptNumber.Write(output, number);
    }

    private static string Text(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException fault)
        {
            throw new CanonicalJsonException("lone_surrogate", "text that is no valid Unicode", fault);
        }
    }

    private static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException fault)
        {
            throw new CanonicalJsonException("lone_surrogate", "a member name that is no valid Unicode", fault);
        }
    }

    private static void WriteUtf8(IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        try
        {
            output.Advance(StrictUtf8.GetBytes(text, output.GetSpan(StrictUtf8.GetMaxByteCount(text.Length))));
        }
        catch (EncoderFallbackException fault)
        {
            throw new CanonicalJsonException("lone_surrogate", "text that is no valid Unicode", fault);
        }
    }

    private static void WriteEscape(IBufferWriter<byte> output, char character)
    {
        switch (character)
        {
            case '"':
                output.Write("\\\""u8);
                break;
            case '\\':
                output.Write("\\\\"u8);
                break;
            case '\b':
                output.Write("\\b"u8);
                break;
            case '\t':
                output.Write("\\t"u8);
                break;
            case '\n':
                output.Write("\\n"u8);
                break;
            case '\f':
                output.Write("\\f"u8);
                break;
            case '\r':
                output.Write("\\r"u8);
                break;
            default:
                output.Write("\\u00"u8);
                Put(output, (byte)(character < 0x10 ? '0' : '1'));
                Put(output, "0123456789abcdef"u8[character & 0xF]);
                break;
        }
    }

    private static void Put(IBufferWriter<byte> output, byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }
}
