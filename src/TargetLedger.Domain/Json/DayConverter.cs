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
           && DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
           && First <= day && day <= Last
            ? day
            : throw new JsonException("应为 1900 至 2199 年间的日期,如 2014-06-04 / must be a date between 1900 and 2199 such as 2014-06-04");

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options)
        => writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
