using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Structure;

/// <summary>The rows below a header: a row of units of measure belongs to the header, 同上 is what it stands for, and who filled the table in is no task.</summary>
internal static partial class TableBody
{
    /// <param name="columns">Take the units of measure a row of its own names.</param>
    public static List<TableLine> Of(IEnumerable<TableLine> lines, List<TableColumn> columns)
    {
        var body = new List<TableLine>();
        foreach (var line in lines)
        {
            if (body.Count == 0 && AreMeasures(line))
                TakeMeasures(line, columns);
            else if (!IsFooter(line))
                body.Add(body.Count == 0 ? line : Spelled(line, body[^1]));
        }

        return body;
    }

    /// <param name="blanks">Headers below which an open cell repeats the one above it.</param>
    public static TaskTable Filled(TaskTable table, HashSet<string> blanks)
    {
        var columns = Enumerable.Range(0, table.Columns.Count).Where(i => blanks.Contains(table.Columns[i].Own)).ToHashSet();
        if (columns.Count == 0)
            return table;
        var lines = new List<TableLine>(table.Lines.Count);
        foreach (var line in table.Lines)
            lines.Add(lines.Count == 0 ? line : new([.. line.Cells.Select((c, i) => columns.Contains(i) ? line.At(i) ?? lines[^1].At(i) : c)]));
        return table with { Lines = lines };
    }

    // |计量单位|亩|户|万株|
    private static bool AreMeasures(TableLine line)
    {
        var words = line.Written.Skip(1).Select(Text).Where(w => w.Trim('-', '/') .Length > 0).ToList();
        return words.Count >= 2 && words.TrueForAll(w => UnitWord.Whole(w) is not null)
            && (Text(line.Written[0]) is "单位" or "计量单位" or "指标单位" || UnitWord.Whole(Text(line.Written[0])) is not null);
    }

    private static void TakeMeasures(TableLine line, List<TableColumn> columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (line.At(i) is { } cell && UnitWord.Whole(Text(cell)) is { } unit)
                columns[i] = columns[i] with { Unit = columns[i].Unit ?? unit, Use = columns[i].Use == ColumnUse.Details ? ColumnUse.Target : columns[i].Use };
        }
    }

    private static TableLine Spelled(TableLine line, TableLine above)
        => line.Written.Exists(IsSame) ? new([.. line.Cells.Select((c, i) => c is not null && IsSame(c) ? above.At(i) : c)]) : line;

    private static bool IsSame(SourceCell cell) => Text(cell) is "同上" or "〃" or "″" or "\"" or "同前";

    private static bool IsFooter(TableLine line) => line.Written.Count > 0 && Signature().IsMatch(Text(line.Written[0]));

    private static string Text(SourceCell cell) => string.Concat(Signs.OneForm(cell.Clean.Text).Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex("^(填报|填表|制表|审核|审批|签发|经办|复核|报送|联系|主要负责|分管)(人|单位|日期|时间|领导|电话|方式|负责人)(签字|签名|签章|\\(盖章\\))?:", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Signature();
}
