using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;
using TargetLedger.Domain.Units;

namespace TargetLedger.Documents.Structure;

/// <summary>A unit as a document names it.</summary>
/// <param name="Name">Without its alias: 市委党校.</param>
/// <param name="Alias">What the bracket behind it says: 行政学院.</param>
/// <param name="IsGroup">各区(市)县, 有关成员单位: several units.</param>
/// <param name="IsOpen">等, 有关: the document does not say which.</param>
internal sealed record NamedUnit(string Name, string? Alias, bool IsGroup, bool IsOpen, UnitKind Kind, string? Side, int Start, int End);

/// <summary>Reads lists of units: 、 joins peers, a comma begins another group, a bracket is an alias or part of a name.</summary>
internal static partial class UnitNames
{
    private static readonly string[] Endings =
    [
        "局", "科", "股", "委", "委员会", "办", "办公室", "部", "厅", "院", "署", "处", "室", "中心", "集团", "公司", "银行", "学校", "大学", "学院", "党校", "政府", "街道", "街道办", "镇", "乡", "区", "县", "旗", "市", "社", "团", "站", "所", "馆", "队", "联", "会", "领导小组",
        "工作组", "专班", "指挥部", "单位", "部门", "盟", "行", "总队", "支队", "大队", "法院", "检察院", "工会", "妇联", "科协", "侨联", "残联", "文联", "记协", "管委会", "园区", "开发区", "新区", "高新区", "组", "台", "报社", "海关", "关区", "书店", "剧院", "法庭", "农场", "林场", "牧场", "幼儿园", "产业园", "科技园", "植物园", "动物园", "公园", "基地", "人大", "政协", "党派", "党组织", "窗口", "运营商", "年级", "机关", "支行", "网格", "城投", "交投", "国投", "水投", "税务", "企业", "机构", "分局", "协会", "商会", "基金", "医院", "厂", "州", "城", "港", "工委", "纪委", "监委", "党组", "党委", "团委", "电网", "校", "社区", "村", "辖区", "功能区",
    ];

    private static readonly string[] GroupWords = ["有关", "相关", "成员单位", "协办单位", "其他", "区县", "县区", "县市区", "县(市", "区(市", "区(县", "市直", "全体", "责任单位", "所属", "市属", "镇街", "街镇", "属地"];

    // 沿线乡镇, 涉农县区: more than one, though nothing says 各.
    private static readonly string[] Several = ["乡镇", "镇街", "街镇", "镇办", "区县", "县区", "市县", "县市", "县市区"];
    private static readonly string[] OpenWords = ["有关", "相关", "等", "其他", "成员单位", "协办单位"];
    private static readonly string[] Party = ["市委", "省委", "区委", "县委", "州委", "旗委", "盟委", "党委", "组织部", "宣传部", "统战部", "政法委", "编办", "党校", "纪委", "监委", "网信办", "党工委"];
    private static readonly string[] Peoples = ["工会", "妇联", "团市委", "团省委", "团区委", "团县委", "共青团", "科协", "侨联", "残联", "文联", "工商联", "社科联", "红十字会", "贸促会", "计生协", "记协"];
    private static readonly string[] Districts = ["区", "县", "旗", "区政府", "县政府", "市政府", "区人民政府", "县人民政府", "市人民政府", "管委会", "街道", "街道办", "镇", "乡", "镇政府", "乡政府", "街道办事处", "开发区", "新区", "园区"];

    /// <summary>The units of a list, by groups.</summary>
    /// <param name="form">The list in one form of signs.</param>
    public static List<List<NamedUnit>> Groups(string form, string text, bool spacesPart = false)
    {
        var groups = new List<List<NamedUnit>>();
        foreach (var group in Signs.Split(form, static sign => sign is ',' or ';' or '。'))
        {
            var units = new List<NamedUnit>();
            foreach (var part in Parts(form, group, spacesPart))
            {
                if (!Deadlines.IsAlone(form[part]) && !Deadlines.IsStage(form[part]))
                    units.AddRange(Unit(form, text, part));
            }

            JointPlaces.Complete(units);
            SharedEndings.Complete(units);
            if (units.Count > 0)
                groups.Add(units);
        }

        return groups;
    }

    /// <summary>Whether a stretch is a list of units and nothing else.</summary>
    public static bool IsList(string form)
    {
        var (parts, named) = (0, 0);
        // 2026/9/30 is one part.
        var ranges = Signs.Split(form, static sign => sign is ',' or ';' or '、' or '。' or '\n').SelectMany(r => form[r].Contains('/', StringComparison.Ordinal) && !Deadlines.IsAlone(form[r].Trim()) ? Strokes(form, r) : [r]).ToList();
        var written = ranges.ConvertAll(r => form[r].Trim());
        for (var i = 0; i < ranges.Count; i++)
        {
            var part = RoleWords.Without(written[i]).Trim();
            if (part.Length == 0 || Deadlines.IsAlone(part) || Deadlines.IsStage(part))
                continue;
            parts++;
            // 四川省 is no unit but before 重庆市林业局.
            if (part.Length <= 40 && (LooksLikeUnit(part) || JointPlaces.IsOneOf(written, i) || (part.EndsWith('省') && i + 1 < ranges.Count && SharedEndings.AreTwo(part, written[i + 1]))))
                named++;
        }

        return parts > 0 && named * 10 >= parts * 7;
    }

    private static IEnumerable<Range> Strokes(string form, Range range)
    {
        var (start, length) = range.GetOffsetAndLength(form.Length);
        return Signs.Split(form.Substring(start, length), static sign => sign == '/').Select(r => (start + r.Start.Value)..(start + r.End.Value));
    }

    public static bool LooksLikeUnit(string form)
    {
        var part = WithoutOpen(form.TrimEnd('。', ' ', '★', '☆', '※'));
        if (part.EndsWith(')') && part.IndexOf('(', StringComparison.Ordinal) is > 0 and var open)
            part = part[..open].TrimEnd();
        if (part.Length < 2 || part[0] == '需' || (part[0] == '均' && !part.StartsWith("均安", StringComparison.Ordinal)) || part.StartsWith("以下", StringComparison.Ordinal) || part.Any(char.IsAsciiDigit) || part.AsSpan().ContainsAny("。;:!?“”的") || Duty().IsMatch(part))
            return false;
        return (Array.Exists(Endings, e => part.EndsWith(e, StringComparison.Ordinal)) && !IsWord(part)) || Array.Exists(Peoples, p => part.EndsWith(p, StringComparison.Ordinal));
    }

    // Words of plain prose that end like a unit.
    private static bool IsWord(string part)
        => part is "全市" or "学科" or "本科" or "专科" or "全科" or "城市" or "地区" or "上市" or "社会" or "机会" or "全部" or "全省" or "全区" or "全县" or "学校" or "医院" or "市区" or "城区" or "农村" or "高校" or "以上单位" or "企业"
            || part.EndsWith("全部", StringComparison.Ordinal) || part.EndsWith("人才队", StringComparison.Ordinal);

    private static IEnumerable<Range> Parts(string form, Range group, bool spacesPart)
    {
        var (start, length) = group.GetOffsetAndLength(form.Length);
        var parts = Signs.Split(form.Substring(start, length), sign => sign is '、' or '\n' or '/' || (spacesPart && sign == ' '));
        for (var i = 0; i < parts.Count; i++)
        {
            var (from, size) = parts[i].GetOffsetAndLength(length);
            var at = start + from;
            var end = at + size;
            // 各市、县(区)人民政府 is one name.
            while (i + 1 < parts.Count && GoesOn(form[at..end].Trim(), form[(start + parts[i + 1].Start.Value)..(start + parts[i + 1].End.Value)].Trim()))
                end = start + parts[++i].End.Value;
            foreach (var joined in Joined(form, at, end))
                yield return joined;
        }
    }

    private static bool GoesOn(string name, string next)
    {
        // 市直有关部门、单位: one group.
        if (next is "单位" or "机构" or "企业" or "直属机构" or "直属单位" && IsGroup(name) && (name.EndsWith("部门", StringComparison.Ordinal) || name.EndsWith("机构", StringComparison.Ordinal)))
            return true;
        // 各县(市)、区人民政府
        if (name.Length > 0 && name[0] == '各' && name.EndsWith(')') && name.IndexOf('(', StringComparison.Ordinal) is > 1 and var open && Array.Exists(Levels, l => name[(open + 1)..^1] == l))
            name = name[..open];
        if (name.Length == 0 || name[0] != '各' || !Array.Exists(Levels, l => name.EndsWith(l, StringComparison.Ordinal)))
            return false;
        var level = Array.Find(Levels, l => next.StartsWith(l, StringComparison.Ordinal));
        if (level is null)
            return false;
        var rest = next[level.Length..];
        return rest is "" or "政府" or "人民政府" or "办事处" or "管委会" || rest[0] == '(';
    }

    private static readonly string[] Levels = ["自治区", "直辖市", "开发区", "功能区", "园区", "乡镇", "街道", "省", "市", "县", "区", "镇", "乡", "州", "旗", "盟"];

    private const int MostJoined = 200;

    // 市委组织部和市人社局; not 文化和旅游局, 工业和信息化局.
    private static IEnumerable<Range> Joined(string form, int start, int end)
    {
        // No two names are so long; a line of a million signs is no name at all.
        for (var at = start + 2; at < end - 1 && end - start <= MostJoined; at++)
        {
            var length = string.CompareOrdinal(form, at, "以及", 0, 2) == 0 ? 2 : form[at] is '和' or '及' or '与' ? 1 : 0;
            if (length == 0 || at + length >= end)
                continue;
            var right = form[(at + length)..end];
            if (right.Length > 1 && (right[0] is '市' or '省' or '区' or '县' or '州' or '各' or '团' || right.StartsWith("有关", StringComparison.Ordinal) || right.StartsWith("相关", StringComparison.Ordinal) || right.StartsWith("国家", StringComparison.Ordinal) || right.StartsWith("其他", StringComparison.Ordinal))
                && LooksLikeUnit(form[start..at].Trim()) && LooksLikeUnit(right.Trim())
                || SharedEndings.AreTwo(form[start..at].Trim(), right.Trim()) || OfficePairs.AreTwo(form[start..at].Trim(), right.Trim()))
            {
                yield return start..at;
                foreach (var rest in Joined(form, at + length, end))
                    yield return rest;
                yield break;
            }
        }

        yield return start..end;
    }

    private static IEnumerable<NamedUnit> Unit(string form, string text, Range part)
    {
        var (start, length) = part.GetOffsetAndLength(form.Length);
        var end = start + length;
        while (start < end && (form[start] is ' ' or '由' || char.IsWhiteSpace(form[start])))
            start++;
        while (end > start && (form[end - 1] is '。' or ' ' or ';' or ':' || char.IsWhiteSpace(form[end - 1])))
            end--;
        end = start + WithoutOpen(form[start..end]).Length;
        if (end <= start || form[start..end] is "等" or "无" or "-" or "/")
            yield break;

        string? alias = null;
        var nameEnd = end;
        if (form[end - 1] == ')' && AliasStart(form, start, end) is { } open)
            (alias, nameEnd) = (text[(open + 1)..(end - 1)].Trim(), open);
        var name = text[start..nameEnd].Trim();
        var whole = form[part];
        var isOpen = Array.Exists(OpenWords, w => whole.Contains(w, StringComparison.Ordinal));
        var isGroup = IsGroup(form[start..nameEnd]);
        yield return new(name, alias, isGroup, isOpen, KindOf(Signs.OneForm(name), isGroup), null, start, end);
    }

    // 沿线各乡镇, 市直属单位; 直属一大队 and 市直机关工委 are one unit.
    public static bool IsGroup(string form)
        => form.Contains('各', StringComparison.Ordinal)
            || (Array.Exists(GroupWords, w => form.Contains(w, StringComparison.Ordinal)) && !form.EndsWith("工委", StringComparison.Ordinal))
            || Array.Exists(Several, w => form.EndsWith(w, StringComparison.Ordinal))
            || (form.Contains("直属", StringComparison.Ordinal) && Array.Exists(Many, w => form.EndsWith(w, StringComparison.Ordinal)));

    private static readonly string[] Many = ["单位", "部门", "机构", "企业", "学校", "医院", "事业单位"];

    // 市社科联(市社科院) is an alias; 各县(市、区) and 区(市)县 are names with a bracket.
    private static int? AliasStart(string form, int start, int end)
    {
        var open = form.LastIndexOf('(', end - 1, end - start);
        if (open <= start)
            return null;
        var inside = form[(open + 1)..(end - 1)].Trim();
        var before = form[start..open].Trim();
        return inside.Length >= 2 && before[0] != '各' && LooksLikeUnit(before) && !IsGroup(before) && !inside.Contains('、', StringComparison.Ordinal) && (LooksLikeUnit(inside) || inside.Length >= 3 || inside is "牵头" or "配合" or "协办" or "主办" or "主责" or "协同" or "参与" or "负责") ? open : null;
    }

    public static UnitKind KindOf(string form, bool isGroup)
    {
        if (Array.Exists(Peoples, p => form.Contains(p, StringComparison.Ordinal)))
            return UnitKind.PeoplesOrganisation;
        if (Array.Exists(Party, p => form.EndsWith(p, StringComparison.Ordinal)) || form.StartsWith("市委", StringComparison.Ordinal) || form.StartsWith("省委", StringComparison.Ordinal) || form.StartsWith("区委", StringComparison.Ordinal) || form.StartsWith("县委", StringComparison.Ordinal))
            return UnitKind.PartyOrgan;
        if (isGroup)
            return form.Contains('区', StringComparison.Ordinal) || form.Contains('县', StringComparison.Ordinal) ? UnitKind.District : UnitKind.Other;
        if (Array.Exists(Districts, d => form.EndsWith(d, StringComparison.Ordinal)))
            return UnitKind.District;
        return form.EndsWith('局') || form.EndsWith('委') || form.EndsWith('办') || form.EndsWith('厅') || form.EndsWith("委员会", StringComparison.Ordinal) || form.EndsWith("办公室", StringComparison.Ordinal) || form.EndsWith("部门", StringComparison.Ordinal)
            ? UnitKind.Department
            : UnitKind.Other;
    }

    private static string WithoutOpen(string form)
    {
        // 甲局、乙局等12个部门: how many there are besides.
        if (Counted().Match(form) is { Success: true, Index: > 0 } counted)
            return form[..counted.Index].TrimEnd();
        foreach (var open in new[] { "等有关单位", "等相关单位", "等有关部门", "等相关部门", "等单位", "等部门", "等责任单位", "等" })
        {
            if (form.Length > open.Length && form.EndsWith(open, StringComparison.Ordinal))
                return form[..^open.Length].TrimEnd();
        }

        return form;
    }

    [GeneratedRegex("等[0-9一二三四五六七八九十]+[个家]?(市直|区直|县直|有关|相关)?(部门|单位|科室|处室|委办局|成员单位)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Counted();

    // 各街道要明确责任部门: a sentence about units names none.
    [GeneratedRegex("(要|应当|必须|须)(明确|加强|按|结合|把|将|建立|落实|压实|切实|认真|在|对|做好|强化|提高|制定|主动|积极|抓好|细化|健全|完善|高度|严格)|根据|按照|(资金|经费|费用)由", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Duty();
}
