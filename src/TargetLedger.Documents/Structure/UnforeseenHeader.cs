using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>做什么 | 谁来做 | 什么时候完成: words no office uses for a header, told to be one by units and days that stand below them.</summary>
internal static class UnforeseenHeader
{
    public static bool Is(List<TableLine> lines, TableLine header)
    {
        var cells = header.Written;
        if (cells.Count < 3 || !cells.TrueForAll(c => c.Clean.Text.Length <= 12 && !c.Clean.Text.Any(char.IsAsciiDigit) && c.Clean.Text.AsSpan().IndexOfAny("，。；、,;") < 0))
            return false;
        var below = lines.SkipWhile(l => !ReferenceEquals(l, header)).Skip(1).ToList();
        var contents = Enumerable.Range(0, header.Cells.Count).Where(i => header.At(i) is not null).Select(i => (Header: Signs.OneForm(header.At(i)!.Clean.Text), Content: ColumnContent.Of(below, i))).ToList();
        // A row of the body looks like the rows below it.
        return below.Count > 0
            && contents.Exists(c => c.Content.AreOrganisations && !UnitNames.IsList(c.Header) && !ColumnWords.IsAbout(c.Header))
            && contents.Exists(c => c.Content.AreDays || c.Content.AreFigures && !c.Content.AreOrdinals)
            && contents.Exists(c => c.Content.AreWords && !c.Content.AreOrganisations)
            && !contents.Exists(c => Deadlines.IsAlone(c.Header));
    }
}
