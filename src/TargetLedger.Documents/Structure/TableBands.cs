using TargetLedger.Documents.Quantities;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Structure;

/// <summary>Rows that name what stands below them: 民生保障 across the table, 一 | 经济发展, with or without the sums of what follows.</summary>
internal static class TableBands
{
    // A row that is one cell across the table names what follows.
    public static string? Of(TaskTable table, TableLine line)
    {
        return line.Written switch
        {
            // 民生保障 alone in its row, where tasks are numbered.
            [var alone] when IsHeading(table, line, alone) => Stripped(TaskTable.PieceOf(alone)),
            [var only] when line.WidthOf(only) > 2 || (line.WidthOf(only) < table.Columns.Count && Numbering.Read(TaskTable.PieceOf(only).Form) is { Kind: NumberingKind.Han or NumberingKind.HanBracket })
                => Stripped(TaskTable.PieceOf(only)),
            // 二、畜牧生产 over the numbers and the names, with the sums of what is counted below.
            [var title, _, ..] when IsAcrossNames(table, line, title) => Stripped(TaskTable.PieceOf(title)),
            // 一 | 规范行政决策: its number stands in a cell of its own, and nothing else in the row.
            [var number, var title] when table.Columns[0].Use == ColumnUse.Number && number == line.Cells[0] && IsBandNumber(number) && table.Columns.Count > 3 => Stripped(TaskTable.PieceOf(title)),
            // 1 | 经济发展, with 1.1, 1.2 below it.
            [var number, var title] when table.Columns[0].Use == ColumnUse.Number && number == line.Cells[0] && table.Columns.Count > 3 && HasParts(table, number) => Stripped(TaskTable.PieceOf(title)),
            // 一 | 交通类 | 30000 | 12000: with the sums of what is counted 1, 2, 3 below.
            [var number, var title, ..] when table.Columns[0].Use == ColumnUse.Number && number == line.Cells[0] && IsBandNumber(number) && line.WidthOf(title) < table.Columns.Count - 1 && IsSum(table, line) => Stripped(TaskTable.PieceOf(title)),
            _ => null,
        };
    }

    private static bool IsHeading(TaskTable table, TableLine line, SourceCell alone)
        => table.Columns.ToList().FindIndex(c => c.Use == ColumnUse.Number) is >= 0 and var number && alone.Clean.Text.Length <= 30 && table.Columns.Count > 3
            && (line.At(number) == alone ? alone.Clean.Text.Count(Signs.IsHan) >= 2 : table.Columns.Any(c => c.Use == ColumnUse.Units) && NameCells.Of(table, line) == alone && alone.RowSpan == 1);

    private static bool IsAcrossNames(TaskTable table, TableLine line, SourceCell title)
        => line.At(0) == title && table.Columns[0].Use == ColumnUse.Number && NameCells.Of(table, line) == title
            && Numbering.Read(TaskTable.PieceOf(title).Form) is { Kind: NumberingKind.Han or NumberingKind.HanBracket } && IsSum(table, line);

    private static bool HasParts(TaskTable table, SourceCell number)
        => Signs.OneForm(number.Clean.Text).Trim() is { Length: > 0 and <= 3 } own && own.All(char.IsAsciiDigit)
            && table.Lines.Any(l => l.At(0) is { } part && Signs.OneForm(part.Clean.Text).Trim() is { } form && (form.StartsWith(own + ".", StringComparison.Ordinal) || form.StartsWith(own + "-", StringComparison.Ordinal)));

    private static bool IsSum(TaskTable table, TableLine line)
        => !Enumerable.Range(0, table.Columns.Count).Any(i => table.Columns[i].Use is ColumnUse.Units or ColumnUse.Deadline && line.At(i)?.Clean.Text.Any(Signs.IsHan) == true)
            && table.Lines.Any(l => l.At(0)?.Clean.Text.Trim() is { Length: > 0 } counted && counted.All(char.IsAsciiDigit));

    private static bool IsBandNumber(SourceCell cell) => Signs.OneForm(cell.Clean.Text).Trim('(', ')', '、', ' ') is { Length: > 0 } text && text.All(c => "一二三四五六七八九十".Contains(c));

    public static string Stripped(Piece piece) => piece.Text[(Numbering.Read(piece.Form)?.Length ?? 0)..].Trim();
}
