using System.Globalization;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Reading;
using TargetLedger.Documents.Sheets;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Units;

namespace TargetLedger.Documents.Structure;

/// <summary>
/// A list this ledger has exported, read back as it was: its headings say what each column holds, so that a number is a
/// number and a unit's role its column. It is read from the uncleaned text; names must stay the names they were.
/// </summary>
internal sealed class ListTable(SourceDocument document, CodePoints points, QuestionList questions)
{
    private const int MaxHeaderRow = 8;
    private static readonly string[] DayForms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];
    private static readonly Dictionary<string, Bound> Bounds = ByWord<Bound>(ListColumns.Of);
    private static readonly Dictionary<string, Cadence> Cadences = ByWord<Cadence>(ListColumns.Of);
    private static readonly Dictionary<string, GrowthIn> Growths = ByWord<GrowthIn>(ListColumns.Of);
    private static readonly Dictionary<string, MeasureKind> Kinds = ByWord<MeasureKind>(ListColumns.Of);

    /// <summary>Null where no table of the document is such a list.</summary>
    public List<DraftTask>? Read()
    {
        List<DraftTask>? tasks = null;
        foreach (var table in document.Blocks.OfType<SourceTable>())
        {
            if (HeaderOf(table) is var (header, columns))
                tasks = [.. tasks ?? [], .. TasksOf(table.Rows.Skip(header + 1), columns)];
        }

        return tasks;
    }

    private (int Header, Dictionary<int, string> Columns)? HeaderOf(SourceTable table)
    {
        for (var row = 0; row < Math.Min(MaxHeaderRow, table.Rows.Count); row++)
        {
            var columns = table.Rows[row].Cells.GroupBy(c => c.Column).ToDictionary(g => g.Key, g => Text(g.First()));
            if (ListColumns.Needed.All(columns.ContainsValue))
                return (row, columns);
        }

        return null;
    }

    private IEnumerable<DraftTask> TasksOf(IEnumerable<SourceRow> rows, Dictionary<int, string> columns)
        => rows.Select(r => new Line(r.Cells.Where(c => columns.ContainsKey(c.Column)).GroupBy(c => columns[c.Column], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal)))
            .Where(l => l.Cells.ContainsKey(ListColumns.Title))
            .GroupBy(l => (Said(l, ListColumns.Plan), Said(l, ListColumns.Section), Said(l, ListColumns.Task)))
            .Select(TaskOf);

    private DraftTask TaskOf(IGrouping<(string? Plan, string? Section, string? Number), Line> lines)
    {
        var (first, number) = (lines.First(), lines.Key.Number);
        var title = first.Cells.GetValueOrDefault(ListColumns.TaskTitle) ?? first.Cells[ListColumns.Title];
        var (sectionNumber, section) = lines.Key.Section?.Split(ListColumns.Comma, 2) is [var ofSection, var named] ? (ofSection, named) : (null, lines.Key.Section);
        var commitments = lines.Select(l => CommitmentOf(l, number ?? Text(title))).ToList();
        foreach (var (ordinal, line) in lines.Index())
        {
            // A number counts the task's commitments, so that one that has left the list moves those behind it.
            if (Said(line, ListColumns.Number) is { } own && own != $"{number}-{ordinal + 1}")
                questions.Add("number_gap", $"编号 {own} 将成为 {number}-{ordinal + 1}", $"number {own} becomes {number}-{ordinal + 1}", number, points.At(line.Cells[ListColumns.Number].Start));
        }

        return new(
            number,
            section,
            Text(title),
            commitments[0].Listed!.Units,
            lines.Select(l => Day(l, ListColumns.End)).Distinct().ToList() is [{ } due] ? new(Date: due) : null,
            commitments,
            section is null ? [] : [section],
            points.At(title.Start),
            points.At(title.End),
            title.Name) { SectionNumber = sectionNumber };
    }

    private DraftCommitment CommitmentOf(Line line, string task)
    {
        var title = line.Cells[ListColumns.Title];
        var target = line.Cells.GetValueOrDefault(ListColumns.Target);
        var value = Number(line, ListColumns.Value);
        var bound = Word(line, ListColumns.Bound, Bounds);
        var isFigure = value is not null && bound is not null;
        var place = isFigure ? target ?? title : title;
        var nodes = NodesOf(line);
        var baseline = Number(line, ListColumns.Baseline);
        if (bound == Bound.Growth && baseline is null)
            questions.AddAt("baseline_missing", $"“{Text(place)}”的基数是多少?", $"what is \"{Text(place)}\" measured against?", task, place.Start, place.End);
        return new(
            isFigure ? DraftCommitmentKind.Quantity : DraftCommitmentKind.Milestone,
            Text(title),
            Text(place),
            isFigure ? value : null,
            isFigure && bound == Bound.Range ? Number(line, ListColumns.Upper) : null,
            isFigure ? bound : null,
            isFigure ? bound == Bound.AtMost ? DraftDirection.Down : DraftDirection.Up : null,
            Said(line, ListColumns.Unit),
            Said(line, ListColumns.Strength) == ListColumns.Of(Strength.Stretch),
            [],
            PeriodOf(line),
            points.At(place.Start),
            points.At(place.End),
            place.Name,
            Confidence: 1,
            nodes is [var only] ? only.Planned : null)
        {
            Listed = new(
                [.. Units(line, ListColumns.Leads, DraftRole.Lead), .. Units(line, ListColumns.Partners, DraftRole.Co)],
                Word(line, ListColumns.Cadence, Cadences),
                isFigure ? Word(line, ListColumns.Counts, Kinds) : null,
                baseline,
                bound == Bound.Growth ? Word(line, ListColumns.GrowthIn, Growths) ?? GrowthIn.Percent : null,
                isFigure ? Said(line, ListColumns.Measure) : null,
                Said(line, ListColumns.Definition),
                Said(line, ListColumns.DataSource),
                Said(line, ListColumns.MayOverlap) == ListColumns.Yes,
                Said(line, ListColumns.Strength) == ListColumns.Of(Strength.Binding),
                nodes),
        };
    }

    /// <summary>What a name means is looked up when the draft is confirmed, whether a unit's or a group's.</summary>
    private IEnumerable<DraftUnit> Units(Line line, string column, DraftRole role)
        => ListColumns.Parted(Said(line, column) ?? "")
            .Select(name => new DraftUnit(name, role, Inferred: false, 1, UnitKind.Other, null, Open: false, null, name));

    private List<Node> NodesOf(Line line)
    {
        var nodes = new List<Node>();
        foreach (var words in (Said(line, ListColumns.Nodes) ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var open = words.LastIndexOf('（');
            if (open > 0 && words.EndsWith('）') && DateOnly.TryParseExact(words[(open + 1)..^1], DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                nodes.Add(new($"n{nodes.Count + 1}", words[..open], day));
        }

        return nodes;
    }

    private string? PeriodOf(Line line) => Day(line, ListColumns.Start) is { } start && Day(line, ListColumns.End) is { } end
        ? FormattableString.Invariant($"{start:yyyy-MM-dd}/{end:yyyy-MM-dd}")
        : null;

    private DateOnly? Day(Line line, string column)
        => line.Cells.GetValueOrDefault(column)?.Date ?? (DateOnly.TryParseExact(Said(line, column), DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);

    private decimal? Number(Line line, string column)
        => decimal.TryParse(Said(line, column), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;

    private T? Word<T>(Line line, string column, Dictionary<string, T> words)
        where T : struct
        => Said(line, column) is { } said && words.TryGetValue(said, out var meant) ? meant : null;

    private string? Said(Line line, string column) => line.Cells.TryGetValue(column, out var cell) && Text(cell) is { Length: > 0 } text ? text : null;

    private string Text(SourceCell cell) => document.Text[cell.Start..cell.End].Trim();

    private static Dictionary<string, T> ByWord<T>(Func<T, string> word)
        where T : struct, Enum
        => Enum.GetValues<T>().ToDictionary(word, StringComparer.Ordinal);

    /// <param name="Cells">By heading; those that hold anything.</param>
    private sealed record Line(Dictionary<string, SourceCell> Cells);
}
