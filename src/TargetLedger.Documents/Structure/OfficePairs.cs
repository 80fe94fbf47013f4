using System.Text.RegularExpressions;

namespace TargetLedger.Documents.Structure;

/// <summary>办公室和财务处: two offices, where what stands before 和 is a name by itself; not 文化和旅游局 or 实验室与设备管理处.</summary>
internal static partial class OfficePairs
{
    public static bool AreTwo(string left, string right)
        => !(right.StartsWith("政府", StringComparison.Ordinal) || right.StartsWith("人民政府", StringComparison.Ordinal)) && Office().IsMatch(left) && !Noun().IsMatch(left) && right.Length > 1 && UnitNames.LooksLikeUnit(right) && !UnitNames.IsGroup(left);

    [GeneratedRegex(
        @"([\u4e00-\u9fff](局|处|科|股|室|办|委|委员会|部|中心|集团|公司|[大支总中]队|分局|管委会|指挥部|专班|工会|妇联|残联|科协|管理站|服务站|监管所|管理所|派出所|司法所|财政所|税务所|人民医院|中医院|保健院|卫生院|检察院|研究院|科学院|研究生院|纪委|图书馆|档案馆|博物馆|文化馆|美术馆)|^团委|^法院|^妇联|^工会|^残联|^科协)(\([^()]*\))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Office();

    // Words of prose that end like an office.
    [GeneratedRegex(
        "(实验室|教室|科室|处室|股室|部室|工作室|会议室|学科|本科|专科|全科|[内外工文理]科|格局|布局|[承主协举督交开创兴经合领民公]办|干部|支部|内部|外部|全部|总部|各部|俱乐部|常委|政委|编委|上市公司|子公司|用人部|社会公共场所|常委会)$|^(各|有关|相关|其他)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Noun();
}
