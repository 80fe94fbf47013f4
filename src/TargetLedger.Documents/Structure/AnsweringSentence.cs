using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>
/// A sentence that says in plain words who answers: 由市教育局牵头,市财政局配合。 该项工作由市民政局负责。 建成平台1个,由市数据局具体落实。
/// </summary>
internal static partial class AnsweringSentence
{
    /// <summary>Where the statement stands, and where its list of units begins; the last one of the text.</summary>
    public static (int Start, int From, int End)? Find(string form)
    {
        var end = form.Length;
        while (end > 0)
        {
            while (end > 0 && (Signs.IsSentenceEnd(form[end - 1]) || form[end - 1] == ' '))
                end--;
            var start = form.AsSpan(0, end).LastIndexOfAny('。', ';', '\n') + 1;
            if (end - start >= 6 && !StatedRules.IsForEveryTask(form[start..end]) && !StatedRules.IsAboutOrder(form[start..end]) && In(form, start, end) is { } found)
                return found;
            end = start - 1;
        }

        return Opening(form);
    }

    // 各乡镇人民政府于4月底前完成核查: whoever does it by a day, where nothing else says who answers.
    private static (int Start, int From, int End)? Opening(string form)
        => Doing().Match(form) is { Success: true } doing && doing.Groups["units"].Length is var length && UnitNames.IsList(form[..length])
            && TimeWords.Find(form[(length + 1)..Math.Min(form.Length, length + 20)], null) is [{ Start: 0, IsDue: true }, ..]
            ? (0, 0, length)
            : null;

    private static (int Start, int From, int End)? In(string form, int start, int end)
    {
        var parts = Signs.Split(form[start..end], static sign => sign == ',');
        for (var first = 0; first < parts.Count; first++)
        {
            if (Units(form, start, end, parts[first]) is not { } opening)
                continue;
            var (stated, spoken, last) = (opening.HasRole, opening.IsSpoken, first);
            while (last + 1 < parts.Count && Units(form, start, end, parts[last + 1]) is { } next)
            {
                stated |= next.HasRole;
                last++;
            }

            // Within a sentence 由 must say so, or nothing but units and their parts must follow.
            var reach = start + parts[last].End.GetOffset(end - start);
            if (!stated || (first > 0 && !(spoken && opening.HasRole) && reach < end))
                continue;
            // The comma before it goes too; at the end of the text, its full stop.
            var at = start + parts[first].Start.GetOffset(end - start);
            return (first > 0 ? at - 1 : at, opening.From, form.AsSpan(reach).Trim("。; ").IsEmpty ? form.Length : reach);
        }

        return null;
    }

    private static (int From, bool HasRole, bool IsSpoken)? Units(string form, int start, int end, Range range)
    {
        var (from, length) = range.GetOffsetAndLength(end - start);
        var part = form.Substring(start + from, length);
        if (Asking().IsMatch(part))
            return null;
        var spoken = By().Match(part);
        var list = part[spoken.Length..].Trim();
        var bare = RoleWords.Without(list);
        return UnitNames.IsList(bare) ? (start + from + spoken.Length, bare.Length < list.Length, spoken.Success) : null;
    }

    // 请各责任部门会同配合部门抓好落实: everybody is asked, nobody named.
    [GeneratedRegex(@"^\s*(敬?请|希望?|望)(各|有关|相关|全[市县区省院校])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Asking();

    [GeneratedRegex(@"^(?<units>(?!有关|相关|全|请)[\u4e00-\u9fff、()]{3,40}?(?<![责任要应须需]))于(?=[0-9一二三四五六七八九十今本年])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Doing();

    // 该项工作由, 活动由: whoever is behind it acts; money that comes from somewhere does not say who answers.
    [GeneratedRegex(@"^\s*(?<subject>(?![^由]*(资金|经费|费用|权限|职能|补助|补贴|奖励|缺口|部分))[^由,\d]{0,12})(?<!自)由(?!于)\s*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex By();
}
