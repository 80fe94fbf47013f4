using System.Text.RegularExpressions;

namespace TargetLedger.Documents.Cleaning;

/// <summary>
/// Finds what was lost before the file reached us: bytes no encoding knows, text decoded twice, characters that became "?".
/// It changes nothing; where the remaining bytes allow it, it suggests what stood there.
/// </summary>
internal static partial class DamageFinder
{
    /// <summary>Suggestions take time, and nobody confirms hundreds: a file so damaged is to be had anew.</summary>
    private const int MostRepairs = 200;

    public static DamageList Find(string text)
    {
        var context = new Lazy<DocumentWords>(() => new(text));
        var found = new List<Change>();
        Add(text, found, Shifted(), match => found.Count < MostRepairs ? ShiftedBytes.Repair(match, context.Value) : "");
        Add(text, found, Lost(), match => IsBullet(text, match) ? null : "");
        Add(text, found, LikeLatin(), match => DecodedTwice.FromLatin(match.Value));
        Add(text, found, LikeChinese(), match => DecodedTwice.FromGbk(match.Value));
        return new([.. found.OrderBy(c => c.Start)]);
    }

    /// <param name="read">The suggestion, empty for none; null where nothing is damaged.</param>
    private static void Add(string text, List<Change> found, Regex signs, Func<Match, string?> read)
    {
        var known = new DamageList([.. found]);
        for (var match = signs.Match(text); match.Success;)
        {
            var end = match.Index + match.Length;
            if (!known.Touch(match.Index, end) && read(match) is { } suggestion)
            {
                found.Add(new(ChangeKind.Damaged, match.Index, end, match.Value, suggestion));
                match = match.NextMatch();
            }
            else
            {
                match = signs.Match(text, ReferenceEquals(signs, Shifted()) ? match.Index + 1 : end);
            }
        }
    }

    /// <summary>Signs of symbol fonts that Word and PDF put before list items: a mark, nothing lost.</summary>
    private static bool IsBullet(string text, Match match)
        => match.Value is [>= '\uF000' and <= '\uF0FF'] && text.AsSpan(0, match.Index).TrimEnd(" \t　") is [] or [.., '\n'];

    /// <summary>
    /// Between two lost bytes every pair stands one byte off: 省（市）校 comes out as ?。ㄊ校┬? The second may have taken the "&lt;" of a
    /// tag with it, and a full-width mark may have been made an ordinary one since.
    /// </summary>
    [GeneratedRegex(
        @"[?\uFFFD](?:(?<between>[^\x00-\x7F\uFFFD\n]{1,12}?)[?\uFFFD](?:/[a-z]{1,6}>)?|(?<between>[!,:;()]{1,3})[?\uFFFD]/[a-z]{1,6}>)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        2_000)]
    private static partial Regex Shifted();

    /// <summary>Replacement characters, the words they become when decoded again, "?" and brackets that stand in for what was lost.</summary>
    [GeneratedRegex(
        @"\uFFFD+|(?<=[\u3400-\u9FFF])(?:[a-z]?\?[a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,3}[)\uFF09])+|(?:锟斤拷)+|(?:烫烫烫|屯屯屯)+|(?<=[\u3400-\u9FFF])\?{2,}|\?{2,}(?=[\u3400-\u9FFF])|[\uE000-\uF8FF]+|[\x00-\x08\x0B\x0E-\x1F\x7F]+",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        2_000)]
    private static partial Regex Lost();

    /// <summary>Characters of code page 1252 above ASCII.</summary>
    [GeneratedRegex(
        @"[\u00A0-\u00FF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]{6,}", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex LikeLatin();

    [GeneratedRegex(@"[\u0391-\u0451\u20AC\u2500-\u257F\u3041-\u3129\u4E00-\u9FFF]{6,}", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex LikeChinese();
}
