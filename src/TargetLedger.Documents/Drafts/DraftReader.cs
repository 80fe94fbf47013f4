using System.Text.RegularExpressions;
using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Quantities;
using TargetLedger.Documents.Reading;
using TargetLedger.Documents.Structure;
using TargetLedger.Domain;

namespace TargetLedger.Documents.Drafts;

/// <summary>Reads a document into a draft: what it says of itself, its tasks, who answers, by when, and what is to be reached.</summary>
public static class DraftReader
{
    /// <summary>The longest plan known takes a few seconds on a slow machine.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60);

    /// <summary>The draft, or why there is none: a document somebody made to take for ever is given up in time.</summary>
    public static FileReading<Draft> TryRead(SourceDocument document, CancellationToken cancellation)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        late.CancelAfter(MostTime);
        try
        {
            return FileReading<Draft>.Sound(Read(document, late.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return FileReading<Draft>.Faulty(Reading.Refusal.TookTooLong().Fault);
        }
        catch (RegexMatchTimeoutException)
        {
            return FileReading<Draft>.Faulty(Reading.Refusal.TookTooLong().Fault);
        }
    }

    /// <exception cref="RegexMatchTimeoutException">What the document is made of cannot be told in time; of a task alone it is a question.</exception>
    public static Draft Read(SourceDocument document, CancellationToken cancellation)
    {
        document = LongLines.Part(document);
        var head = PlanHead.Of(document.Blocks);
        var (blocks, asides) = AroundTables.Apart([.. document.Blocks.Skip(head.TitleEnd)]);
        var points = new CodePoints(document.Text);
        var questions = new QuestionList(document.Text, points);

        // The ledger's own lists say in columns what other documents say in words.
        if (ListTable.Find(document, points, questions) is { } list)
            return ListDraft(document, head, list, points, questions, cancellation);

        var outline = new OutlineTasks(head.Period, head.IsReport, cancellation);
        var found = outline.Of(Outline.Of(blocks));
        var tables = new TableTasks(head.Period);
        var above = LinesAbove(document.Blocks);
        TaskTable? before = null;
        var blanks = StatedRules.BlanksAsAbove(document.Blocks);
        var due = StatedRules.DueOfTables(document.Blocks, head.Period);
        foreach (var (table, item, path) in outline.Tables)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var tasks in TaskTable.AllOf(table, head.Period, before, above[table], head.Title ?? ""))
            {
                before = tasks;
                var listed = TableHeadings.Apply(item, tasks, tables.Of(TableBody.Filled(tasks, blanks), path), head.Period);
                listed.ForEach(t => t.Due ??= due);
                Merge(found, listed);
            }
        }

        var everywhere = StatedRules.ForEveryTask(document.Blocks);
        foreach (var task in found)
            task.Add([.. everywhere.Where(e => !task.Units.Exists(u => u.Unit.Name == e.Unit.Name))]);

        var firstLeads = StatedRules.FirstNamedLeads(document.Blocks);
        var drafting = new TaskDrafting(document.Text, points, head, firstLeads, Sides.Of(document.Blocks), questions);
        var tasksOut = new List<DraftTask>(found.Count);
        foreach (var task in found)
        {
            cancellation.ThrowIfCancellationRequested();
            tasksOut.Add(drafting.Draft(task));
        }

        foreach (var aside in asides)
            drafting.PassOver(aside);
        Ask(document, head, tasksOut, tables, questions);
        return new(
            PlanOf(head),
            tasksOut,
            Cleaning(document, points),
            questions.All,
            drafting.PassedOver);
    }

    private static Dictionary<SourceBlock, string> LinesAbove(IReadOnlyList<SourceBlock> blocks)
    {
        var lines = new Dictionary<SourceBlock, string>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is SourceTable table)
                lines.Add(table, i > 0 && blocks[i - 1] is SourceParagraph line ? line.Clean.Text : "");
        }

        return lines;
    }

    private static Draft ListDraft(SourceDocument document, PlanHead head, ListTable list, CodePoints points, QuestionList questions, CancellationToken cancellation)
    {
        if (list.Head is null)
            AskAboutHead(head, questions);
        var tasks = list.Read(cancellation);
        return new(list.Head ?? PlanOf(head), tasks, Cleaning(document, points), questions.All, []) { Listed = list.Background };
    }

    private static DraftPlan PlanOf(PlanHead head)
        => new(head.Title, head.Issuer, head.Period?.ToString(), head.IsPeriodInferred, head.Issued?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static IReadOnlyList<DraftChange> Cleaning(SourceDocument document, CodePoints points)
        => [.. document.Changes.Select(c => new DraftChange(c.Kind.ToString().ToLowerInvariant(), c.Was, c.Became, points.At(c.Start), points.At(c.End)))];

    // A table behind the text often repeats its tasks: what has the same name is the same task, and the table fills in what the text left out.
    private static void Merge(List<FoundTask> found, List<FoundTask> fromTable)
    {
        var byTitle = found.GroupBy(t => Key(t.Title), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var task in fromTable)
        {
            if (!byTitle.TryGetValue(Key(task.Title), out var same) || task.Title.Length < 4)
            {
                found.Add(task);
                continue;
            }

            if (same.Units.Count == 0)
                same.Units.AddRange(task.Units);
            same.Due ??= task.Due;
            same.Cells.AddRange(task.Cells);
        }
    }

    private static string Key(string title) => string.Concat(Signs.OneForm(title).Where(c => Signs.IsHan(c) || char.IsAsciiLetterOrDigit(c)));

    private static void AskAboutHead(PlanHead head, QuestionList questions)
    {
        if (head.Title is null)
            questions.Add("title_missing", "没有找到文件标题,请填写", "no title was found: enter it", null, null);
        if (head.Period is null)
            questions.Add("period_missing", "没有找到文件所指的年度或期间,请填写", "the document names no period: enter it", null, null);
        else if (head.IsPeriodInferred)
            questions.Add("period_inferred", $"期间按成文日期推定为{head.Period.Value.Start.Year}年,请确认", $"the period is inferred from the document's date: {head.Period}", null, null);
        if (head.Issuer is null)
            questions.Add("issuer_missing", "没有找到发文机关,请填写", "no issuer was found: enter it", null, null);
    }

    private static void Ask(SourceDocument document, PlanHead head, List<DraftTask> tasks, TableTasks tables, QuestionList questions)
    {
        AskAboutHead(head, questions);
        var sections = tasks.Select(t => t.Path.Count > 0 ? t.Path[0] : null).Where(s => s is not null).Distinct(StringComparer.Ordinal).Count();
        var bySection = tasks.GroupBy(t => t.Path.Count > 0 ? t.Path[^1] : "", StringComparer.Ordinal).Select(g => g.Count()).ToHashSet();
        foreach (var declared in DeclaredCounts.Of(document.Blocks).DistinctBy(d => (d.Value, d.IsAreas)))
        {
            // A count over some of the text may be of one section; the whole document's is what is compared.
            var counted = declared.IsAreas ? sections : tasks.Count;
            if (counted == declared.Value || (!declared.IsAreas && bySection.Contains(declared.Value)))
                continue;
            questions.AddAt(
                declared.IsAreas ? "declared_areas" : "declared_tasks",
                $"文中写“{declared.Words}”,读出{(declared.IsAreas ? $"{counted}个方面" : $"{counted}项任务")}:是否有遗漏或另有附件?",
                $"the text declares {declared.Value} {(declared.IsAreas ? "areas" : "tasks")} ({declared.Words}), {counted} were found: is something missing?",
                null, declared.Start, declared.End);
        }

        foreach (var (cell, header, stated, added) in tables.WrongSums)
        {
            questions.AddAt(
                "table_sum", $"“{header}”合计为{stated:0.####},各行相加为{added:0.####},请核对",
                $"the total of \"{header}\" is stated as {stated:0.####}, its rows add up to {added:0.####}", null, cell.SourceStart(0), cell.SourceEnd(cell.Text.Length));
        }

        foreach (var (cell, held) in tables.Rounded)
        {
            questions.AddAt(
                "figure_rounded", $"表中显示“{cell.Text}”,单元格里是{held},按{held}读取,请核对",
                $"the cell shows \"{cell.Text}\" and holds {held}, which is what was read", null, cell.SourceStart(0), cell.SourceEnd(cell.Text.Length));
        }

        AskAboutNumbers(tasks, questions);
        foreach (var change in document.Changes.Where(c => c.Kind == ChangeKind.Damaged))
        {
            questions.AddAt(
                "damaged", change.Became.Length > 0 ? $"“{change.Was}”已损坏,疑为“{change.Became}”,请对照原件" : $"“{change.Was}”已损坏,请对照原件",
                $"\"{change.Was}\" is damaged{(change.Became.Length > 0 ? $", perhaps \"{change.Became}\"" : "")}: compare the original", null, change.Start, change.End);
        }
    }

    // 1, 2, 4: somebody lost an item, or the reading did.
    private static void AskAboutNumbers(List<DraftTask> tasks, QuestionList questions)
    {
        int? last = null;
        foreach (var task in tasks)
        {
            var number = int.TryParse(task.Number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : (int?)null;
            if (number is { } next && last is { } before && next > before + 1)
            {
                questions.Add(
                    "number_gap", $"编号从{before}跳到{next},请核对是否缺项", $"numbering goes from {before} to {next}: is something missing?", task.Number, task.CharStart);
            }

            last = number ?? last;
        }
    }
}

/// <summary>Collects questions, in the order of what they are about.</summary>
internal sealed class QuestionList(string text, CodePoints points)
{
    private readonly List<DraftQuestion> _all = [];

    // Who 各区县 are is asked once, however many tasks name them; what one place leaves open, once too.
    private readonly HashSet<(string Code, string? Words, int? Start, int? End)> _asked = [];

    public IReadOnlyList<DraftQuestion> All => _all;

    public void Add(string code, string zh, string en, string? task, int? charStart)
    {
        if (_asked.Add((code, zh, charStart, null)))
            _all.Add(new(code, zh, en, task, charStart, charStart));
    }

    public void AddAt(string code, string zh, string en, string? task, int start, int end)
    {
        if (_asked.Add((code, null, start, end)))
            _all.Add(new(code, zh, en, task, points.At(Math.Min(start, text.Length)), points.At(Math.Min(end, text.Length))));
    }
}
