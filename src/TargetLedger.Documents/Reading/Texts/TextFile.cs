namespace TargetLedger.Documents.Reading.Texts;

/// <summary>
/// Plain or pasted text: a line is a paragraph, unless the text is hard-wrapped; lines with the same number of tabs, as they
/// come from a spreadsheet, are a table.
/// </summary>
internal static class TextFile
{
    public static Transcript Read(string text)
    {
        if (text.Length > ReadingLimits.MaxCharacters)
            throw Refusal.TooLong();

        var transcript = new Transcript();
        var lines = text.TrimEnd('\n').Split('\n');
        var wrapping = LineWrapping.Of(lines);
        for (var i = 0; i < lines.Length;)
        {
            var rows = TableRows(lines, i);
            if (rows > 0)
                transcript.Add(Cells(lines.AsSpan(i, rows)), name: null);
            else
                rows = wrapping.AddParagraph(transcript, lines, i);
            i += rows;
        }

        return transcript;
    }

    /// <summary>How many lines from here on are one table; 0 for prose.</summary>
    private static int TableRows(string[] lines, int first)
    {
        var tabs = InnerTabs(lines[first]);
        var row = first;
        while (tabs > 0 && row < lines.Length && InnerTabs(lines[row]) == tabs)
            row++;
        return row - first >= 2 ? row - first : 0;
    }

    /// <summary>Tabs before the first word indent it.</summary>
    private static int InnerTabs(string line) => line.StartsWith('\t') && line.AsSpan().TrimStart('\t').Count('\t') == 0 ? 0 : line.AsSpan().Count('\t');

    private static List<TableCell> Cells(ReadOnlySpan<string> lines)
    {
        var cells = new List<TableCell>();
        for (var row = 0; row < lines.Length; row++)
        {
            var column = 0;
            foreach (var words in lines[row].Split('\t'))
                cells.Add(new(Words.Plain(words), row, column++));
        }

        return cells;
    }
}
