using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Structure;

/// <summary>Rules a document states for all of its items.</summary>
internal static partial class StatedRules
{
    /// <summary>列第一位的为牵头单位: the lead is then not an inference.</summary>
    public static bool FirstNamedLeads(IEnumerable<SourceBlock> blocks)
        => blocks.OfType<SourceParagraph>().Any(p => FirstLeads().IsMatch(Signs.OneForm(p.Clean.Text)));

    [GeneratedRegex(@"(首位|首个|第一(位|个|家|名|顺位)?|排名第一|排在最前|排在前面|列在前面|列首)[^。;]{0,14}牵头|牵头[^。;]{0,8}(排|列)[^。;]{0,4}(首位|第一)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex FirstLeads();
}

/// <summary>The two places a document of two places is about.</summary>
internal static class Sides
{
    private static readonly string[] Places =
    [
        "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "香港", "澳门", "台湾",
    ];

    /// <summary>The two provinces a sentence joins most often (四川与重庆); null where none does.</summary>
    public static (string First, string Second)? Of(IEnumerable<SourceBlock> blocks)
    {
        var counts = new Dictionary<(string, string), int>();
        foreach (var paragraph in blocks.OfType<SourceParagraph>())
        {
            var form = Signs.OneForm(paragraph.Clean.Text);
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
                        counts[(first, second)] = counts.GetValueOrDefault((first, second)) + 1;
                }
            }
        }

        return counts.Count == 0 ? null : counts.MaxBy(c => c.Value).Key;
    }
}
