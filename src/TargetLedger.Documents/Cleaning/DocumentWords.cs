namespace TargetLedger.Documents.Cleaning;

/// <summary>Which characters a document uses, and where: what stood in a damaged place most likely stands elsewhere too.</summary>
internal sealed class DocumentWords
{
    /// <summary>Compounds with brackets in them, which official texts of every place use (GB/T 9704 texts; the damage comes with brackets).</summary>
    private static readonly string[] Compounds =
        ["省（市）校", "省（市）", "区（市）县", "区（县）", "县（市、区）", "县（市）", "市（县）", "市（州）", "州（市）", "镇（街道）", "镇（乡）", "村（社区）", "校（院）地", "校（院）", "委（局）"];

    private readonly string _text;
    private readonly Dictionary<char, int> _counts;

    public DocumentWords(string text)
    {
        _text = text;
        _counts = Count(text);
    }

    /// <summary>The most likely of several characters at a place; null where none stands out.</summary>
    /// <param name="fits">Whether a character makes a known compound with what is known beside it.</param>
    public char? Choose(List<char> candidates, int place, Func<char, bool> fits)
    {
        var fitting = candidates.Where(c => fits(c)).ToList();
        if (fitting.Count == 1)
            return fitting[0];

        var (start, end) = Paragraph(place);
        var paragraph = Count(_text[start..end]);
        if (candidates.Contains('”') && paragraph.GetValueOrDefault('“') > paragraph.GetValueOrDefault('”'))
            return '”';

        var best = (fitting.Count > 0 ? fitting : candidates)
            .Select(c => (Character: c, Here: paragraph.GetValueOrDefault(c), Anywhere: _counts.GetValueOrDefault(c)))
            .OrderByDescending(c => c.Here).ThenByDescending(c => c.Anywhere)
            .Take(2).ToList();
        return best switch
        {
            [{ Anywhere: > 0 } only] => only.Character,
            [{ Anywhere: > 0 } first, var second] when (first.Here, first.Anywhere) != (second.Here, second.Anywhere) => first.Character,
            _ => null,
        };
    }

    public static bool Fits(string words) => words.Length > 1 && Array.Exists(Compounds, c => c.StartsWith(words, StringComparison.Ordinal));

    private (int Start, int End) Paragraph(int place)
    {
        var start = place == 0 ? 0 : _text.LastIndexOf('\n', place - 1) + 1;
        var end = _text.IndexOf('\n', place);
        return (start, end < 0 ? _text.Length : end);
    }

    /// <summary>Traditional ones as their simplified, as GB 2312 has them.</summary>
    private static Dictionary<char, int> Count(string text)
    {
        var counts = new Dictionary<char, int>();
        foreach (var c in text)
        {
            var simplified = SimplifiedCharacters.Of(c);
            counts[simplified] = counts.GetValueOrDefault(simplified) + 1;
        }

        return counts;
    }
}
