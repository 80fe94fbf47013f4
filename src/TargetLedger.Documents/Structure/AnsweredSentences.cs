namespace TargetLedger.Documents.Structure;

/// <summary>
/// Parts a paragraph that names several times who answers, each time for what stands before it: …215个。(市发展改革委牵头)…150场。(市商务局牵头)
/// </summary>
internal static class AnsweredSentences
{
    /// <summary>No list of units in a bracket is so long.</summary>
    private const int LongestBracket = 300;

    /// <summary>Behind how much text a bracket can answer for something.</summary>
    private const int ShortestTask = 6;

    /// <summary>Each part up to its bracket; the paragraph itself where not two of its brackets answer.</summary>
    public static IReadOnlyList<Piece> Of(Piece paragraph)
    {
        var ends = Ends(paragraph.Form);
        if (ends.Count < 2)
            return [paragraph];
        var parts = new List<Piece>();
        var start = 0;
        foreach (var end in ends)
        {
            parts.Add(paragraph.Part(start..end).Trimmed());
            start = end;
        }

        // What follows the last bracket and names nobody goes on with it.
        if (paragraph.Part(start..).Trimmed() is { Text.Length: > 0 } rest)
            parts.Add(rest);
        return parts;
    }

    private static List<int> Ends(string form)
    {
        var ends = new List<int>();
        var brackets = new Brackets(form);
        var start = 0;
        for (var open = form.IndexOf('(', StringComparison.Ordinal); open >= 0; open = form.IndexOf('(', open + 1))
        {
            var close = brackets.Closing(open);
            if (close == form.Length || close - open > LongestBracket || open - start < ShortestTask)
                continue;
            var end = close + 1;
            while (end < form.Length && form[end] is '。' or ';' or ' ')
                end++;
            // 市发展改革委(市能源局)、市财政局: within a sentence a bracket says something else.
            if (form[open - 1] is not ('。' or ';' or '!') && !(end < form.Length ? form[close + 1] is '。' or ';' : ends.Count > 0))
                continue;
            if (!ResponsibilityReader.Find(form[open..(close + 1)]).Exists(a => a.Units.Count > 0))
                continue;
            ends.Add(end);
            start = end;
        }

        return ends;
    }
}
