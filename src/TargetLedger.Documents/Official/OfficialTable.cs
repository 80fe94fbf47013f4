namespace TargetLedger.Documents.Official;

/// <summary>A table of an official document.</summary>
/// <param name="Columns">Headings, and how wide each is in parts of the whole.</param>
public sealed record OfficialTable(IReadOnlyList<OfficialColumn> Columns);

/// <param name="IsCentred">For numbers and dates; texts stand to the left.</param>
public sealed record OfficialColumn(string Heading, int Parts, bool IsCentred = false);

/// <summary>A row: a cell for each column, or one heading over all of them.</summary>
public sealed record OfficialRow(IReadOnlyList<OfficialCell> Cells)
{
    public static OfficialRow Heading(string text) => new([new(text)]);

    internal bool IsHeading => Cells.Count == 1;
}

/// <param name="Continues">It is one cell with the one above.</param>
/// <param name="IsContinued">It is one cell with the one below.</param>
public sealed record OfficialCell(string Text, bool Continues = false, bool IsContinued = false);
