using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Structure;

/// <summary>Rules a document states for all of its items.</summary>
internal static partial class StatedRules
{
    // A longer text tells more than a rule.
    private const int LongestRule = 400;

    /// <summary>列第一位的为牵头单位: the lead is then not an inference.</summary>
    public static bool FirstNamedLeads(IEnumerable<SourceBlock> blocks)
        => blocks.SelectMany(Texts).Any(text => FirstLeads().IsMatch(Signs.OneForm(text)));

    /// <summary>以下任务均需各区县人民政府落实: who answers for every task, besides whom it names itself.</summary>
    public static List<AnsweringUnit> ForEveryTask(IEnumerable<SourceBlock> blocks)
    {
        foreach (var text in blocks.SelectMany(Texts))
        {
            if (EveryTask().Match(Signs.OneForm(text)) is { Success: true } rule && rule.Groups["units"] is var named && UnitNames.IsList(named.Value))
                return ResponsibilityReader.OfCell(named.Value, text.Substring(named.Index, named.Length), rule.Groups["helps"].Success ? StatedRole.Co : StatedRole.None);
        }

        return [];
    }

    /// <summary>牵头科室、时限栏空白的同上栏: the headers below which an open cell repeats the one above it.</summary>
    public static HashSet<string> BlanksAsAbove(IEnumerable<SourceBlock> blocks)
        => [.. blocks.SelectMany(Texts).Select(text => BlankAsAbove().Match(Signs.OneForm(text))).Where(m => m.Success).SelectMany(m => m.Groups["columns"].Value.Split('、', '和', '及', '与'))];

    /// <summary>上述任务须于2026年11月30日前全部完成, (完成时限:11月底): until when whatever the document's tables list is to be done; null where it says no day, or several.</summary>
    public static Due? DueOfTables(IEnumerable<SourceBlock> blocks, Days? plan)
    {
        List<Due?> said = [.. blocks.SelectMany(Texts).Where(text => text.Length < LongestRule).SelectMany(text => AllDue().Matches(Signs.OneForm(text))).Select(m => Deadlines.Stated(m.Groups["when"].Value, plan)).Where(d => d?.Day is not null).Distinct()];
        return said is [var only] ? only : null;
    }

    /// <summary>排在首位的牵头,其余部门配合: it names nobody.</summary>
    public static bool IsAboutOrder(string form) => FirstLeads().IsMatch(form);

    /// <summary>Whether a sentence speaks of every task, and so is none.</summary>
    public static bool IsForEveryTask(string form) => EveryTask().IsMatch(form);

    // A sheet says its rules in a note below, or in a header.
    private static IEnumerable<string> Texts(SourceBlock block) => block switch
    {
        SourceParagraph paragraph => [paragraph.Clean.Text],
        SourceTable table => table.Rows.SelectMany(r => r.Cells).Select(c => c.Clean.Text),
        _ => [],
    };

    [GeneratedRegex(@"(?<=^|[:。;,.])(?<columns>[^:。;,.]{2,40}?)(栏|列)?(内)?(为空|空白|空缺|未填)(的|者|处|表示|均|则|即|为|视为|,){0,3}(与|同)(上|前)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex BlankAsAbove();

    [GeneratedRegex(@"(上述|以上|以下|本表|表列|表中|所列)(各项)?(目标|工作)?(任务|项目|事项|工作)[须需应要均请务必]{0,4}于?(?<when>[^,。;:()]{3,16}?)前(全部|全面|一律|均)?(完成|完工|办结|落实)|\((完成|办结|整改)(时限|时间|期限):(?<when>[^,。;:()]{3,16})\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex AllDue();

    // 第一季度由市教育局牵头 is no rule.
    [GeneratedRegex(@"(首位|首个|首列|第一(位|个|家|名|顺位)|(排|列|排名|列在|排在)第一|排在最前|排在前面|列在前面|列首)[^。;由]{0,14}牵头|牵头[^。;]{0,8}(排|列)[^。;]{0,4}(首位|第一)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex FirstLeads();

    [GeneratedRegex(@"(以下|以上|上述|本方案|本清单|所列)[^,。;:]{0,8}(任务|工作|事项|措施|项目|内容)[^,。;:]{0,4}?(均|都|皆)[需须要应由请]{0,2}(?<units>[^,。;:]{2,40}?)(共同|分别|按职责|协同|密切|积极|具体|组织|负责|抓好|做好)*((?<helps>配合|参与|协助)(落实|实施|推进)?|落实|实施|执行|负责|完成)(?=[,。;]|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex EveryTask();
}

/// <summary>The two places a document of two places is about.</summary>
internal static partial class Sides
{
    private static readonly string[] Places =
    [
        "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "香港", "澳门", "台湾",
    ];

    /// <summary>What one sign stands for in 川渝, 成渝, 京津.</summary>
    private static readonly Dictionary<char, string> Short = new()
    {
        ['京'] = "北京", ['津'] = "天津", ['冀'] = "河北", ['晋'] = "山西", ['蒙'] = "内蒙古", ['辽'] = "辽宁", ['吉'] = "吉林", ['黑'] = "黑龙江", ['沪'] = "上海", ['苏'] = "江苏", ['浙'] = "浙江", ['皖'] = "安徽", ['闽'] = "福建", ['赣'] = "江西", ['鲁'] = "山东", ['豫'] = "河南",
        ['鄂'] = "湖北", ['湘'] = "湖南", ['粤'] = "广东", ['桂'] = "广西", ['琼'] = "海南", ['渝'] = "重庆", ['川'] = "四川", ['成'] = "成都", ['黔'] = "贵州", ['滇'] = "云南", ['藏'] = "西藏", ['陕'] = "陕西", ['甘'] = "甘肃", ['青'] = "青海", ['宁'] = "宁夏", ['新'] = "新疆", ['港'] = "香港", ['澳'] = "澳门", ['台'] = "台湾",
    };

    /// <summary>The two places a sentence joins most often (四川与重庆, 川渝两地, 云溪市与江口市); null where none does.</summary>
    public static (string First, string Second)? Of(IEnumerable<SourceBlock> blocks)
    {
        var counts = new Dictionary<(string, string), int>();
        foreach (var paragraph in blocks.OfType<SourceParagraph>())
        {
            var form = Signs.OneForm(paragraph.Clean.Text);
            foreach (Match match in Shortened().Matches(form))
            {
                if (match.Groups["places"].Value is var places && IsShort(places))
                    Count(Short[places[0]], Short[places[1]]);
            }

            foreach (Match match in Cities().Matches(form))
            {
                if (!Places.Contains(match.Groups["first"].Value) || !Places.Contains(match.Groups["second"].Value))
                    Count(match.Groups["first"].Value, match.Groups["second"].Value);
            }

            foreach (var first in Places)
            {
                for (var at = form.IndexOf(first, StringComparison.Ordinal); at >= 0; at = form.IndexOf(first, at + 1, StringComparison.Ordinal))
                {
                    var after = at + first.Length;
                    if (after < form.Length && form[after] is '省' or '市')
                        after++;
                    if (after < form.Length && form[after] is '与' or '和' or '、')
                        after++;
                    var second = Array.Find(Places, p => p != first && string.CompareOrdinal(form, after, p, 0, p.Length) == 0);
                    if (second is not null)
                        Count(first, second);
                }
            }
        }

        return counts.Count == 0 ? null : counts.MaxBy(c => c.Value).Key;

        void Count(string first, string second) => counts[(first, second)] = counts.GetValueOrDefault((first, second)) + 1;
    }

    /// <summary>Whether two signs are two places in short: 川渝.</summary>
    public static bool IsShort(string places) => places.Length == 2 && places[0] != places[1] && Short.ContainsKey(places[0]) && Short.ContainsKey(places[1]);

    [GeneratedRegex("(?<places>[\u4e00-\u9fff]{2})(两地|两省市|两省|两市|双城)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Shortened();

    // Most cities have names of two signs; longer ones are numbered sides.
    [GeneratedRegex("(?<first>[\u4e00-\u9fff]{2})市[与和、](?<second>[\u4e00-\u9fff]{2})市(?![直属])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Cities();
}
