using TargetLedger.Documents.Quantities;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Structure;

/// <summary>Parts the rows of a sheet where another table with other headers begins below the first.</summary>
internal static class TableParts
{
    private const int LongestLabel = 14;

    /// <param name="isLabel">Whether a cell can only be a header.</param>
    public static List<List<TableLine>> Of(List<TableLine> lines, Func<SourceCell, bool> isLabel)
    {
        var starts = new List<int> { 0 };
        var headers = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < lines.Count; row++)
        {
            if (!IsHeader(lines[row], isLabel) || (row > 0 && lines[row].Written.Exists(c => lines[row - 1].Written.Contains(c))))
                continue;
            // The same header again is the next page of the same table.
            var isFirst = headers.Count == 0;
            if (!headers.Add(string.Join('|', lines[row].Written.Select(Text))) || isFirst)
                continue;
            var start = row;
            while (start > starts[^1] && lines[start - 1].Written.Count <= 1)
                start--;
            starts.Add(start);
        }

        return [.. starts.Select((start, i) => lines.GetRange(start, (i + 1 < starts.Count ? starts[i + 1] : lines.Count) - start))];
    }

    /// <summary>二、重点项目: what stands in the row above a header, where it is numbered.</summary>
    public static string? Heading(TableLine above)
        => above.Written is [var only] && Text(only) is var form && Numbering.Read(form) is { Kind: NumberingKind.Han or NumberingKind.HanBracket or NumberingKind.Part } number ? form[number.Length..].Trim() : null;

    private static bool IsHeader(TableLine line, Func<SourceCell, bool> isLabel)
        => line.At(0) is { } first && !Text(first).Any(char.IsAsciiDigit) && line.Written.Count >= 3 && line.Written.TrueForAll(c => c.Clean.Text.Length <= LongestLabel)
            && line.Written.Count(isLabel) is >= 3 and var labels && labels * 2 > line.Written.Count;

    private static string Text(SourceCell cell) => Signs.OneForm(cell.Clean.Text).Trim();
}
