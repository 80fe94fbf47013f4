using System.Text.Json;
using System.Text.Unicode;

namespace TargetLedger.EventStore;

/// <summary>
/// Tells at a glance, without allocating, that a JSON object needs no rewriting: PostgreSQL stores it as it would store its
/// canonical form, and it holds nothing the ledger refuses. Bodies the product writes itself are nearly all of this kind;
/// whatever is not told here is not wrong, only looked at closely (<see cref="CanonicalJson"/>).
/// </summary>
internal static class PlainJson
{
    private const int MostMembers = 64;
    private const int MostDigits = 15;
    private const int DeepestNesting = 8;

    public static bool IsPlainObject(ReadOnlySpan<byte> utf8)
    {
        // Without a backslash no string can hold a NUL, a lone surrogate or a member's name in two spellings.
        if (utf8.Contains((byte)'\\') || !Utf8.IsValid(utf8))
            return false;
        try
        {
            var reader = new Utf8JsonReader(utf8);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && IsPlain(ref reader, utf8, depth: 1) && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads to the end of the object or array the reader stands at the beginning of.</summary>
    private static bool IsPlain(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, int depth)
    {
        if (depth > DeepestNesting)
            return false;
        Span<Range> names = stackalloc Range[MostMembers];
        var members = 0;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    if (members == MostMembers || !IsNew(reader.ValueSpan, names[..members], utf8))
                        return false;
                    var start = (int)reader.TokenStartIndex + 1;
                    names[members++] = start..(start + reader.ValueSpan.Length);
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    if (!IsPlain(ref reader, utf8, depth + 1))
                        return false;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    return true;
                case JsonTokenType.Number:
                    if (!IsPlainNumber(reader.ValueSpan))
                        return false;
                    break;
            }
        }

        return false;
    }

    private static bool IsNew(ReadOnlySpan<byte> name, ReadOnlySpan<Range> names, ReadOnlySpan<byte> utf8)
    {
        foreach (var other in names)
            if (name.SequenceEqual(utf8[other]))
                return false;
        return true;
    }

    /// <summary>A decimal whose shortest form is the one written, and which a double holds exactly enough to give it back.</summary>
    private static bool IsPlainNumber(ReadOnlySpan<byte> number)
    {
        var digits = number is [(byte)'-', ..] ? number[1..] : number;
        if (digits.Length > MostDigits || digits.ContainsAny((byte)'e', (byte)'E'))
            return false;
        // 0.0000001 and smaller are written with an exponent; -0 is written without its sign; 1.50 without its last digit.
        return digits.IndexOf((byte)'.') < 0
            ? digits is not [(byte)'0'] || digits.Length == number.Length
            : digits[^1] != (byte)'0' && !digits.StartsWith("0.00000"u8);
    }
}
