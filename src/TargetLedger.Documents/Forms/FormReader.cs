using System.Globalization;
using System.Text.RegularExpressions;
using TargetLedger.Documents.Reading;
using TargetLedger.Documents.Reading.Workbooks;
using TargetLedger.Documents.Sheets;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using Refusal = TargetLedger.Documents.Reading.Refusal;

namespace TargetLedger.Documents.Forms;

/// <summary>
/// Reads a reporting form that was filled in, .xlsx or .csv, or .xls or .et where LibreOffice is there. Columns are found by heading and rows by code, so that what was
/// inserted, moved, sorted or deleted does no harm. A formula counts as what it had come to when the file was saved.
/// </summary>
/// <remarks>Codes of what is wrong are in <see cref="FormFaults"/> and <see cref="FormFigures"/>; of files that are refused, in <see cref="Refusal"/>.</remarks>
public static class FormReader
{
    /// <summary>20 MB.</summary>
    public const int MaxBytes = ReadingLimits.MaxBytes;

    /// <summary>A heading stands this far down at most.</summary>
    private const int HeadingRows = 50;

    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];
    private static readonly string[] AsAbove = ["同上", "同前", "同左", "〃", "″"];

    public static async Task<FileReading<FilledForm>> ReadAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        try
        {
            var grids = await FormGrids.ReadAsync(bytes, cancellation);
            var forms = grids.Where(g => !g.IsHidden).Select(g => (Grid: g, Columns: ColumnsOf(g))).Where(f => f.Columns.Of is not null).ToList();
            if (forms.Count == 0)
                throw Refusal.NoForm();
            List<Fault> faults = [.. forms.SelectMany(f => HeadingFaults(f.Grid, f.Columns.Of!, f.Columns.Repeated))];
            return faults.Count > 0
                ? FileReading<FilledForm>.Faulty(faults)
                : FileReading<FilledForm>.Sound(Assemble([.. forms.SelectMany(f => LinesOf(f.Grid, f.Columns.Row, f.Columns.Of!))], MadeOf(grids)));
        }
        catch (RefusedException refused)
        {
            return FileReading<FilledForm>.Faulty(refused.Fault);
        }
        catch (RegexMatchTimeoutException)
        {
            return FileReading<FilledForm>.Faulty(Refusal.TookTooLong().Fault);
        }
    }

    private static (int Row, Dictionary<string, int>? Of, IReadOnlyList<string> Repeated) ColumnsOf(FormGrid grid)
    {
        var heading = grid.Rows.Take(HeadingRows).FirstOrDefault(r => r.Cells.Values.Any(c => c.Text == FormColumns.Code));
        if (heading is null)
            return (0, null, []);
        var byText = heading.Cells.Where(c => c.Value.Text.Length > 0).ToLookup(c => c.Value.Text, c => c.Key, StringComparer.Ordinal);
        var repeated = FormColumns.All.Select(c => c.Header).Where(h => byText[h].Count() > 1).ToList();
        return (heading.Row, byText.ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal), repeated);
    }

    private static IEnumerable<Fault> HeadingFaults(FormGrid grid, Dictionary<string, int> columns, IReadOnlyList<string> repeated)
    {
        foreach (var missing in FormColumns.ToFillIn.Where(h => !columns.ContainsKey(h)))
            yield return new(grid.Name ?? "", "column_missing", $"缺少“{missing}”列", $"the column “{missing}” is missing");
        foreach (var twice in repeated)
            yield return new(grid.Name ?? "", "column_repeated", $"“{twice}”列重复", $"the column “{twice}” appears twice");
    }

    private static List<FormCode>? MadeOf(IReadOnlyList<FormGrid> grids)
        => grids.FirstOrDefault(g => g.IsHidden && g.Name == Workbook.KeptName) is { } kept
            ? [.. kept.Rows.Select(r => FormCode.Read(r.TextAt(0))).OfType<FormCode>()]
            : null;

    private static IEnumerable<FormLine> LinesOf(FormGrid grid, int heading, Dictionary<string, int> columns)
        => grid.Rows.Where(r => r.Row > heading).Select(r => new FormLine(grid.Name, r, columns));

    private static FilledForm Assemble(IReadOnlyList<FormLine> lines, IReadOnlyList<FormCode>? made)
    {
        var (rows, ignored) = (new List<FilledRow>(), new List<int>());
        var nodes = lines.Where(l => l.Code?.Node is not null).ToLookup(l => l.Code!.Report);
        var items = new Dictionary<(string Commitment, string Unit, Period Period), int>();
        foreach (var line in lines)
        {
            if (line.Code is { Node: null } code)
            {
                var row = RowOf(line, nodes[code.Report].ToList());
                rows.Add(items.TryAdd(code.Report, line.Row) ? row : row with { Faults = [.. row.Faults, FormFaults.RowTwice(line.CodeCell, items[code.Report])] });
            }
            else if (line.Code is null && line.IsFilledIn)
            {
                rows.Add(RowOf(line, []) with { Faults = [], Questions = [line.CodeText.Length == 0 ? FormFaults.CodeMissing(line.CodeCell) : FormFaults.CodeDamaged(line.CodeCell)] });
            }
            else if (line.Code is null)
            {
                ignored.Add(line.Row);
            }
        }

        foreach (var apart in nodes.Where(n => !items.ContainsKey(n.Key)).SelectMany(n => n).Where(l => l.IsFilledIn))
            rows.Add(RowOf(apart, []) with { Faults = [FormFaults.NodeApart(apart.CodeCell)] });
        return new([.. rows.OrderBy(r => r.Row)], ignored, made);
    }

    private static FilledRow RowOf(FormLine line, List<FormLine> nodes)
    {
        var (faults, questions) = (new List<Fault>(), new List<Fault>());
        var cells = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/amount"] = line.NameOf(FormColumns.Amount),
            ["/total"] = line.NameOf(FormColumns.Total),
            ["/noProgress"] = line.NameOf(FormColumns.NoProgress),
            ["/progress"] = line.NameOf(FormColumns.Progress),
            ["/through"] = line.NameOf(FormColumns.Through),
            ["/text/done"] = line.NameOf(FormColumns.Done),
            ["/text/problems"] = line.NameOf(FormColumns.Problems),
            ["/text/nextSteps"] = line.NameOf(FormColumns.NextSteps),
            ["/text/helpNeeded"] = line.NameOf(FormColumns.HelpNeeded),
        };
        if (line.At(FormColumns.ReachedOn) is not null)
            faults.Add(FormFaults.NodeOnItem(line.NameOf(FormColumns.ReachedOn)));
        var text = new ReportText(TextOf(FormColumns.Done), TextOf(FormColumns.Problems), TextOf(FormColumns.NextSteps), TextOf(FormColumns.HelpNeeded));
        return new(
            line.Row,
            line.Code,
            line.TextOf(FormColumns.Number),
            !line.IsFilledIn && !nodes.Exists(n => n.IsFilledIn),
            FigureOf(FormColumns.Amount),
            FigureOf(FormColumns.Total),
            WordOf(line, FormColumns.NoProgress, w => w == FormColumns.Yes ? true : (bool?)null, [FormColumns.Yes], questions) ?? false,
            WordOf(line, FormColumns.Progress, ProgressWords.Read, ProgressWords.All.Select(w => w.Word), questions),
            DayOf(line, FormColumns.Through, faults, questions),
            text == new ReportText() ? null : text,
            StatementsOf(nodes, cells, faults, questions),
            cells,
            faults,
            questions);

        decimal? FigureOf(string column)
        {
            if (line.At(column) is not { } cell)
                return null;
            var (value, fault, question) = FormFigures.Read(cell, line.NameOf(column));
            if (fault is not null)
                faults.Add(fault);
            if (question is not null)
                questions.Add(question);
            return value;
        }

        string? TextOf(string column)
        {
            if (line.At(column) is not { } cell)
                return null;
            if (cell.IsDamaged)
                faults.Add(FormFaults.Damaged(line.NameOf(column)));
            else if (AsAbove.Contains(cell.Text, StringComparer.Ordinal))
                questions.Add(FormFaults.TextRefers(line.NameOf(column), cell.Text));
            return cell.Text;
        }
    }

    private static List<NodeStatement> StatementsOf(List<FormLine> nodes, Dictionary<string, string> cells, List<Fault> faults, List<Fault> questions)
    {
        var statements = new List<NodeStatement>();
        foreach (var node in nodes.Where(n => n.IsFilledIn))
        {
            foreach (var column in FormColumns.ToFillIn.Where(c => c is not (FormColumns.Progress or FormColumns.ReachedOn or FormColumns.Through)))
            {
                if (node.At(column) is not null)
                    faults.Add(FormFaults.FigureOnNode(node.NameOf(column)));
            }

            var asked = questions.Count;
            var state = WordOf(node, FormColumns.Progress, ProgressWords.Read, ProgressWords.All.Select(w => w.Word), questions);
            var reached = DayOf(node, FormColumns.ReachedOn, faults, questions);
            var name = node.NameOf(FormColumns.Progress);
            if (statements.Exists(s => s.Node == node.Code!.Node))
                faults.Add(FormFaults.RowTwice(node.CodeCell, nodes.First(n => n.Code!.Node == node.Code!.Node).Row));
            else if (state is null && questions.Count == asked)
                questions.Add(FormFaults.Ask(name, "node_state_missing", "填了完成日期,节点状态是“已完成”吗?请选择", "there is a date; is the node completed? Choose its state"));
            else if (state is { } stated)
            {
                cells[$"/nodes/{statements.Count}/node"] = name;
                cells[$"/nodes/{statements.Count}/reachedOn"] = node.NameOf(FormColumns.ReachedOn);
                statements.Add(new(node.Code!.Node!, stated, reached));
            }
        }

        return statements;
    }

    private static T? WordOf<T>(FormLine line, string column, Func<string, T?> read, IEnumerable<string> words, List<Fault> questions)
        where T : struct
    {
        if (line.At(column) is not { } cell)
            return null;
        var word = read(cell.Text);
        if (word is null)
            questions.Add(FormFaults.WordUnknown(line.NameOf(column), cell.Text, words));
        return word;
    }

    private static DateOnly? DayOf(FormLine line, string column, List<Fault> faults, List<Fault> questions)
    {
        if (line.At(column) is not { } cell)
            return null;
        if (cell.IsDamaged)
            faults.Add(FormFaults.Damaged(line.NameOf(column)));
        else if (cell.Day is { } day)
            return day;
        else if (cell.Number is null && DateOnly.TryParseExact(cell.Text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var written))
            return written;
        else
            questions.Add(FormFaults.DateUnclear(line.NameOf(column), cell.Text));
        return null;
    }
}

/// <summary>A row below the headings.</summary>
internal sealed record FormLine(string? Sheet, FormGridRow Cells, Dictionary<string, int> Columns)
{
    public int Row => Cells.Row + 1;

    public string CodeText => TextOf(FormColumns.Code);

    public FormCode? Code { get; } = FormCode.Read(Cells.TextAt(Columns[FormColumns.Code]));

    public string CodeCell => NameOf(FormColumns.Code);

    /// <summary>数据截至 comes filled in, so that it says nothing.</summary>
    public bool IsFilledIn => FormColumns.ToFillIn.Any(c => c != FormColumns.Through && At(c) is not null);

    public FormCell? At(string column) => Columns.TryGetValue(column, out var at) ? Cells.At(at) : null;

    public string TextOf(string column) => At(column)?.Text ?? "";

    public string NameOf(string column)
        => $"{(Sheet is null ? "" : $"{Sheet}!")}{CellPlace.Letters(Columns[column])}{Row.ToString(CultureInfo.InvariantCulture)}";
}
