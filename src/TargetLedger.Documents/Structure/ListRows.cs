using System.Globalization;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Reading;
using TargetLedger.Documents.Sheets;

namespace TargetLedger.Documents.Structure;

/// <summary>The rows of a document's lists, asked by heading.</summary>
internal sealed class ListRows(SourceDocument document)
{
    private static readonly string[] DayForms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];

    private readonly List<SourceList> _lists = [.. document.Lists, .. document.Blocks.OfType<SourceTable>().Select(AsList).OfType<SourceList>()];

    /// <summary>The rows of every table with these headings; null where there is none.</summary>
    public IEnumerable<Line>? With(IReadOnlyList<string> headings)
    {
        var found = _lists.FindAll(l => headings.All(l.Headings.ContainsKey));
        return found.Count == 0 ? null : found.SelectMany(l => l.Rows.Select(r => new Line(document.Text, l, r)));
    }

    /// <summary>A list that comes in a document of another kind: its table has the headings all the same.</summary>
    private static SourceList? AsList(SourceTable table)
    {
        for (var row = 0; row < Math.Min(ListRecorder.MaxHeaderRow, table.Rows.Count - 1); row++)
        {
            var headings = new Dictionary<string, int>(StringComparer.Ordinal);
            var columns = new List<int>();
            foreach (var cell in table.Rows[row].Cells)
            {
                if (headings.TryAdd(cell.Clean.Text.Trim(), columns.Count))
                    columns.Add(cell.Column);
            }

            if (!ListColumns.Needed.All(headings.ContainsKey))
                continue;
            var name = table.Rows[row].Cells[0].Name;
            var list = new SourceList(table.Name is null ? name[..name.IndexOf('R', StringComparison.Ordinal)] : $"{table.Name}!", headings, columns, []);
            list.Rows.AddRange(table.Rows.Skip(row + 1).Where(r => r.Cells.Count > 0).Select(r => new SourceListRow(
                r.Cells[0].Row,
                [.. columns.Select(c => r.Cells.FirstOrDefault(one => one.Column == c) is { } cell ? new SourceListCell(cell.Start, cell.End, cell.Date?.DayNumber ?? -1) : SourceListCell.None)])));
            return list;
        }

        return null;
    }

    /// <summary>One row.</summary>
    internal readonly record struct Line(string Text, SourceList List, SourceListRow Row)
    {
        /// <summary>Null where the cell is empty or there is no such column.</summary>
        public string? Said(string heading) => Find(heading) is { } cell && Text[cell.Start..cell.End].Trim() is { Length: > 0 } said ? said : null;

        public ListPlace? PlaceOf(string heading) => Said(heading) is not null && Find(heading) is { } cell
            ? new(cell.Start, cell.End, List.NameOf(Row.Row, List.Headings[heading]))
            : null;

        public DateOnly? Day(string heading)
            => Find(heading)?.Date ?? (DateOnly.TryParseExact(Said(heading), DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);

        public decimal? Number(string heading)
            => decimal.TryParse(Said(heading), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;

        public T? Word<T>(string heading, IReadOnlyDictionary<string, T> words)
            where T : struct
            => Said(heading) is { } said && words.TryGetValue(said, out var meant) ? meant : null;

        public static DateOnly? DayOf(string words)
            => DateOnly.TryParseExact(words, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

        private SourceListCell? Find(string heading)
            => List.Headings.TryGetValue(heading, out var index) && Row.Cells[index] is { Start: >= 0 } cell ? cell : null;
    }

    public static Dictionary<string, T> ByWord<T>(Func<T, string> word)
        where T : struct, Enum
        => Enum.GetValues<T>().ToDictionary(word, StringComparer.Ordinal);
}

/// <param name="Name">The cell's.</param>
internal sealed record ListPlace(int Start, int End, string Name);
