using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TargetLedger.Domain;

/// <summary>
/// Names every place where a JSON text does not have the shape of a type, where the serializer would stop at the first:
/// whoever filled a form or wrote a plan file wants all faults at once.
/// </summary>
public static class JsonShape
{
    private const int MaxFaults = 200;

    /// <summary>Faults by JSON pointer (RFC 6901); empty when <typeparamref name="T"/> can be read from the element.</summary>
    public static IReadOnlyList<Fault> Check<T>(JsonElement element)
    {
        var faults = new List<Fault>();
        Walk(element, typeof(T), "", faults);
        return faults.Count > MaxFaults ? faults.GetRange(0, MaxFaults) : faults;
    }

    private static void Walk(JsonElement element, Type type, string pointer, List<Fault> faults)
    {
        if (faults.Count >= MaxFaults)
            return;

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            if (element.ValueKind == JsonValueKind.Null)
                return;
            type = underlying;
        }

        var info = LedgerJson.Options.GetTypeInfo(type);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object when element.ValueKind == JsonValueKind.Object && info.PolymorphismOptions is null:
                WalkObject(element, info, pointer, faults);
                break;
            case JsonTypeInfoKind.Enumerable when element.ValueKind == JsonValueKind.Array && info.ElementType is { } item:
                var index = 0;
                foreach (var member in element.EnumerateArray())
                    Walk(member, item, $"{pointer}/{index++}", faults);
                break;
            case JsonTypeInfoKind.Dictionary when element.ValueKind == JsonValueKind.Object && info.ElementType is { } item:
                foreach (var (name, value) in Members(element, pointer, [], faults))
                    Walk(value, item, $"{pointer}/{Escape(name)}", faults);
                break;
            default:
                TryRead(element, type, pointer, faults);
                break;
        }
    }

    private static void WalkObject(JsonElement element, JsonTypeInfo info, string pointer, List<Fault> faults)
    {
        var known = info.Properties.Where(p => !p.IsExtensionData && (p.Set is not null || p.AssociatedParameter is not null)).ToDictionary(p => p.Name, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in Members(element, pointer, seen, faults))
        {
            var place = $"{pointer}/{Escape(name)}";
            if (!known.TryGetValue(name, out var property))
                faults.Add(new Fault(place, "member_unknown", "没有这个成员", "there is no such member"));
            else if (value.ValueKind != JsonValueKind.Null)
                Walk(value, property.PropertyType, place, faults);
            else if (!property.IsSetNullable)
                faults.Add(new Fault(place, "value_missing", "不能为空", "null is not allowed here"));
        }

        foreach (var property in known.Values.Where(p => IsRequired(p) && !seen.Contains(p.Name)))
            faults.Add(new Fault($"{pointer}/{property.Name}", "value_missing", "缺少此项", "this member is required"));
    }

    private static bool IsRequired(JsonPropertyInfo property)
        => property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false };

    /// <summary>False for a name that is no text: a lone surrogate, damaged UTF-8 or a NUL in it.</summary>
    public static bool TryGetName(JsonProperty member, [NotNullWhen(true)] out string? name)
    {
        name = TextOf(() => member.Name);
        return name is not null;
    }

    /// <summary>A name as a segment of a JSON pointer (RFC 6901).</summary>
    public static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>Each member once; a name that is no text is a fault of the object that holds it.</summary>
    private static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement element, string pointer, HashSet<string> seen, List<Fault> faults)
    {
        foreach (var member in element.EnumerateObject())
        {
            if (!TryGetName(member, out var name))
                faults.Add(TextInvalid(pointer));
            else if (!seen.Add(name))
                faults.Add(new Fault($"{pointer}/{Escape(name)}", "member_repeated", "成员重复", "the member appears twice"));
            else
                yield return (name, member.Value);
        }
    }

    private static void TryRead(JsonElement element, Type type, string pointer, List<Fault> faults)
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            faults.Add(new Fault(pointer, "value_missing", "不能为空", "null is not allowed here"));
            return;
        }

        if (element.ValueKind == JsonValueKind.String)
        {
            if (TextOf(element.GetString) is not { } text)
            {
                faults.Add(TextInvalid(pointer));
                return;
            }

            // The serializer also takes other capitals and lists ("monthly, yearly"); a word has one spelling.
            if (type.IsEnum && !WordsOf(type).Contains(text, StringComparer.Ordinal))
            {
                faults.Add(WordUnknown(type, pointer));
                return;
            }
        }

        try
        {
            _ = element.Deserialize(type, LedgerJson.Options);
        }
        catch (JsonException)
        {
            faults.Add(Describe(element, type, pointer));
        }
    }

    /// <summary>Null when the text cannot be stored: a lone surrogate, damaged UTF-8, or a NUL, which PostgreSQL does not hold.</summary>
    private static string? TextOf(Func<string?> read)
    {
        try
        {
            return read() is { } text && !text.Contains('\0', StringComparison.Ordinal) ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static Fault TextInvalid(string pointer) => new(pointer, "text_invalid", "含有无效字符", "the text holds an invalid character");

    private static string[] WordsOf(Type type) => [.. Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    private static Fault WordUnknown(Type type, string pointer)
    {
        var words = string.Join(" | ", WordsOf(type));
        return new(pointer, "word_unknown", $"应为以下之一:{words}", $"must be one of: {words}");
    }

    private static Fault Describe(JsonElement element, Type type, string pointer)
    {
        if (type.IsEnum)
            return WordUnknown(type, pointer);

        if (type == typeof(decimal) && element.ValueKind == JsonValueKind.Number)
            return new Fault(pointer, "figure_out_of_limits", "数字最多 15 位有效数字、4 位小数", "a figure has at most 15 significant digits and 4 decimals");

        if (type == typeof(DateOnly))
            return new Fault(pointer, "date_invalid", "应为 1900 至 2199 年间的日期,如 2014-06-04", "must be a date between 1900 and 2199 such as 2014-06-04");

        return new Fault(pointer, "type_wrong", $"类型不对,应为{Expected(type).Zh}", $"wrong type, expected {Expected(type).En}");
    }

    private static (string Zh, string En) Expected(Type type) => LedgerJson.Options.GetTypeInfo(type).Kind switch
    {
        JsonTypeInfoKind.Object => ("对象", "an object"),
        JsonTypeInfoKind.Enumerable => ("数组", "an array"),
        _ when type == typeof(string) => ("文本", "a text"),
        _ when type == typeof(bool) => (" true 或 false", "true or false"),
        _ when type == typeof(Guid) => (" UUID", "a UUID"),
        _ when type == typeof(DateTimeOffset) => ("带时区的时刻", "a moment with an offset"),
        _ => ("数字", "a number"),
    };
}
