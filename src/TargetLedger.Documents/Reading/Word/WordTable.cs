using TargetLedger.Documents.Reading.Archives;

namespace TargetLedger.Documents.Reading.Word;

/// <summary>A table's cells on their grid: &lt;w:gridSpan&gt; merges to the right, &lt;w:vMerge&gt; downwards (17.4.17, 17.4.84).</summary>
internal sealed class WordTable
{
    private readonly WordBlocks _blocks;
    private readonly List<TableCell> _cells = [];

    /// <summary>By column, which cell goes on downwards there.</summary>
    private readonly Dictionary<int, int> _open = [];
    private int _row;

    private WordTable(WordBlocks blocks) => _blocks = blocks;

    /// <summary>The walk stands on &lt;w:tbl&gt;.</summary>
    public static List<TableCell> Read(XmlWalk walk, WordBlocks blocks)
    {
        var table = new WordTable(blocks);
        table.ReadRows(walk);
        return table._cells;
    }

    private void ReadRows(XmlWalk walk)
    {
        foreach (var child in walk.Children())
        {
            if (child == "tr")
            {
                var column = 0;
                ReadCells(walk, ref column);
                _row++;
            }
            else if (WordBlocks.IsWrapper(child))
            {
                ReadRows(walk);
            }
        }
    }

    private void ReadCells(XmlWalk walk, ref int column)
    {
        foreach (var child in walk.Children())
        {
            if (child == "trPr")
                column += GridBefore(walk);
            else if (child == "tc")
                column += ReadCell(walk, column);
            else if (WordBlocks.IsWrapper(child))
                ReadCells(walk, ref column);
        }
    }

    /// <summary>How many columns of the grid it takes.</summary>
    private int ReadCell(XmlWalk walk, int column)
    {
        var properties = new CellProperties(1, null, null);
        var paragraphs = new List<WordParagraph>();
        foreach (var child in walk.Children())
        {
            if (child == "tcPr")
                properties = CellProperties.Read(walk);
            else
                paragraphs.AddRange(_blocks.ReadBlock(walk, child));
        }

        var words = WordBlocks.Join(paragraphs.Select(p => p.Words).Where(w => w.Text.Length > 0 || w.Changes.Count > 0), '\n');
        if (properties.Down == "continue" && _open.TryGetValue(column, out var above))
            Extend(above, words, _cells[above] with { RowSpan = _row - _cells[above].Row + 1 });
        else if (properties.Right == "continue" && _cells.Count > 0 && _cells[^1].Row == _row)
            Extend(_cells.Count - 1, words, _cells[^1] with { ColumnSpan = column - _cells[^1].Column + properties.Span });
        else
            Add(column, properties, words);
        return properties.Span;
    }

    private void Add(int column, CellProperties properties, Words words)
    {
        if (_cells.Count >= ReadingLimits.MaxCells)
            throw Refusal.SheetTooLarge();
        if (properties.Down == "restart")
            _open[column] = _cells.Count;
        else
            _open.Remove(column);
        _cells.Add(new(words, _row, column, ColumnSpan: properties.Span));
    }

    /// <summary>Characters of one cell that are joined out of several; Excel's cells end at about as much.</summary>
    private const int LongestJoined = 32_000;

    /// <summary>Words in a cell that is merged into another belong to that other, though Word shows them nowhere.</summary>
    private void Extend(int index, Words words, TableCell extended)
    {
        if (words.Text.Length > 0 && extended.Words.Text.Length > LongestJoined)
            throw Refusal.TooLong();
        _cells[index] = words.Text.Length == 0 ? extended : extended with { Words = WordBlocks.Join([extended.Words, words], '\n') };
    }

    private static int GridBefore(XmlWalk walk)
    {
        var columns = 0;
        foreach (var child in walk.Children())
        {
            if (child == "gridBefore")
                columns = CellProperties.Columns(walk);
        }

        return columns;
    }

    /// <param name="Span">Columns of the grid.</param>
    /// <param name="Down">"restart" begins a merge downwards, "continue" goes on with it; null for neither.</param>
    /// <param name="Right">The same to the right, as older programs write it.</param>
    private sealed record CellProperties(int Span, string? Down, string? Right)
    {
        /// <summary>Word's widest table has 63 columns; more would only cost memory.</summary>
        private const int MostColumns = 1_000;

        public static CellProperties Read(XmlWalk walk)
        {
            var properties = new CellProperties(1, null, null);
            foreach (var child in walk.Children())
            {
                properties = child switch
                {
                    "gridSpan" => properties with { Span = Math.Max(1, Columns(walk)) },
                    "vMerge" => properties with { Down = walk.Attribute("val") ?? "continue" },
                    "hMerge" => properties with { Right = walk.Attribute("val") ?? "continue" },
                    _ => properties,
                };
            }

            return properties;
        }

        public static int Columns(XmlWalk walk) => Math.Min(WordStyles.Number(walk.Attribute("val")) ?? 0, MostColumns);
    }
}
