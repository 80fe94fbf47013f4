namespace TargetLedger.Documents.Quantities;

/// <summary>各 and 每: what one figure holds for, once for each.</summary>
internal static class EachMarks
{
    private static readonly string[] Times = ["每年", "每季度", "每季", "每月", "每周", "每半年", "每学期", "每天", "每日", "每学年", "每年度"];

    private static readonly string[] Kinds = ["县", "区", "市", "乡", "镇", "街道", "村", "社区", "学校", "部门", "单位", "园区", "旗", "州", "高校", "学区", "企业", "医院", "开发区", "功能区", "中心", "支部", "家庭医生", "党组织", "家单位", "所学校", "中小学", "幼儿园", "家企业", "村民小组", "网格"];

    /// <summary>各遴选10名, 各10名, 各新建2所: the sign stands before the figure and its verb.</summary>
    public static bool IsEach(Figure figure) => SharePlace(figure) >= 0 || GroupOf(figure) is not null;

    /// <summary>每月, 每季度: for each time, not for each of a group.</summary>
    public static bool IsEachTime(Figure figure)
        => SharePlace(figure) < 0 && GroupOf(figure) is { } group && (Array.IndexOf(Times, group) >= 0 || Spell(group, 0, group.Length) is not null);

    /// <summary>Where 各 stands when it shares the figure out among what is named before it; -1 where it does not.</summary>
    public static int SharePlace(Figure figure)
    {
        var view = figure.View;
        var before = view.AsSpan(figure.Clause.Start, figure.Start - figure.Clause.Start);
        var each = before.LastIndexOf('各');
        if (each < 0 || figure.Clause.Start + each < figure.Floor)
            return -1;
        var between = before[(each + 1)..].Trim();
        var at = figure.Clause.Start + each + 1;
        if (between.StartsWith("自", StringComparison.Ordinal) || between.StartsWith("再", StringComparison.Ordinal))
        {
            between = between[1..];
            at++;
        }

        if (between.IsEmpty || (Verbs.EndingAt(view, at, figure.Start, single: true) is { } verb && verb.Start == at))
            return figure.Clause.Start + each;
        // 各建成“城市书房”5个: the noun stands before its figure.
        return Verbs.BeginningAt(view, at, figure.Start) is not null && figure.Behind.Trim(Paragraph.Aside).IsEmpty ? figure.Clause.Start + each : -1;
    }

    /// <summary>各区(市)县, 每个乡镇, 每年: the group at the head of the clause the figure holds for each of.</summary>
    public static string? GroupOf(Figure figure)
    {
        var clause = figure.Clause;
        var text = figure.Paragraph.Form.AsSpan(clause.Start, figure.Start - clause.Start);
        foreach (var time in Times)
        {
            if (text.Contains(time, StringComparison.Ordinal))
                return time;
        }

        if (Spell(figure.Paragraph.Form, clause.Start, figure.Start) is { } spell)
            return spell;

        var at = text.IndexOfAny('每', '各');
        if (at < 0 || !IsHead(figure, clause.Start, clause.Start + at))
            return null;
        var verb = Verbs.First(figure.Paragraph.Form, clause.Start + at + 1, figure.Start);
        var end = verb?.Start ?? figure.Start;
        var group = figure.Paragraph.Text[(clause.Start + at)..end].Trim();
        foreach (var filler in new[] { "至少", "要", "均", "都", "应", "分别", "原则上", "力争", "确保" })
        {
            while (group.EndsWith(filler, StringComparison.Ordinal))
                group = group[..^filler.Length].TrimEnd();
        }

        return group.Length is > 1 and <= 20 && Array.Exists(Kinds, k => Signs.OneForm(group).TrimEnd(')').EndsWith(k, StringComparison.Ordinal)) ? group : null;
    }

    // 每五年至少体检一次, 每3个月检查1次
    private static string? Spell(string form, int start, int end)
    {
        for (var at = form.IndexOf('每', start, end - start); at >= 0 && at + 1 < end; at = form.IndexOf('每', at + 1, end - at - 1))
        {
            if (Numeral.IsStart(form[at + 1]) && Numeral.Read(form, at + 1) is { } number && number.End < end && UnitWord.At(form, number.End) is { Kind: UnitClass.Duration } unit && number.End + unit.Text.Length <= end)
                return form[at..(number.End + unit.Text.Length)];
        }

        return null;
    }

    // Only times and adverbs may stand before it: 指导各区县建设5个 is one target, not one for each.
    private static bool IsHead(Figure figure, int start, int place)
    {
        var head = start;
        while (head < place)
        {
            var time = figure.Paragraph.TimesIn(head, head + 1).FirstOrDefault();
            if (time is not null)
                head = time.End;
            else if (figure.Paragraph.Form[head] is ' ' or '在' or '年' or '底' or '前' or '内' or '全' or '市')
                head++;
            else
                return false;
        }

        return true;
    }
}
