namespace TargetLedger.Documents.Quantities;

/// <summary>How stretches of a clause are looked at: trimmed of signs, and by the words they begin, end in or hold.</summary>
internal static class Phrases
{
    public static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> words) => words.Trim([' ', Paragraph.Aside, '、', '(', ')', '.', '"', '”', '“']);

    public static bool HasAny(ReadOnlySpan<char> words, string[] list)
    {
        foreach (var word in list)
        {
            if (words.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    public static bool EndsWithAny(ReadOnlySpan<char> words, string[] list) => EndingWord(words, list).Length > 0;

    public static string EndingWord(ReadOnlySpan<char> words, string[] list)
    {
        var longest = "";
        foreach (var word in list)
        {
            if (word.Length > longest.Length && words.EndsWith(word, StringComparison.Ordinal))
                longest = word;
        }

        return longest;
    }

    public static string StartingWord(ReadOnlySpan<char> words, string[] list)
    {
        var longest = "";
        foreach (var word in list)
        {
            if (word.Length > longest.Length && words.StartsWith(word, StringComparison.Ordinal))
                longest = word;
        }

        return longest;
    }

    // Nothing of the noun behind the figure but signs.
    public static bool IsPunctuated(ReadOnlySpan<char> behind)
    {
        foreach (var sign in behind)
        {
            if (Signs.IsHan(sign) || char.IsAsciiLetterOrDigit(sign))
                return false;
        }

        return true;
    }
}
