using System.Text;
using System.Text.RegularExpressions;

namespace TargetLedger.Documents.Cleaning;

/// <summary>Pinyin in brackets behind a character. Brackets that hold anything else stay.</summary>
internal static partial class Glosses
{
    /// <summary>So many with tone marks, and a document is one that glosses: then those of the neutral tone are glosses too.</summary>
    private const int Habit = 3;

    public static bool HasHabit(string text)
    {
        var count = 0;
        foreach (var _ in Toned().EnumerateMatches(text))
        {
            if (++count == Habit)
                return true;
        }

        return false;
    }

    /// <param name="hasHabit">Whether syllables without a tone mark count.</param>
    public static List<Splice> Find(string text, bool hasHabit)
    {
        if (!text.AsSpan().ContainsAny('(', '\uFF08', '['))
            return [];
        var found = new List<Splice>();
        foreach (Match match in Bracket().Matches(text))
        {
            var letters = match.Groups["letters"];
            if (IsPinyin(letters.Value, hasHabit))
                found.Add(new(letters.Index - 1, match.Index + match.Length, ""));
        }

        return found;
    }

    private static bool IsPinyin(string letters, bool hasHabit)
    {
        var plain = new StringBuilder(letters.Length);
        foreach (var c in letters.ToLowerInvariant())
            plain.Append(Toneless(c));
        return (hasHabit || !plain.Equals(letters.ToLowerInvariant())) && Syllables().IsMatch(plain.ToString());
    }

    private static char Toneless(char c)
    {
        var at = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ".IndexOf(c, StringComparison.Ordinal);
        return at < 0 ? c : "aeiouü"[at / 4];
    }

    [GeneratedRegex(@"(?<=[\u3400-\u9FFF])[(\uFF08\[](?<letters>[a-zA-ZāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüĀÁǍÀĒÉĚÈŌÓǑÒ'’ ]{1,24})[)\uFF09\]]", RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"[\u3400-\u9FFF][(\uFF08\[][a-z]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,3}[)\uFF09\]]", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Toned();

    /// <summary>Initials and finals of pinyin (GB/T 16159).</summary>
    [GeneratedRegex(@"^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|van|üan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|üe|ve|ün|a|o|e|i|u|v|ü)[\s'’]*){1,4}$", RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex Syllables();
}
