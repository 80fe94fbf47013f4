using System.Collections.Frozen;

namespace TargetLedger.Documents.Cleaning;

/// <summary>
/// Full-width digits, letters, signs of quantities and brackets, which become their ordinary forms, and ideographs that only
/// look like themselves. Commas, colons and other marks of sentences are left as they are written.
/// </summary>
internal static class Widths
{
    private static readonly FrozenDictionary<char, string> Ideographs = Resources.Pairs("CompatibilityIdeographs.txt")
        .Where(p => p.Key.Length == 1).ToFrozenDictionary(p => p.Key[0], p => p.Values[0]);

    public static List<Splice> Find(string text)
    {
        var found = new List<Splice>();
        for (var i = 0; i < text.Length; i++)
        {
            if (Of(text[i]) is { } ordinary)
                found.Add(new(i, i + 1, ordinary));
        }

        return found;
    }

    /// <summary>U+FF01 to U+FF5E stand 0xFEE0 above the ASCII characters they are forms of (Unicode, block FF00).</summary>
    private static string? Of(char c) => c switch
    {
        >= '\uFF10' and <= '\uFF19' or >= '\uFF21' and <= '\uFF3A' or >= '\uFF41' and <= '\uFF5A' => ((char)(c - 0xFEE0)).ToString(),
        '\uFF05' or '\uFF08' or '\uFF09' or '\uFF0B' or '\uFF0D' or '\uFF0E' or '\uFF0F' or '\uFF1C' or '\uFF1D' or '\uFF1E' or '\uFF3B' or '\uFF3D'
            or '\uFF5B' or '\uFF5C' or '\uFF5D' or '\uFF5E' => ((char)(c - 0xFEE0)).ToString(),
        '\u2212' or '\uFE63' => "-",
        < '\u2E80' => null,
        _ => Ideographs.GetValueOrDefault(c),
    };
}
