namespace TargetLedger.Documents.Cleaning;

/// <summary>White space of the layout. A blank between two characters may part two names and stays.</summary>
internal static class Spaces
{
    /// <summary>Zero-width marks, soft hyphens and byte order marks inside of a text.</summary>
    public static List<Splice> FindInvisible(string text)
    {
        var found = new List<Splice>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF')
                found.Add(new(i, i + 1, ""));
        }

        return found;
    }

    /// <summary>Indents, and blanks before the end of a line.</summary>
    public static List<Splice> FindEdges(string text)
    {
        var found = new List<Splice>(2);
        var first = text.Length - text.AsSpan().TrimStart().Length;
        if (first > 0)
            found.Add(new(0, first, ""));
        var last = text.AsSpan().TrimEnd().Length;
        if (last < text.Length && last > 0)
            found.Add(new(last, text.Length, ""));
        return found;
    }

    /// <summary>
    /// Several blanks become one, of whatever width; between a digit or letter and a character, where some write one for the
    /// look of it, none. Line ends within a cell stay, their blanks do not.
    /// </summary>
    public static List<Splice> Find(string text)
    {
        var found = new List<Splice>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
                continue;
            var start = i;
            while (i < text.Length && char.IsWhiteSpace(text[i]))
                i++;
            var becomes = Becomes(text, start, i);
            if (!text.AsSpan(start, i - start).SequenceEqual(becomes))
                found.Add(new(start, i, becomes));
        }

        return found;
    }

    private static string Becomes(string text, int start, int end)
    {
        if (text.AsSpan(start, end - start).Contains('\n'))
            return "\n";
        if (start == 0 || end == text.Length)
            return " ";
        var (before, after) = (text[start - 1], text[end]);
        var isOne = end - start == 1 && text[start] == ' ';
        var isForLook = (char.IsAsciiLetterOrDigit(before) && IsIdeograph(after) && !EndsInTime(text, start)) || (IsIdeograph(before) && char.IsAsciiDigit(after));
        return isOne && isForLook ? "" : " ";
    }

    /// <summary>09:30 is complete, and what follows is something else.</summary>
    private static bool EndsInTime(string text, int end) => end >= 3 && text[end - 3] == ':';

    private static bool IsIdeograph(char c) => c is >= '\u3400' and <= '\u9FFF';
}
