using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>How a unit answers for a task, as far as the document says.</summary>
public enum DraftRole
{
    Lead,
    Co,

    /// <summary>Several units under one name; who they are is a dated list.</summary>
    Group,

    /// <summary>Named, and nothing said of its part.</summary>
    Unspecified,
}

/// <summary>What a statement says a unit's part is, before the rest of the item is known.</summary>
internal enum StatedRole
{
    None,
    Lead,
    Responsible,
    Co,
}

/// <summary>Units named with one role; <paramref name="Group"/> counts the groups a comma parts.</summary>
internal sealed record Answer(int Start, int End, IReadOnlyList<AnsweringUnit> Units, (int Start, int End)? Deadline);

internal sealed record AnsweringUnit(NamedUnit Unit, StatedRole Role, int Group);

/// <summary>
/// Finds who answers in a text: a closing bracket that lists units, labels (牵头单位:…), or a closing sentence (由市教育局牵头,
/// 市财政局配合).
/// </summary>
internal static partial class ResponsibilityReader
{
    /// <summary>The places where a text says who answers, in order, not overlapping.</summary>
    public static List<Answer> Find(string form, string? text = null)
    {
        text ??= form;
        var labelled = Labelled(form, text);
        if (labelled.Count > 0)
            return labelled;
        if (ClosingBracket(form, text) is { } bracket)
            return [bracket];
        return AnsweringSentence.Find(form) is { } sentence && Units(form, text, sentence.From, sentence.End, StatedRole.None) is { Count: > 0 } units
            ? [new(sentence.Start, sentence.End, units, null)]
            : [];
    }

    /// <summary>The units of a cell under a header that says their role.</summary>
    public static List<AnsweringUnit> OfCell(string form, string text, StatedRole role)
    {
        var labelled = Labelled(form, text);
        return labelled.Count > 0 ? [.. labelled.SelectMany(l => l.Units)] : Units(form, text, 0, form.Length, role, spacesPart: true);
    }

    /// <summary>What a label or a column's header says: 牵头单位, 责任单位, 配合单位; null where it is not about units.</summary>
    public static StatedRole? RoleOf(string label)
    {
        if (label.Contains("领导", StringComparison.Ordinal) || label.Contains("干部", StringComparison.Ordinal) || label.EndsWith('人'))
            return null;
        if (label.Contains("牵头", StringComparison.Ordinal) || label.Contains("主办", StringComparison.Ordinal) || label.Contains("主责", StringComparison.Ordinal) || label.Contains("主体单位", StringComparison.Ordinal))
            return StatedRole.Lead;
        if (label.Contains("配合", StringComparison.Ordinal) || (label.Contains('协', StringComparison.Ordinal) && !label.Contains("协议", StringComparison.Ordinal)) || label.Contains("会办", StringComparison.Ordinal) || label.Contains("参与", StringComparison.Ordinal) || label.Contains("参加", StringComparison.Ordinal) || label.Contains("支持单位", StringComparison.Ordinal))
            return StatedRole.Co;
        return label is "责任" or "承办" or "落实" or "承担" or "分工" || Array.Exists(Answering, w => label.Contains(w, StringComparison.Ordinal)) ? StatedRole.Responsible : null;
    }

    private static readonly string[] Answering = ["单位", "部门", "处室", "科室", "股室", "部室", "站所", "院系", "业主", "责任部", "责任处", "责任科", "责任股", "责任室", "责任镇", "责任街", "责任乡", "责任区", "责任县", "责任院", "责任校", "责任方", "责任站", "责任所", "责任队", "责任中心", "责任企业", "责任公司", "责任集团", "责任学", "承接方", "承办方", "承担方", "实施方", "责任分工", "责任主体", "实施主体", "落实主体", "承办主体", "建设主体"];

    private static List<Answer> Labelled(string form, string text)
    {
        var answers = new List<Answer>();
        // 【责任单位】市教育局: the bracket is the label's; (责任单位) behind a word is no label.
        var found = Labels().Matches(form);
        var frames = found.Count > 0 && found[0].Index == 1 && found[0].Groups["framed"].Success;
        var labels = found.Where(l => !l.Groups["framed"].Success || IsFramed(form, l, frames)).ToList();
        var brackets = labels.Count == 0 ? null : new Brackets(form);
        for (var i = 0; i < labels.Count; i++)
        {
            var label = labels[i];
            var from = label.Index + label.Length;
            var isFramed = label.Groups["framed"].Success;
            var open = isFramed ? -1 : brackets!.OpenAt(label.Index);
            // No further than the next label: a line of a hundred thousand of them is looked at once.
            var next = i + 1 < labels.Count ? labels[i + 1].Index : form.Length;
            var limit = Math.Min(next, open >= 0 ? brackets!.Closing(open) : SentenceEnd(form, from, next));
            if (limit == next && i + 1 < labels.Count && labels[i + 1].Groups["framed"].Success)
                limit--;
            while (i + 1 < labels.Count && limit < form.Length && form[limit] == ';' && labels[i + 1].Index > limit + 2)
            {
                // 责任单位:市教育局;市财政局 – the list goes on behind the semicolon.
                var further = SentenceEnd(form, limit + 1, form.Length);
                if (!UnitNames.IsList(form[(limit + 1)..further]))
                    break;
                limit = further;
            }

            var role = RoleOf(label.Groups["label"].Value);
            (int Start, int End)? deadline = label.Groups["deadline"].Success ? (from, limit) : null;
            var units = role is { } stated ? Units(form, text, from, ListEnd(form, from, limit), stated) : [];
            if (units.Count == 0 && deadline is null && role is not null)
                continue;
            if (role is not null && BareDeadline(form, from, limit) is { } within)
                deadline = within;
            // (责任单位:市教育局;按月推进): when, without a label.
            if (open >= 0 && limit < form.Length && form[limit] == ';' && (i + 1 == labels.Count || labels[i + 1].Index > limit + 1)
                && GroupEnd(form, limit + 1) is var groupEnd && Deadlines.IsAlone(form[(limit + 1)..groupEnd]))
                (deadline, limit) = ((limit + 1, groupEnd), groupEnd);
            // (市教育局,完成时限:6月底): who, without a label.
            if (open >= 0 && i == 0 && label.Index > open + 2 && form[(open + 1)..label.Index].Trim(' ', ',', ';', '。', '、') is { Length: > 1 } before && UnitNames.IsList(before))
                units.InsertRange(0, Units(form, text, open + 1, label.Index, StatedRole.None));
            var start = open >= 0 && i == 0 ? open : label.Index - (isFramed ? 1 : 0);
            var end = open >= 0 && limit < form.Length && form[limit] == ')' ? limit + 1 : limit;
            answers.Add(new(start, end, units, deadline));
        }

        return answers;
    }

    // (责任单位:市教育局、各区政府。以下任务均需各区政府落实): a sentence behind the list names nobody more.
    private static int ListEnd(string form, int from, int limit)
    {
        var stop = form.IndexOf('。', from, limit - from);
        return stop < 0 || form[(stop + 1)..limit].Trim() is "" || UnitNames.IsList(form[(stop + 1)..limit]) ? limit : stop;
    }

    // On a line that begins with one, others may follow: 【责任单位】市教育局【完成时限】年底前.
    private static bool IsFramed(string form, Match label, bool frames)
        => label.Index > 0 && form[label.Index - 1] == '(' && (frames || label.Index == 1 || !Signs.IsHan(form[label.Index - 2])) && label.Index + label.Length < form.Length && form[label.Index + label.Length] is not ('。' or ',' or '、' or ';');

    private static int GroupEnd(string form, int from)
    {
        var end = form.AsSpan(from).IndexOfAny(";。)\n");
        return end < 0 ? form.Length : from + end;
    }

    /// <summary>市教育局,2026年6月底 under 责任单位及时限.</summary>
    public static Range? DeadlineOfCell(string form) => BareDeadline(form, 0, form.Length) is { } found ? found.Start..found.End : null;

    // 市教育局、市财政局,2026年9月底前: the part of a list that says when.
    private static (int Start, int End)? BareDeadline(string form, int start, int end)
    {
        (int Start, int End)? found = null;
        foreach (var range in Signs.Split(form[start..end], static sign => sign is ',' or ';' or '。' or '\n'))
        {
            var (from, length) = range.GetOffsetAndLength(end - start);
            var part = form.Substring(start + from, length);
            // 6月底前开工,12月底前建成; 立行立改,长期坚持: all of it says when.
            if (Deadlines.IsAlone(part) || Deadlines.IsStage(part))
                found = (found?.Start ?? start + from, start + from + length);
            else if (found is not null)
                break;
        }

        return found;
    }

    private static int SentenceEnd(string form, int from, int until)
    {
        var depth = 0;
        for (var i = from; i < until; i++)
        {
            if (form[i] == '(')
                depth++;
            else if (form[i] == ')')
                depth--;
            else if (depth <= 0 && form[i] is '。' or ';' or '\n')
                return i;
        }

        return until;
    }

    // …。(市人社局、市总工会,各区县): the last bracket of the text, with nothing but a full stop behind it.
    private static Answer? ClosingBracket(string form, string text)
    {
        var end = form.Length;
        while (end > 0 && (form[end - 1] is '。' or ';' or ' ' || char.IsWhiteSpace(form[end - 1])))
            end--;
        if (end == 0 || form[end - 1] != ')')
            return null;
        var (depth, open) = (0, -1);
        for (var i = end - 1; i >= 0; i--)
        {
            if (form[i] == ')')
                depth++;
            else if (form[i] == '(' && --depth == 0)
            {
                open = i;
                break;
            }
        }

        if (open < 0 || !UnitNames.IsList(form[(open + 1)..(end - 1)]))
            return null;
        // 市发展改革委(市能源局): a bracket behind a unit at the end of a list is its alias, not an answer.
        if (open > 0 && form[open - 1] is not ('。' or ';' or ' ' or '!' or '”') && end - open <= 8 && form[..open].AsSpan().IndexOfAny('。', ',') < 0 && UnitNames.IsList(form[..open]))
            return null;
        var units = Units(form, text, open + 1, end - 1, StatedRole.None);
        return units.Count == 0 ? null : new(open, form.Length, units, BareDeadline(form, open + 1, end - 1));
    }

    // A list, whose parts may end in a role: 市教育局牵头,市财政局、市住建局配合.
    private static List<AnsweringUnit> Units(string form, string text, int start, int end, StatedRole role, bool spacesPart = false)
    {
        var units = new List<AnsweringUnit>();
        var group = 0;
        var stretch = PartedByRoles(form[start..end]);
        foreach (var range in Signs.Split(stretch, static sign => sign is ',' or ';' or '。'))
        {
            var (from, length) = range.GetOffsetAndLength(stretch.Length);
            var part = stretch.Substring(from, length).TrimEnd();
            if (Deadlines.IsAlone(part) || Deadlines.IsStage(part))
                continue;
            var own = role;
            if (RoleWords.At(part) is { } ending)
                (own, part) = (ending.Role, part[..^ending.Length]);

            foreach (var (first, last, stated) in Together(part, own))
            {
                var at = start + from + first;
                foreach (var named in UnitNames.Groups(part[first..last], text.Substring(at, last - first), spacesPart))
                {
                    group++;
                    foreach (var unit in named)
                    {
                        // 市教育局(牵头), *市教育局: the part of one unit of the list.
                        var (bare, marked) = MarkedRole(unit with { Start = unit.Start + at, End = unit.End + at });
                        units.AddRange(TwoSides.Of(bare).Select(u => new AnsweringUnit(u, marked ?? stated, group)));
                    }
                }
            }
        }

        return units;
    }

    // 市教育局牵头、市财政局配合: what is between the two parts them like a comma.
    private static string PartedByRoles(string list)
        => list.Replace("牵头、", "牵头,", StringComparison.Ordinal).Replace("主办、", "主办,", StringComparison.Ordinal).Replace("负责、", "负责,", StringComparison.Ordinal);

    // 市教育局会同市财政局、市人社局: the first of them leads, unless all of them help.
    private static IEnumerable<(int Start, int End, StatedRole Role)> Together(string part, StatedRole role)
    {
        foreach (var word in new[] { "会同", "联合", "联同", "商" })
        {
            var at = part.IndexOf(word, StringComparison.Ordinal);
            var right = at < 0 ? "" : part[(at + word.Length)..].Trim();
            if (right.Length < 2 || !UnitNames.IsList(right) || !UnitNames.IsList(part[..at].Trim().TrimStart('由')) || (word != "会同" && right[0] is not ('市' or '省' or '区' or '县' or '州' or '各' or '团' or '相' or '有')))
                continue;
            return [(0, at, role is StatedRole.Co ? role : StatedRole.Lead), (at + word.Length, part.Length, StatedRole.Co)];
        }

        return [(0, part.Length, role)];
    }

    private static (NamedUnit Unit, StatedRole? Role) MarkedRole(NamedUnit unit)
    {
        if (unit.Name.Length > 2 && unit.Name[0] is '*' or '★' or '☆' or '※')
            return (unit with { Name = unit.Name[1..].Trim() }, StatedRole.Lead);
        if (unit.Name.Length > 2 && unit.Name[^1] is '*' or '★' or '☆' or '※')
            return (unit with { Name = unit.Name[..^1].Trim() }, StatedRole.Lead);
        return unit.Alias is null ? (unit, null) : Signs.OneForm(unit.Alias) switch
        {
            "牵头" or "牵头单位" or "主办" or "主责" or "牵头部门" or "负责牵头" or "总牵头" => (unit with { Alias = null }, StatedRole.Lead),
            "配合" or "配合单位" or "协办" or "协同" or "参与" or "协助" => (unit with { Alias = null }, StatedRole.Co),
            "责任单位" or "负责" or "责任" => (unit with { Alias = null }, StatedRole.Responsible),
            _ => (unit, null),
        };
    }

    [GeneratedRegex(
        @"(?<label>(第一|主要|共同)?(牵头|主办|主责|主管|责任|承办|承担|实施|落实|负责|配合|协办|协同|协作|协助|参与|参加|支持|完成|经办|归口)(责任|配合|协办|管理|落实)?(单位|部门|主体|科室|处室|股室|站所|院系|机构)|(牵头|主办|配合|协办|承办)(?=\s*:)|责任人|(负责人|联系人|联络员)(?=\s*:)|(牵头|责任|分管|包保|包联|包抓|联系|挂联|挂钩|挂点|联点|督办)(市|县|区|镇|乡|街道|校|院|局)?(领导|干部|负责人)|(?<deadline>(完成|办结)(时限|时间|日期|期限)|时间节点|时限要求|工作时限|时限|完成时间要求))(及(完成)?(时限|分工))?\s*(:|为|是|(?<framed>\)):?)\s*",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Labels();
}

/// <summary>两地人社部门: one unit of each side.</summary>
internal static class TwoSides
{
    private static readonly string[] Words = ["两地", "两省市", "两省", "两市", "双方", "三地"];

    public static IEnumerable<NamedUnit> Of(NamedUnit unit)
    {
        var form = Signs.OneForm(unit.Name);
        // 川渝两地人社部门: which two may be said in short.
        var places = form.Length > 4 && Sides.IsShort(form[..2]) && Array.Exists(Words, w => string.CompareOrdinal(form, 2, w, 0, w.Length) == 0) ? 2 : 0;
        var word = Array.Find(Words, w => string.CompareOrdinal(form, places, w, 0, w.Length) == 0);
        if (word is null || word == "三地" || unit.Name.Length <= places + word.Length)
            return [unit];

        var rest = unit.Name[(places + word.Length)..];
        // 省委(市委)组织部: the bracket names the other side's.
        var open = Signs.OneForm(rest).IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : Signs.Closing(Signs.OneForm(rest), open);
        var (first, second) = open > 0 && close < rest.Length
            ? (rest[..open] + rest[(close + 1)..], rest[(open + 1)..close] + rest[(close + 1)..])
            : (rest, rest);
        return
        [
            unit with { Name = first, Side = "1", IsGroup = false, IsOpen = false, Kind = UnitNames.KindOf(Signs.OneForm(first), isGroup: false) },
            unit with { Name = second, Side = "2", IsGroup = false, IsOpen = false, Kind = UnitNames.KindOf(Signs.OneForm(second), isGroup: false) },
        ];
    }
}
