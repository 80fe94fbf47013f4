using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;
using TargetLedger.Domain;

namespace TargetLedger.Documents;

/// <summary>The first look at a JSON file: its size, its encoding, its syntax. Past that, faults have pointers.</summary>
internal static class JsonText
{
    public const int MaxBytes = 20 * 1024 * 1024;

    public static bool TryParse(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out JsonDocument? document, [NotNullWhen(false)] out Fault? fault)
    {
        (document, fault) = (null, null);
        if (utf8.Span.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];

        if (utf8.Length > MaxBytes)
            fault = new("", "file_too_large", "文件超过 20 MB", "the file is larger than 20 MB");
        else if (!Utf8.IsValid(utf8.Span))
            fault = new("", "text_not_utf8", "文件不是 UTF-8 编码", "the file is not UTF-8");
        if (fault is not null)
            return false;

        try
        {
            document = JsonDocument.Parse(utf8);
            return true;
        }
        catch (JsonException e)
        {
            var (line, column) = (e.LineNumber + 1, Column(utf8.Span, e));
            fault = new("", "json_malformed", $"第 {line} 行第 {column} 列不是有效的 JSON", $"not valid JSON at line {line}, column {column}");
            return false;
        }
    }

    /// <summary>Counted in characters from 1, as editors count; the exception counts bytes.</summary>
    private static int Column(ReadOnlySpan<byte> utf8, JsonException e)
    {
        for (var line = e.LineNumber ?? 0; line > 0; line--)
            utf8 = utf8[(utf8.IndexOf((byte)'\n') + 1)..];

        var before = utf8[..(int)Math.Min(utf8.Length, e.BytePositionInLine ?? 0)];
        return System.Text.Encoding.UTF8.GetCharCount(before) + 1;
    }
}
