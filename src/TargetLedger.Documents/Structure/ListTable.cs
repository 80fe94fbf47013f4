using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Reading;
using TargetLedger.Documents.Sheets;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Drafting;
using TargetLedger.Domain.Units;
using Line = TargetLedger.Documents.Structure.ListRows.Line;

namespace TargetLedger.Documents.Structure;

/// <summary>
/// A list this ledger has exported, read back as it was: its headings say what each column holds, so that a number is a
/// number and a unit's role its column. It is read from the uncleaned text; names must stay the names they were.
/// </summary>
internal sealed class ListTable
{
    private static readonly Dictionary<string, Bound> Bounds = ListRows.ByWord<Bound>(ListColumns.Of);
    private static readonly Dictionary<string, Cadence> Cadences = ListRows.ByWord<Cadence>(ListColumns.Of);
    private static readonly Dictionary<string, GrowthIn> Growths = ListRows.ByWord<GrowthIn>(ListColumns.Of);
    private static readonly Dictionary<string, MeasureKind> Kinds = ListRows.ByWord<MeasureKind>(ListColumns.Of);

    private readonly CodePoints _points;
    private readonly QuestionList _questions;
    private readonly IEnumerable<Line> _lines;
    private readonly ListSheets _sheets;

    private ListTable(ListRows rows, IEnumerable<Line> lines, CodePoints points, QuestionList questions)
        => (_lines, _sheets, _points, _questions) = (lines, new(rows), points, questions);

    /// <summary>What the list says of its plan; null where it is of several or does not say.</summary>
    public DraftPlan? Head => _sheets.Head;

    public ListedBackground? Background => _sheets.Background;

    /// <summary>Null where no table of the document is such a list.</summary>
    public static ListTable? Find(SourceDocument document, CodePoints points, QuestionList questions)
    {
        var rows = new ListRows(document);
        return rows.With(ListColumns.Needed) is { } lines ? new(rows, lines, points, questions) : null;
    }

    public List<DraftTask> Read(CancellationToken cancellation)
    {
        if (_sheets.Links > 0)
        {
            _questions.Add(
                "links_to_approve", $"表里有 {_sheets.Links} 条关联,确认后须逐条重新批准", $"the file lists {_sheets.Links} links: they have to be approved again after confirmation", null, null);
        }

        var tasks = new List<DraftTask>();
        foreach (var lines in _lines
                     .Where(l => l.Said(ListColumns.Title) is not null)
                     .GroupBy(l => (l.Said(ListColumns.Plan), l.Said(ListColumns.Section), l.Said(ListColumns.Task))))
        {
            cancellation.ThrowIfCancellationRequested();
            tasks.Add(TaskOf(lines));
        }

        return tasks;
    }

    private DraftTask TaskOf(IGrouping<(string? Plan, string? Section, string? Number), Line> lines)
    {
        var (first, number) = (lines.First(), lines.Key.Number);
        var heading = first.Said(ListColumns.TaskTitle) is null ? ListColumns.Title : ListColumns.TaskTitle;
        var (title, place) = (first.Said(heading)!, first.PlaceOf(heading)!);
        var (sectionNumber, section) = lines.Key.Section?.Split(ListColumns.Comma, 2) is [var ofSection, var named] ? (ofSection, named) : (null, lines.Key.Section);
        var commitments = lines.Select(l => CommitmentOf(l, number ?? title)).ToList();
        foreach (var (ordinal, line) in lines.Index())
        {
            // A number counts the task's commitments, so that one that has left the list moves those behind it.
            if (line.Said(ListColumns.Number) is { } own && own != $"{number}-{ordinal + 1}")
                _questions.Add("number_gap", $"编号 {own} 将成为 {number}-{ordinal + 1}", $"number {own} becomes {number}-{ordinal + 1}", number, _points.At(line.PlaceOf(ListColumns.Number)!.Start));
        }

        return new(
            number,
            section,
            title,
            _sheets.OfTask(lines.Key.Plan, number) ?? commitments[0].Listed!.Units,
            lines.Select(l => l.Day(ListColumns.End)).Distinct().ToList() is [{ } due] ? new(Date: due) : null,
            commitments,
            section is null ? [] : [section],
            _points.At(place.Start),
            _points.At(place.End),
            place.Name) { SectionNumber = sectionNumber };
    }

    private DraftCommitment CommitmentOf(Line line, string task)
    {
        var value = line.Number(ListColumns.Value);
        var bound = line.Word(ListColumns.Bound, Bounds);
        var isFigure = value is not null && bound is not null;
        var written = isFigure && line.Said(ListColumns.Target) is not null ? ListColumns.Target : ListColumns.Title;
        var (place, words) = (line.PlaceOf(written)!, line.Said(written)!);
        var (plan, number) = (line.Said(ListColumns.Plan), line.Said(ListColumns.Number));
        var nodes = _sheets.NodesOf(plan, number, NodesOf(line));
        var baseline = line.Number(ListColumns.Baseline);
        if (bound == Bound.Growth && baseline is null)
            _questions.AddAt("baseline_missing", $"“{words}”的基数是多少?", $"what is \"{words}\" measured against?", task, place.Start, place.End);
        return new(
            isFigure ? DraftCommitmentKind.Quantity : DraftCommitmentKind.Milestone,
            line.Said(ListColumns.Title)!,
            words,
            isFigure ? value : null,
            isFigure && bound == Bound.Range ? line.Number(ListColumns.Upper) : null,
            isFigure ? bound : null,
            isFigure ? bound == Bound.AtMost ? DraftDirection.Down : DraftDirection.Up : null,
            line.Said(ListColumns.Unit),
            line.Said(ListColumns.Strength) == ListColumns.Of(Strength.Stretch),
            [],
            PeriodOf(line),
            _points.At(place.Start),
            _points.At(place.End),
            place.Name,
            Confidence: 1,
            nodes is [var only] ? only.Planned : null)
        {
            Listed = new(
                _sheets.OfItem(plan, line.Said(ListColumns.Task), number, [.. Units(line, ListColumns.Leads, DraftRole.Lead), .. Units(line, ListColumns.Partners, DraftRole.Co)]),
                line.Word(ListColumns.Cadence, Cadences),
                isFigure ? line.Word(ListColumns.Counts, Kinds) : null,
                baseline,
                bound == Bound.Growth ? line.Word(ListColumns.GrowthIn, Growths) ?? GrowthIn.Percent : null,
                isFigure ? line.Said(ListColumns.Measure) : null,
                line.Said(ListColumns.Definition),
                line.Said(ListColumns.DataSource),
                line.Said(ListColumns.MayOverlap) == ListColumns.Yes,
                line.Said(ListColumns.Strength) == ListColumns.Of(Strength.Binding),
                nodes,
                isFigure ? line.Number(ListColumns.Tolerance) : null,
                line.Day(ListColumns.PaceStart),
                _sheets.DivisionOf(plan, number),
                line.Said(ListColumns.Place)),
        };
    }

    private static IEnumerable<DraftUnit> Units(Line line, string column, DraftRole role)
        => ListColumns.Parted(line.Said(column) ?? "")
            .Select(name => new DraftUnit(name, role, Inferred: false, 1, UnitKind.Other, null, Open: false, null, name));

    private static List<Node> NodesOf(Line line)
    {
        var nodes = new List<Node>();
        foreach (var words in (line.Said(ListColumns.Nodes) ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var open = words.LastIndexOf('（');
            if (open > 0 && words.EndsWith('）') && Line.DayOf(words[(open + 1)..^1]) is { } day)
                nodes.Add(new(FormattableString.Invariant($"n{nodes.Count + 1}"), words[..open], day));
        }

        return nodes;
    }

    private static string? PeriodOf(Line line) => line.Day(ListColumns.Start) is { } start && line.Day(ListColumns.End) is { } end
        ? FormattableString.Invariant($"{start:yyyy-MM-dd}/{end:yyyy-MM-dd}")
        : null;
}
