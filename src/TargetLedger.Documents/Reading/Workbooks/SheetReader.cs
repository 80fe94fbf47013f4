using System.Globalization;
using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Reading.Archives;

namespace TargetLedger.Documents.Reading.Workbooks;

/// <summary>One sheet: its cells that hold something, merged ones once.</summary>
/// <param name="list">Takes over the rows from the headings of a list on; null where none is expected.</param>
internal sealed class SheetReader(IReadOnlyList<Words> strings, CellFormats formats, ListRecorder? list, CancellationToken cancellation)
{
    private readonly List<TableCell> _cells = [];
    private readonly List<(int First, int Last)> _hiddenColumns = [];
    private readonly SheetMerges _merges = new();
    private int _rows;
    private int _characters;

    public List<TableCell> Read(XmlWalk walk)
    {
        var row = -1;
        while (walk.Read())
        {
            if (walk.IsStartOf("col") && walk.Attribute("hidden") is "1" or "true")
                HideColumns(walk);
            else if (walk.IsStartOf("row"))
                row = ReadRow(walk, row + 1);
            else if (walk.IsStartOf("mergeCell"))
                _merges.Add(walk.Attribute("ref"));
        }

        return _merges.Apply(_cells);
    }

    /// <summary>Its place; a row that does not state one follows the last.</summary>
    private int ReadRow(XmlWalk walk, int next)
    {
        cancellation.ThrowIfCancellationRequested();
        var row = int.TryParse(walk.Attribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated - 1 : next;
        if (row < next)
            throw Refusal.XmlMalformed();

        var (isHidden, before, column) = (walk.Attribute("hidden") is "1" or "true", _cells.Count, -1);
        foreach (var child in walk.Children())
        {
            if (child == "c")
                column = ReadCell(walk, row, column + 1, isHidden);
        }

        if (list is not null && _cells.Count > before && (list.HasBegun || row < ListRecorder.MaxHeaderRow))
            Record(list, before, walk);
        else if (_cells.Count > before && ++_rows > ReadingLimits.MaxRows)
            throw Refusal.SheetTooLarge();
        return row;
    }

    private void Record(ListRecorder recorder, int before, XmlWalk walk)
    {
        if (recorder.HasBegun)
            recorder.Add(_cells);
        else if (recorder.TryBegin(_cells[before..], _cells[..before]))
            walk.ReadOn();
        else
            return;
        _cells.Clear();
        _characters = 0;
    }

    private int ReadCell(XmlWalk walk, int row, int next, bool isHidden)
    {
        var column = CellPlace.TryParse(walk.Attribute("r"), out var place) ? place.Column : next;
        if (column < next)
            throw Refusal.XmlMalformed();

        var (type, style) = (walk.Attribute("t"), walk.Attribute("s"));
        var (value, words, formula) = ("", (Words?)null, (string?)null);
        foreach (var child in walk.Children())
        {
            if (child == "v")
                value = walk.Text();
            else if (child == "is")
                words = SharedStrings.ReadRich(walk);
            else if (child == "f")
                formula = walk.Text();
        }

        var (shown, date) = Display(type, style, value, words, formula);
        if (shown.Text.Length > 0 || shown.Changes.Count > 0)
            Add(new(shown, row, column, Date: date, IsHidden: isHidden || _hiddenColumns.Exists(c => c.First <= column && column <= c.Last), Number: words is null && type is null or "n" ? Number(value) : null));
        return column;
    }

    /// <summary>Cell types are those of ECMA-376 part 1, 18.18.11.</summary>
    private (Words Words, DateOnly? Date) Display(string? type, string? style, string value, Words? words, string? formula)
    {
        if (words is not null)
            return (words, null);
        if (value.Length == 0)
            return (formula is null ? Words.Plain("") : Uncalculated(formula), null);

        switch (type)
        {
            case "s":
                return (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < strings.Count
                    ? strings[i]
                    : throw Refusal.XmlMalformed(), null);
            case "b":
                return (Words.Plain(value == "1" ? "TRUE" : "FALSE"), null);
            case "e":
                return (new(value, [new(ChangeKind.Damaged, 0, value.Length, value, "")]), null);
            case "d" when DateTime.TryParse(value, CultureInfo.InvariantCulture, out var day):
                return (Words.Plain(day.ToString("yyyy/M/d", CultureInfo.InvariantCulture)), DateOnly.FromDateTime(day));
            case null or "n" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number):
                var (text, date) = formats.Display(number, int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : null);
                return (Words.Plain(text), date);
            default:
                return (Words.Plain(value), null);
        }
    }

    /// <summary>A formula nobody has calculated shows nothing; what it would show is not guessed.</summary>
    private static Words Uncalculated(string formula) => new("", [new(ChangeKind.Damaged, 0, 0, "=" + formula, "")]);

    private void Add(TableCell cell)
    {
        _cells.Add(cell);
        _characters += cell.Words.Text.Length;
        if (_cells.Count > ReadingLimits.MaxCells)
            throw Refusal.SheetTooLarge();
        if (_characters > ReadingLimits.MaxCharacters)
            throw Refusal.TooLong();
    }

    private static double? Number(string value)
        => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private void HideColumns(XmlWalk walk)
    {
        if (int.TryParse(walk.Attribute("min"), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(walk.Attribute("max"), NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && _hiddenColumns.Count < 1_000)
        {
            _hiddenColumns.Add((first - 1, last - 1));
        }
    }
}
