using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>
/// Tells tasks from sections. An item is a task where units answer for it, or where it is the innermost one; items below a task
/// that names its units for all of them are its parts.
/// </summary>
/// <param name="isReport">The document's title says that it tells of what was done.</param>
internal sealed partial class OutlineTasks(Days? plan, bool isReport, CancellationToken cancellation)
{
    /// <summary>No task named in passing has a name so long; who answers then stands far behind something else.</summary>
    private const int LongestInPassing = 300;

    private static readonly string[] Frames =
    [
        "总体要求", "指导思想", "基本原则", "总体思路", "背景", "重要意义", "名词解释", "适用范围", "编制依据", "总则",
    ];

    private static readonly string[] Supports =
    [
        "组织保障", "保障措施", "工作要求", "组织实施", "附则", "有关要求", "组织领导", "保障机制", "督导考核", "考核奖惩", "奖惩", "跟踪问效", "自印发之日起", "自发布之日起", "施行", "负责解释", "工作保障", "实施保障", "相关要求",
    ];

    /// <summary>What stands below is told again by stages, unless a stage sets a figure of its own.</summary>
    private static readonly string[] Stages = ["实施步骤", "推进步骤", "时间安排"];

    private static readonly string[] Looks = ["工作回顾", "完成情况", "工作总结", "开展情况", "主要成效", "主要成绩", "工作成效", "取得成效", "主要做法", "基本情况", "进展情况", "存在问题", "存在的问题", "存在的主要问题", "存在的突出问题", "存在的困难", "存在的不足", "存在的短板", "存在不足", "存在困难", "困难和问题", "困难与问题", "问题和不足", "问题与不足", "不足和问题", "发展基础", "现状", "回顾", "落实情况", "取得的成绩", "发展成就", "主要成就", "面临形势", "工作情况", "运行情况", "工作进展", "总体情况", "工作亮点", "发展成效", "建设成效", "取得成绩", "阶段性成效"];

    /// <summary>2025年工作情况和2026年工作安排 looks both ways.</summary>
    private static readonly string[] Prospects = ["安排", "打算", "计划", "部署", "展望", "思路", "下一步", "下步", "重点任务", "任务分解", "要点"];

    /// <summary>What a heading of years gone by ends in: 2025年主要工作. 完成2025年续建项目 is a task.</summary>
    private static readonly string[] Reviews = ["工作", "情况", "成效", "成绩", "回顾", "总结", "进展", "亮点", "做法", "概况", "任务", "成果"];

    private readonly MentionReader _reader = new(plan, isReport);
    private readonly List<FoundTask> _tasks = [];

    /// <summary>Numbered items nobody answers for and that hold no figure, in a document that says elsewhere who answers.</summary>
    public int Sections { get; private set; }

    /// <summary>Tables, each with the item it stands under and the titles of that and of those above it.</summary>
    public List<(Reading.SourceTable Table, OutlineItem Item, IReadOnlyList<string> Path)> Tables { get; } = [];

    public List<FoundTask> Of(OutlineItem root)
    {
        var answered = root.Children.Exists(c => c.AnswersSomewhere);
        Loose(root, answered);
        foreach (var child in root.Children)
            Collect(child, answered);
        return _tasks;
    }

    /// <summary>工作完成情况, 存在问题: everything below tells of the past.</summary>
    public static bool LooksBack(string title)
        => Array.Exists(Looks, w => title.Contains(w, StringComparison.Ordinal)) && !Array.Exists(Prospects, w => title.Contains(w, StringComparison.Ordinal));

    private void Collect(OutlineItem item, bool answered)
    {
        cancellation.ThrowIfCancellationRequested();
        if (LooksBack(item.Title) || (IsPast(item.Title) && (item.Children.Count > 0 || IsReview(item))))
            return;
        AddTables(item);
        if (item.Children.Count == 0)
        {
            if (IsTask(item, answered))
                Add(item, item.Own);
            else
                Sections++;
            return;
        }

        var answers = item.Answers;
        var below = item.Children.FindAll(c => c.AnswersSomewhere);
        if (IsWholeTask(item, answers, below, answered))
        {
            foreach (var child in item.Children)
                AddTablesBelow(child);
            Add(item, item.Whole);
            return;
        }

        Sections++;
        Loose(item, answered);
        foreach (var child in item.Children)
            Collect(child, answered);
    }

    private static bool IsWholeTask(OutlineItem item, bool answers, List<OutlineItem> below, bool answered)
    {
        if (answers && below.Count == 0)
            return true;
        // The bracket at the end of a paragraph that was taken apart answers for all of it.
        if (below.Count == 1 && below[0] == item.Children[^1] && item.Children.Count > 1 && item.Children.TrueForAll(c => c.IsInline))
            return true;
        var minor = item.Children.TrueForAll(c => c.Number?.Kind is NumberingKind.DigitBracket or NumberingKind.Circled or NumberingKind.Dotted);
        return minor && below.Count == 0 && !answered && item.Number?.Kind is NumberingKind.Digit or NumberingKind.HanBracket or NumberingKind.Article;
    }

    private bool IsTask(OutlineItem item, bool answered)
    {
        if (item.Answers || (answered && item.Ancestors.Any(a => a.Answers)))
            return true;
        var text = string.Join('\n', item.Own.Select(p => p.Text));
        if (text.Trim().Length == 0 || (item.Head is { } head && (Explaining().IsMatch(head.Form) || (StatedRules.IsForEveryTask(head.Form) && !HasTarget(head)))))
            return false;
        var supports = IsAny(item, Supports) || item.Title is "其他" or "其它" or "其他事项";
        if (!(supports && answered) && item.Own.Any(HasTarget))
            return true;
        if (supports || (answered && IsAny(item, Stages)) || IsAny(item, Frames) || item.Tables.Count > 0)
            return false;
        if (!answered)
            return !(item.Parent?.Number is null && item.Parent!.IsDeep);
        // Where its neighbours name who answers, it is a task that forgot to.
        return (item.Parent!.Number is not null && item.Parent.AnswersSomewhere) || item.Parent.AnsweringChildren * 2 > item.Parent.Children.Count;
    }

    private static bool IsAny(OutlineItem item, string[] words)
        => item.Ancestors.Prepend(item).Any(a => Array.Exists(words, w => Signs.OneForm(a.Title).Contains(w, StringComparison.Ordinal)));

    // 2024年工作…: a section about years before the plan's.
    private bool IsPast(string title)
    {
        var times = TimeWords.Find(Signs.OneForm(title), plan);
        return times.Count > 0 && times.TrueForAll(t => t.Tense == Tense.Past);
    }

    // 2025年主要工作, with paragraphs below: the line says nothing but what follows.
    private static bool IsReview(OutlineItem item)
        => item.Head is { } head && item.Title.Length <= 24 && head.Text.Trim().Length <= item.Title.Length + 1 && Reviews.Any(w => item.Title.EndsWith(w, StringComparison.Ordinal));

    private bool HasTarget(Piece piece) => _reader.Read(piece.Text).Exists(m => m.Kind is MentionKind.Target);

    private void Add(OutlineItem item, IEnumerable<Piece> pieces)
    {
        // Several paragraphs that each name who answers are several tasks.
        if (item.Children.Count == 0 && item.Body.Count(IsAnswered) > 1)
        {
            foreach (var body in item.Body)
                AddLoose(body, [.. Path(item), item.Title], null);
            return;
        }

        if (HeadedParagraphs.Are(item, HasTarget))
        {
            foreach (var body in item.Body)
                AddHeaded(body, [.. Path(item), item.Title]);
            return;
        }

        var title = item.Title;
        var head = item.Head!;
        var task = new FoundTask(item.Number is { Label.Length: > 0 } number ? number.Label : null, title, head, Path(item));
        foreach (var piece in pieces)
        {
            // 各责任单位要于每季度末报送进展: it closes the document, not the last task.
            if (task.Units.Count > 0 && item.Body.Contains(piece) && Closing().IsMatch(piece.Form) && !HasTarget(piece) && piece.Answers.Count == 0)
                continue;
            // 出席:县政府办、县财政局等单位负责人共12人: who was there.
            if (Attending().IsMatch(piece.Form))
                continue;
            // 2026年3月1日: the day it was signed.
            if (item.Body.Contains(piece) && (Signed().IsMatch(piece.Form) || (InForce.IsSaid(piece.Form) && !HasTarget(piece))))
                continue;
            task.Take(piece, plan);
        }

        if (task.Units.Count == 0 && item.Ancestors.FirstOrDefault(a => a.Answers) is { } above)
        {
            foreach (var piece in above.Own)
                task.Units.AddRange(piece.Answers.SelectMany(a => a.Units));
        }

        _tasks.Add(task);
    }

    private void AddHeaded(Piece body, IReadOnlyList<string> path)
    {
        if (!HasTarget(body) && (isReport || !HeadedParagraphs.IsHeaded(body) || new Paragraph(body.Text, plan).Tenses.EndsInPast))
            return;
        var task = new FoundTask(null, Titles.Of(body), body, path);
        task.Take(body, plan);
        _tasks.Add(task);
    }

    /// <summary>Paragraphs without a number that nonetheless set a target or name who answers.</summary>
    private void Loose(OutlineItem item, bool answered)
    {
        if (item.Parent is null)
            AddTables(item);
        var path = item.Parent is null ? (IReadOnlyList<string>)[] : [.. Path(item), item.Title];
        var (looksBack, past) = (false, false);
        FoundTask? goals = null;
        foreach (var body in item.Body)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Introduces(item, body))
                continue;
            // A short line is a heading that nobody numbered.
            if (body.Text.Length <= 16 && body.Form.AsSpan().IndexOfAny("。;,:") < 0)
            {
                looksBack = LooksBack(body.Text) || (IsPast(body.Text) && Reviews.Any(w => body.Text.TrimEnd().EndsWith(w, StringComparison.Ordinal)));
                past = false;
            }

            // 过去一年,我们做了以下工作: the paragraphs behind it tell of that year until one looks ahead.
            var tenses = new Paragraph(body.Text, plan).Tenses;
            var goesOn = past && !tenses.LooksAhead && !body.Answers.Any(a => a.Units.Count > 0);
            past = goesOn || tenses.EndsInPast;
            if (goesOn)
                continue;
            if (!looksBack)
                goals = AddLoose(body, path, goals);
        }

        if (item.Head is { } head && item.Children.Count > 0 && item.Title.Length < head.Text.Trim().Length && HasTarget(head))
            AddLoose(head, [.. Path(item)], null);
    }

    // 修复古桥6座。(市住建局): a bracket answers even for little; another statement has to stand behind a sentence.
    private static bool IsAnswered(Piece body)
        => body.Answers.Any(a => a.Units.Count > 0 && a.Start > (body.Form[a.Start] == '(' ? 5 : 12));

    private static bool Introduces(OutlineItem item, Piece body)
        => !body.Answers.Any(a => a.Units.Count > 0)
            && ((item.Parent is null && Introductions.IsOfDocument(body.Form)) || (item.AnswersSomewhere && Introductions.IsOfMeeting(body.Form)));

    // Goals of several paragraphs (——经济…,——民生…) are one task, named by the item they stand under.
    private FoundTask? AddLoose(Piece body, IReadOnlyList<string> path, FoundTask? goals)
    {
        if (StatedInline(body, path))
            return goals;
        var answers = IsAnswered(body);
        if (!answers && !HasTarget(body))
            return goals;
        if (!answers && goals is not null)
        {
            goals.Take(body, plan);
            return goals;
        }

        var task = new FoundTask(null, path.Count > 0 && !answers ? path[^1] : Titles.Of(body), body, path);
        task.Take(body, plan);
        _tasks.Add(task);
        return answers ? goals : task;
    }

    // 其中一条细化为…,责任单位为…: a report about a plan names a task in passing.
    private bool StatedInline(Piece body, IReadOnlyList<string> path)
    {
        var found = false;
        foreach (var answer in body.Answers.Where(a => a.Units.Count > 0 && a.Start > 4))
        {
            if (body.Form[answer.Start - 1] is not (',' or ' ') || body.Form[..answer.Start].TrimEnd(',', ' ').EndsWith('。'))
                continue;
            var start = body.Form.AsSpan(0, answer.Start - 1).LastIndexOfAny('。', ';') + 1;
            if (answer.Start - start > LongestInPassing)
                continue;
            var (title, section) = Named(body, start, answer.Start - 1);
            var task = new FoundTask(null, title.Text, title, section is null ? path : [.. path, section]);
            task.Take(title, plan);
            task.Units.AddRange(answer.Units);
            _tasks.Add(task);
            found = true;
        }

        return found;
    }

    private static (Piece Title, string? Section) Named(Piece body, int start, int end)
    {
        string? section = null;
        var form = body.Form;
        var aspect = form.IndexOf("方面,", start, Math.Max(0, end - start), StringComparison.Ordinal);
        if (aspect > start)
        {
            var from = form.IndexOf('在', start, aspect - start);
            section = body.Text[(from < 0 ? start : from + 1)..aspect].Trim();
            start = aspect + 3;
        }

        foreach (var lead in new[] { "细化为", "提出要", "提出", "包括", "明确要", "明确为", "确定为", "列为" })
        {
            var at = form.IndexOf(lead, start, Math.Max(0, end - start), StringComparison.Ordinal);
            if (at >= 0)
                start = at + lead.Length;
        }

        return (body.Part(start..end).Trimmed(), section);
    }

    private static List<string> Path(OutlineItem item) => [.. item.Ancestors.Where(a => a.Parent is not null).Select(a => a.Title).Reverse()];

    private void AddTables(OutlineItem item)
    {
        foreach (var table in item.Tables)
            Tables.Add((table, item, item.Parent is null ? [] : [.. Path(item), item.Title]));
    }

    private void AddTablesBelow(OutlineItem item)
    {
        AddTables(item);
        foreach (var child in item.Children)
            AddTablesBelow(child);
    }

    [GeneratedRegex(@"^\s*(20\d\d|二[零○〇0-9一二三四五六七八九]{3})年[0-9一二三四五六七八九十]{1,2}月[0-9一二三四五六七八九十]{1,3}日\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Signed();

    [GeneratedRegex("^(出席|列席|参加|参会|请假|缺席|主持|记录|发送|抄送|分送)(人员|人|单位|会议)?:", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Attending();

    // 1.“三区三线”:指…: what a word means.
    [GeneratedRegex("^[^,。;]{0,4}“[^”]{1,24}”:?(是?指|即指|指的是|是一种)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Explaining();

    [GeneratedRegex("^(请)?(各|有关|相关|以上|上述|全[市县区]|市直|县直|区直)[^,。;:]{0,24}(要|应|须|请|务必|需|每[月季半年周]|于|[前底末])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Closing();
}
