using System.Text;

namespace TargetLedger.Documents.Reading.Texts;

/// <summary>
/// Whether the lines of a text are its paragraphs, or were broken at a width: then a line that is as wide as it could be goes
/// on in the next.
/// </summary>
internal sealed class LineWrapping
{
    /// <summary>Columns by which a full line may fall short: one wide character that did not fit, and a mark that may not begin a line.</summary>
    private const int Slack = 4;

    /// <summary>Wider lines are paragraphs of a file that wraps nothing.</summary>
    private const int WidestColumns = 130;

    private readonly int? _width;

    private LineWrapping(int? width) => _width = width;

    public static LineWrapping Of(IReadOnlyList<string> lines)
    {
        // Lines with gaps in them are rows of a table, which may be wider than the text.
        var widths = lines.Where(l => !l.AsSpan().Trim().Contains("  ", StringComparison.Ordinal)).Select(Width).Where(w => w > 0).Order().ToList();
        if (widths.Count < 8)
            return new(null);

        var full = widths[^Math.Max(1, widths.Count / 20)];
        var atFull = widths.Count(w => w >= full - Slack && w <= full + Slack);
        return new(widths[^1] <= WidestColumns && full >= 40 && atFull >= widths.Count * 0.4 ? full : null);
    }

    /// <summary>Adds the paragraph that begins at this line, or a blank line; how many lines it took.</summary>
    public int AddParagraph(Transcript transcript, IReadOnlyList<string> lines, int first)
    {
        if (string.IsNullOrWhiteSpace(lines[first]))
        {
            transcript.BlankLine();
            return 1;
        }

        var last = first;
        while (last + 1 < lines.Count && GoesOn(lines[last], lines[last + 1]))
            last++;
        if (last == first)
        {
            transcript.Add(Words.Plain(lines[first]));
            return 1;
        }

        var text = new StringBuilder(lines[first]);
        var gaps = new List<(int, int)>();
        for (var i = first + 1; i <= last; i++)
        {
            var end = text.Length - (lines[i - 1].Length - lines[i - 1].AsSpan().TrimEnd().Length);
            text.Append('\n').Append(lines[i]);
            gaps.Add((end, text.Length - lines[i].AsSpan().TrimStart().Length));
        }

        transcript.Add(Words.Plain(text.ToString()), gaps: gaps);
        return last - first + 1;
    }

    private bool GoesOn(string line, string next)
        => _width is { } width
            && Width(line) >= width - Slack
            && !string.IsNullOrWhiteSpace(next)
            && Indent(next) <= Indent(line)
            && !ListMarks.Begin(next);

    private static int Indent(string line) => Columns(line.AsSpan(0, line.Length - line.AsSpan().TrimStart().Length));

    private static int Width(string line) => Columns(line.AsSpan().TrimEnd());

    /// <summary>As a typewriter face shows it: a Chinese character takes two columns.</summary>
    private static int Columns(ReadOnlySpan<char> text)
    {
        var columns = 0;
        foreach (var c in text)
            columns += c >= 0x2E80 && c is not (>= '\uFF61' and <= '\uFFDC') ? 2 : 1;
        return columns;
    }
}
