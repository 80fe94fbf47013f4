using System.Text.Json;
using TargetLedger.Domain;

namespace TargetLedger.Documents.PlanFiles.Checks;

/// <summary>Every text of the file, wherever it stands: not blank, not endless, no characters that cannot be stored or shown.</summary>
internal static class TextChecks
{
    public const int MaxLength = 500;

    public static void Check(FilePart part, FaultList faults)
    {
        switch (part.Element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in part.Element.EnumerateObject())
                {
                    if (JsonShape.TryGetName(member, out var name))
                        Check(new(member.Value, $"{part.Pointer}/{JsonShape.Escape(name)}"), faults);
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in part.Element.EnumerateArray())
                    Check(new(item, $"{part.Pointer}/{index++}"), faults);
                break;
            case JsonValueKind.String when part.TryRead<string>(out var text):
                CheckText(text, part.Pointer, faults);
                break;
        }
    }

    private static void CheckText(string text, string pointer, FaultList faults)
    {
        if (string.IsNullOrWhiteSpace(text))
            faults.AddText(new(pointer, "text_blank", "不能为空白", "must not be blank"));
        else if (text.Any(char.IsControl))
            faults.AddText(new(pointer, "text_invalid", "含有控制字符(换行、制表、NUL 等)", "holds a control character (line feed, tab, NUL …)"));
        else if (text.Length > MaxLength)
            faults.AddText(new(pointer, "text_too_long", $"超过 {MaxLength} 字", $"longer than {MaxLength} characters"));
    }
}
