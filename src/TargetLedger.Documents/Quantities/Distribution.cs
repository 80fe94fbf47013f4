using TargetLedger.Domain.Commitments;

namespace TargetLedger.Documents.Quantities;

/// <summary>
/// Figures shared out among what is named before them: 在教育、卫生…各遴选10名 is one figure for each, A、B、C分别达到90%、85%、80%
/// is the first for the first.
/// </summary>
internal static class Distribution
{
    public static void ShareOut(Paragraph paragraph, List<Mention> mentions)
    {
        foreach (var clause in paragraph.Clauses)
        {
            Respectively(paragraph, clause, mentions);
            foreach (var figure in clause.Figures.Where(f => f.Kind == MentionKind.Target))
                Each(paragraph, figure, mentions);
        }
    }

    private static void Each(Paragraph paragraph, Figure figure, List<Mention> mentions)
    {
        // Few figures are shared out, and only those are looked for.
        if (EachMarks.SharePlace(figure) < 0 && EachMarks.GroupOf(figure) is null)
            return;
        var at = mentions.FindIndex(m => m.Start == figure.Start && m.Kind == MentionKind.Target);
        if (at < 0)
            return;
        if (EachMarks.SharePlace(figure) is >= 0 and var place && YearsBefore(paragraph, figure.Clause, place).Count < 2)
        {
            var (members, isOpen) = NamedList.Before(paragraph, figure.Clause, place);
            if (members.Count > 1)
            {
                var mention = mentions[at];
                mentions.RemoveAt(at);
                // 新建A、B各1座: what is counted is named before the figure.
                var counted = figure.Behind.Trim(Paragraph.Aside).IsEmpty && figure.View.AsSpan(place + 1, figure.Start - place - 1).Trim().IsEmpty;
                var verb = counted ? VerbBefore(paragraph, figure.Clause, place) : "";
                mentions.AddRange(members.Select(m => mention with { Per = [m], IsOpen = isOpen, Measure = counted ? verb + m : mention.Measure }));
                return;
            }
        }

        // 2026年、2027年各发布50项: once in each year.
        if (EachMarks.SharePlace(figure) is >= 0 and var from && YearsBefore(paragraph, figure.Clause, from) is { Count: > 1 } years)
        {
            var mention = mentions[at];
            mentions.RemoveAt(at);
            mentions.AddRange(years.Select(y => mention with { Period = y.Days }));
            return;
        }

        if (EachMarks.GroupOf(figure) is { } group)
            mentions[at] = mentions[at] with { Per = [group], Measure = Without(mentions[at].Measure, group) };
    }

    private static List<TimeWord> YearsBefore(Paragraph paragraph, Clause clause, int place)
    {
        var years = paragraph.TimesIn(clause.Start, place).ToList().FindAll(t => t.End <= place && t is { Days: not null, Tense: not Tense.Past });
        // 其中2026年18个、2027年和2028年各16个: only those that nothing but a joint parts.
        var first = years.Count - 1;
        while (first > 0 && years[first].Start - years[first - 1].End == 1)
            first--;
        return first >= 0 && first < years.Count - 1 && years[^1].End == place ? years[first..] : [];
    }

    private static string Without(string measure, string group)
    {
        var rest = measure.Replace(group, "", StringComparison.Ordinal).Trim();
        return rest.Length > 0 ? rest : measure;
    }

    private static string VerbBefore(Paragraph paragraph, Clause clause, int place)
        => Verbs.First(paragraph.Flat, clause.Start, place) is { } verb && paragraph.Text[verb.Start..verb.End] is not ("完成" or "实现") and var word ? word : "";

    private static void Respectively(Paragraph paragraph, Clause clause, List<Mention> mentions)
    {
        var place = paragraph.Flat.IndexOf("分别", clause.Start, clause.End - clause.Start, StringComparison.Ordinal);
        if (place < 0)
            return;
        var figures = clause.Figures.FindAll(f => f.Quantity.Start > place);
        if (figures.Count < 2)
            return;

        BindAlike(figures, mentions);
        var own = figures.ConvertAll(f => mentions.FindIndex(m => m.Start == f.Start));
        if (own.Contains(-1))
            return;
        var years = paragraph.TimesIn(clause.Start, place).ToList().FindAll(t => t.End <= place && t.Days is not null);
        if (years.Count == figures.Count)
        {
            var subject = SubjectAround(paragraph, clause, years[^1].End, place);
            for (var i = 0; i < own.Count; i++)
                mentions[own[i]] = mentions[own[i]] with { Period = years[i].Days, Measure = subject.Length > 0 ? subject : mentions[own[i]].Measure };
            return;
        }

        var (members, _) = NamedList.Before(paragraph, clause, place);
        if (members.Count != figures.Count)
            return;
        // 电子信息、装备制造、食品饮料产业产值: what the last one says more is said of all.
        var length = members[0].Length;
        var shared = members.Count > 2 && members[..^1].TrueForAll(m => m.Length == length) && members[^1].Length > length ? members[^1][length..] : "";
        if (members.Count == 2 && EndingOfBoth(members[0], members[1]) is { } ending)
            shared = ending;
        for (var i = 0; i < members.Count - 1; i++)
            members[i] += shared;
        for (var i = 0; i < own.Count; i++)
        {
            var noun = figures[i].Behind.Trim(Paragraph.Aside).ToString();
            mentions[own[i]] = mentions[own[i]] with { Measure = members[i] + noun, Confidence = 0.9 };
        }
    }

    // 城镇和农村居民收入分别…: two heads of one name, and what only the second says.
    private static string? EndingOfBoth(string first, string second)
        => Array.Find(Heads, h => second.StartsWith(h, StringComparison.Ordinal)) is { } head && second.Length > head.Length && Array.Exists(Heads, h => first.EndsWith(h, StringComparison.Ordinal)) ? second[head.Length..] : null;

    private static readonly string[] Heads = ["城镇", "农村", "城市", "乡村", "城区", "镇区", "小学", "初中", "高中", "省级", "市级", "县级", "区级", "国家级", "城乡", "男性", "女性"];

    private static string SubjectAround(Paragraph paragraph, Clause clause, int from, int place)
    {
        var subject = paragraph.Text[from..place].Trim(' ', '、');
        if (subject.Length > 0 || clause.Previous is not { } previous)
            return subject;
        return paragraph.Text[previous.Start..previous.End].Trim();
    }

    // 分别控制在5%、3%以内: what binds the last of a list binds all of it.
    private static void BindAlike(List<Figure> figures, List<Mention> mentions)
    {
        if (figures[^1].Binding.After is not { } after)
            return;
        foreach (var figure in figures.Where(f => f.Binding.After is null && f.Unit?.Text == figures[^1].Unit?.Text))
        {
            var at = mentions.FindIndex(m => m.Start == figure.Start);
            if (at >= 0 && mentions[at].Bound is Bound.AtLeast or Bound.AtMost)
                mentions[at] = mentions[at] with { Bound = after };
        }
    }
}

/// <summary>A list of names before a place: 在水利、交通、旅游等行业,</summary>
internal static class NamedList
{
    private static readonly string[] Openers = ["围绕", "针对", "聚焦", "其中", "力争", "确保", "推动", "全市", "全年", "实现"];

    public static (List<string> Members, bool IsOpen) Before(Paragraph paragraph, Clause clause, int place)
    {
        var names = Names(paragraph, clause.Start, place);
        return names.Members.Count > 1 || clause.Previous is not { } previous || place - clause.Start > 2 && paragraph.Flat.AsSpan(clause.Start, place - clause.Start).Trim().Length > 2
            ? names
            : Names(paragraph, previous.Start, previous.End);
    }

    private static (List<string> Members, bool IsOpen) Names(Paragraph paragraph, int start, int end)
    {
        foreach (var time in paragraph.Times)
        {
            if (time.Start >= start && time.End <= end && paragraph.Form.AsSpan(start, time.Start - start).Trim().Length == 0)
                start = time.End;
        }

        var form = paragraph.Form.AsSpan(start, end - start);
        var listed = form.LastIndexOf('、');
        var isOpen = false;
        if (form.LastIndexOf('等') is >= 0 and var rest && rest > listed)
        {
            isOpen = true;
            end = start + rest;
        }
        else
        {
            end = start + form.TrimEnd().Length;
        }

        // What opens the list is before its first name: 在…, 新建….
        var first = paragraph.Form.IndexOf('、', start, Math.Max(0, end - start));
        if (first < 0)
            first = end;
        foreach (var opener in new[] { '在', '对', '从', '向', '以', '于', '使' })
        {
            var at = paragraph.Form.LastIndexOf(opener, Math.Max(start, first - 1), Math.Max(0, first - start));
            if (at >= start)
                start = at + 1;
        }

        foreach (var opener in Openers)
        {
            if (paragraph.Form.AsSpan(start, end - start).StartsWith(opener, StringComparison.Ordinal))
                start += opener.Length;
        }

        if (Verbs.BeginningAt(paragraph.Form, start, first) is { } verb && verb.End < first)
            start = verb.End;
        var members = new List<string>();
        foreach (var part in Signs.Split(paragraph.Form[start..end], static sign => sign == '、'))
            AddNames(members, paragraph.Form[start..end][part], paragraph.Text[start..end][part]);
        if (members.Count > 0)
            SplitLast(members);
        members.RemoveAll(m => m.Length == 0);
        if (members.Count > 0)
            members[^1] = WithoutCount(members[^1]);
        return (members, isOpen);
    }

    // “甲”“乙”: quoted names need nothing between them.
    private static void AddNames(List<string> members, string form, string part)
    {
        var from = 0;
        for (var at = form.IndexOf("”“", StringComparison.Ordinal); at > 0; at = form.IndexOf("”“", at + 1, StringComparison.Ordinal))
        {
            members.Add(part[from..(at + 1)].Trim());
            from = at + 1;
        }

        members.Add(part[from..].Trim());
    }

    // A、B和C: only the last part is split, and not inside a word.
    private static void SplitLast(List<string> members)
    {
        var last = members[^1];
        foreach (var joint in new[] { "以及", "和", "及", "与" })
        {
            var at = last.LastIndexOf(joint, StringComparison.Ordinal);
            if (at > 0 && at + joint.Length < last.Length)
            {
                members[^1] = last[..at].Trim();
                members.Add(last[(at + joint.Length)..].Trim());
                return;
            }
        }
    }

    // 教育、卫生、文化三个领域: the count of the list is not a name.
    private static string WithoutCount(string name)
    {
        for (var at = 1; at < name.Length; at++)
        {
            if (Numeral.IsStart(name[at]) && name.Length - at <= 6 && UnitWord.At(name, Math.Min(at + 1, name.Length - 1)) is not null)
                return name[..at].Trim();
        }

        return name;
    }
}
