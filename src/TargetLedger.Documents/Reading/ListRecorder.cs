using TargetLedger.Documents.Lists;

namespace TargetLedger.Documents.Reading;

/// <summary>Writes the rows of one table down as a list from the row on whose headings say that it is one.</summary>
/// <param name="sheet">Null for the only table of a .csv.</param>
internal sealed class ListRecorder(Transcript transcript, string? sheet)
{
    /// <summary>A title and a note stand above the headings; nobody puts more there.</summary>
    public const int MaxHeaderRow = 8;

    private SourceList? _list;
    private Dictionary<int, int> _indexes = [];

    public bool HasBegun => _list is not null;

    /// <param name="above">The cells before these, which stay an ordinary table.</param>
    public bool TryBegin(IReadOnlyList<TableCell> header, IReadOnlyList<TableCell> above)
    {
        var headings = new Dictionary<string, int>(StringComparer.Ordinal);
        var columns = new List<int>();
        foreach (var cell in header)
        {
            if (headings.TryAdd(cell.Words.Text.Trim(), columns.Count))
                columns.Add(cell.Column);
        }

        if (!ListHeadings.All.Any(known => known.All(headings.ContainsKey)))
            return false;
        transcript.Add([.. above, .. header], sheet);
        _list = new(sheet is null ? $"T{transcript.NamelessTables}" : $"{sheet}!", headings, columns, []);
        _indexes = columns.Index().ToDictionary(c => c.Item, c => c.Index);
        transcript.Lists.Add(_list);
        return true;
    }

    public void Add(IReadOnlyList<TableCell> row)
    {
        if (row.Count == 0)
            return;
        if (_list!.Rows.Count == ReadingLimits.MaxListRows)
            throw Refusal.ListTooLong();
        var cells = new SourceListCell[_list.Columns.Count];
        Array.Fill(cells, SourceListCell.None);
        foreach (var cell in row)
        {
            var (start, end) = transcript.AppendListed(cell.Words.Text);
            if (_indexes.TryGetValue(cell.Column, out var index))
                cells[index] = new(start, end, cell.Date?.DayNumber ?? -1);
        }

        transcript.EndListed();
        _list.Rows.Add(new(row[0].Row, cells));
    }
}
