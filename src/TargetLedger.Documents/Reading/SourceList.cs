namespace TargetLedger.Documents.Reading;

/// <summary>
/// A table that is known by its headings as one this ledger has exported: each row in as little memory as places take, since
/// there may be a hundred thousand. Nothing of it is cleaned; names must stay the names they were.
/// </summary>
/// <param name="Prefix">What the name of a cell begins with: the sheet's name and "!", or "T1" of a document's first table.</param>
/// <param name="Columns">Where each heading stands, in the order of the cells of a row.</param>
public sealed record SourceList(string Prefix, IReadOnlyDictionary<string, int> Headings, IReadOnlyList<int> Columns, List<SourceListRow> Rows)
{
    /// <summary>By the names all cells have: Sheet1!B3, T1R2C3.</summary>
    public string NameOf(int row, int index) => Prefix.EndsWith('!')
        ? $"{Prefix}{CellPlace.Letters(Columns[index])}{row + 1}"
        : $"{Prefix}R{row + 1}C{Columns[index] + 1}";
}

/// <param name="Row">0-based, of the sheet.</param>
/// <param name="Cells">One for each heading; <see cref="SourceListCell.None"/> where the row has none.</param>
public sealed record SourceListRow(int Row, SourceListCell[] Cells);

/// <param name="Day">The day's number, where the cell holds a real date; else -1.</param>
public readonly record struct SourceListCell(int Start, int End, int Day)
{
    public static SourceListCell None { get; } = new(-1, -1, -1);

    public DateOnly? Date => Day < 0 ? null : DateOnly.FromDayNumber(Day);
}
