using TargetLedger.Documents.Cleaning;

namespace TargetLedger.Documents.Reading;

/// <summary>A document as it was read: one decoded, uncleaned text, and the blocks it is made of, in reading order.</summary>
/// <param name="Text">
/// What `ledger draft --text` prints: decoded, without byte order mark, lines ended by "\n". Every offset into it counts
/// UTF-16 units; an end is the place after the last one.
/// </param>
/// <param name="Blocks">What is left of the text after cleaning; navigation and footers of a web page are not among them.</param>
/// <param name="Changes">Everything cleaning left out, changed or could not read, by place.</param>
public sealed record SourceDocument(string Text, IReadOnlyList<SourceBlock> Blocks, IReadOnlyList<Change> Changes)
{
    /// <summary>Tables this ledger has exported, row by row; their headings and what is above them are among the blocks.</summary>
    public IReadOnlyList<SourceList> Lists { get; init; } = [];
}

/// <summary>A paragraph or a table.</summary>
public abstract record SourceBlock(int Start, int End);

/// <summary>A line of prose.</summary>
/// <param name="Clean">Its words after cleaning, which lead back to their places in the document's text.</param>
/// <param name="HeadingLevel">1 for the highest; null where the document does not say that this is a heading.</param>
public sealed record SourceParagraph(int Start, int End, CleanText Clean, int? HeadingLevel) : SourceBlock(Start, End);

/// <summary>A table of a document, or a sheet of a workbook.</summary>
/// <param name="Name">The sheet's name; null for a table of a document.</param>
public sealed record SourceTable(int Start, int End, IReadOnlyList<SourceRow> Rows, string? Name) : SourceBlock(Start, End);

/// <summary>The cells that begin in this row; a cell merged downwards is only in its first.</summary>
public sealed record SourceRow(IReadOnlyList<SourceCell> Cells);

/// <summary>A cell, merged or not.</summary>
/// <param name="Row">0-based place of its upper left corner in the table's grid; of a sheet, the sheet's own row less one.</param>
/// <param name="Column">0-based, as <paramref name="Row"/>.</param>
/// <param name="RowSpan">Rows it covers, at least 1.</param>
/// <param name="ColumnSpan">Columns it covers, at least 1.</param>
/// <param name="Clean">Its text as displayed, cleaned; lines within it are parted by "\n".</param>
/// <param name="Name">"Sheet1!B3" in a workbook; "T1R2C3" for the third column of the second row of a document's first table.</param>
/// <param name="Date">The day, where the cell holds a real date and not words that look like one.</param>
public sealed record SourceCell(
    int Start, int End, int Row, int Column, int RowSpan, int ColumnSpan, CleanText Clean, string Name, DateOnly? Date)
{
    /// <summary>As stored, where a cell of a workbook holds a number; what is displayed may be rounded.</summary>
    public double? Number { get; init; }
}
