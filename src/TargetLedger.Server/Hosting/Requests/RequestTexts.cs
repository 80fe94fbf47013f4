using System.Text.Json;
using TargetLedger.Domain;

namespace TargetLedger.Server.Hosting;

/// <summary>
/// What holds for every text and list of every request: PostgreSQL has no NUL, RFC 8785 no lone surrogates, and other
/// control characters only serve to deceive whoever reads a log or a table.
/// </summary>
internal static class RequestTexts
{
    public const int MaxLength = 4_000;
    public const int MaxItems = 1_000;
    private const int MaxFaults = 200;

    public static IReadOnlyList<Fault> Check(JsonElement body)
    {
        var faults = new List<Fault>();
        Walk(body, "", faults);
        return faults;
    }

    private static void Walk(JsonElement element, string pointer, List<Fault> faults)
    {
        if (faults.Count >= MaxFaults)
            return;

        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                CheckText(TextOf(element.GetString), pointer, faults);
                break;
            case JsonValueKind.Array when element.GetArrayLength() > MaxItems:
                faults.Add(new(pointer, "list_too_long", $"最多 {MaxItems} 项", $"at most {MaxItems} items"));
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                    Walk(item, $"{pointer}/{index++}", faults);
                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    if (JsonShape.TryGetName(member, out var name))
                        Walk(member.Value, $"{pointer}/{JsonShape.Escape(name)}", faults);
                    else
                        faults.Add(Unstorable(pointer));
                }

                break;
        }
    }

    private static void CheckText(string? text, string pointer, List<Fault> faults)
    {
        if (text is null || text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
            faults.Add(Unstorable(pointer));
        else if (text.Length > MaxLength)
            faults.Add(new(pointer, "text_too_long", $"最多 {MaxLength} 字", $"at most {MaxLength} characters"));
    }

    private static Fault Unstorable(string pointer)
        => new(pointer, "text_invalid", "含有控制字符或无效字符", "the text holds a control character or an invalid one");

    /// <summary>Null for a text that is no valid Unicode.</summary>
    private static string? TextOf(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
