using TargetLedger.Documents.Reading.Archives;
using TargetLedger.Documents.Sheets;

namespace TargetLedger.Documents.Reading.Workbooks;

/// <summary>The texts of a workbook, each kept once for all cells that hold it.</summary>
internal static class SharedStrings
{
    private const int FirstTexts = 200;

    public static List<Words> Read(Package package, string mainPart)
    {
        var (strings, characters, isOfList) = (new List<Words>(), 0, false);
        using var walk = package.Related(mainPart, "sharedStrings") is { } part ? package.Read(part) : null;
        while (walk?.Read() == true)
        {
            if (!walk.IsStartOf("si"))
                continue;
            var words = ReadRich(walk);
            strings.Add(words);
            characters += words.Text.Length;

            // As many texts as there may be cells, and some that no cell holds any more.
            if (!isOfList && (characters > ReadingLimits.MaxCharacters || strings.Count > 2 * ReadingLimits.MaxCells))
                isOfList = HasHeadings(strings) ? true : throw Refusal.SheetTooLarge();
            if (characters > ReadingLimits.MaxListCharacters || strings.Count > ReadingLimits.MaxListTexts)
                throw Refusal.ListTooLong();
        }

        return strings;
    }

    /// <summary>Programs write texts in the order of their cells, so that those of a list begin with its headings.</summary>
    private static bool HasHeadings(List<Words> strings)
    {
        var first = strings.Take(FirstTexts).Select(s => s.Text.Trim()).ToHashSet(StringComparer.Ordinal);
        return ListColumns.Needed.All(first.Contains);
    }

    /// <summary>The walk stands on &lt;si&gt; or &lt;is&gt;: text, or runs of text. The reading printed above it is a gloss.</summary>
    public static Words ReadRich(XmlWalk walk)
    {
        var words = new WordsBuilder();
        foreach (var child in walk.Children())
        {
            if (child == "t")
                words.Append(Unescape(walk.Text()));
            else if (child == "r")
                words.Append(Run(walk));
            else if (child == "rPh")
                words.LeaveOut(Cleaning.ChangeKind.Gloss, Run(walk));
        }

        return words.Take();
    }

    private static string Run(XmlWalk walk)
    {
        var text = "";
        foreach (var child in walk.Children())
        {
            if (child == "t")
                text = Unescape(walk.Text());
        }

        return text;
    }

    /// <summary>Excel writes a carriage return as _x000D_; nothing else of the kind is in texts of offices.</summary>
    private static string Unescape(string text) => text.Replace("_x000D_", "", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal);
}
