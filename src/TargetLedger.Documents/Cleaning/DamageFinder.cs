using System.Text.RegularExpressions;

namespace TargetLedger.Documents.Cleaning;

/// <summary>
/// Finds what was lost before the file reached us: bytes no encoding knows, text decoded twice, characters that became "?".
/// It changes nothing; where the remaining bytes allow it, it suggests what stood there.
/// </summary>
internal static partial class DamageFinder
{
    public static DamageList Find(string text)
    {
        var (context, found) = (new Lazy<DocumentWords>(() => new(text)), new List<Change>());
        var end = 0;
        foreach (Match match in Suspicious().Matches(text))
        {
            if (match.Index < end || IsBullet(text, match))
                continue;
            var (length, suggestion) = Examine(match, context);
            if (length == 0)
                continue;
            end = match.Index + length;
            found.Add(new(ChangeKind.Damaged, match.Index, end, text[match.Index..end], suggestion));
        }

        return new(found);
    }

    private static (int Length, string Suggestion) Examine(Match match, Lazy<DocumentWords> context)
    {
        if (match.Groups["shifted"].Success)
            return ShiftedBytes.Repair(match, context.Value) is { } repaired ? (match.Length, repaired) : (0, "");
        if (match.Groups["latin"].Success)
            return DecodedTwice.FromLatin(match.Value) is { } latin ? (match.Length, latin) : (0, "");
        if (match.Groups["han"].Success)
            return DecodedTwice.FromGbk(match.Value) is { } han ? (match.Length, han) : (0, "");
        return (match.Length, "");
    }

    /// <summary>Signs of symbol fonts that Word and PDF put before list items: a mark, nothing lost.</summary>
    private static bool IsBullet(string text, Match match)
        => match is { Length: 1, Value: [>= '\uF000' and <= '\uF0FF'] } && text.AsSpan(0, match.Index).TrimEnd(" \t　") is [] or [.., '\n'];

    [GeneratedRegex(
        // Between two lost bytes every pair stands one byte off: 省（市）校 comes out as ?。ㄊ校┬?
        @"(?<shifted>[?\uFFFD][^\x00-\x7F\n]{1,12}?[?\uFFFD])"
        + @"|\uFFFD+|锟斤拷(?:锟斤拷)*|(?:烫烫烫|屯屯屯)+"
        + @"|(?<=[\u3400-\u9FFF])\?{2,}|\?{2,}(?=[\u3400-\u9FFF])"
        + @"|[\uE000-\uF8FF]+|[\x00-\x08\x0B\x0E-\x1F\x7F]+"
        + @"|(?<latin>[\u00A0-\u00FF\u0152-\u0153\u0160-\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]{6,})"
        + @"|(?<han>[\u4E00-\u9FFF\uE000-\uF8FF\u20AC]{6,})",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Suspicious();
}
