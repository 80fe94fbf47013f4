using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TargetLedger.Domain;

/// <summary>
/// Days between 1900 and 2199, as 2014-06-04. A day without end (9999-12-31 for 长期) would let every sum of days run out of
/// the calendar; what lasts has a period of years and a yearly cadence.
/// </summary>
public sealed class DayConverter : JsonConverter<DateOnly>
{
    public static DateOnly First { get; } = new(1900, 1, 1);

    public static DateOnly Last { get; } = new(2199, 12, 31);

    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.String
           && ((!reader.HasValueSequence && TryReadPlain(reader.ValueSpan, out var day)) || DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
           && First <= day && day <= Last
            ? day
            : throw new JsonException("应为 1900 至 2199 年间的日期,如 2014-06-04 / must be a date between 1900 and 2199 such as 2014-06-04");

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options)
        => writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>The form all days have, without a string in between: a replay reads several for every event.</summary>
    internal static bool TryReadPlain(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        if (text is not [_, _, _, _, (byte)'-', _, _, (byte)'-', _, _]
            || !TryRead(text[..4], out var year) || !TryRead(text[5..7], out var month) || !TryRead(text[8..], out var dayOfMonth)
            || year < First.Year || year > Last.Year || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new(year, month, dayOfMonth);
        return true;
    }

    private static bool TryRead(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
                return false;
            number = (number * 10) + digit - '0';
        }

        return true;
    }
}
