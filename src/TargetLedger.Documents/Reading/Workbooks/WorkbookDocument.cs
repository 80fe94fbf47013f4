using TargetLedger.Documents.Reading.Archives;

namespace TargetLedger.Documents.Reading.Workbooks;

/// <summary>
/// An .xlsx (ECMA-376 part 1, SpreadsheetML): a table a sheet, cells as they are displayed. Hidden rows and columns are read
/// and pointed out; a hidden sheet stays in the text and is not read on.
/// </summary>
internal static class WorkbookDocument
{
    public static Transcript Read(Package package, string mainPart, CancellationToken cancellation)
    {
        var transcript = new Transcript();
        foreach (var (name, isHidden, cells) in ReadSheets(package, mainPart, transcript, cancellation))
        {
            if (cells.Count > 0)
                transcript.Add(isHidden ? [.. cells.Select(c => c with { IsHidden = true })] : cells, name, noise: isHidden);
        }

        return transcript;
    }

    /// <summary>The cells of each sheet, one sheet after the other.</summary>
    /// <param name="lists">Takes the rows of lists this ledger has exported, which are then not among the cells; null where none are expected.</param>
    public static IEnumerable<(string Name, bool IsHidden, List<TableCell> Cells)> ReadSheets(Package package, string mainPart, Transcript? lists, CancellationToken cancellation)
    {
        var (sheets, startsIn1904) = ReadBook(package, mainPart);
        var targets = package.Relationships(mainPart);
        var strings = SharedStrings.Read(package, mainPart);
        var formats = CellFormats.Read(package, mainPart, startsIn1904);
        foreach (var sheet in sheets)
        {
            if (!targets.TryGetValue(sheet.Relationship, out var target) || target.Kind != "worksheet")
                continue;
            using var walk = package.ReadSheet(target.Target) ?? throw Refusal.ArchiveMalformed();
            var list = lists is null || sheet.IsHidden ? null : new ListRecorder(lists, sheet.Name);
            yield return (sheet.Name, sheet.IsHidden, new SheetReader(strings, formats, list, cancellation).Read(walk));
        }
    }

    private static (List<Sheet> Sheets, bool StartsIn1904) ReadBook(Package package, string mainPart)
    {
        var (sheets, startsIn1904) = (new List<Sheet>(), false);
        using var walk = package.Read(mainPart) ?? throw Refusal.ArchiveMalformed();
        while (walk.Read())
        {
            if (walk.IsStartOf("workbookPr"))
                startsIn1904 = walk.Attribute("date1904") is "1" or "true";
            else if (walk.IsStartOf("sheet") && walk.Attribute("name") is { } name && walk.Attribute("id") is { } relationship)
                sheets.Add(new(name, relationship, walk.Attribute("state") is "hidden" or "veryHidden"));
        }

        return (sheets, startsIn1904);
    }

    private sealed record Sheet(string Name, string Relationship, bool IsHidden);
}
