using TargetLedger.Documents.Reading.Texts;

namespace TargetLedger.Documents.Reading.Programs;

/// <summary>
/// A table in a PDF's text, which has no cells: columns are parted by places blank in every line, rows begin where the first
/// column counts on. Where that is not so, nothing is guessed and the lines stay lines.
/// </summary>
internal static class PdfTable
{
    /// <summary>Blanks between two columns; one stands between a number and a word.</summary>
    private const int Gutter = 2;

    private const int LeastColumns = 3;

    /// <summary>How many lines from here on are one table, and its cells; 0 where none begins.</summary>
    public static (int Lines, List<TableCell> Cells) At(IReadOnlyList<string> lines, int first)
    {
        if (Starts(lines[first]).Count < LeastColumns)
            return (0, []);

        var end = first;
        while (end < lines.Count && (end == first || IsInTable(lines[end])))
            end++;
        var rows = lines.Skip(first).Take(end - first).ToList();
        var columns = Columns(rows);
        if (columns.Count < LeastColumns || !CountsOn(rows, columns[0]))
            return (0, []);
        return (rows.Count, Cells(rows, columns));
    }

    /// <summary>Where words begin behind two blanks or more, or at the left edge.</summary>
    private static List<int> Starts(string line)
    {
        var starts = new List<int>();
        var blanks = Gutter;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != ' ' && blanks >= Gutter)
                starts.Add(i);
            blanks = line[i] == ' ' ? blanks + 1 : 0;
        }

        return starts;
    }

    /// <summary>A row, or a cell's words going on further right than any paragraph is indented.</summary>
    private static bool IsInTable(string line) => Starts(line) is { Count: >= 2 } || (Starts(line) is [> 4] && !ListMarks.Begin(line));

    private static List<(int Start, int End)> Columns(List<string> rows)
    {
        var width = rows.Max(r => r.Length);
        var columns = new List<(int Start, int End)>();
        var (start, blanks) = (-1, Gutter);
        for (var i = 0; i <= width; i++)
        {
            var isBlank = i == width || rows.TrueForAll(r => i >= r.Length || r[i] == ' ');
            if (!isBlank && start < 0)
                start = i;
            blanks = isBlank ? blanks + 1 : 0;
            if (start >= 0 && (blanks == Gutter || i == width))
            {
                columns.Add((start, i == width ? width : i - Gutter + 1));
                start = -1;
            }
        }

        return columns;
    }

    /// <summary>Below a header the first column holds 1, 2, 3 …, each at the top of its row.</summary>
    private static bool CountsOn(List<string> rows, (int Start, int End) first)
    {
        var numbers = rows.Select(r => Cut(r, first)).Where(c => c.Length > 0).ToList();
        var header = rows.FindIndex(r => int.TryParse(Cut(r, first), out _));
        if (header < 1 || numbers.Count < 3)
            return false;

        var counted = numbers.SkipWhile(n => !int.TryParse(n, out _)).Select(n => int.TryParse(n, out var number) ? number : -1).ToList();
        return counted.Index().All(n => n.Item == counted[0] + n.Index) && rows.Take(header).Count(r => Cut(r, first).Length > 0) == 1;
    }

    private static List<TableCell> Cells(List<string> rows, List<(int Start, int End)> columns)
    {
        var cells = new List<TableCell>();
        var row = 0;
        for (var i = 0; i < rows.Count; row++)
        {
            var next = i + 1;
            while (next < rows.Count && Cut(rows[next], columns[0]).Length == 0)
                next++;
            for (var column = 0; column < columns.Count; column++)
            {
                var words = string.Concat(rows.Skip(i).Take(next - i).Select(r => Cut(r, columns[column])));
                cells.Add(new(Words.Plain(words), row, column));
            }

            i = next;
        }

        return cells;
    }

    private static string Cut(string line, (int Start, int End) column)
        => column.Start >= line.Length ? "" : line[column.Start..Math.Min(column.End, line.Length)].Trim();
}
