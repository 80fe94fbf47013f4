namespace TargetLedger.Documents.Sheets;

/// <summary>A table to be exported, but for its rows.</summary>
/// <param name="Name">The sheet's.</param>
/// <param name="Title">Printed above the table.</param>
/// <param name="Note">Under the title: what it is true of.</param>
/// <param name="Footer">At the foot of each page: the position it is true of, and when that was recorded.</param>
/// <param name="Kept">Texts for a program, on a sheet nobody sees; not in a .csv.</param>
public sealed record Sheet(
    string Name,
    string Title,
    string Note,
    string Footer,
    IReadOnlyList<SheetColumn> Columns,
    IReadOnlyList<string>? Kept = null);

public enum SheetFormat
{
    /// <summary>Office Open XML (ECMA-376).</summary>
    Xlsx,

    /// <summary>RFC 4180 in UTF-8 with a byte order mark, without which a Chinese Excel reads it as GBK.</summary>
    Csv,
}

/// <summary>Writes tables as files, row by row: what is held in memory does not grow with the table.</summary>
public static class SheetFile
{
    /// <param name="target">Need not be seekable; it is written to asynchronously only, and left open.</param>
    /// <param name="rows">A cell for each column.</param>
    public static Task WriteAsync(
        Stream target, SheetFormat format, Sheet sheet, IAsyncEnumerable<IReadOnlyList<SheetCell>> rows, CancellationToken cancellation = default)
        => WriteAsync(target, format, sheet, rows, () => [], cancellation);

    /// <param name="behind">Sheets behind the first, asked for when that is written; those without rows are left out. A .csv has none.</param>
    /// <inheritdoc cref="WriteAsync(Stream, SheetFormat, Sheet, IAsyncEnumerable{IReadOnlyList{SheetCell}}, CancellationToken)"/>
    internal static Task WriteAsync(
        Stream target,
        SheetFormat format,
        Sheet sheet,
        IAsyncEnumerable<IReadOnlyList<SheetCell>> rows,
        Func<IEnumerable<(Sheet Sheet, IAsyncEnumerable<IReadOnlyList<SheetCell>> Rows)>> behind,
        CancellationToken cancellation)
        => format == SheetFormat.Xlsx ? Workbook.WriteAsync(target, sheet, rows, behind, cancellation) : SeparatedValues.WriteAsync(target, sheet, rows, cancellation);

    public static string MediaTypeOf(SheetFormat format) => format == SheetFormat.Xlsx
        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        : "text/csv; charset=utf-8";
}
