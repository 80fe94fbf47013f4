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
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number)
            throw new JsonException("应为数字 / a number is expected");

        // decimal.Parse rounds what it cannot hold, so the digits are counted in the text.
        Span<byte> text = stackalloc byte[64];
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > text.Length)
            throw new JsonException(Figure.Limits);

        if (reader.HasValueSequence)
            reader.ValueSequence.CopyTo(text);
        else
            reader.ValueSpan.CopyTo(text);
        ReadOnlySpan<byte> written = text[..(int)length];
        if (!decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            || DigitsIn(written) > 28
            || !Figure.IsStorable(value))
        {
            throw new JsonException(Figure.Limits);
        }

        return Figure.Normalise(value);
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options)
        => writer.WriteNumberValue(Figure.Normalise(value));

    private static int DigitsIn(ReadOnlySpan<byte> text)
    {
        var count = 0;
        foreach (var digit in text)
        {
            if (digit is (byte)'e' or (byte)'E')
                break;
            if (char.IsAsciiDigit((char)digit))
                count++;
        }

        return count;
    }
}
