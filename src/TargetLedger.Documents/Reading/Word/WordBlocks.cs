using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Reading.Archives;

namespace TargetLedger.Documents.Reading.Word;

/// <summary>Paragraphs and tables, wherever they stand: in the body, in a cell, in a text box.</summary>
internal sealed class WordBlocks(WordStyles styles, WordNumbering numbering, WordNotes notes, CancellationToken cancellation)
{
    /// <summary>The walk stands on the body, or on a wrapper around some of its blocks.</summary>
    public void ReadBody(XmlWalk walk, Transcript transcript)
    {
        foreach (var child in walk.Children())
        {
            cancellation.ThrowIfCancellationRequested();
            if (child == "p")
                Add(ReadParagraph(walk), transcript);
            else if (child == "tbl")
                AddTable(walk, transcript);
            else if (IsWrapper(child))
                ReadBody(walk, transcript);
        }
    }

    /// <summary>The paragraphs of a cell or text box; of a table within it, a line a row.</summary>
    public List<WordParagraph> ReadInner(XmlWalk walk)
    {
        var paragraphs = new List<WordParagraph>();
        foreach (var child in walk.Children())
            paragraphs.AddRange(ReadBlock(walk, child));
        return paragraphs;
    }

    /// <summary>The walk stands on <paramref name="child"/> of a cell or text box.</summary>
    public List<WordParagraph> ReadBlock(XmlWalk walk, string child)
    {
        var paragraphs = new List<WordParagraph>();
        if (child == "p")
            AddWithBoxes(ReadParagraph(walk), paragraphs);
        else if (child == "tbl")
            paragraphs.AddRange(Rows(WordTable.Read(walk, this)));
        else if (IsWrapper(child))
            paragraphs.AddRange(ReadInner(walk));
        return paragraphs;
    }

    public static Words Join(IEnumerable<Words> parts, char? separator)
    {
        var joined = new WordsBuilder();
        var isFirst = true;
        foreach (var part in parts)
        {
            if (!isFirst && separator is { } between)
                joined.Append(between);
            isFirst = false;
            joined.Append(part);
        }

        return joined.Take();
    }

    public static bool IsWrapper(string name) => name is "sdt" or "sdtContent" or "customXml" or "smartTag" or "ins" or "moveTo";

    private static IEnumerable<WordParagraph> Rows(List<TableCell> cells)
        => cells.GroupBy(c => c.Row).Select(row => new WordParagraph(Join(row.Select(c => c.Words), '\t'), null, false, []));

    private static void Add(WordParagraph paragraph, Transcript transcript)
    {
        if (paragraph.Words is { Text.Length: 0, Changes.Count: 0 })
            transcript.BlankLine();
        else
            transcript.Add(paragraph.Words, paragraph.HeadingLevel, noise: paragraph.IsContents);
        foreach (var box in paragraph.Boxes)
            Add(box, transcript);
    }

    private static void AddWithBoxes(WordParagraph paragraph, List<WordParagraph> paragraphs)
    {
        paragraphs.Add(paragraph);
        foreach (var box in paragraph.Boxes)
            AddWithBoxes(box, paragraphs);
    }

    private void AddTable(XmlWalk walk, Transcript transcript)
    {
        var cells = WordTable.Read(walk, this);
        if (cells.Count > 0)
            transcript.Add(cells, name: null);
    }

    private WordParagraph ReadParagraph(XmlWalk walk)
    {
        var runs = new WordRuns(notes, this);
        runs.Read(walk);
        var words = runs.Take();
        var style = styles.Of(runs.Style);

        // A paragraph all of which was deleted is gone, and its number with it.
        var isDeleted = words.Text.Length == 0 && words.Changes.Any(c => c.Kind == ChangeKind.Deleted);
        var label = isDeleted ? null : numbering.Next(runs.Number ?? style.Number);
        return new(
            label is null || words.Text.Length == 0 ? words : Join([Words.Plain(label), words], separator: null),
            (runs.OutlineLevel ?? style.OutlineLevel) is { } level and < 9 ? level + 1 : null,
            style.IsContents,
            runs.Boxes);
    }
}

/// <param name="HeadingLevel">1 for the highest.</param>
/// <param name="IsContents">A line of the table of contents.</param>
/// <param name="Boxes">Text boxes anchored here, read after it.</param>
internal sealed record WordParagraph(Words Words, int? HeadingLevel, bool IsContents, IReadOnlyList<WordParagraph> Boxes);
