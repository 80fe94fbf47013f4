using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>When a task is due: a day, again and again, or never.</summary>
/// <param name="Recurrence">ISO 8601: R/P1M.</param>
internal sealed record Due(DateOnly? Day, string? Recurrence, bool IsOngoing);

internal static partial class Deadlines
{
    private static readonly (string Word, string Recurrence)[] Recurring =
    [
        ("每半年", "R/P6M"), ("按半年", "R/P6M"), ("逐季度", "R/P3M"), ("逐季", "R/P3M"), ("每两周", "R/P2W"), ("按双月", "R/P2M"), ("按周", "R/P1W"), ("逐周", "R/P1W"), ("按旬", "R/P10D"), ("按年", "R/P1Y"), ("逐年", "R/P1Y"), ("每个月", "R/P1M"), ("每个季度", "R/P3M"), ("按日", "R/P1D"), ("逐日", "R/P1D"),
        ("每季度", "R/P3M"), ("每季", "R/P3M"), ("每月", "R/P1M"), ("每周", "R/P1W"), ("每旬", "R/P10D"), ("每半月", "R/P15D"), ("每半个月", "R/P15D"), ("每年", "R/P1Y"), ("每年度", "R/P1Y"), ("每两月", "R/P2M"), ("每两个月", "R/P2M"), ("每双月", "R/P2M"), ("每双周", "R/P2W"), ("每隔一周", "R/P2W"), ("每学期", "R/P6M"), ("每日", "R/P1D"), ("每天", "R/P1D"), ("按月", "R/P1M"), ("按季度", "R/P3M"), ("按季", "R/P3M"), ("逐月", "R/P1M"),
    ];

    /// <summary>They say when, and no calendar says on which day.</summary>
    private static readonly string[] Undated =
    [
        "立行立改", "即知即改", "立查立改", "即查即改", "边查边改", "立知立改", "立即整改", "立即落实", "立即办理", "立即", "即时", "随到随办", "主汛期前", "汛期前", "入汛前", "汛前", "春节前", "元宵节前", "中秋节前", "中秋前", "高考前", "中高考前", "中考前", "开学前", "春季学期", "秋季学期", "春季开学前", "秋季开学前", "暑假前", "寒假前", "暑期", "采暖季前", "采暖期前", "供暖季前",
        "供暖期前", "供暖前", "入冬前", "冬季前", "春耕前", "秋收前", "两会前", "防火期前", "迎峰度夏前", "按时间节点", "按节点", "按计划", "按要求", "按期", "按时", "按序时进度", "按进度", "按上级要求", "根据上级要求", "根据工作进度", "根据工作需要", "据实",
    ];

    private static readonly string[] Ongoing = ["长期坚持", "长期推进", "长期", "持续推进", "持续", "常态化", "常态", "长期任务", "坚持", "日常", "随时", "实时"];

    /// <summary>What a cell or a label says; null where it says nothing that can be read.</summary>
    public static Due? Stated(string form, Days? plan)
    {
        // 3月起 begins; 3月起至11月 ends as well.
        var times = TimeWords.Find(form, plan);
        times.RemoveAll(t => t.End < form.Length && form[t.End] is '起' or '始' || form.AsSpan(t.End).StartsWith("开始", StringComparison.Ordinal));
        // 12月底前,每季度通报 ends on a day; 2026年每季度 and 每季度(3月、6月、9月、12月) do not.
        if (Recurrence(form) is { } recurrence && (times.Count(t => t.Days is not null) is 0 or > 2 || times.TrueForAll(t => !t.IsDue)))
            return new(null, recurrence, IsOngoing: false);
        var day = Latest(times);
        if (day is null && BareYear(form) is { } year)
            day = new DateOnly(year, 12, 31);
        if (day is not null)
            return new(day, null, IsOngoing: false);
        return Array.Exists(Ongoing, w => form.Contains(w, StringComparison.Ordinal)) ? new(null, null, IsOngoing: true) : null;
    }

    /// <summary>Whether a stretch says when and nothing else: 2026年9月底前完成, 按月推进, 长期坚持.</summary>
    public static bool IsAlone(string form)
    {
        if (form.Length > 30)
            return false;
        var rest = form.ToCharArray();
        var found = false;
        foreach (var time in TimeWords.Find(form, null))
            Take(time.Start, time.End - time.Start);
        if (Often().Match(form) is { Success: true } often)
            Take(often.Index, often.Length);
        foreach (var word in Recurring.Select(r => r.Word).Concat(Ongoing).Concat(Undated))
        {
            for (var at = form.IndexOf(word, StringComparison.Ordinal); at >= 0; at = form.IndexOf(word, at + 1, StringComparison.Ordinal))
                Take(at, word.Length);
        }

        return found && Around().IsMatch(new string(rest));

        void Take(int start, int length)
        {
            found = true;
            rest.AsSpan(start, length).Fill(' ');
        }
    }

    /// <summary>6月底前完成招标: a stage, among others of a list that says when.</summary>
    public static bool IsStage(string form)
        => form.Length is > 4 and <= 24 && form.AsSpan().IndexOfAny("前底末内") >= 0 && !form.Contains('、', StringComparison.Ordinal) && form.TrimStart() is var words
            && TimeWords.Find(words, null).Find(t => t is { Start: 0, IsDue: true }) is { } time && Staged().IsMatch(words[time.End..]);

    /// <summary>The last day something in a text is due; what is past or compared with is not.</summary>
    public static Due? InProse(IReadOnlyList<Paragraph> paragraphs)
    {
        DateOnly? last = null;
        string? recurrence = null;
        foreach (var paragraph in paragraphs)
        {
            // 年内改造50处,11月15日前全面完成: what has no object is about all that came before it.
            if (paragraph.Times.FindLast(t => t.IsDue && t.Tense == Tense.Ahead && t.Days is not null && EndsAll(paragraph, t)) is { } closing)
                return new(closing.Days!.Value.End, null, IsOngoing: false);
            foreach (var time in paragraph.Times)
            {
                if (time.IsDue && time.Tense == Tense.Ahead | time.IsWholePeriod && time.Days is { } days && (last is null || days.End > last) && !IsHistory(paragraph, time))
                    last = days.End;
            }

            // 每月10日前, 每季度开展检查: again and again; 每月开展2次 is a figure.
            foreach (var (word, iso) in Recurring)
            {
                var at = paragraph.Form.IndexOf(word, StringComparison.Ordinal);
                if (recurrence is null && at >= 0 && (BeforeWithin(paragraph.Form, at + word.Length) || IsWholeDuty(paragraph, word, at) || IsOnceEach(paragraph, word, at)))
                    recurrence = iso;
            }

        }

        if (last is not null)
            return new(last, null, IsOngoing: false);
        if (recurrence is not null)
            return new(null, recurrence, IsOngoing: false);
        return paragraphs.Any(GoesOn) ? new(null, null, IsOngoing: true) : null;
    }

    private static readonly string[] MeantToLast = ["机制", "制度", "长效"];

    private static readonly string[] GoingOn = ["持续", "始终", "常态"];

    // 建立长效机制,长期坚持。 持续开展评选活动,长期坚持。 A clause of its own that closes its sentence, about what is meant to last: 做到动态清零,长期坚持 only urges.
    private static bool GoesOn(Paragraph paragraph)
        => paragraph.Clauses.Exists(c => c is { IsAside: false, Previous: { } what } && c.End == c.SentenceEnd
            && (Array.Exists(MeantToLast, w => paragraph.Form.AsSpan(what.Start, what.End - what.Start).Contains(w, StringComparison.Ordinal))
                || Array.Exists(GoingOn, w => paragraph.Form.AsSpan(c.SentenceStart, what.End - c.SentenceStart).Contains(w, StringComparison.Ordinal)))
            && Lasting().IsMatch(paragraph.Form[c.Start..c.End]));

    private static bool EndsAll(Paragraph paragraph, TimeWord time)
        => paragraph.ClauseOf(time.Start) is { IsAside: false } clause && paragraph.Form.AsSpan(clause.Start, time.Start - clause.Start).Trim().IsEmpty
            && (clause.End == paragraph.Form.Length || Signs.IsSentenceEnd(paragraph.Form[clause.End])) && Finished().IsMatch(paragraph.Form[time.End..clause.End]);

    // A sentence of its own that begins with how often, and counts nothing.
    private static bool IsWholeDuty(Paragraph paragraph, string word, int at)
        => word[0] == '每' && paragraph.ClauseOf(at) is { IsAside: false, Previous: null } clause
            && paragraph.Form.AsSpan(clause.Start, at - clause.Start).Trim().IsEmpty && clause.End == clause.SentenceEnd
            && paragraph.FiguresIn(clause.Start, clause.End).IsEmpty;

    // 工作专班每季度调度一次重点项目进展: how often is all it says; 每月巡查2次,整改率达到100% sets figures.
    private static bool IsOnceEach(Paragraph paragraph, string word, int at)
        => word[0] == '每' && paragraph.ClauseOf(at) is { IsAside: false, Previous: null } clause
            && paragraph.Form.AsSpan(clause.Start, at - clause.Start).Trim().ToString() is var who && (who.Length == 0 || UnitNames.LooksLikeUnit(who))
            && paragraph.FiguresIn(clause.SentenceStart, clause.SentenceEnd).Length <= 1 && Once().IsMatch(paragraph.Form.AsSpan(at + word.Length));

    [GeneratedRegex("^[\u4e00-\u9fff]{2,6}[一1]次", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Once();

    private static bool BeforeWithin(string form, int at)
    {
        for (var i = at; i < form.Length && i - at < 8 && !Signs.IsClauseEnd(form[i]); i++)
        {
            if (form[i] is '前')
                return true;
        }

        return false;
    }

    // 2025年6月底前已完成…
    private static bool IsHistory(Paragraph paragraph, TimeWord time)
    {
        var clause = paragraph.ClauseOf(time.Start);
        // 年内出现4件以上的,取消资格: when somebody is judged by.
        return clause is not null && (paragraph.Tenses.At(Math.Min(clause.End, time.End + 4)) == Tense.Past || paragraph.Form.AsSpan(clause.Start, clause.End - clause.Start).TrimEnd().EndsWith("的", StringComparison.Ordinal));
    }

    private static string? Recurrence(string form)
    {
        // 每3个月, 每两年
        if (Often().Match(form) is { Success: true } often && Numeral.Read(often.Groups["many"].Value, 0) is { Value: >= 1 and <= 100 } many)
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"R/P{many.Value * (often.Groups["of"].Value.EndsWith('度') ? 3 : 1):0}{often.Groups["of"].Value[0] switch { '年' => 'Y', '周' or '星' => 'W', '天' or '日' or '工' => 'D', _ => 'M' }}");
        foreach (var (word, iso) in Recurring)
        {
            if (form.Contains(word, StringComparison.Ordinal))
                return iso;
        }

        return null;
    }

    private static DateOnly? Latest(IReadOnlyList<TimeWord> times)
    {
        DateOnly? latest = null;
        foreach (var time in times)
        {
            if (time.Days is { } days && (latest is null || days.End > latest))
                latest = days.End;
        }

        return latest;
    }

    private static int? BareYear(string form)
        => form.Trim() is { Length: 4 } text && text.StartsWith("20", StringComparison.Ordinal) && int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) ? year : null;

    [GeneratedRegex(@"^[\s,、]*(于|在|到|至|要|须)?[\s,、]*(即日|前|底|末|初|内|起|止|至|自|从|到|截至|并|贯穿|完成|完毕|整改|整改到位|销号|推进|落实|实施|办结|执行|开展|进行|调度|报送|通报|更新|取得阶段性成效|取得实效|见效|全面|全部|基本|力争|争取|确保|首月|末月|次月|当月|[12]?\d[日号]|3[01][日号]|[上中下]旬|一次|[0-9]次|[-\s,、和及])*[。\s]*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Around();

    [GeneratedRegex("^(力争|确保|争取|全面|全部|基本)*(完成|建成|开工|竣工|完工|启动|投用|投入使用|印发|出台|交付|通车|整改|办结|形成|取得|投产|封顶|验收|开展|达到)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Staged();

    [GeneratedRegex("每隔?(?<many>\\d{1,2}|[两二三四五六])(?<of>个月|个?季度|年|周|个?星期|天|日|个?工作日)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Often();

    [GeneratedRegex("^ ?(并|要|须)?(长期坚持|长期推进|长期实施|长期抓好|常年坚持|持续坚持|常态化推进|常态化实施|常态化开展|常态推进)(下去)? ?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Lasting();

    [GeneratedRegex("^(要|须|应)?(全面|全部|基本|整体|如期|按期|确保|保质保量)*(完成|建成|竣工|完工|到位|见效|结束|办结|投用|投入使用|交付|交付使用|落实到位|整改到位)(任务|目标任务|年度任务|年度目标任务)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Finished();
}
