namespace TargetLedger.Documents.Quantities;

/// <summary>What a figure counts, in the words around it: the verb and the noun, without times and binding words.</summary>
internal static class Measures
{
    private const int LongestMeasure = 40;

    private static readonly string[] Leads =
    [
        "力争", "确保", "努力", "实现", "争取", "全市", "全省", "全区", "全县", "和", "及", "与", "并", "其中", "同时", "以及", "要", "将", "完成", "达到", "年均", "比上年", "较上年", "同比", "继续", "再", "计划", "至少", "累计", "保持", "使", "让", "推动实现", "预计", "年", "新一年", "各", "均", "全面完成", "平均",
        "比去年", "较去年", "每年", "、", "又", "且", "而", "还", "也", "则", "分别", "基本", "全年", "年度",
    ];

    private static readonly string[] Tails = ["年均", "平均", "力争", "争取", "要", "将", "均", "都", "分别", "各", "再", "同比", "比上年", "较上年", "预计", "总计", "共计", "至少", "目标", "累计", "全部", "努力", "实现", "达", "为", "由", "从", "每年", "的"];

    public static string Of(Figure figure)
    {
        var paragraph = figure.Paragraph;
        var behind = Noun(paragraph, figure.AfterStart, figure.AfterEnd);
        // 选拔10名左右45岁以下、业绩突出的技师: who qualifies stands between the figure and its noun.
        if (behind.Length == 0 && paragraph.FiguresIn(figure.End, figure.End + 2) is [var age, ..] && age.End < figure.Clause.End && age.Unit?.Kind == UnitClass.Age)
            behind = Noun(paragraph, Math.Min(BoundWords.Around(paragraph.Form, age, figure.End).End, figure.Clause.End), figure.Clause.End).TrimStart('、');
        // 打造3个百亿元园区: how large each is stands between the figure and its noun.
        if (behind.Length == 0 && paragraph.FiguresIn(figure.End, figure.End + 1) is [{ Unit.Kind: UnitClass.Money or UnitClass.Size } size, ..] && size.End < figure.Clause.End)
        {
            var end = paragraph.FigureAfter(size.End)?.Start is { } further && further < figure.Clause.End ? further : figure.Clause.End;
            behind = Noun(paragraph, figure.End, figure.View.IndexOf('、', size.End, end - size.End) is > 0 and var comma ? comma : end);
        }

        var before = Cut(paragraph, FloorOf(figure), figure.Start);
        var verb = Verbs.EndingAt(figure.View, figure.Floor, figure.Start, single: true);
        // 其余4个项目在5月底前完成: what is left is named by what becomes of it.
        if (before.Length is 2 or 3 && behind.Length > 0 && before[..2] is "其余" or "剩余" or "余下" or "剩下" or "尚余")
            return Limited(before + paragraph.Text[figure.AfterStart..figure.Clause.End].Trim());
        // 为全区2万名老人提供上门服务: who is served, and what with.
        if (verb is null && behind.Length > 0 && before.Length > 0 && ((before.Length <= 6 && before[0] is '为' or '对' or '向' or '给') || before.EndsWith("将对", StringComparison.Ordinal) || before.EndsWith("将为", StringComparison.Ordinal)) && Verbs.Last(figure.View, figure.Floor, figure.Start) is null
            && (figure.AfterEnd == figure.Clause.End || (paragraph.FiguresIn(figure.AfterEnd, figure.Clause.End).IsEmpty && Verbs.BeginningAt(figure.View, figure.AfterEnd, figure.Clause.End) is not null)))
            return Limited(Noun(paragraph, figure.AfterStart, figure.Clause.End));
        // 形成5个千亿元集群和20个百亿元园区: the verb before the first of them is the second one's too.
        if (verb is null && behind.Length > 0 && figure.Previous is { Kind: MentionKind.Description, Previous: { Kind: MentionKind.Target } counted } each && counted.End == each.Start && Verbs.Last(figure.View, figure.Floor, figure.Start) is null)
            return Limited(SharedVerb(figure) + behind);
        if (verb is { } adjacent && behind.Length > 0)
            return Limited(WithoutTotal(paragraph.Text[adjacent.Start..adjacent.End]) + behind);
        if (before.Length == 0 && behind.Length > 0)
            return Limited(SharedVerb(figure) + behind);
        if (behind.Length > 0 && Verbs.Last(figure.View, figure.Floor, figure.Start) is not null)
            return Limited(before + behind);
        if (before.Length > 0)
            return Limited(Parallel(figure, before));
        if (figure.Previous is not null && figure.Previous.Kind == MentionKind.Target)
            return Of(figure.Previous);
        // 营业收入:不低于86亿元,力争90亿元
        for (var clause = figure.Clause.Previous; clause is not null; clause = clause.Previous)
        {
            if (Cut(paragraph, clause.Start, clause.Figures.Count > 0 ? clause.Figures[0].Start : clause.End) is { Length: > 0 } named)
                return Limited(named);
        }

        return "";
    }

    /// <summary>What is said to change: the words before the figure without times and adverbs.</summary>
    public static string Subject(Figure figure) => Cut(figure.Paragraph, figure.Floor, figure.Start);

    // 引进投资10亿元以上项目不少于15个, 组建率由45%提高到60%: what qualifies is part of the measure, a baseline's noun is its own.
    private static int FloorOf(Figure figure)
    {
        var floor = figure.Floor;
        for (var from = figure.Previous; from is { Kind: MentionKind.Condition or MentionKind.Description or MentionKind.Baseline }; from = from.Previous)
            floor = from.Floor;
        return floor;
    }

    // 新建5-8个…和5个…: the verb of the figure before it.
    private static string SharedVerb(Figure figure)
    {
        for (var from = figure.Previous; from is not null; from = from.Previous)
        {
            if (Verbs.Last(figure.View, from.Floor, from.Start) is { } verb)
                return WithoutTotal(figure.Paragraph.Text[verb.Start..verb.End]);
        }

        return "";
    }

    // 帮助青年就业2万人、创业500人: 创业 stands where 就业 stood.
    private static string Parallel(Figure figure, string own)
    {
        if (figure.Previous is not { Kind: MentionKind.Target } previous || own.Length > 4)
            return own;
        var first = Cut(figure.Paragraph, previous.Floor, previous.Start);
        if (first.Length <= own.Length)
            return own;
        var counterpart = first[^own.Length..];
        // 基础设施投资…、工业投资… are two names; a verb is what the second goes on from.
        var lead = first[..^own.Length];
        if (counterpart[^1] != own[^1] && counterpart[0] != own[0])
            return own;
        // 改造老旧小区…、棚户区…: of a longer name only the verb goes on.
        return own.Length <= 2 ? lead + own : Verbs.First(lead, 0, lead.Length) is { } verb ? lead[..verb.End] + own : own;
    }

    private static string WithoutTotal(string verb) => verb is "完成" or "实现" ? "" : verb;

    private static string Noun(Paragraph paragraph, int start, int end)
    {
        var noun = paragraph.Text[start..end].Trim();
        if (noun.StartsWith('的'))
            noun = noun[1..];
        var form = Signs.OneForm(noun);
        if (form.StartsWith('('))
            noun = noun[Math.Min(noun.Length, Signs.Closing(form, 0) + 1)..];
        if (Signs.OneForm(noun).IndexOf("(其中", StringComparison.Ordinal) is > 0 and var aside)
            noun = noun[..aside];
        // The next figure's verb or joining word is not part of this one's noun.
        foreach (var tail in new[] { "和", "及", "与", "以及", "并", "或", "、", "共" })
        {
            if (noun.EndsWith(tail, StringComparison.Ordinal))
                noun = noun[..^tail.Length];
        }

        return noun.Trim(' ', ')', '(');
    }

    private static string Cut(Paragraph paragraph, int start, int end)
    {
        foreach (var time in paragraph.Times)
        {
            if (time.Start < start || time.End > end)
                continue;
            // 碳排放强度较2025年降低: what is compared stands before the time.
            if (time.Start > start + 2 && (paragraph.Form[time.Start - 1] is '比' or '较' || (paragraph.Form[time.Start - 1] is '由' or '从' && paragraph.Form.AsSpan(time.End, end - time.End).ContainsAnyInRange('0', '9'))))
            {
                end = time.Start - 1;
                break;
            }

            start = Math.Max(start, time.End);
        }

        var words = paragraph.Text[start..end].Trim();
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var lead in Leads)
            {
                if (words.Length > lead.Length && words.StartsWith(lead, StringComparison.Ordinal) && !(lead == "年" && words[1] is '均' or '度' or '初' or '产' or '用' or '营' or '主' or '销' or '收' or '处' or '供') && !(lead == "年度" && words[^1] == '的') && !(lead == "再" && words[1] is '生' or '就' or '造' or '制' or '贷' or '担'))
                {
                    words = words[lead.Length..].TrimStart();
                    changed = true;
                }
            }
        }

        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var tail in Tails)
            {
                if (words.Length > tail.Length && words.EndsWith(tail, StringComparison.Ordinal))
                {
                    words = words[..^tail.Length].TrimEnd();
                    changed = true;
                }
            }
        }

        // 组建率由45%: what a change starts from is not the measure.
        var form = Signs.OneForm(words);
        if (form.AsSpan().LastIndexOfAny('由', '从') is > 1 and var from && form.AsSpan(from).ContainsAnyInRange('0', '9'))
            words = words[..from];
        return Array.Exists(Leads, l => l == words) || Array.Exists(Tails, t => t == words) ? "" : words.Trim(' ', '、', ',', ':');
    }

    private static string Limited(string measure) => measure.Length <= LongestMeasure ? measure : measure[..(char.IsHighSurrogate(measure[LongestMeasure - 1]) ? LongestMeasure - 1 : LongestMeasure)];
}
