using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>A stretch of a paragraph or of a cell, whose places lead back to the document's text.</summary>
internal sealed class Piece(CleanText source, int offset, string text, string? cell = null, int? headingLevel = null)
{
    private IReadOnlyList<Answer>? _answers;

    public string Text { get; } = text;

    public string Form { get; } = Signs.OneForm(text);

    /// <summary>The cell it is from, as people name it; null in prose.</summary>
    public string? Cell { get; } = cell;

    public int? HeadingLevel { get; } = headingLevel;

    /// <summary>Who answers, by these words; asked for again and again while tasks are told from sections.</summary>
    public IReadOnlyList<Answer> Answers => _answers ??= ResponsibilityReader.Find(Form, Text);

    public int SourceStart(int at) => source.SourceStart(offset + at);

    public int SourceEnd(int at) => source.SourceEnd(offset + at);

    public Piece Part(Range range)
    {
        var (start, length) = range.GetOffsetAndLength(Text.Length);
        return new(source, offset + start, Text.Substring(start, length), Cell, HeadingLevel);
    }

    /// <summary>Other words at the same places.</summary>
    public Piece With(string words) => new(source, offset, words, Cell, HeadingLevel);

    /// <summary>Without the spaces around it.</summary>
    public Piece Trimmed()
    {
        var (start, end) = (0, Form.Length);
        while (start < end && char.IsWhiteSpace(Form[start]))
            start++;
        while (end > start && char.IsWhiteSpace(Form[end - 1]))
            end--;
        return Part(start..end);
    }
}
