using System.Collections.Frozen;

namespace TargetLedger.Documents.Cleaning;

/// <summary>
/// Traditional to simplified as OpenCC's configuration t2s does it: the longest phrase of its dictionary at each place, else
/// the character. A line with none but characters simplified texts have too is taken for simplified. The dictionaries are OpenCC 1.4.2's own (Apache-2.0, beside this file).
/// </summary>
internal static class SimplifiedCharacters
{
    private static readonly FrozenDictionary<string, string> Characters = Resources.Pairs("OpenCC/TSCharacters.txt")
        .Where(p => p.Key != p.Values[0]).ToFrozenDictionary(p => p.Key, p => p.Values[0], StringComparer.Ordinal);

    /// <summary>Those that are in use in simplified texts too: 乾安县 is spelled so, though 乾 mostly becomes 干.</summary>
    private static readonly FrozenSet<char> Ambiguous = Resources.Pairs("OpenCC/TSCharacters.txt")
        .Where(p => p.Key.Length == 1 && p.Key != p.Values[0] && p.Values.Contains(p.Key, StringComparer.Ordinal)).Select(p => p.Key[0]).ToFrozenSet();

    /// <summary>By first character, so that most places are left at one look.</summary>
    private static readonly FrozenDictionary<char, (string Key, string Value)[]> Phrases = Resources.Pairs("OpenCC/TSPhrases.txt")
        .GroupBy(p => p.Key[0], p => (p.Key, p.Values[0]))
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Key.Length).ToArray());

    private static readonly FrozenDictionary<char, char> Single = Characters.Where(p => p.Key.Length == 1 && p.Value.Length == 1)
        .ToFrozenDictionary(p => p.Key[0], p => p.Value[0]);

    /// <summary>One character alone; itself where it is not a traditional one.</summary>
    public static char Of(char c) => Single.GetValueOrDefault(c, c);

    /// <summary>What is to be written in other characters, in order.</summary>
    public static List<Splice> Find(string text)
    {
        var found = new List<Splice>();
        for (var i = 0; i < text.Length;)
        {
            var (length, value) = At(text, i);
            if (value is not null && !text.AsSpan(i, length).SequenceEqual(value))
                found.Add(new(i, i + length, value));
            i += length;
        }

        return found.TrueForAll(s => IsAmbiguous(text, s)) ? [] : found;
    }

    private static bool IsAmbiguous(string text, Splice splice) => splice.End == splice.Start + 1 && Ambiguous.Contains(text[splice.Start]);

    private static (int Length, string? Value) At(string text, int i)
    {
        var c = text[i];
        if (Phrases.TryGetValue(c, out var phrases))
        {
            foreach (var (key, value) in phrases)
            {
                if (text.AsSpan(i).StartsWith(key, StringComparison.Ordinal))
                    return (key.Length, value);
            }
        }

        if (char.IsHighSurrogate(c) && i + 1 < text.Length)
            return (2, Characters.GetValueOrDefault(text.Substring(i, 2)));
        return (1, c < 0x2E80 || !Single.TryGetValue(c, out var simplified) ? Wide(c) : simplified.ToString());
    }

    /// <summary>The few whose simplified form takes two UTF-16 units.</summary>
    private static string? Wide(char c) => c < 0x2E80 ? null : Characters.GetValueOrDefault(c.ToString());
}
