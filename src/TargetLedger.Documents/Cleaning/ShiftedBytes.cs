using System.Text;
using System.Text.RegularExpressions;

namespace TargetLedger.Documents.Cleaning;

/// <summary>
/// GB text that lost the first byte of one character and the second of a later one, each shown as "?". All pairs between
/// stand one byte off; put back, they are known for sure, and only the two at the ends have to be found among the characters
/// that have the byte that is left.
/// </summary>
internal static class ShiftedBytes
{
    /// <summary>Of GB 2312's signs, those that sentences have.</summary>
    private const string Marks = "。、\uFF0C\uFF1B\uFF1A\uFF1F\uFF01“”‘’\uFF08\uFF09《》〈〉【】〔〕…—·";

    private const char Unknown = '□';

    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(
        936, new EncoderReplacementFallback("?"), new DecoderReplacementFallback("\uFFFD"))!;

    /// <summary>Null where the words between the marks are sound, or the bytes make no text.</summary>
    public static string? Repair(Match damage, DocumentWords words)
    {
        var between = string.Concat(damage.Groups["between"].Value.Select(c => c < 0x80 ? (char)(c + 0xFEE0) : c));
        if (!between.Any(IsOdd) && between is not ['。' or '\uFF01' or '\uFF0C' or '、', ..])
            return null;
        if (Bytes(between) is not { } bytes)
            return null;

        var known = new StringBuilder();
        for (var i = 1; i + 1 < bytes.Length; i += 2)
        {
            if (Decode(bytes[i], bytes[i + 1]) is not { } c)
                return null;
            known.Append(c);
        }

        var first = words.Choose(Candidates(lead: null, trail: bytes[0]), damage.Index, c => DocumentWords.Fits(c + known.ToString()));
        var last = words.Choose(
            Candidates(lead: bytes[^1], trail: null), damage.Index, c => first is not null && DocumentWords.Fits($"{first}{known}{c}"));
        return $"{first ?? Unknown}{known}{last ?? Unknown}";
    }

    /// <summary>What a shift by one byte makes of punctuation and common characters, and no Chinese sentence has.</summary>
    private static bool IsOdd(char c) => c is >= '\u3105' and <= '\u3129' or >= '\u2500' and <= '\u257F' or >= '\u0391' and <= '\u0451' or >= '\u3041' and <= '\u30F6';

    /// <summary>Null where a character has not two bytes in GBK.</summary>
    private static byte[]? Bytes(string text)
    {
        var bytes = Gbk.GetBytes(text);
        return bytes.Length == 2 * text.Length ? bytes : null;
    }

    /// <summary>A character of GB 2312, whose bytes both lie above A0.</summary>
    private static char? Decode(byte lead, byte trail)
    {
        if (lead is < 0xA1 or > 0xF7 || trail is < 0xA1 or 0xFF)
            return null;
        return Gbk.GetString([lead, trail]) is [not '\uFFFD' and var c] ? c : null;
    }

    private static List<char> Candidates(byte? lead, byte? trail)
    {
        var candidates = new List<char>();
        for (var missing = 0xA1; missing <= 0xFE; missing++)
        {
            if (Decode(lead ?? (byte)missing, trail ?? (byte)missing) is { } c && (c is >= '\u4E00' and <= '\u9FFF' || Marks.Contains(c, StringComparison.Ordinal)))
                candidates.Add(c);
        }

        return candidates;
    }
}
