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
        return faults;
    }

    private static void Walk(JsonElement element, Type type, string pointer, List<Fault> faults)
    {
        if (faults.Count >= MaxFaults)
            return;

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
            default:
                TryRead(element, type, pointer, faults);
                break;
        }
    }

    private static void WalkObject(JsonElement element, JsonTypeInfo info, string pointer, List<Fault> faults)
    {
        var known = info.Properties.Where(p => !p.IsExtensionData && (p.Set is not null || p.AssociatedParameter is not null)).ToDictionary(p => p.Name, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (!TryGetName(member, out var name))
            {
                faults.Add(new Fault(pointer, "text_invalid", "成员名含有无效字符", "the name of a member holds an invalid character"));
                continue;
            }

            var place = $"{pointer}/{Escape(name)}";
            if (!seen.Add(name))
                faults.Add(new Fault(place, "member_repeated", "成员重复", "the member appears twice"));
            else if (!known.TryGetValue(name, out var property))
                faults.Add(new Fault(place, "member_unknown", "没有这个成员", "there is no such member"));
            else if (member.Value.ValueKind != JsonValueKind.Null)
                Walk(member.Value, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, place, faults);
            else if (!property.IsSetNullable)
                faults.Add(new Fault(place, "value_missing", "不能为空", "null is not allowed here"));
        }

        foreach (var property in known.Values.Where(p => IsRequired(p) && !seen.Contains(p.Name)))
            faults.Add(new Fault($"{pointer}/{property.Name}", "value_missing", "缺少此项", "this member is required"));
    }

    private static bool IsRequired(JsonPropertyInfo property)
        => property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false };

    private static void TryRead(JsonElement element, Type type, string pointer, List<Fault> faults)
    {
        try
        {
            if (element.Deserialize(type, LedgerJson.Options) is null)
                faults.Add(new Fault(pointer, "value_missing", "不能为空", "null is not allowed here"));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            faults.Add(Describe(element, type, pointer));
        }
    }

    private static Fault Describe(JsonElement element, Type type, string pointer)
    {
        if (type.IsEnum)
        {
            var words = string.Join(" | ", Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName));
            return new Fault(pointer, "word_unknown", $"应为以下之一:{words}", $"must be one of: {words}");
        }

        if (type == typeof(decimal) && element.ValueKind == JsonValueKind.Number)
            return new Fault(pointer, "figure_out_of_limits", "数字最多 15 位有效数字、4 位小数", "a figure has at most 15 significant digits and 4 decimals");

        if (type == typeof(DateOnly))
            return new Fault(pointer, "date_invalid", "应为日期,如 2014-06-04", "must be a date such as 2014-06-04");

        // A string with a lone surrogate has no UTF-16 value.
        if (type == typeof(string) && element.ValueKind == JsonValueKind.String)
            return new Fault(pointer, "text_invalid", "含有无效字符", "the text holds an invalid character");

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

    /// <summary>False for a name with a lone surrogate, which has no UTF-16 value.</summary>
    public static bool TryGetName(JsonProperty member, [NotNullWhen(true)] out string? name)
    {
        try
        {
            name = member.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = null;
            return false;
        }
    }

    /// <summary>A name as a segment of a JSON pointer (RFC 6901).</summary>
    public static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
