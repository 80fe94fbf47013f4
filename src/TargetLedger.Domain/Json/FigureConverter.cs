using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TargetLedger.Domain;

/// <summary>
/// Figures are decimals of at most 15 significant digits and 4 decimals, without trailing zeros: every such number
/// survives IEEE doubles, jsonb and RFC 8785 unchanged, so a figure has one form for ever.
/// </summary>
public sealed class FigureConverter : JsonConverter<decimal>
{
    private const int LongestText = 64;
    private const int DecimalDigits = 28;
    private const int MostPlainDigits = 15;
    private const int MostDecimals = 4;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number)
            throw new JsonException("应为数字 / a number is expected");

        if (!reader.HasValueSequence && TryReadPlain(reader.ValueSpan, out var plain))
            return plain;

        // decimal.TryParse rounds what it cannot hold (1e-30 becomes 0), so the text itself is looked at as well.
        Span<byte> text = stackalloc byte[LongestText];
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > LongestText)
            throw new JsonException(Figure.Limits);

        if (reader.HasValueSequence)
            reader.ValueSequence.CopyTo(text);
        else
            reader.ValueSpan.CopyTo(text);

        var written = text[..(int)length];
        if (!decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            || !HoldsEveryDigit(value, written)
            || !Figure.IsStorable(value))
        {
            throw new JsonException(Figure.Limits);
        }

        return Figure.Normalise(value);
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options)
        => writer.WriteNumberValue(Figure.Normalise(value));

    /// <summary>
    /// The way nearly all figures are written, at a fraction of the cost: at most 15 digits, at most 4 of them decimals. What
    /// it does not take is read the long way.
    /// </summary>
    internal static bool TryReadPlain(ReadOnlySpan<byte> text, out decimal value)
    {
        value = 0;
        var negative = text is [(byte)'-', ..];
        var (unscaled, digits, scale, decimals) = (0L, 0, 0, false);
        foreach (var c in negative ? text[1..] : text)
        {
            if (c == '.' && !decimals)
            {
                decimals = true;
            }
            else if (char.IsAsciiDigit((char)c) && digits < MostPlainDigits && scale < MostDecimals)
            {
                unscaled = (unscaled * 10) + c - '0';
                digits++;
                if (decimals)
                    scale++;
            }
            else
            {
                return false;
            }
        }

        if (unscaled == 0)
            return false;
        for (; scale > 0 && unscaled % 10 == 0; scale--)
            unscaled /= 10;
        value = new((int)unscaled, (int)(unscaled >> 32), 0, negative, (byte)scale);
        return true;
    }

    private static bool HoldsEveryDigit(decimal value, ReadOnlySpan<byte> written)
    {
        var exponent = written.IndexOfAny((byte)'e', (byte)'E');
        var mantissa = exponent < 0 ? written : written[..exponent];
        var digits = 0;
        foreach (var c in mantissa)
        {
            if (char.IsAsciiDigit((char)c))
                digits++;
        }

        return digits <= DecimalDigits && (value != 0 || !mantissa.ContainsAnyInRange((byte)'1', (byte)'9'));
    }
}
