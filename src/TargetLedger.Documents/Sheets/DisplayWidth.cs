namespace TargetLedger.Documents.Sheets;

/// <summary>How wide a text is beside others: a Chinese character or full-width sign takes two of Latin ones.</summary>
internal static class DisplayWidth
{
    public static int Of(string text)
    {
        var (widest, line) = (0, 0);
        foreach (var c in text)
        {
            line = c == '\n' ? 0 : line + (IsWide(c) ? 2 : 1);
            widest = Math.Max(widest, line);
        }

        return widest;
    }

    /// <summary>How many lines it takes in so many characters.</summary>
    public static int LinesOf(string text, int width)
    {
        var (lines, line) = (1, 0);
        foreach (var c in text)
        {
            var wide = IsWide(c) ? 2 : 1;
            if (c == '\n' || line + wide > width)
                (lines, line) = (lines + 1, c == '\n' ? 0 : wide);
            else
                line += wide;
        }

        return lines;
    }

    /// <summary>By blocks rather than by UAX #11: what is ambiguous there is wide in a Chinese font.</summary>
    private static bool IsWide(char c) => c >= '\u2e80' || c is >= '\u2010' and <= '\u203e' or >= '\u2460' and <= '\u24ff';
}
