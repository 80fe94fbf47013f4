using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TargetLedger.Domain;

namespace TargetLedger.Documents.Drafts;

/// <summary>The fixed JSON form of a draft: snake_case members, nulls written, Chinese as it is.</summary>
public static class DraftJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    public static byte[] Write(Draft draft) => JsonSerializer.SerializeToUtf8Bytes(draft, Options);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false), new DeadlineConverter() },
            TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
        };
        options.MakeReadOnly();
        return options;
    }

    // One member, the one that is meant: {"date":…} or {"recurrence":…} or {"kind":"ongoing"}.
    private sealed class DeadlineConverter : JsonConverter<DraftDeadline>
    {
        public override DraftDeadline Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            return new(
                root.TryGetProperty("date", out var date) ? DateOnly.ParseExact(date.GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null,
                root.TryGetProperty("recurrence", out var recurrence) ? recurrence.GetString() : null,
                root.TryGetProperty("kind", out var kind) ? kind.GetString() : null);
        }

        public override void Write(Utf8JsonWriter writer, DraftDeadline value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            if (value.Date is { } date)
                writer.WriteString("date", date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            else if (value.Recurrence is { } recurrence)
                writer.WriteString("recurrence", recurrence);
            else
                writer.WriteString("kind", value.Kind);
            writer.WriteEndObject();
        }
    }
}
