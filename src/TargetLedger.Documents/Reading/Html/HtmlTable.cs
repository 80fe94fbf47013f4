using System.Globalization;
using AngleSharp.Dom;
using TargetLedger.Documents.Cleaning;

namespace TargetLedger.Documents.Reading.Html;

/// <summary>A table's cells on their grid (HTML standard, 4.9.12). Older pages lay out whole texts in tables; those are no data.</summary>
internal static class HtmlTable
{
    private const int MostColumns = 1_000;

    /// <summary>Longer cells are columns of a page, not of a table.</summary>
    private const int LongestCell = 3_000;

    public static bool IsData(IElement table)
    {
        var cells = Rows(table).Select(r => Cells(r).ToList()).ToList();
        return cells.Exists(row => row.Count(c => HtmlText.Holds(c, 1)) >= 2)
            && cells.TrueForAll(row => row.TrueForAll(c => c.GetElementsByTagName("table").Length == 0 && !HtmlText.Holds(c, LongestCell)));
    }

    public static List<TableCell> Read(IElement table)
    {
        var cells = new List<TableCell>();
        var taken = new Dictionary<int, int>();
        var row = 0;
        var rows = Rows(table).ToList();
        foreach (var line in rows)
        {
            var column = 0;
            foreach (var element in Cells(line))
            {
                while (taken.GetValueOrDefault(column) > row)
                    column++;
                var down = Span(element, "rowspan", rows.Count - row);
                var right = Span(element, "colspan", MostColumns);
                if (column + right > MostColumns || cells.Count >= ReadingLimits.MaxCells)
                    throw Refusal.SheetTooLarge();

                cells.Add(new(Words(element), row, column, down, right, IsHidden: HtmlNoise.IsHidden(line) || HtmlNoise.IsHidden(element)));
                for (var i = 0; i < right; i++)
                    taken[column++] = row + down;
            }

            row++;
        }

        return cells;
    }

    private static IEnumerable<IElement> Rows(IElement table)
        => table.Children.SelectMany(c => c.LocalName is "thead" or "tbody" or "tfoot" ? c.Children : (IEnumerable<IElement>)[c]).Where(r => r.LocalName == "tr");

    private static IEnumerable<IElement> Cells(IElement row) => row.Children.Where(c => c.LocalName is "td" or "th");

    /// <summary>0 stands for all that are left.</summary>
    private static int Span(IElement cell, string attribute, int left)
        => int.TryParse(cell.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var span)
            ? Math.Clamp(span == 0 ? left : span, 1, Math.Max(left, 1))
            : 1;

    private static Words Words(IElement cell)
    {
        var words = new WordsBuilder();
        Append(cell, words);
        return words.Take();
    }

    private static void Append(INode node, WordsBuilder words)
    {
        for (var child = node.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child is IText text)
                HtmlText.Append(words, text.Data);
            else if (child is IElement hidden && HtmlNoise.IsHidden(hidden))
                words.LeaveOut(ChangeKind.Hidden, HtmlText.Of(hidden));
            else if (child is IElement element && !HtmlNoise.IsNoText(element))
                AppendElement(element, words);
        }
    }

    private static void AppendElement(IElement element, WordsBuilder words)
    {
        var isLine = element.LocalName == "br" || HtmlText.IsBlock(element.LocalName);
        if (isLine && words.Length > 0 && !words.EndsInSpace)
            words.Append('\n');
        Append(element, words);
        if (isLine && words.Length > 0 && !words.EndsInSpace)
            words.Append('\n');
    }
}
