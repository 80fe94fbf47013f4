using System.Text;
using TargetLedger.Documents.Cleaning;

namespace TargetLedger.Documents.Reading;

/// <summary>What a reader of one format writes down: the text, in order, and where its paragraphs and cells stand in it.</summary>
internal sealed class Transcript
{
    private readonly StringBuilder _text = new();
    private int _cells;
    private int _namelessTables;
    private int _listed;
    private bool _inListed;

    public List<WrittenBlock> Blocks { get; } = [];

    public List<Change> Changes { get; } = [];

    /// <summary>Tables this ledger has exported.</summary>
    public List<SourceList> Lists { get; } = [];

    public int NamelessTables => _namelessTables;

    public int Length => _text.Length;

    public string Text() => _text.ToString();

    /// <param name="noise">Navigation and the like: it stays in the text and is not read on.</param>
    /// <param name="gaps">Line breaks and indents of the layout inside of the paragraph, by place in its words.</param>
    public void Add(Words words, int? headingLevel = null, bool noise = false, IReadOnlyList<(int Start, int End)>? gaps = null)
    {
        var start = Append(words);
        Blocks.Add(new WrittenParagraph(start, _text.Length, headingLevel, [.. (gaps ?? []).Select(g => (g.Start + start, g.End + start))]) { IsNoise = noise });
        EndLine();
    }

    /// <summary>One line a row of the text, its cells parted by tabs.</summary>
    /// <param name="cells">By row, then column.</param>
    /// <param name="name">The sheet's; null for a table of a document, which is counted.</param>
    public void Add(IReadOnlyList<TableCell> cells, string? name, bool noise = false)
    {
        _cells += cells.Count;
        if (_cells > ReadingLimits.MaxCells)
            throw Refusal.SheetTooLarge();

        var table = name is null ? $"T{++_namelessTables}" : name;
        var start = _text.Length;
        var written = new List<WrittenCell>(cells.Count);
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = cells[i];
            if (i > 0 && cells[i - 1].Row != cell.Row)
                EndLine();
            else if (i > 0)
                _text.Append('\t');

            var cellStart = Append(cell.Words);
            written.Add(new(cellStart, _text.Length, cell, name is null
                ? $"{table}R{cell.Row + 1}C{cell.Column + 1}"
                : $"{table}!{CellPlace.Letters(cell.Column)}{cell.Row + 1}"));
            if (cell.IsHidden && cellStart < _text.Length)
                Changes.Add(new(ChangeKind.Hidden, cellStart, _text.Length, cell.Words.Text, cell.Words.Text));
        }

        Blocks.Add(new WrittenTable(start, _text.Length, written, name) { IsNoise = noise });
        EndLine();
    }

    public void BlankLine() => EndLine();

    /// <summary>One cell of a list's row, parted from the one before it by a tab.</summary>
    /// <returns>Its place.</returns>
    public (int Start, int End) AppendListed(string text)
    {
        if (_inListed)
            _text.Append('\t');
        var start = _text.Length;
        _text.Append(text);
        _listed += text.Length + 1;
        _inListed = true;
        return _listed <= ReadingLimits.MaxListCharacters ? (start, _text.Length) : throw Refusal.ListTooLong();
    }

    public void EndListed()
    {
        _text.Append('\n');
        _inListed = false;
    }

    private int Append(Words words)
    {
        var start = _text.Length;
        _text.Append(words.Text);
        if (_text.Length - _listed > ReadingLimits.MaxCharacters)
            throw Refusal.TooLong();
        foreach (var change in words.Changes)
            Changes.Add(change with { Start = change.Start + start, End = change.End + start });
        if (Changes.Count > ReadingLimits.MaxChanges || Blocks.Count > ReadingLimits.MaxBlocks)
            throw Refusal.TooLong();
        return start;
    }

    private void EndLine()
    {
        _text.Append('\n');
        if (_text.Length - _listed > ReadingLimits.MaxCharacters)
            throw Refusal.TooLong();
    }
}

/// <summary>Words on their way into a transcript, with what their reader did to them; places count from their start.</summary>
internal sealed record Words(string Text, IReadOnlyList<Change> Changes)
{
    public static Words Plain(string text) => new(text, []);
}

/// <param name="Number">As stored, where a cell of a workbook holds a number; what is displayed may be rounded.</param>
internal sealed record TableCell(
    Words Words, int Row, int Column, int RowSpan = 1, int ColumnSpan = 1, DateOnly? Date = null, bool IsHidden = false, double? Number = null);

internal abstract record WrittenBlock(int Start, int End)
{
    public bool IsNoise { get; init; }
}

internal sealed record WrittenParagraph(int Start, int End, int? HeadingLevel, IReadOnlyList<(int Start, int End)> Gaps) : WrittenBlock(Start, End);

internal sealed record WrittenTable(int Start, int End, IReadOnlyList<WrittenCell> Cells, string? Name) : WrittenBlock(Start, End);

internal sealed record WrittenCell(int Start, int End, TableCell Cell, string Name);
