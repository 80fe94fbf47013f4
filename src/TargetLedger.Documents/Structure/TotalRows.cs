using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>Rows that add up the rows above them: 合计, 小计, 全市.</summary>
internal static partial class TotalRows
{
    /// <summary>What the row calls itself; null where it is none.</summary>
    public static string? Of(TaskTable table, TableLine line)
    {
        for (var i = 0; i < Math.Min(3, line.Cells.Count); i++)
        {
            if (line.At(i) is { } cell && string.Concat(Signs.OneForm(cell.Clean.Text).Where(c => !char.IsWhiteSpace(c))) is var words && Total().IsMatch(words)
                && (table.Columns[i].Use is ColumnUse.Number or ColumnUse.Section or ColumnUse.Task or ColumnUse.District or ColumnUse.Indicator or ColumnUse.Details))
                return words;
        }

        return null;
    }

    [GeneratedRegex(@"^((全[市县区省州]|各[^,。]{1,6}|本页|累计)?(合计|总计|小计|共计)|全[市县区省州旗镇乡院校局])(\([^()]*\))?$|^[^,。、]{1,4}(合计|总计|小计)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Total();
}
